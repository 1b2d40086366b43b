"""What a question asks for is read from its opening."""

import pytest

from markscheme.marking.asked import asked


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("who lit it", "who"),
        ("please can you tell me who lit it", "who"),
        ("in which year did it burn", "when"),
        ("what year did it burn", "when"),
        ("when did it burn", "when"),
        ("how many burned", "count"),
        ("how did it burn", "how"),
        ("did it burn when he lit it", "closed"),
        ("do you know when it burned", "when"),
        ("the mill", "what"),
        ("", "what"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert asked(text.split()).kind == kind


def test_whom_somebody_followed_is_not_who_followed() -> None:
    assert asked("who did he follow".split()).turned
    assert not asked("who followed him".split()).turned
