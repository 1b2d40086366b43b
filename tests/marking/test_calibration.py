"""A calibration applied: refused where it does not belong, and never a lower mark for a better answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markscheme.domain.calibrations import Adjustment, Fit, Gain, MarkCalibration, MarksApart
from markscheme.domain.packs import Pack
from markscheme.domain.reports import MarkReport
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.calibration import CalibrationRefusedError
from markscheme.marking.engine import ENGINE, mark
from markscheme.marking.levels import award, calibrated, fitted
from markscheme.marking.rubric import Rubric

QUESTION = "fall-destalinisation"
TEXT = """Destalinisation mattered because it cost Khrushchev the trust of the Party. The Secret Speech of 1956 shocked
officials who owed their posts to Stalin. However, the failure of agriculture was more important: the Virgin Lands
campaign collapsed, so bread had to be bought from Canada in 1963, which meant that ordinary people lost faith too.
The Cuban Missile Crisis humiliated him abroad. Overall the Party's fear for its own posts weighed most, because it was
the Presidium that voted him out in October 1964."""
UP = Adjustment(knots=((0, 0), (5, 8), (25, 28)))
share = st.floats(0, 1)
weight = st.floats(0.1, 4)


@st.composite
def adjustments(draw: st.DrawFn) -> Adjustment:
    """Any adjustment that the domain admits."""
    rises = draw(st.lists(st.floats(0, 12), min_size=5, max_size=5))
    heights = [sum(rises[:n]) for n in range(6)]
    return Adjustment(knowledge_weight=draw(weight), judgement_weight=draw(weight),
                      knots=tuple((5.0 * n, height) for n, height in enumerate(heights)))  # fmt: skip


def sealed(rubric: Rubric, adjustment: Adjustment = UP, low: float = 0.5, **other: str) -> MarkCalibration:
    """A calibration for this rubric, sure by `low` to help."""
    figures = MarksApart(error=3.0, within_one=0.2, level_exact=0.3, kappa=None)
    gain = Gain(
        error=1.0, error_interval=(low, 2.0), within_one=0.1, within_one_interval=(0.0, 0.2),
        level_exact=0.1, level_exact_interval=(0.0, 0.2), kappa=0.1, kappa_interval=(0.0, 0.2),
        follows=(0.4, 0.9),
    )  # fmt: skip
    fields = {"question_id": rubric.question.id, "rubric_hash": rubric.content_hash, "engine": ENGINE,
              "encoder": "own256-1", "data_hash": "b" * 64} | other  # fmt: skip
    return MarkCalibration.sealed(Fit.model_validate(
        {"answers": 20, "adjustment": adjustment, "before": figures, "after": figures, "gain": gain} | fields
    ))  # fmt: skip


@pytest.fixture(scope="module")
def rubric(khrushchev: Pack) -> Rubric:
    return Rubric.of(khrushchev, QUESTION)


@pytest.fixture(scope="module")
def plain(rubric: Rubric, encoder: StaticEncoder) -> MarkReport:
    return mark(rubric, TEXT, encoder)


@given(adjustments(), share, share, share, share, st.floats(0, 25))
def test_more_in_either_ledger_never_lowers_a_calibrated_mark(
    khrushchev: Pack, adjustment: Adjustment, knowledge: float, judgement: float, more: float, better: float,
    cap: float,
) -> None:  # fmt: skip
    for scheme in khrushchev.schemes:
        now = award(knowledge, judgement, cap, 1.0, scheme, adjustment)
        assert 0 <= now.mark <= scheme.max_mark
        assert now.standard <= cap + 1e-3
        assert award(max(knowledge, more), judgement, cap, 1.0, scheme, adjustment).mark >= now.mark
        assert award(knowledge, max(judgement, better), cap, 1.0, scheme, adjustment).mark >= now.mark


@given(share, share)
def test_an_adjustment_that_moves_nothing_moves_nothing(knowledge: float, judgement: float) -> None:
    assert calibrated(knowledge, judgement, None) == fitted(knowledge, judgement)
    assert calibrated(knowledge, judgement, Adjustment()) == pytest.approx(fitted(knowledge, judgement))


def test_without_one_the_report_has_no_word_of_it(plain: MarkReport) -> None:
    assert "calibration" not in plain.model_dump()["provenance"]
    assert '"calibration"' not in plain.model_dump_json()


def test_with_one_the_mark_follows_and_the_report_says_by_which(
    rubric: Rubric, encoder: StaticEncoder, plain: MarkReport
) -> None:
    calibration = sealed(rubric)
    report = mark(rubric, TEXT, encoder, calibration)
    assert plain.mark is not None
    assert report.mark == plain.mark + 3
    assert report.provenance.calibration == calibration.hash
    assert report.provenance.model_copy(update={"calibration": None}) == plain.provenance
    assert MarkReport.model_validate_json(report.model_dump_json()) == report
    assert report.factors == plain.factors


def test_the_steps_still_add_up_and_the_calibration_is_one_of_them(
    rubric: Rubric, encoder: StaticEncoder, plain: MarkReport
) -> None:
    report = mark(rubric, TEXT, encoder, sealed(rubric))
    assert report.arithmetic is not None
    assert plain.arithmetic is not None
    steps = report.arithmetic.steps
    assert report.mark is not None
    assert sum(step.thousandths for step in steps) == 1000 * report.mark
    moved = [step for step in steps if step.kind == "calibration"]
    assert [2900 < step.thousandths < 3100 for step in moved] == [True]
    assert [s for s in steps if s.kind == "factor"] == [
        s for s in plain.arithmetic.steps if s.kind == "factor"
    ]


def test_a_lower_threshold_finds_more_and_a_higher_one_less(
    rubric: Rubric, encoder: StaticEncoder, plain: MarkReport
) -> None:
    def found(shift: float) -> set[str]:
        report = mark(rubric, TEXT, encoder, sealed(rubric, Adjustment(shared_shift=shift)))
        return {finding.factor_id for finding in report.factors if finding.coverage != "absent"}

    now = {finding.factor_id for finding in plain.factors if finding.coverage != "absent"}
    assert found(-4) < now < found(3)
    one = min(now)
    only = Adjustment(factor_shifts={one: -12.0})
    report = mark(rubric, TEXT, encoder, sealed(rubric, only))
    assert now - {f.factor_id for f in report.factors if f.coverage != "absent"} == {one}


def test_no_calibration_lifts_a_text_over_its_ceiling(rubric: Rubric, encoder: StaticEncoder) -> None:
    top = Adjustment(shared_shift=4, knots=((0, 0), (1, 25), (25, 25)))
    for text in (
        "",
        "Blue fish swim in warm water. " * 5,
        "Cuba. Virgin Lands. Secret Speech. Sovnarkhozy. KGB.",
    ):
        assert (mark(rubric, text, encoder, sealed(rubric, top)).mark or 0) <= max(
            8, mark(rubric, text, encoder).mark or 0
        )
    assert mark(rubric, "", encoder, sealed(rubric, top)).mark == 0


@pytest.mark.parametrize(
    ("other", "words"),
    [({"question_id": "removal-cuba"}, "another question (removal-cuba, here fall-destalinisation)"),
     ({"rubric_hash": "0" * 64}, "another rubric or mark scheme"), ({"engine": "markscheme-0"}, "another engine"),
     ({"encoder": "big-1"}, "another encoder")],
)  # fmt: skip
def test_what_was_fitted_for_something_else_is_refused(
    rubric: Rubric, encoder: StaticEncoder, other: dict[str, str], words: str
) -> None:
    with pytest.raises(CalibrationRefusedError) as refused:
        mark(rubric, TEXT, encoder, sealed(rubric, **other))
    assert words in str(refused.value)


def test_what_does_not_help_is_refused(rubric: Rubric, encoder: StaticEncoder) -> None:
    with pytest.raises(CalibrationRefusedError, match="does not help: it is not sure to help"):
        mark(rubric, TEXT, encoder, sealed(rubric, low=-0.01))
