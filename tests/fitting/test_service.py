"""A teacher's marks of one question, from the texts to a document that the engine marks by."""

from pathlib import Path

import numpy as np
import pytest
import yaml

from markscheme.domain.calibrations import MarkCalibration
from markscheme.domain.packs import Pack
from markscheme.encoders.static import StaticEncoder
from markscheme.fitting.answers import CannotCalibrateError, MarkedAnswer, data_hash, in_order
from markscheme.fitting.essays import Essays
from markscheme.fitting.service import calibrate
from markscheme.fitting.solver import TILTS, mark_of
from markscheme.marking.engine import mark
from markscheme.marking.rubric import Rubric
from markscheme.packs.loader import load_all

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def rubric() -> Rubric:
    pack: Pack = load_all(ROOT / "knowledge")[0]
    return Rubric.of(pack, "fall-destalinisation")


@pytest.fixture(scope="module")
def marked(rubric: Rubric, encoder: StaticEncoder) -> list[MarkedAnswer]:
    """Twenty and more answers on the subject, each with the engine's own mark."""
    files = sorted((ROOT / "tools" / "marked_answers" / "separated").glob("*.yaml"))
    texts = [str(yaml.safe_load(path.read_text(encoding="utf-8"))["text"]) for path in files]
    marks = [(text, mark(rubric, text, encoder).mark) for text in texts]
    return [MarkedAnswer(text=text, mark=given) for text, given in marks if given is not None]


def lifted(marked: list[MarkedAnswer], by: int) -> list[MarkedAnswer]:
    """The same answers by a teacher who gives so much more."""
    return [each.model_copy(update={"mark": min(25, each.mark + by)}) for each in marked]


@pytest.fixture(scope="module")
def learnt(rubric: Rubric, marked: list[MarkedAnswer], encoder: StaticEncoder) -> MarkCalibration:
    return calibrate(rubric, lifted(marked, 3)[:22], encoder)


def test_three_marks_more_are_learnt_from_a_class_of_answers(
    rubric: Rubric, marked: list[MarkedAnswer], encoder: StaticEncoder, learnt: MarkCalibration
) -> None:
    assert learnt.gain.refusal is None
    assert 20 <= learnt.answers <= 22
    assert learnt.before.error > 2.5
    assert learnt.after.error < 1
    for unseen in lifted(marked, 3)[22:]:
        report = mark(rubric, unseen.text, encoder, learnt)
        assert report.mark is not None
        assert abs(report.mark - unseen.mark) <= 2 or report.flags


def test_the_marks_that_were_judged_are_those_that_the_engine_gives(
    rubric: Rubric, marked: list[MarkedAnswer], encoder: StaticEncoder, learnt: MarkCalibration
) -> None:
    essays = Essays(rubric, marked, encoder)
    everyone = np.arange(len(essays.answers))
    found = learnt.adjustment
    place = [each.thresholds.shared_shift for each in essays.candidates(everyone)].index(found.shared_shift)
    tilt = [round(float(np.exp(each)), 4) for each in TILTS].index(found.knowledge_weight)
    held = essays.candidates(everyone)[place]
    for number, answer in enumerate(essays.answers):
        judged = mark_of(held.standards[tilt, number], rubric.scheme, found, held.ceilings[number])
        assert judged == mark(rubric, answer.text, encoder, learnt).mark


def test_the_order_of_the_file_does_not_matter(
    rubric: Rubric, marked: list[MarkedAnswer], encoder: StaticEncoder, learnt: MarkCalibration
) -> None:
    again = calibrate(rubric, lifted(marked, 3)[:22][::-1], encoder)
    assert again.model_dump_json() == learnt.model_dump_json()
    other = lifted(marked, 3)[:22]
    other[0] = other[0].model_copy(update={"mark": other[0].mark - 1})
    ordered = [in_order(each, 25) for each in (other, lifted(marked, 3)[:22])]
    assert data_hash(ordered[0]) != data_hash(ordered[1])


def test_random_marks_make_nothing_that_can_be_applied(
    rubric: Rubric, marked: list[MarkedAnswer], encoder: StaticEncoder
) -> None:
    drawn = np.random.default_rng(9).integers(0, 26, len(marked)).tolist()
    shuffled = [each.model_copy(update={"mark": m}) for each, m in zip(marked, drawn, strict=True)]
    assert calibrate(rubric, shuffled, encoder).gain.refusal is not None


def test_factors_that_teachers_found_move_the_thresholds(
    rubric: Rubric, marked: list[MarkedAnswer], encoder: StaticEncoder
) -> None:
    everything = [factor.id for factor in rubric.pack.factors]
    generous = [
        each.model_copy(update={"factors": dict.fromkeys(everything, "mentioned")}) for each in marked
    ]
    strict = [each.model_copy(update={"factors": {}}) for each in marked]
    assert calibrate(rubric, generous, encoder).adjustment.shared_shift > 0.5
    assert calibrate(rubric, strict, encoder).adjustment.shared_shift < -0.5


def refusal(rubric: Rubric, answers: list[MarkedAnswer], encoder: StaticEncoder) -> str:
    """The one line that says why."""
    with pytest.raises(CannotCalibrateError) as refused:
        calibrate(rubric, answers, encoder)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_what_cannot_be_learnt_from_is_refused(
    rubric: Rubric, marked: list[MarkedAnswer], encoder: StaticEncoder
) -> None:
    few = refusal(rubric, marked[:19], encoder)
    assert few == "19 marked answers are given; a calibration needs 20"
    blank = [MarkedAnswer(text=" " * n, mark=0) for n in range(1, 25)]
    assert "0 marked answers can be learnt from" in refusal(rubric, blank, encoder)
    assert "is given twice" in refusal(rubric, [*marked[:20], marked[0]], encoder)
    over = [*marked[:20], MarkedAnswer(text="x", mark=26)]
    assert "outside the scheme's 0 to 25" in refusal(rubric, over, encoder)
    odd = [*marked[:20], MarkedAnswer(text="x", mark=2, factors={"no_such": "mentioned"})]
    assert "there is no factor 'no_such'" in refusal(rubric, odd, encoder)
