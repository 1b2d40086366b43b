"""What the curve is drawn on: people's scores of short answers, and marked essays."""

from pathlib import Path

import pytest

from markscheme.bench import curve_sets, public_sets
from markscheme.bench.desk import ENCODER, Desk
from markscheme.bench.gold import GoldError
from markscheme.bench.public_sets import PublicError
from markscheme.domain.packs import Pack
from markscheme.encoders.keypoints import load_keypoint_model
from markscheme.encoders.static import StaticEncoder

from .public_town import write_all

ROOT = Path(__file__).resolve().parents[2]
MODEL = load_keypoint_model(ROOT / "knowledge" / "encoders" / ENCODER)
ESSAY = "question: council-fall\nmark: {}\ntext: |\n  {}\n"


def quiet(_: str) -> None:
    """Nobody watches."""


@pytest.fixture
def desk(pack: Pack, encoder: StaticEncoder) -> Desk:
    return Desk([pack], encoder)


def test_right_answers_stand_above_wrong_ones_before_any_fit(tmp_path: Path, desk: Desk) -> None:
    saf = public_sets.load(write_all(tmp_path))["saf"]
    each, pooled = curve_sets.scored_sets(saf, desk.scheme("council-fall"), desk.encoder, MODEL, quiet)
    assert len(pooled.marks) == sum(len(read.marks) for read in each.values())
    assert set(pooled.marks) == {0, 12, 25}
    right, wrong = (
        [standard for standard, mark in zip(pooled.plain, pooled.marks, strict=True) if mark == wanted]
        for wanted in (25, 0)
    )
    assert sum(right) / len(right) > sum(wrong) / len(wrong) + 3


def test_the_whole_measure_needs_the_scored_set(tmp_path: Path, desk: Desk) -> None:
    sets = public_sets.load(write_all(tmp_path))
    result = curve_sets.measure(sets, [], desk, MODEL, quiet)
    assert [curve.name for curve in result.curves] == [
        "Short Answer Feedback, a question at a time", "Short Answer Feedback, all questions in one"
    ]  # fmt: skip
    assert result.data == sets["saf"].sha256
    with pytest.raises(PublicError, match="no saf-train"):
        curve_sets.measure({"beetle": sets["beetle"]}, [], desk, MODEL, quiet)


def test_essays_are_read_and_those_that_a_ceiling_decides_left_out(tmp_path: Path, desk: Desk) -> None:
    for number in range(3):
        text = f"The grain shortage mattered because people lost trust in year {number}. " * 3
        (tmp_path / f"{number}.yaml").write_text(ESSAY.format(10 + number, text), encoding="utf-8")
    (tmp_path / "blank.yaml").write_text(ESSAY.format(0, "Hm."), encoding="utf-8")
    read = curve_sets.essays([tmp_path], desk, quiet)
    assert set(read.marks) <= {10, 11, 12}


@pytest.mark.parametrize(
    ("content", "words"),
    [("[1]", "needs question, mark and text"), ("a: [", "cannot be read"),
     (ESSAY.format(26, "x"), "whole mark from 0 to 25"), (ESSAY.format("true", "x"), "whole mark"),
     (ESSAY.format(3, "x").replace("council-fall", "nowhere"), "a question of the packs")],
)  # fmt: skip
def test_an_essay_that_cannot_be_used_is_told(tmp_path: Path, desk: Desk, content: str, words: str) -> None:
    (tmp_path / "bad.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=words):
        curve_sets.essays([tmp_path], desk, quiet)


def test_an_empty_folder_is_told(tmp_path: Path, desk: Desk) -> None:
    with pytest.raises(GoldError, match="no marked answers there"):
        curve_sets.essays([tmp_path], desk, quiet)
