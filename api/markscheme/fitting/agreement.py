"""How far marks lie from a teacher's, and what a calibration adds, with intervals over the answers. Pure."""

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.calibrations import Gain, Interval, MarksApart
from markscheme.domain.schemes import MarkScheme
from markscheme.marking.levels import level_of

Array = NDArray[np.float64]
Marks = NDArray[np.int_]

RESAMPLES = 2000
SEED = 1964


def kappas(gold: Marks, given: Marks) -> Array:
    """Quadratic weighted kappa of each row; not a number where both are one and the same mark throughout."""
    chance = gold.var(axis=1) + given.var(axis=1) + (gold.mean(axis=1) - given.mean(axis=1)) ** 2
    observed = ((gold - given) ** 2).mean(axis=1)
    undefined: Array = np.full(len(chance), np.nan)
    values: Array = 1 - np.divide(observed, chance, out=undefined, where=chance > 0)
    return values


def apart(gold: Marks, given: Marks, scheme: MarkScheme) -> MarksApart:
    """The measures of `given` (repeats x answers) against the teacher's marks, averaged over the repeats."""
    by_answer = _by_answer(gold, given, scheme)
    return MarksApart(
        error=round(float(by_answer[0].mean()), 4), within_one=round(float(by_answer[1].mean()), 4),
        level_exact=round(float(by_answer[2].mean()), 4), kappa=_known(_kappa(gold[None], given[:, None])[0]),
    )  # fmt: skip


def gain(gold: Marks, before: Marks, after: Marks, scheme: MarkScheme) -> Gain:
    """What `after` (repeats x answers) adds to `before`; intervals over 2000 resamples of the answers, always the
    same."""
    was, now = (_by_answer(gold, marks, scheme) for marks in (before[None], after))
    rows = np.random.default_rng(SEED).integers(0, len(gold), (RESAMPLES, len(gold)))
    changes = np.stack([was[0] - now[0], now[1] - was[1], now[2] - was[2]])
    lows, highs = np.percentile(changes[:, rows].mean(axis=2), [2.5, 97.5], axis=1).round(4).tolist()
    means = changes.mean(axis=1).round(4).tolist()
    reached = _kappa(gold[rows], after[:, rows])
    kappa = _kappa(gold[None], after[:, None]) - kappas(gold[None], before[None])
    return Gain(
        error=means[0], error_interval=(lows[0], highs[0]),
        within_one=means[1], within_one_interval=(lows[1], highs[1]),
        level_exact=means[2], level_exact_interval=(lows[2], highs[2]),
        kappa=_known(kappa[0]), kappa_interval=_interval(reached - kappas(gold[rows], before[rows])),
        follows=_interval(reached, 99.0),
    )  # fmt: skip


def _by_answer(gold: Marks, given: Marks, scheme: MarkScheme) -> tuple[Array, Array, Array]:
    """Error, within one, level exact: each a value an answer, averaged over the repeats."""
    apart_by = np.abs(given - gold)
    levels = np.array([level_of(mark, scheme) for mark in range(scheme.max_mark + 1)])
    return apart_by.mean(axis=0), (apart_by <= 1).mean(axis=0), (levels[given] == levels[gold]).mean(axis=0)


def _kappa(gold: Marks, given: Marks) -> Array:
    """The mean over repeats of each resample's kappa: `gold` is resamples x answers, `given` repeats x the same."""
    values: Array = np.mean([kappas(gold, marks) for marks in given], axis=0)
    return values


def _known(value: float) -> float | None:
    return None if np.isnan(value) else round(float(value), 4)


def _interval(values: Array, holds: float = 95.0) -> Interval | None:
    if np.isnan(values).all():
        return None
    rest = (100.0 - holds) / 2
    low, high = np.nanpercentile(values, [rest, 100.0 - rest]).round(4).tolist()
    return low, high
