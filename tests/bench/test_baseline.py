from markscheme.bench.baseline import WordsOnly, words_only_left_out, words_only_marks
from markscheme.bench.gold import half_of

from .conftest import MadeGold


def test_the_curve_pools_what_falls_and_joins_the_rest() -> None:
    curve = WordsOnly([100, 200, 300], [5, 3, 10])
    # 5 then 3 falls, so both become 4; half way from 200 to 300 is 7; outside it stays level.
    assert [curve.mark(words) for words in (50, 100, 200, 250, 300, 900)] == [4, 4, 4, 7, 10, 10]


def test_equal_word_counts_share_their_mean() -> None:
    assert WordsOnly([100, 100], [4, 7]).mark(100) == 6


def test_each_half_is_predicted_from_the_other(made_gold: MadeGold) -> None:
    low = next(f"low{n}" for n in range(9) if half_of(f"low{n}") == "A")
    high = next(f"high{n}" for n in range(9) if half_of(f"high{n}") == "B")
    answers = [made_gold(low, mark=2), made_gold(high, mark=20)]
    assert words_only_marks(answers) == {low: 20, high: 2}
    assert words_only_marks(answers[:1]) == {}


def test_each_answer_is_predicted_from_all_the_others(made_gold: MadeGold) -> None:
    answers = [made_gold(f"a{n}", mark=mark) for n, mark in enumerate((3, 9, 12))]
    assert words_only_left_out(answers) == {"a0": 11, "a1": 8, "a2": 6}
    assert words_only_left_out(answers[:1]) == {}
