"""From two ledgers to a level and a mark: level first by best fit, then the place inside it, then a range.

Neither ledger knows how long the answer is. Knowledge saturates with what is credited, judgement is a weighted mean of
qualities that only sentences with content can show. The two add up, so that each part of a mark can be named.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from markscheme.domain.calibrations import Adjustment
from markscheme.domain.schemes import TOP, MarkScheme

from .calibration import placed, weighed

# From tools/fit_marks.py over answers of four hands, most with length and mark apart; docs/accuracy.md has the figures.
KNOWLEDGE_SCALE = 8.0
KNOWLEDGE_MARKS, JUDGEMENT_MARKS, ENTRY_MARKS = 16.4, 13.9, 1.1
# Judgement is about something: it counts in full once credits as of half a developed factor are there.
_ENTRY = 1.0 - math.exp(-0.5 / KNOWLEDGE_SCALE)
_SURE, _UNSURE = 2.0, 4.0


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The highest standard (0..25) that an answer can reach, and why in plain words; which demand, if it is one's."""

    standard: float
    label: str
    demand_id: str | None = None


class Reached(NamedTuple):
    """The two ledgers (each 0..1) and the lowest ceiling (0..25) that stands over them."""

    knowledge: float
    judgement: float
    ceiling: float = TOP


@dataclass(frozen=True, slots=True)
class Award:
    """`standard` is on a 0..25 scale that all schemes share; `mark` and `level` are the scheme's own."""

    standard: float
    mark: int
    level: int
    mark_range: tuple[int, int]


def knowledge_ledger(credits: Iterable[float]) -> float:
    """0..1 from weighted credits: each further factor adds less."""
    return 1.0 - math.exp(-math.fsum(credits) / KNOWLEDGE_SCALE)


def fitted(knowledge: float, judgement: float) -> float:
    """The two ledgers (each 0..1) joined on the 0..25 scale, before any cap."""
    begun = min(1.0, knowledge / _ENTRY)
    return min(TOP, KNOWLEDGE_MARKS * knowledge + begun * (ENTRY_MARKS + JUDGEMENT_MARKS * judgement))


def calibrated(knowledge: float, judgement: float, adjustment: Adjustment | None) -> float:
    """The two ledgers joined as a calibration says, before any cap; `fitted` where there is none."""
    if adjustment is None:
        return fitted(knowledge, judgement)
    return placed(fitted(*weighed(knowledge, judgement, adjustment)), adjustment)


def standard_of(
    knowledge: float, judgement: float, cap: float, adjustment: Adjustment | None = None
) -> float:
    """What the two ledgers make under a cap, 0..25, to four places."""
    return round(min(calibrated(knowledge, judgement, adjustment), cap), 4)


def award(knowledge: float, judgement: float, cap: float, confidence: float, scheme: MarkScheme,
          adjustment: Adjustment | None = None) -> Award:  # fmt: skip
    """Best fit of the two ledgers (each 0..1), no higher than `cap` of 25; the range widens as confidence falls."""
    standard = standard_of(knowledge, judgement, cap, adjustment)
    mark = scheme_mark(standard, scheme)
    width = _SURE + _UNSURE * (1.0 - confidence)
    low, high = (
        scheme_mark(max(0.0, standard - width), scheme),
        scheme_mark(min(TOP, standard + width), scheme),
    )
    if mark == 0:
        return Award(standard, 0, 0, (0, 0 if cap <= 0 or knowledge <= 0 else max(1, high)))
    return Award(standard, mark, level_of(mark, scheme), (max(1, low), high))


def scheme_value(standard: float, scheme: MarkScheme) -> float:
    """A 0..25 standard on the scheme's own scale, along its anchors, before rounding."""
    for (x0, y0), (x1, y1) in pairwise(scheme.anchors):
        if standard <= x1:
            return y0 + (y1 - y0) * (standard - x0) / (x1 - x0)
    return float(scheme.max_mark)


def scheme_mark(standard: float, scheme: MarkScheme) -> int:
    """The scheme's mark for a 0..25 standard, rounded half up."""
    return math.floor(scheme_value(standard, scheme) + 0.5)


def level_of(mark: int, scheme: MarkScheme) -> int:
    """The level that holds a mark; 0 for mark 0."""
    return next((level.level for level in scheme.levels if level.marks[0] <= mark <= level.marks[1]), 0)
