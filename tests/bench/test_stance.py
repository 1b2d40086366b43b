"""The bench of minimal pairs: what it reads, and what it counts."""

from pathlib import Path

import pytest

from markscheme.bench.desk import Desk
from markscheme.bench.gold import GoldError
from markscheme.bench.stance import Pairs, load, measure
from markscheme.bench.stance_tables import stance_sheets

ROOT = Path(__file__).resolve().parents[2]
FACTORS = 38


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.open(ROOT / "knowledge")


@pytest.fixture(scope="module")
def own() -> Pairs:
    return load(None)


def test_the_own_pairs_cover_every_factor(own: Pairs) -> None:
    assert len(own.pairs) >= 240
    assert len({pair.factor for pair in own.pairs}) == FACTORS
    assert len({pair.id for pair in own.pairs}) == len(own.pairs)
    assert sum(pair.rejected is not None for pair in own.pairs) >= len(own.pairs) // 4


def test_the_frame_makes_no_factor(own: Pairs, desk: Desk) -> None:
    for question in desk.question_ids:
        assert not any(factor.credit for factor in desk.mark(question, own.frame.replace("{}", "")).factors)


def test_a_denial_counts_once_it_earns_nothing(own: Pairs, desk: Desk) -> None:
    """The planted fault: a fact put in the denial's place is not counted as denied."""
    pair = next(pair for pair in own.pairs if pair.id == "ag-1")
    honest = measure(own.model_copy(update={"pairs": (pair,)}), desk)
    swapped = pair.model_copy(update={"denial": pair.fact, "rejected": None, "harmless": None})
    fooled = measure(own.model_copy(update={"pairs": (swapped,)}), desk)
    assert sum(half.denials.nothing for half in honest.halves.values()) == 1
    assert sum(half.denials.nothing for half in fooled.halves.values()) == 0
    assert [sheet.title for sheet in stance_sheets(fooled)] == [
        "False denials",
        "Negations that are no denials",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("pairs: []\nframe: 'a {} b'\n", "at least 1 item"),
        ("frame: nothing\npairs: [{id: a, factor: b, form: agent, fact: c, denial: d}]\n", "pattern"),
        ("frame: 'a {} b'\npairs: [{id: a, factor: b, form: odd, fact: c, denial: d}]\n", "should be"),
    ],
)
def test_a_file_that_is_wrong_says_where(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "pairs.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match=told):
        load(file)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="cannot be read"):
        load(tmp_path / "none.yaml")


def test_a_factor_that_no_question_asks_for(own: Pairs, desk: Desk) -> None:
    odd = own.pairs[0].model_copy(update={"factor": "no_such"})
    with pytest.raises(GoldError, match="no_such"):
        measure(own.model_copy(update={"pairs": (odd,)}), desk)
