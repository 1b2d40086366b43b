"""Does the mark move when it should not: attacks, empty words added, words taken away."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from markscheme.domain.base import Noun
from markscheme.domain.errors import AnswerTooLongError
from markscheme.domain.reports import MarkReport

from .condense import condense
from .desk import Marker
from .filler import SORTS, filler, pad_between, pad_end
from .gold import Attack, GoldAnswer
from .tallies import mean

ALLOWED_CHANGE = 1.5
PADDING_WORDS = 200
CONDENSED_SHARE = 0.7
PLACES: Mapping[str, Callable[[str, tuple[str, ...]], str]] = {"end": pad_end, "between": pad_between}


class AttackOutcome(Noun):
    """What a hostile text got. No mark at all, withheld or refused, is within any allowance."""

    id: str
    kind: str
    allowed: int
    given: int | None
    outcome: Literal["marked", "withheld", "refused"]
    ok: bool


class Change(Noun):
    """The mark before and after words came or went; `change` is None where either was withheld."""

    id: str
    words_before: int
    words_after: int
    before: int | None
    after: int | None
    change: int | None


class Trial(Noun):
    """One way of changing the words, over all answers it applies to.

    `withheld` counts those without a mark before or after, `freed` those that got one only by the change.
    """

    sort: str
    place: str
    changes: tuple[Change, ...]
    worst: int | None
    mean: float | None
    withheld: int
    freed: int
    too_far: int


def attack_outcome(attack: Attack, question_id: str, marker: Marker) -> AttackOutcome:
    """Mark a hostile text and compare with what it may get."""
    outcome: Literal["marked", "withheld", "refused"]
    try:
        given = marker(question_id, attack.text).mark
        outcome = "withheld" if given is None else "marked"
    except AnswerTooLongError:
        given, outcome = None, "refused"
    return AttackOutcome(
        id=attack.id, kind=attack.kind, allowed=attack.allowed, given=given, outcome=outcome,
        ok=given is None or given <= attack.allowed,
    )  # fmt: skip


def padding(
    answers: Sequence[tuple[GoldAnswer, MarkReport]], marker: Marker, texts: Mapping[str, str]
) -> tuple[Trial, ...]:
    """Add empty words of each sort, at the end and between sentences; `texts` are the questions' by id."""
    return tuple(_pad(sort, place, answers, marker, texts) for sort in SORTS for place in PLACES)


def condensing(answers: Sequence[tuple[GoldAnswer, MarkReport]], marker: Marker) -> Trial:
    """Say the same in fewer words; the worst change is the lowest."""
    changes = [
        _changed(gold, report, condense(gold.text, CONDENSED_SHARE), marker) for gold, report in answers
    ]
    return _trial(
        f"to {CONDENSED_SHARE:.0%}", "whole", changes, worst=min, too_far=lambda c: c < -ALLOWED_CHANGE
    )


def _pad(
    sort: str,
    place: str,
    answers: Sequence[tuple[GoldAnswer, MarkReport]],
    marker: Marker,
    texts: Mapping[str, str],
) -> Trial:
    changes = []
    for gold, report in answers:
        empty = filler(sort, texts[report.question_id], PADDING_WORDS)
        changes.append(_changed(gold, report, PLACES[place](gold.text, empty), marker))
    return _trial(sort, place, changes, worst=max, too_far=lambda c: c > ALLOWED_CHANGE)


def _changed(gold: GoldAnswer, report: MarkReport, text: str, marker: Marker) -> Change:
    after = marker(report.question_id, text).mark
    change = None if report.mark is None or after is None else after - report.mark
    return Change(
        id=gold.id,
        words_before=gold.words,
        words_after=len(text.split()),
        before=report.mark,
        after=after,
        change=change,
    )


def _trial(
    sort: str,
    place: str,
    changes: Sequence[Change],
    worst: Callable[[list[int]], int],
    too_far: Callable[[int], bool],
) -> Trial:
    known = [c.change for c in changes if c.change is not None]
    return Trial(
        sort=sort, place=place, changes=tuple(changes),
        worst=worst(known) if known else None, mean=mean(known),
        withheld=len(changes) - len(known),
        freed=sum(c.before is None and c.after is not None for c in changes),
        too_far=sum(map(too_far, known)),
    )  # fmt: skip
