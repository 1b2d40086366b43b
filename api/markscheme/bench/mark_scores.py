"""Marks given beside marks by the number of words alone: the scores and their table."""

from collections.abc import Iterable, Mapping, Sequence

from markscheme.domain.base import Noun
from markscheme.domain.reports import MarkReport

from .agreement import MarkAgreement, agreement
from .gold import GoldAnswer
from .tables import Cell, Sheet, percent, short

KAPPA = (
    "Kappa is quadratic weighted; its interval, from 2000 seeded resamples, is shown for ten answers or more."
)


class MarkScores(Noun):
    """Marks given beside what the number of words alone would give, on the same answers."""

    markscheme: MarkAgreement
    words_only: MarkAgreement
    withheld: int


def mark_scores(pairs: Sequence[tuple[GoldAnswer, MarkReport]], words_only: Mapping[str, int]) -> MarkScores:
    """Both compared with a person's marks; withheld marks are left out and counted."""
    known = [(gold, report.mark) for gold, report in pairs if report.mark is not None]
    beside = [gold for gold, _ in known if gold.id in words_only]
    return MarkScores(
        markscheme=agreement([gold.mark for gold, _ in known], [mark for _, mark in known]),
        words_only=agreement([gold.mark for gold in beside], [words_only[gold.id] for gold in beside]),
        withheld=len(pairs) - len(known),
    )


def marks_sheet(title: str, groups: Iterable[tuple[str, MarkScores]], note: str = "") -> Sheet:
    """Two rows for each group."""
    rows: list[list[Cell]] = []
    for name, marks in groups:
        rows.append([name, "Markscheme", *_cells(marks.markscheme), marks.withheld])
        rows.append([name, "words only", *_cells(marks.words_only), None])
    columns = [
        "",
        "marks by",
        "n",
        "mean error",
        "bias",
        "level exact",
        "adjacent",
        "kappa",
        "95 %",
        "withheld",
    ]
    return Sheet(title, columns, rows, note)


def _cells(marks: MarkAgreement) -> list[Cell]:
    interval = "–" if marks.kappa_interval is None else "{:.2f} to {:.2f}".format(*marks.kappa_interval)
    return [
        marks.n, short(marks.error), short(marks.bias), percent(marks.level_exact),
        percent(marks.level_adjacent), marks.kappa, interval,
    ]  # fmt: skip
