"""The bench of messages: what it reads, and what it counts."""

from pathlib import Path

import pytest

from markscheme.bench.gold import GoldError
from markscheme.bench.understanding import Asked, Messages, load, measure, understanding_sheets
from markscheme.domain.readings import Understood

SOURCE = Messages(
    commands={"quiz": ("quiz me", Asked(text="test me on bread", subject="bread", factor="grain_shortage"))},
    nothing=("lol",),
    content=("the price of bread",),
)


def told(action: str | None, **rest: object) -> Understood:
    return Understood.model_validate({"action": action, "confidence": 0.9, **rest})


def test_what_is_understood_is_counted() -> None:
    answers = {"quiz me": told("quiz", is_command=True), "test me on bread": told("skip"), "lol": told(None)}
    result = measure(SOURCE, lambda text: answers.get(text, told("quiz", is_command=True)))
    assert (result.all.messages, result.all.right, result.all.wrong, result.all.unclear) == (2, 1, 1, 0)
    assert result.subjects == result.factors == (0, 1)
    assert (result.nothing.understood, result.content.understood, result.content.commands) == (0, 1, 1)
    assert [miss.text for miss in result.misses] == ["test me on bread", "the price of bread"]


def test_an_action_that_serves_as_well_is_right() -> None:
    asked = Asked(text="another", also=("skip",))
    source = SOURCE.model_copy(update={"commands": {"quiz": (asked,)}})
    assert measure(source, lambda _: told("skip")).all.right == 1
    assert measure(source, lambda _: told("plan")).all.right == 0


def test_the_tables_show_every_miss() -> None:
    sheets = list(understanding_sheets(measure(SOURCE, lambda _: told("plan"))))
    assert [sheet.title for sheet in sheets][-1] == "Read otherwise than meant"
    assert len(sheets[-1].rows) == 4


def test_the_own_messages_are_many() -> None:
    own = load(None)
    commands = sum(len(each) for each in own.commands.values())
    assert commands + len(own.nothing) + len(own.content) >= 150
    assert len(own.nothing) + len(own.content) >= 40


def test_a_file_that_is_wrong_says_where(tmp_path: Path) -> None:
    file = tmp_path / "messages.yaml"
    file.write_text("commands: {sing: [la la]}\nnothing: []\ncontent: []\n", encoding="utf-8")
    with pytest.raises(GoldError, match="'help'"):
        load(file)
