"""What can be done with a teacher's marks: fit a calibration, with the figures that say whether it helps."""

from collections.abc import Sequence

import numpy as np

from markscheme.domain.calibrations import Fit, MarkCalibration
from markscheme.marking.encoding import Encoder
from markscheme.marking.engine import ENGINE
from markscheme.marking.rubric import Rubric

from .answers import ENOUGH, CannotCalibrateError, MarkedAnswer, data_hash, in_order
from .essays import Essays
from .solver import fit, targets_of
from .validation import cross_validated


def calibrate(rubric: Rubric, answers: Sequence[MarkedAnswer], encoder: Encoder, version: int = 1,
              created_by: str | None = None) -> MarkCalibration:  # fmt: skip
    """Fit a calibration of one question. Same answers in any order give the same document; whether it may be applied
    is its `gain.refusal`. Raises CannotCalibrateError for fewer than 20 answers that can be learnt from, a mark
    outside the scheme, an unknown factor or an answer given twice."""
    _enough(len(answers), "are given")
    _known_factors(rubric, answers)
    essays = Essays(rubric, in_order(answers, rubric.scheme.max_mark), encoder)
    _enough(
        len(essays.answers), "can be learnt from, the others getting no mark or one that a ceiling decides"
    )
    before, after, gain = cross_validated(essays)
    everyone = np.arange(len(essays.answers))
    adjustment = fit(essays.candidates(everyone), targets_of(essays.marks, rubric.scheme), everyone)[2]
    return MarkCalibration.sealed(Fit(
        version=version, question_id=rubric.question.id, rubric_hash=rubric.content_hash, engine=ENGINE,
        encoder=encoder.name, answers=len(essays.answers), data_hash=data_hash(essays.answers),
        adjustment=adjustment, before=before, after=after, gain=gain, created_by=created_by,
    ))  # fmt: skip


def _enough(count: int, what: str) -> None:
    if count < ENOUGH:
        raise CannotCalibrateError(f"{count} marked answers {what}; a calibration needs {ENOUGH}")


def _known_factors(rubric: Rubric, answers: Sequence[MarkedAnswer]) -> None:
    known = {factor.id for factor in rubric.pack.factors}
    for answer in answers:
        unknown = sorted(set(answer.factors or ()) - known)
        if unknown:
            raise CannotCalibrateError(f"there is no factor {unknown[0]!r} in pack {rubric.pack.manifest.id}")
