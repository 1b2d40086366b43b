"""The document: sealed, readable again, refused when changed."""

import json

import pytest
from pydantic import ValidationError

from markscheme.domain.calibrations import Adjustment, Fit, Gain, MarkCalibration, MarksApart

FIGURES = MarksApart(error=3.0, within_one=0.2, level_exact=0.3, kappa=0.5)


def gain(low: float = 0.5, follows: float = 0.5, kappa: float | None = 0.1) -> Gain:
    """A gain of one mark; the intervals of the fall in error and of the kappa reached begin at these."""
    return Gain(
        error=1.0, error_interval=(low, 2.0), within_one=0.1, within_one_interval=(0.0, 0.2),
        level_exact=0.1, level_exact_interval=(0.0, 0.2), kappa=kappa, kappa_interval=(0.0, 0.2),
        follows=(follows, 0.9),
    )  # fmt: skip


def document(**other: object) -> MarkCalibration:
    """A calibration that lifts everything by two marks."""
    adjustment = Adjustment(knots=((0, 0), (5, 7), (25, 27)), factor_shifts={"bread": 0.35})
    return MarkCalibration.sealed(Fit.model_validate({
        "question_id": "council-fall", "rubric_hash": "a" * 64, "engine": "markscheme-1", "encoder": "own256-1",
        "answers": 20, "data_hash": "b" * 64, "adjustment": adjustment, "before": FIGURES, "after": FIGURES,
        "gain": gain(), **other,
    }))  # fmt: skip


def test_it_reads_back_as_it_was_written() -> None:
    written = document(created_by="a teacher", version=3)
    assert MarkCalibration.model_validate_json(written.model_dump_json()) == written
    assert document().hash != document(version=2).hash


@pytest.mark.parametrize(
    ("field", "value"),
    [("answers", 200), ("question_id", "town-trust"), ("version", 2), ("hash", "c" * 64), ("created_by", "x"),
     ("adjustment", {"knots": [[0, 0], [5, 9], [25, 27]]})],
)  # fmt: skip
def test_a_changed_document_is_refused(field: str, value: object) -> None:
    changed = json.loads(document().model_dump_json()) | {field: value}
    with pytest.raises(ValidationError, match="changed since it was fitted"):
        MarkCalibration.model_validate(changed)


@pytest.mark.parametrize(
    "knots",
    [
        ((0, 0), (10, 12), (25, 11)),
        ((0, 1), (25, 25)),
        ((0, 0), (20, 25)),
        ((0, 0), (10, 5), (10, 6), (25, 25)),
    ],
)
def test_knots_that_fall_or_leave_a_gap_are_refused(knots: tuple[tuple[float, float], ...]) -> None:
    with pytest.raises(ValidationError):
        Adjustment(knots=knots)


@pytest.mark.parametrize("weight", [0.0, -1.0, float("nan"), 5.0])
def test_a_weight_that_would_turn_a_ledger_round_is_refused(weight: float) -> None:
    with pytest.raises(ValidationError):
        Adjustment(knowledge_weight=weight)


@pytest.mark.parametrize(
    ("made", "words"),
    [(gain(low=0.0), "not sure to help"), (gain(follows=-0.1), "do not follow"),
     (gain(kappa=-0.01), "tell good answers from poor ones less well"), (gain(kappa=None), "less well")],
)  # fmt: skip
def test_help_must_be_sure_follow_the_answers_and_keep_their_order(made: Gain, words: str) -> None:
    assert gain().refusal is None
    assert made.refusal is not None
    assert words in made.refusal
    assert "\n" not in made.refusal
