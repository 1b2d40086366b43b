import pytest

from markscheme.bench.gold import GoldAnswer
from markscheme.bench.tallies import Marked, Tally, by_factor, mean, presence, ratio, tally, three_class

from .conftest import MadeGold, MadeReport

FACTORS = ["a", "b", "c"]


@pytest.fixture
def pairs(made_gold: MadeGold) -> list[tuple[GoldAnswer, Marked]]:
    """Two answers: six decisions."""
    first = made_gold("x", factors={"a": "developed", "b": "mentioned"})
    second = made_gold("y", factors={"a": "mentioned"})
    return [
        (first, Marked(coverage={"a": "developed", "b": "absent", "c": "mentioned"})),
        (second, Marked(coverage={"a": "developed", "b": "absent", "c": "absent"})),
    ]


def test_rates_of_three_right_one_false_two_missed() -> None:
    counted = Tally(tp=3, fp=1, fn=2)
    assert counted.precision == 0.75
    assert counted.recall == 0.6
    assert counted.f1 == pytest.approx(2 / 3)


def test_a_rate_of_nothing_is_unknown() -> None:
    assert (Tally().precision, Tally().recall, Tally().f1) == (None, None, None)
    assert ratio(0, 0) is None
    assert mean([None, 1.0, 0.0]) == 0.5
    assert mean([None]) is None


def test_sets_are_compared() -> None:
    assert tally({"M01", "M02"}, {"M02", "M03", "M04"}) == Tally(tp=1, fp=2, fn=1)


def test_presence_by_factor(pairs: list[tuple[GoldAnswer, Marked]]) -> None:
    assert by_factor(pairs, FACTORS) == {"a": Tally(tp=2), "b": Tally(fn=1), "c": Tally(fp=1)}


def test_micro_and_macro_presence(pairs: list[tuple[GoldAnswer, Marked]]) -> None:
    scores = presence(pairs, FACTORS)
    assert scores.micro == Tally(tp=2, fp=1, fn=1)
    assert scores.micro.f1 == pytest.approx(2 / 3)
    # F1 is 1 for a, 0 for b and for c.
    assert scores.macro_f1 == pytest.approx(1 / 3)
    assert (scores.macro_factors, scores.common_factors, scores.macro_f1_common) == (3, 0, None)


def test_three_classes(pairs: list[tuple[GoldAnswer, Marked]]) -> None:
    scores = three_class(pairs, FACTORS)
    # Truths: a developed and mentioned, b mentioned and absent, c absent twice.
    assert scores.confusion == ((2, 1, 0), (1, 0, 1), (0, 0, 1))
    # Absent: 2 right of 3 and 3; mentioned: none; developed: 1 right of 1 and 2.
    assert scores.f1 == (pytest.approx(2 / 3), 0.0, pytest.approx(2 / 3))
    assert scores.macro_f1 == pytest.approx(4 / 9)


def test_a_factor_the_report_does_not_list_is_absent(made_report: MadeReport) -> None:
    report = made_report(5, {"a": "mentioned", "other": "developed"})
    assert Marked.of(report, FACTORS).coverage == {"a": "mentioned", "b": "absent", "c": "absent"}
