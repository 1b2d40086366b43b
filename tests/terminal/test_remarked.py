"""What marking again would change, in words."""

from io import StringIO

import pytest

from markscheme.answers.remarking import Change, Remarked
from markscheme.terminal.remarked import print_remarked, remarking_bar, sentences
from markscheme.terminal.report import console_for


def change(number: int, before: int | None, now: int | None) -> Change:
    level_before, level = (None if mark is None else -(-mark // 5) for mark in (before, now))
    return Change(answer_id=f"answer-{number}", question_id="council-fall", external_ref="bob\x1b[31m", mark_before=before,
                  mark=now, max_mark=25, level_before=level_before, level=level)  # fmt: skip


RESULT = Remarked(
    answers=1000, reports=40, appended=0, unknown=1,
    changes=(change(1, 10, 11), change(2, 12, 13), change(3, 14, 12), change(4, None, 3)),
)  # fmt: skip


def test_it_is_told_in_words() -> None:
    assert list(sentences(RESULT, applied=False)) == [
        "4 of 1,000 answers change, 2 cross a level.",
        "By how much: -2 in 1, +1 in 2, withheld or given in 1.",
        "1 answer not marked again: no pack asks the question any more.",
        "Nothing was stored. 40 reports would differ; --apply stores them beside the old ones.",
    ]


def test_what_was_stored_is_told() -> None:
    applied = RESULT.model_copy(update={"appended": 40})
    assert list(sentences(applied, applied=True))[-1].startswith(
        "40 new reports stored beside the old ones. A server"
    )


def test_one_is_one_and_none_is_none() -> None:
    single = Remarked(answers=1, reports=1, appended=0, unknown=0, changes=(change(1, 10, 11),))
    assert next(sentences(single, applied=False)) == "1 of 1 answer changes, 1 cross a level."
    nothing = Remarked(answers=0, reports=0, appended=0, unknown=0, changes=())
    assert list(sentences(nothing, applied=False)) == [
        "No answers are stored, so there is nothing to mark again."
    ]


def test_the_table_shows_old_and_new_and_lets_no_control_character_through() -> None:
    out = StringIO()
    print_remarked(console_for(out), RESULT, applied=False)
    text = out.getvalue()
    assert "10 -> 11 of 25" in text
    assert "2 -> 3" in text
    assert "none -> 3 of 25" in text
    assert "\x1b" not in text


def test_no_bar_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with remarking_bar() as progress:
        progress(1, 2)
    assert capsys.readouterr().err == ""
