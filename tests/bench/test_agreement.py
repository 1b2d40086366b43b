import numpy as np
import pytest

from markscheme.bench.agreement import agreement, kappa_interval, level_of, weighted_kappa


def kappa_by_tables(gold: list[int], given: list[int], top: int = 25) -> float:
    """The textbook way: squared weights over a table of counts and the table chance would give."""
    seen = np.zeros((top + 1, top + 1))
    for a, b in zip(gold, given, strict=True):
        seen[a, b] += 1
    chance = np.outer(seen.sum(axis=1), seen.sum(axis=0)) / len(gold)
    weights = np.subtract.outer(np.arange(top + 1), np.arange(top + 1)) ** 2
    return float(1 - (weights * seen).sum() / (weights * chance).sum())


def test_kappa_of_four_pairs_by_hand() -> None:
    # Mean squared difference 1/4; over all pairings 1.25 + 0.6875 + 0.25 squared = 2.
    assert weighted_kappa([1, 2, 3, 4], [1, 2, 3, 3]) == pytest.approx(0.875)


def test_kappa_at_its_ends() -> None:
    assert weighted_kappa([3, 9, 20], [3, 9, 20]) == 1.0
    assert weighted_kappa([0, 10], [10, 0]) == pytest.approx(-1.0)
    assert weighted_kappa([5, 5], [5, 5]) is None
    assert weighted_kappa([], []) is None


def test_kappa_is_the_textbook_one() -> None:
    draw = np.random.default_rng(7)
    gold = draw.integers(0, 26, 40).tolist()
    given = np.clip(np.array(gold) + draw.integers(-4, 5, 40), 0, 25).tolist()
    assert weighted_kappa(gold, given) == pytest.approx(kappa_by_tables(gold, given))


def test_shuffled_marks_agree_no_better_than_chance() -> None:
    gold = np.random.default_rng(1).integers(0, 26, 400).tolist()
    shuffled = np.random.default_rng(2).permutation(gold).tolist()
    kappa = weighted_kappa(gold, shuffled)
    assert kappa is not None
    assert abs(kappa) < 0.12


def test_the_interval_is_the_same_every_time_and_holds_the_value() -> None:
    gold = [2, 4, 6, 8, 11, 13, 15, 17, 19, 22, 24]
    given = [3, 4, 5, 9, 10, 14, 13, 18, 20, 20, 25]
    interval = kappa_interval(gold, given)
    assert interval == kappa_interval(gold, given)
    assert interval != kappa_interval(gold, given, seed=1)
    kappa = weighted_kappa(gold, given)
    assert interval is not None
    assert kappa is not None
    assert interval[0] < kappa < interval[1]


def test_no_interval_from_a_handful() -> None:
    assert kappa_interval([1, 2, 3], [1, 2, 3]) is None


def test_levels_of_marks() -> None:
    assert [level_of(mark) for mark in (0, 1, 5, 6, 10, 11, 25)] == [0, 1, 1, 2, 2, 3, 5]


def test_error_bias_and_levels_by_hand() -> None:
    scores = agreement([5, 10, 20, 3], [6, 10, 8, 3])
    assert scores.error == pytest.approx(13 / 4)
    assert scores.bias == pytest.approx(-11 / 4)
    assert scores.level_exact == 0.5
    assert scores.level_adjacent == 0.75
    assert agreement([], []).n == 0
