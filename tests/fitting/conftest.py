"""Marked answers without an engine: ledgers drawn at random, marks made of them by a rule that a test plants."""

from collections.abc import Callable

import numpy as np
import pytest

from markscheme.domain.calibrations import Adjustment
from markscheme.domain.packs import Pack
from markscheme.fitting.evidence import Read
from markscheme.fitting.solver import Array, candidate
from markscheme.marking.levels import Reached, fitted

Rule = Callable[[Array, np.random.Generator], Array]


Draw = Callable[[int, int, Rule], Read]


@pytest.fixture(scope="session")
def draw(pack: Pack) -> Draw:
    """Evidence of so many answers, whose marks a rule makes of the engine's standards."""

    def drawn(seed: int, count: int, rule: Rule) -> Read:
        chance = np.random.default_rng(seed)
        worth = chance.uniform(0.05, 1, count)
        sides = np.clip(worth[:, None] + chance.normal(0, 0.12, (count, 2)), 0.01, 1).tolist()
        reached = [Reached(knowledge, judgement) for knowledge, judgement in sides]
        plain = np.array([fitted(k, j) for k, j, _ in reached])
        marks = np.clip(np.round(rule(plain, chance)), 0, 25).astype(int).tolist()
        return Read(tuple(marks), pack.schemes[0], plain, (candidate(Adjustment(), reached),))

    return drawn
