"""The fit: a small grid over thresholds and weights, and inside it a convex problem with one answer.

Everything is pulled towards the engine as it is, by as much as its prior width says: widths are in the units of each
parameter, `_NOISE` is how far a mark strays from its answer's worth on the 0..25 scale. With few answers the pull wins.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.calibrations import Adjustment
from markscheme.domain.schemes import TOP, MarkScheme
from markscheme.marking.calibration import placed
from markscheme.marking.levels import Reached, calibrated, scheme_mark

Array = NDArray[np.float64]

# Where the five levels of the 0..25 standard begin and end.
KNOTS = np.linspace(0.0, TOP, 6)
TILTS = (-0.6, -0.4, -0.2, 0.0, 0.2, 0.4, 0.6)
SHIFTS = (-1.0, -0.5, 0.0, 0.5, 1.0)
_NOISE = 2.5
_LIFT_WIDTH, _STEP_WIDTH, _TILT_WIDTH, _SHIFT_WIDTH = 3.0, 1.5, 0.35, 0.5
# The map keeps at least this slope, so that two answers that the engine tells apart stay apart.
_LEAST_SLOPE = 0.25
_DIGITS = 4


@dataclass(frozen=True)
class Candidate:
    """The answers with the factors' thresholds at one place. `standards` is tilts x answers on the 0..25 scale before
    any knots, `ceilings` the highest each answer may come to, `cost` what the prior asks for these thresholds."""

    thresholds: Adjustment
    standards: Array
    ceilings: Array
    cost: float = 0.0

    def only(self, rows: NDArray[np.intp]) -> "Candidate":
        """These answers alone."""
        return replace(self, standards=self.standards[:, rows], ceilings=self.ceilings[rows])


def candidate(thresholds: Adjustment, reached: Sequence[Reached]) -> Candidate:
    """The candidate of what each answer reaches there."""
    tilted = [tilt_by(thresholds, tilt) for tilt in TILTS]
    standards = np.array([[calibrated(k, j, each) for k, j, _ in reached] for each in tilted])
    ceilings = np.array([each.ceiling for each in reached])
    own = [thresholds.shared_shift, *(s - thresholds.shared_shift for s in thresholds.factor_shifts.values())]
    return Candidate(thresholds, standards, ceilings, sum((shift / _SHIFT_WIDTH) ** 2 for shift in own))


def tilt_by(adjustment: Adjustment, tilt: float) -> Adjustment:
    """The adjustment with weight moved from judgement to knowledge, or the other way for a negative tilt."""
    weights = {"knowledge_weight": round(float(np.exp(tilt)), _DIGITS),
               "judgement_weight": round(float(np.exp(-tilt)), _DIGITS)}  # fmt: skip
    return adjustment.model_copy(update=weights)


def fit(
    candidates: Sequence[Candidate], targets: Array, rows: NDArray[np.intp]
) -> tuple[int, int, Adjustment]:
    """The best (candidate, tilt) and their whole adjustment for the answers in `rows`; `targets` are marks on the 0..25
    scale. The same everywhere: ties go to the first."""
    best: tuple[float, int, int, Array] | None = None
    for place, each in enumerate(candidates):
        for tilt, standards in enumerate(each.standards[:, rows]):
            ys, misfit = _knots(standards, targets[rows])
            prior = each.cost + (TILTS[tilt] / _TILT_WIDTH) ** 2
            total = misfit / _NOISE**2 + prior
            if best is None or total < best[0] - 1e-9:
                best = (total, place, tilt, ys)
    assert best is not None
    _, place, tilt, ys = best
    heights = [0.0, *(round(float(y), _DIGITS) for y in ys)]
    knots = tuple(zip(KNOTS.tolist(), heights, strict=True))
    chosen = tilt_by(candidates[place].thresholds, TILTS[tilt]).model_copy(update={"knots": knots})
    return place, tilt, Adjustment.model_validate(chosen.model_dump())


def _knots(standards: Array, targets: Array) -> tuple[Array, float]:
    """Heights of the knots after the first, and the least sum of squares: misfit, lift of the whole, and steps between
    neighbours. Non-negative least squares in the rises above the least slope, which is convex."""
    from scipy.optimize import nnls

    width = KNOTS[1]
    least = _LEAST_SLOPE * width
    into = np.clip(standards[:, None] / width - np.arange(len(KNOTS) - 1), 0.0, 1.0)
    ladder = np.tril(np.ones((len(KNOTS) - 1, len(KNOTS) - 1)))
    lift = ladder.mean(axis=0, keepdims=True) * (_NOISE / _LIFT_WIDTH)
    steps = np.eye(len(KNOTS) - 1)[1:] * (_NOISE / _STEP_WIDTH)
    matrix = np.concatenate([into, lift, steps])
    wanted = np.concatenate([targets, [KNOTS[1:].mean() * (_NOISE / _LIFT_WIDTH)],
                             np.full(len(KNOTS) - 2, width * (_NOISE / _STEP_WIDTH))])  # fmt: skip
    rises, misfit = nnls(matrix, wanted - matrix.sum(axis=1) * least)
    return np.cumsum(rises + least), float(misfit) ** 2


def mark_of(
    standard: float, scheme: MarkScheme, adjustment: Adjustment | None = None, ceiling: float = TOP
) -> int:
    """The scheme's mark for a standard before any knots, rounded as the engine rounds."""
    moved = placed(standard, adjustment) if adjustment else standard
    return scheme_mark(round(min(moved, ceiling), _DIGITS), scheme)


def targets_of(marks: Sequence[int], scheme: MarkScheme) -> Array:
    """Marks of the scheme on the 0..25 scale, back along its anchors."""
    xs, ys = zip(*scheme.anchors, strict=True)
    targets: Array = np.interp(np.asarray(marks, dtype=np.float64), ys, xs)
    return targets
