"""Measures of agreement, held against answers worked out by hand."""

import numpy as np
import pytest

from markscheme.domain.packs import Pack
from markscheme.fitting.agreement import apart, gain


def test_measures_are_those_worked_out_by_hand(pack: Pack) -> None:
    gold, given = np.array([5, 10, 15, 20]), np.array([[5, 11, 12, 20]])
    found = apart(gold, given, pack.schemes[0])
    assert (found.error, found.within_one, found.level_exact) == (1.0, 0.75, 0.75)
    # 1 - mean((0, 1, 9, 0)) / (31.25 + 28.5 + 0.5 squared)
    assert found.kappa == pytest.approx(1 - 2.5 / (31.25 + 28.5 + 0.25), abs=1e-4)


def test_a_gain_counts_up_and_its_interval_holds_it(pack: Pack) -> None:
    gold = np.arange(1, 25)
    before, after = np.maximum(gold - 3, 0), np.array([gold, gold - 1])
    gained = gain(gold, before, after, pack.schemes[0])
    low, high = gained.error_interval
    assert low <= gained.error <= high
    assert gained.error == pytest.approx(np.abs(before - gold).mean() - 0.5, abs=1e-4)
    assert gained.follows is not None
    assert gained.follows[0] > 0.9
    assert gained.kappa is not None
    assert gained.kappa > 0
    assert gained.refusal is None
    back = gain(gold, after[0], np.array([before, before]), pack.schemes[0])
    assert back.error_interval[1] < 0
    assert back.refusal is not None


def test_one_mark_throughout_has_no_kappa(pack: Pack) -> None:
    same = np.full(20, 7)
    assert apart(same, same[None], pack.schemes[0]).kappa is None
    assert gain(same, same, same[None], pack.schemes[0]).kappa_interval is None
