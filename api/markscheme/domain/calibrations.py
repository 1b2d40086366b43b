"""What was learnt from a teacher's marks of one question: a document that can be stored, checked and refused."""

import json
from hashlib import sha256
from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from .base import Noun, Slug
from .schemes import TOP

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Interval = tuple[float, float]


class Adjustment(Noun):
    """The parameters. Shifts are added to a factor's log odds of being there; a ledger is raised to its weight before
    the two are joined; `knots` is a rising map of the 0..25 standard onto itself, straight between its points."""

    shared_shift: float = 0.0
    factor_shifts: dict[Slug, float] = Field(default_factory=dict)
    knowledge_weight: float = Field(default=1.0, gt=0, le=4)
    judgement_weight: float = Field(default=1.0, gt=0, le=4)
    knots: tuple[tuple[float, float], ...] = ((0.0, 0.0), (TOP, TOP))

    @model_validator(mode="after")
    def _rises(self) -> Self:
        if self.knots[0] != (0.0, 0.0) or self.knots[-1][0] != TOP:
            raise ValueError("knots must start at [0, 0] and end at 25")
        if any(x1 <= x0 or y1 < y0 for (x0, y0), (x1, y1) in pairwise(self.knots)):
            raise ValueError("knots must rise, so that a better answer never gets a lower mark")
        return self

    def shift(self, factor_id: str) -> float:
        """What is added to the log odds that this factor is there."""
        return self.factor_shifts.get(factor_id, self.shared_shift)


class MarksApart(Noun):
    """How far marks lie from a teacher's, over the same answers: mean error in marks, shares, weighted kappa."""

    error: float
    within_one: float
    level_exact: float
    kappa: float | None


class Gain(Noun):
    """What a calibration adds by cross-validation, each with the interval that holds 95 %; more is always better.
    `error` is the fall of the mean error; `follows` holds 99 % of the weighted kappa that the calibrated marks reach."""

    error: float
    error_interval: Interval
    within_one: float
    within_one_interval: Interval
    level_exact: float
    level_exact_interval: Interval
    kappa: float | None
    kappa_interval: Interval | None
    follows: Interval | None

    @property
    def refusal(self) -> str | None:
        """Why such a calibration must not be applied, in one line; None where it helps."""
        low, high = self.error_interval
        if low <= 0:
            return (f"it is not sure to help: the mean error falls by {self.error:.2f} marks, "
                    f"but that may be anything from {low:.2f} to {high:.2f}")  # fmt: skip
        if self.follows is None or self.follows[0] <= 0:
            return "the teacher's marks do not follow what the engine reads in the answers, so nothing can be learnt"
        if self.kappa is None or self.kappa < 0:
            return (
                "the calibrated marks lie closer on average, but tell good answers from poor ones less well"
            )
        return None


class Fit(Noun):
    """An adjustment with what it was fitted for, on what and to what effect. `data_hash` is of the marked answers,
    `version` counts the calibrations of a question."""

    format: Literal[1] = 1
    version: int = Field(default=1, ge=1)
    question_id: Slug
    rubric_hash: Sha256
    engine: str
    encoder: str
    answers: int = Field(ge=1)
    data_hash: Sha256
    adjustment: Adjustment
    before: MarksApart
    after: MarksApart
    gain: Gain
    created_by: str | None = Field(default=None, max_length=200)


class MarkCalibration(Fit):
    """The document that is kept. `hash` seals all other fields against accident; it is no signature."""

    hash: Sha256

    @classmethod
    def sealed(cls, fit: Fit) -> Self:
        """The document of a fit."""
        return cls.model_validate(fit.model_dump() | {"hash": _seal(fit)})

    @model_validator(mode="after")
    def _untouched(self) -> Self:
        if self.hash != _seal(self):
            raise ValueError("it has been changed since it was fitted (its hash does not match)")
        return self


def _seal(fit: Fit) -> str:
    content = fit.model_dump(mode="json", exclude={"hash"})
    return sha256(json.dumps(content, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
