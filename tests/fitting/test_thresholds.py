"""Thresholds learnt from the factors a teacher found."""

import numpy as np

from markscheme.fitting.thresholds import learn_shifts


def made(count: int, missed: float) -> tuple[list[dict[str, float]], list[frozenset[str]]]:
    """Answers in which the engine is right about `sure` and gives a chance of `missed` to what teachers call there."""
    chance = np.random.default_rng(6)
    there = chance.integers(0, 2, (count, 2)).astype(bool)
    presence = [{"sure": 0.95 if s else 0.03, "missed": missed if m else 0.03} for s, m in there.tolist()]
    found = [
        frozenset(n for n, t in zip(("sure", "missed"), row, strict=True) if t) for row in there.tolist()
    ]
    return presence, found


def test_a_factor_that_the_engine_misses_gets_a_lower_threshold() -> None:
    learnt = learn_shifts(*made(40, 0.3))
    assert learnt.shift("missed") > 0.4
    assert learnt.shift("missed") > learnt.shift("sure")


def test_too_few_of_a_kind_give_one_shared_shift_only() -> None:
    presence, found = made(40, 0.3)
    rare = [each - {"missed"} if n > 6 else each for n, each in enumerate(found)]
    assert sum("missed" in each for each in rare) < 5
    assert "missed" not in learn_shifts(presence, rare).factor_shifts


def test_where_the_engine_is_right_little_moves() -> None:
    learnt = learn_shifts(*made(40, 0.95))
    assert abs(learnt.shared_shift) <= 0.3
    assert all(abs(shift) <= 0.5 for shift in learnt.factor_shifts.values())


def test_shifts_stay_within_their_limits_whatever_is_claimed() -> None:
    presence = [{"a": 0.001} for _ in range(400)]
    learnt = learn_shifts(presence, [frozenset({"a"})] * 395 + [frozenset()] * 5)
    assert learnt.shift("a") <= 3
