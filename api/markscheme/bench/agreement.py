"""Agreement between two lists of marks: error, levels, weighted kappa with its interval. Pure."""

from collections.abc import Sequence

import numpy as np

from markscheme.domain.base import Noun
from markscheme.fitting.agreement import kappas

RESAMPLES = 2000
SEED = 1964
ENOUGH = 10


class MarkAgreement(Noun):
    """How close given marks come to a person's. `bias` is given minus gold; the interval holds 95 %."""

    n: int
    error: float | None = None
    bias: float | None = None
    level_exact: float | None = None
    level_adjacent: float | None = None
    kappa: float | None = None
    kappa_interval: tuple[float, float] | None = None


def level_of(mark: int) -> int:
    """The level of a mark out of 25: five marks a level, 0 for 0."""
    return -(-mark // 5)


def weighted_kappa(gold: Sequence[int], given: Sequence[int]) -> float | None:
    """Quadratic: 1 - (mean squared difference) / (the same over all pairings); None if undefined."""
    value = kappas(np.atleast_2d(gold), np.atleast_2d(given))[0] if len(gold) else np.nan
    return None if np.isnan(value) else float(value)


def kappa_interval(
    gold: Sequence[int], given: Sequence[int], resamples: int = RESAMPLES, seed: int = SEED
) -> tuple[float, float] | None:
    """The 2.5 and 97.5 percentiles of kappa over resampled answers, always the same; None below ten."""
    if len(gold) < ENOUGH:
        return None
    rows = np.random.default_rng(seed).integers(0, len(gold), (resamples, len(gold)))
    values = kappas(np.asarray(gold)[rows], np.asarray(given)[rows])
    if np.isnan(values).all():
        return None
    low, high = np.nanpercentile(values, [2.5, 97.5])
    return float(low), float(high)


def agreement(gold: Sequence[int], given: Sequence[int]) -> MarkAgreement:
    """All mark measures over these answers; `gold` and `given` are marks out of 25 in the same order."""
    if not gold:
        return MarkAgreement(n=0)
    pairs = list(zip(gold, given, strict=True))
    steps = [abs(level_of(a) - level_of(b)) for a, b in pairs]
    return MarkAgreement(
        n=len(pairs),
        error=sum(abs(a - b) for a, b in pairs) / len(pairs), bias=sum(b - a for a, b in pairs) / len(pairs),
        level_exact=sum(s == 0 for s in steps) / len(pairs),
        level_adjacent=sum(s <= 1 for s in steps) / len(pairs),
        kappa=weighted_kappa(gold, given), kappa_interval=kappa_interval(gold, given),
    )  # fmt: skip
