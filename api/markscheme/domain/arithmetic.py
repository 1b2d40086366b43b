"""How a mark came about, as steps that add up to it exactly."""

from typing import Literal

from .base import Noun

StepKind = Literal["factor", "quality", "errors", "calibration", "ceiling", "rounding"]


class MarkStep(Noun):
    """One step in thousandths of a mark: what it added or took, and the sum so far."""

    kind: StepKind
    label: str
    factor_id: str | None = None
    quality_id: str | None = None
    thousandths: int
    running: int


class Arithmetic(Noun):
    """Ordered steps whose last `running` is the mark in thousandths. The two ledgers are 0..1, `standard` is 0..25."""

    knowledge: float
    judgement: float
    standard: float
    steps: tuple[MarkStep, ...]
