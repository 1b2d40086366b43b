"""From two ledgers to a level and a mark: level first by best fit, then the place inside it, then a range.

Neither ledger knows how long the answer is. Knowledge saturates with what is credited; judgement counts
only as far as there is knowledge to judge with.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from markscheme.domain.schemes import MarkScheme

# Fitted on the tuning half of the development answers by tools/fit_marks.py; see docs/accuracy.md.
KNOWLEDGE_SCALE = 5.2
KNOWLEDGE_SHARE = 0.55
JUDGEMENT_POWER = 0.75
HEADROOM = 4.0
_UNCERTAIN = 3.0


@dataclass(frozen=True, slots=True)
class Award:
    """`standard` is on a 0..25 scale that all schemes share; `mark` and `level` are the scheme's own."""

    standard: float
    mark: int
    level: int
    mark_range: tuple[int, int]


def knowledge_standard(credits: Iterable[float]) -> float:
    """Knowledge ledger on the 0..25 scale, from weighted credits: each further factor adds less."""
    return 25.0 * (1.0 - math.exp(-sum(credits) / KNOWLEDGE_SCALE))


def award(knowledge: float, judgement: float, cap: float, confidence: float, scheme: MarkScheme) -> Award:
    """Best fit of the knowledge standard (0..25) and the judgement ledger (0..1), no higher than `cap` of 25."""
    reached = min(25.0 * judgement**JUDGEMENT_POWER, knowledge + HEADROOM) if knowledge > 0 else 0.0
    fitted = KNOWLEDGE_SHARE * knowledge + (1 - KNOWLEDGE_SHARE) * reached
    standard = round(min(fitted, cap), 4)
    mark = scheme_mark(standard, scheme)
    width = 1.5 + _UNCERTAIN * (1.0 - confidence)
    low, high = scheme_mark(max(0.0, standard - width), scheme), scheme_mark(min(25.0, standard + width), scheme)
    if mark == 0:
        return Award(standard, 0, 0, (0, max(0, scheme_mark(min(cap, standard + 1.0), scheme))))
    return Award(standard, mark, level_of(mark, scheme), (max(1, low), high))


def scheme_mark(standard: float, scheme: MarkScheme) -> int:
    """The scheme's mark for a 0..25 standard, along its anchors, rounded half up."""
    points = scheme.anchors
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        if standard <= x1:
            return math.floor(y0 + (y1 - y0) * (standard - x0) / (x1 - x0) + 0.5)
    return scheme.max_mark


def level_of(mark: int, scheme: MarkScheme) -> int:
    """The level that holds a mark; 0 for mark 0."""
    return next((level.level for level in scheme.levels if level.marks[0] <= mark <= level.marks[1]), 0)
