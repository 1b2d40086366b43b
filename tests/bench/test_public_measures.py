import numpy as np
import pytest

from markscheme.bench.public_measures import (
    auc,
    calibration_error,
    macro_f1,
    mean_per_group,
    shared_task_map,
    standard_error,
    weighted_f1,
)
from markscheme.bench.public_reading import UNDECIDED, Pairs


def test_f1_by_hand() -> None:
    labels, given = np.array([1, 1, 1, 0]), np.array([1, 1, 0, 0])
    # F1 of 1 is 2*2/(3+2), of 0 is 2*1/(1+2).
    assert macro_f1(labels, given) == pytest.approx((0.8 + 2 / 3) / 2)
    assert weighted_f1(labels, given) == pytest.approx(0.75 * 0.8 + 0.25 * 2 / 3)


def test_a_class_that_is_never_given_counts_as_nothing() -> None:
    assert macro_f1(np.array([0, 1, 2]), np.array([0, 1, 1])) == pytest.approx((1 + 2 / 3 + 0) / 3)


def test_a_group_of_one_class_says_nothing() -> None:
    labels, scores = np.array([0, 1, 1, 1]), np.array([0.1, 0.9, 0.2, 0.3])
    assert mean_per_group(["a", "a", "b", "b"], auc, labels, scores) == 0.75


def test_calibration_error_is_the_gap_between_said_and_seen() -> None:
    assert calibration_error(np.array([1, 1, 0, 0]), np.full(4, 0.5)) == 0
    assert calibration_error(np.array([0, 0, 0, 0]), np.full(4, 0.8)) == pytest.approx(0.8)
    assert calibration_error(np.array([1]), np.array([1.0])) == 0


def pairs(match: list[int]) -> Pairs:
    """Four arguments of one debate, each against two points."""
    count = len(match)
    return Pairs(
        np.zeros((count, 1)),
        np.array(match),
        ("t",) * count,
        (("t", "1"),) * count,
        np.repeat(np.arange(count // 2), 2),
    )


def test_the_shared_task_takes_each_arguments_best_point_and_the_surer_half() -> None:
    scores = np.array([0.9, 0.1, 0.8, 0.2, 0.3, 0.2, 0.1, 0.2])
    # Best points are rows 0, 2, 4 and 7; the surer half is rows 0 and 2.
    assert shared_task_map(pairs([1, 0, 1, 0, 0, 0, 0, 0]), scores, relaxed=False) == 1
    assert shared_task_map(pairs([0, 1, 1, 0, 1, 0, 0, 1]), scores, relaxed=False) == 0.5


def test_undecided_pairs_count_as_wrong_or_when_relaxed_as_right() -> None:
    scores = np.array([0.9, 0.1, 0.8, 0.2, 0.3, 0.2, 0.1, 0.2])
    made = pairs([1, 0, UNDECIDED, 0, 0, 0, 0, 0])
    assert shared_task_map(made, scores, relaxed=False) == 1
    assert shared_task_map(pairs([UNDECIDED, 0, 1, 0, 0, 0, 0, 0]), scores, relaxed=False) == 0.5
    assert shared_task_map(pairs([UNDECIDED, 0, 1, 0, 0, 0, 0, 0]), scores, relaxed=True) == 1


def test_the_standard_error_is_that_of_a_mean_over_groups() -> None:
    def share(labels: np.ndarray, given: np.ndarray) -> float:
        return float((labels == given).mean())

    # Four questions of equal size, shares right 1, 0.5, 0.5, 0: the error of their mean.
    labels = np.ones(8, dtype=np.intp)
    given = np.array([1, 1, 1, 0, 0, 1, 0, 0])
    expected = np.std([1, 0.5, 0.5, 0], ddof=1) / 2
    assert standard_error(list("aabbccdd"), share, labels, given) == pytest.approx(expected)
