"""A stored calibration applied to a mark: the ledgers by their weights, then the standard along the knots.

Every step rises, so better coverage or a higher quality never lowers a calibrated mark. Fitting is in `fitting`.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.calibrations import Adjustment, MarkCalibration
from markscheme.domain.schemes import TOP

from .rubric import Rubric


class CalibrationRefusedError(ValueError):
    """A calibration that may not be applied here; the message is one line that says why."""


def admitted(calibration: MarkCalibration, rubric: Rubric, engine: str, encoder: str) -> Adjustment:
    """The calibration's adjustment; raises CalibrationRefusedError unless it was fitted for this question, rubric,
    engine and encoder, and helped."""
    wanted = (
        ("question", calibration.question_id, rubric.question.id),
        ("rubric or mark scheme", calibration.rubric_hash, rubric.content_hash),
        ("engine", calibration.engine, engine),
        ("encoder", calibration.encoder, encoder),
    )
    for what, fitted, here in wanted:
        if fitted != here:
            raise CalibrationRefusedError(
                f"the calibration was fitted for another {what} ({fitted[:40]}, here {here[:40]}); fit it again"
            )
    refusal = calibration.gain.refusal
    if refusal:
        raise CalibrationRefusedError(f"the calibration does not help: {refusal}")
    return calibration.adjustment


def shifts(adjustment: Adjustment, factor_ids: Sequence[str]) -> NDArray[np.float64]:
    """What is added to each factor's log odds of being there, in the order of the ids."""
    return np.array([adjustment.shift(factor_id) for factor_id in factor_ids], dtype=np.float64)


def weighed(knowledge: float, judgement: float, adjustment: Adjustment) -> tuple[float, float]:
    """The two ledgers (each 0..1) by their weights: above 1 a gap in that ledger costs more, below 1 less."""
    return (
        float(knowledge**adjustment.knowledge_weight),
        float(judgement**adjustment.judgement_weight),
    )


def placed(standard: float, adjustment: Adjustment) -> float:
    """A 0..25 standard moved along the knots; 0 stays 0, and nothing passes 25."""
    for (x0, y0), (x1, y1) in pairwise(adjustment.knots):
        if standard <= x1:
            return min(TOP, y0 + (y1 - y0) * (standard - x0) / (x1 - x0))
    return min(TOP, adjustment.knots[-1][1])
