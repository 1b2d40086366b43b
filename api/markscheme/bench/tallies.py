"""Counts of right and wrong decisions, and the rates made of them. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Self

from pydantic import computed_field

from markscheme.domain.base import Noun
from markscheme.domain.reports import Coverage, MarkReport

from .gold import GoldAnswer

CLASSES: tuple[Coverage, ...] = ("absent", "mentioned", "developed")
FEW = 5


class Tally(Noun):
    """True positives, false positives, false negatives; a rate of nothing is None."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: Self) -> "Tally":
        return Tally(tp=self.tp + other.tp, fp=self.fp + other.fp, fn=self.fn + other.fn)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def precision(self) -> float | None:
        """Share of the claims that are right."""
        return ratio(self.tp, self.tp + self.fp)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def recall(self) -> float | None:
        """Share of what is there that was claimed."""
        return ratio(self.tp, self.tp + self.fn)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall."""
        return ratio(2 * self.tp, 2 * self.tp + self.fp + self.fn)

    @property
    def positives(self) -> int:
        """How often it is truly there."""
        return self.tp + self.fn


class Presence(Noun):
    """Is a factor there at all: over every answer and every factor of the pack.

    `macro_f1` averages the factors that occur or were claimed; `macro_f1_common` those that occur
    five times or more.
    """

    answers: int
    micro: Tally
    macro_f1: float | None
    macro_factors: int
    macro_f1_common: float | None
    common_factors: int


class ThreeClass(Noun):
    """Absent, mentioned, developed: `confusion[gold][given]` counts, F1 by class and their mean."""

    confusion: tuple[tuple[int, int, int], tuple[int, int, int], tuple[int, int, int]]
    f1: tuple[float | None, float | None, float | None]
    macro_f1: float | None


class Marked(Noun):
    """The coverage a report claims, by factor id; a factor the report does not list is absent."""

    coverage: dict[str, Coverage]

    @classmethod
    def of(cls, report: MarkReport, factor_ids: Collection[str]) -> Self:
        """Read from a report, over the factors of the whole pack."""
        found = {finding.factor_id: finding.coverage for finding in report.factors}
        return cls(coverage={factor: found.get(factor, "absent") for factor in factor_ids})


def ratio(part: float, whole: float) -> float | None:
    """part / whole, or None of nothing."""
    return part / whole if whole else None


def mean(values: Iterable[float | None]) -> float | None:
    """The mean of those that are not None, or None."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def tally(gold: Collection[str], given: Collection[str]) -> Tally:
    """Compare two sets of ids."""
    right = len(set(gold) & set(given))
    return Tally(tp=right, fp=len(set(given)) - right, fn=len(set(gold)) - right)


def by_factor(pairs: Sequence[tuple[GoldAnswer, Marked]], factor_ids: Sequence[str]) -> dict[str, Tally]:
    """One tally per factor, presence only."""
    return {
        factor: sum((_presence(gold, marked, factor) for gold, marked in pairs), Tally())
        for factor in factor_ids
    }


def presence(pairs: Sequence[tuple[GoldAnswer, Marked]], factor_ids: Sequence[str]) -> Presence:
    """Micro and macro presence over these answers."""
    tallies = by_factor(pairs, factor_ids)
    seen = [t for t in tallies.values() if t.tp + t.fp + t.fn]
    common = [t for t in tallies.values() if t.positives >= FEW]
    return Presence(
        answers=len(pairs), micro=sum(tallies.values(), Tally()),
        macro_f1=mean(t.f1 for t in seen), macro_factors=len(seen),
        macro_f1_common=mean(t.f1 for t in common), common_factors=len(common),
    )  # fmt: skip


def three_class(pairs: Sequence[tuple[GoldAnswer, Marked]], factor_ids: Sequence[str]) -> ThreeClass:
    """The confusion table over these answers and the F1 of each class."""
    cells = [[0, 0, 0] for _ in CLASSES]
    for gold, marked in pairs:
        for factor in factor_ids:
            row = CLASSES.index(_truth(gold.factors, factor))
            cells[row][CLASSES.index(marked.coverage[factor])] += 1
    scores = [_class_f1(cells, index) for index in range(3)]
    rows = [(row[0], row[1], row[2]) for row in cells]
    return ThreeClass(confusion=(rows[0], rows[1], rows[2]), f1=(scores[0], scores[1], scores[2]),
                      macro_f1=mean(scores))  # fmt: skip


def _class_f1(cells: Sequence[Sequence[int]], index: int) -> float | None:
    right = cells[index][index]
    claimed = sum(row[index] for row in cells)
    return ratio(2 * right, claimed + sum(cells[index]))


def _truth(factors: Mapping[str, Coverage], factor: str) -> Coverage:
    return factors.get(factor, "absent")


def _presence(gold: GoldAnswer, marked: Marked, factor: str) -> Tally:
    there, claimed = factor in gold.factors, marked.coverage[factor] != "absent"
    return Tally(tp=there and claimed, fp=claimed and not there, fn=there and not claimed)
