"""A ridge regression from what a message says to what it is, made anew from the examples wherever they are read."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from .grid import COARSE, on_grid, solve

Table = NDArray[np.float64]

# Tried from 0.2 to 2: no matter.
_RIDGE = 0.5
# A feature of fewer examples teaches nothing.
_LEAST = 16


class Learnt:
    """One column of weights for each label, over the encoder's vector and the commoner features."""

    def __init__(self, features: Sequence[Iterable[str]], vectors: Table, labels: Table) -> None:
        spread = Counter(feature for each in features for feature in set(each))
        common = [feature for feature, count in spread.items() if count >= _LEAST]
        self._column = {feature: place for place, feature in enumerate(common)}
        self._rows = np.array([self._row(*each) for each in zip(features, vectors, strict=True)])
        self._labels = labels
        size = self._rows.shape[1]
        self._matrix = on_grid(self._rows.T @ self._rows) + _RIDGE * np.eye(size)
        self._weights = on_grid(solve(self._matrix, self._rows.T @ labels), COARSE)

    def _row(self, features: Iterable[str], vector: Table) -> Table:
        known = sorted(self._column[f] for f in set(features) if f in self._column)
        row = np.zeros(len(vector) + len(self._column) + 1)
        row[: len(vector)] = vector
        row[[len(vector) + place for place in known]] = 1.0 / sqrt(max(1, len(known)))
        row[-1] = 1.0
        return on_grid(row, COARSE)

    def scores(self, features: Iterable[str], vector: Table) -> Table:
        """About 1 for the likeliest label and 0 for the others."""
        return on_grid(self._row(features, vector) @ self._weights)

    @cached_property
    def left_out(self) -> Table:
        """examples x labels: each example's scores as if it had not been there."""
        levers = (self._rows * solve(self._matrix, self._rows.T).T).sum(axis=1, keepdims=True)
        scores: Table = (self._rows @ self._weights - levers * self._labels) / (1.0 - levers)
        return scores
