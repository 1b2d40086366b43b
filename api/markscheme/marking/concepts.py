"""Concept groups: an alternative matches where each of its groups of words occurs in the same unit of text."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.factors import Factor

from .vocabulary import Vocabulary

# An alternative with this many groups may count in part.
_PARTIAL = 3


class ConceptTable:
    """The concept groups, cues and anti-words of all factors, laid out for evaluation over many units at once.

    They come first in the vocabulary: `groups` is how many there are.
    """

    def __init__(self, factors: Sequence[Factor], vocabulary: Vocabulary) -> None:
        self._factors = len(factors)
        self._groups: list[int] = []
        self._starts: list[int] = []
        self._owner: list[int] = []
        self._cues: list[int] = []
        self._cue_owner: list[int] = []
        self._anti: list[int] = []
        self._anchors: dict[int, int] = {}
        shared: dict[str, int] = {}
        for factor in factors:
            for cue in factor.cues:
                shared[cue.lower()] = shared.get(cue.lower(), 0) + 1
        weights = []
        for index, factor in enumerate(factors):
            for alternative in factor.concepts:
                self._starts.append(len(self._groups))
                self._owner.append(index)
                self._groups.extend(vocabulary.add(f"{factor.id}:concept", group) for group in alternative)
            for cue in factor.cues:
                self._cues.append(vocabulary.add(f"{factor.id}:cue", [cue]))
                self._cue_owner.append(index)
                weights.append(1.0 / shared[cue.lower()])
            self._anti.append(vocabulary.add(f"{factor.id}:anti", factor.anti))
            if factor.anchor:
                self._anchors[index] = vocabulary.add(f"{factor.id}:anchor", factor.anchor)
        self.groups = len(vocabulary.names)
        self._sizes = np.diff([*self._starts, len(self._groups)]).astype(np.uint8)
        # Alternatives of three groups or more, in the order of their factors, and where each factor's begin.
        self._long = np.flatnonzero(self._sizes >= _PARTIAL)
        owners = [self._owner[alternative] for alternative in self._long]
        self._first = {owner: owners.index(owner) for owner in dict.fromkeys(owners)}
        self._alternatives_of = _membership(self._owner, [1.0] * len(self._owner), self._factors)
        self._cues_of = _membership(self._cue_owner, weights, self._factors)

    def alternatives(self, table: NDArray[np.bool_]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """From a groups x units table: how many alternatives each factor has matched in each unit (at most 2),
        and the largest share of groups matched of an alternative with three or more. Both units x factors."""
        units = table.shape[1]
        if not self._starts:
            return np.zeros((units, self._factors), np.float64), np.zeros((units, self._factors), np.float64)
        matched = np.add.reduceat(table.view(np.uint8)[self._groups], self._starts, axis=0)
        full = (matched == self._sizes[:, None]).astype(np.float64)
        shares = np.zeros((self._factors, units))
        if len(self._long):
            share = matched[self._long] / self._sizes[self._long, None]
            shares[list(self._first)] = np.maximum.reduceat(share, list(self._first.values()), axis=0)
        return np.minimum(full.T @ self._alternatives_of, 2.0), shares.T

    def cues(self, table: NDArray[np.bool_]) -> NDArray[np.float64]:
        """Weighted number of distinct cues of each factor in each unit, at most 3; units x factors."""
        found: NDArray[np.float64] = np.minimum(table[self._cues].T.astype(np.float64) @ self._cues_of, 3.0)
        return found

    def unanchored(self, table: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Where a factor that needs one of its anchor words has none in the unit; units x factors."""
        missing = np.zeros((self._factors, table.shape[1]), dtype=np.bool_)
        for factor, group in self._anchors.items():
            missing[factor] = ~table[group]
        return missing.T

    def cancelled(self, table: NDArray[np.bool_]) -> NDArray[np.float64]:
        """1 where a factor's anti-words occur in the unit; units x factors."""
        return table[self._anti].astype(np.float64).T


def _membership(owners: Sequence[int], weights: Sequence[float], factors: int) -> NDArray[np.float64]:
    """items x factors: the item's weight in its owner's column."""
    table = np.zeros((len(owners), factors), dtype=np.float64)
    table[np.arange(len(owners)), np.array(owners, dtype=np.intp)] = weights
    return table
