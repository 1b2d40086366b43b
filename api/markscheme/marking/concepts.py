"""Concept groups: an alternative matches where each of its groups of words occurs in the same unit of text."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.factors import Factor

from .vocabulary import Vocabulary


class ConceptTable:
    """The concept groups, cues and anti-words of all factors, laid out for evaluation over many units at once."""

    def __init__(self, factors: Sequence[Factor], vocabulary: Vocabulary) -> None:
        self._factors = len(factors)
        self._groups: list[int] = []
        self._starts: list[int] = []
        self._owner: list[int] = []
        self._cues: list[int] = []
        self._cue_owner: list[int] = []
        self._anti: list[int] = []
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
        self._cue_weights = np.array(weights, dtype=np.float32)
        self._sizes = np.diff([*self._starts, len(self._groups)]).astype(np.float32)

    def alternatives(self, table: NDArray[np.bool_]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """From a groups x units table: how many alternatives each factor has matched in each unit (at most 2),
        and the largest share of groups matched of an alternative with three or more. Both units x factors."""
        matched = np.add.reduceat(table[self._groups].astype(np.float32), self._starts, axis=0)
        full = (matched == self._sizes[:, None]).astype(np.float32)
        share = np.where(self._sizes[:, None] >= 3, matched / self._sizes[:, None], 0.0)
        counts = np.zeros((self._factors, table.shape[1]), dtype=np.float32)
        shares = np.zeros_like(counts)
        np.add.at(counts, self._owner, full)
        np.maximum.at(shares, self._owner, share)
        return np.minimum(counts, 2.0).T, shares.T.astype(np.float32)

    def cues(self, table: NDArray[np.bool_]) -> NDArray[np.float32]:
        """Weighted number of distinct cues of each factor in each unit, at most 3; units x factors."""
        found = np.zeros((self._factors, table.shape[1]), dtype=np.float32)
        if self._cues:
            np.add.at(found, self._cue_owner, table[self._cues] * self._cue_weights[:, None])
        return np.minimum(found, 3.0).T

    def cancelled(self, table: NDArray[np.bool_]) -> NDArray[np.float32]:
        """1 where a factor's anti-words occur in the unit; units x factors."""
        return table[self._anti].astype(np.float32).T
