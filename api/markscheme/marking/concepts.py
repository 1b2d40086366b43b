"""Concept groups: an alternative matches where each of its groups of words occurs in the same unit of text."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.factors import Factor

from .documents import Document
from .grid import step
from .vocabulary import Vocabulary, presence

# An alternative with this many groups may count in part.
_PARTIAL = 3


class ConceptTable:
    """The concept groups, cues and anti-words of all factors, laid out for evaluation over many units at once.

    They come first in the vocabulary: `groups` is how many there are.
    """

    def __init__(self, factors: Sequence[Factor], vocabulary: Vocabulary) -> None:
        self._factors = len(factors)
        alternatives: list[list[int]] = []
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
                alternatives.append([vocabulary.add(f"{factor.id}:concept", group) for group in alternative])
                self._owner.append(index)
            for cue in factor.cues:
                self._cues.append(vocabulary.add(f"{factor.id}:cue", [cue]))
                self._cue_owner.append(index)
                weights.append(step(1.0 / shared[cue.lower()]))
            self._anti.append(vocabulary.add(f"{factor.id}:anti", factor.anti))
            if factor.anchor:
                self._anchors[index] = vocabulary.add(f"{factor.id}:anchor", factor.anchor)
        self.groups = len(vocabulary.names)
        self._sizes = np.array([[len(groups)] for groups in alternatives], dtype=np.uint8).reshape(-1, 1)
        # The groups of each alternative, and each factor's alternatives of three groups or more, in slots of one size;
        # what fills up is the row after the last.
        self._slots = _slots(alternatives, self.groups)
        self._long = np.flatnonzero(self._sizes >= _PARTIAL)
        owners = [self._owner[alternative] for alternative in self._long]
        own = [[n for n, owner in enumerate(owners) if owner == f] for f in range(self._factors)]
        self._long_slots = _slots(own, len(self._long))
        self._alternatives_of = _membership(self._owner, [1.0] * len(self._owner), self._factors)
        self._cues_of = _membership(self._cue_owner, weights, self._factors)

    def present(
        self, document: Document, owners: Iterable[NDArray[np.intp]], units: int
    ) -> NDArray[np.bool_]:
        """A groups x units table of where the groups occur, with a last row for none; see `presence`."""
        return presence(document.rows(0, self.groups), owners, self.groups + 1, units)

    def alternatives(self, table: NDArray[np.bool_]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """From a groups x units table: how many alternatives each factor has matched in each unit (at most 2),
        and the largest share of groups matched of an alternative with three or more. Both units x factors."""
        matched = np.zeros((len(self._sizes), table.shape[1]), dtype=np.uint8)
        for groups in self._slots:
            matched += table.view(np.uint8)[groups]
        share = np.zeros((len(self._long) + 1, table.shape[1]), dtype=np.float64)
        np.divide(matched[self._long], self._sizes[self._long], out=share[:-1])
        shares = np.zeros((self._factors, table.shape[1]), dtype=np.float64)
        for alternatives in self._long_slots:
            np.maximum(shares, share[alternatives], out=shares)
        full = (matched == self._sizes).astype(np.float64)
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


def _slots(rows: Sequence[Sequence[int]], filling: int) -> NDArray[np.intp]:
    """The rows as columns of equal length, filled up."""
    table = np.full((max(map(len, rows), default=0), len(rows)), filling, dtype=np.intp)
    for place, row in enumerate(rows):
        table[: len(row), place] = row
    return table


def _membership(owners: Sequence[int], weights: Sequence[float], factors: int) -> NDArray[np.float64]:
    """items x factors: the item's weight in its owner's column."""
    table = np.zeros((len(owners), factors), dtype=np.float64)
    table[np.arange(len(owners)), np.array(owners, dtype=np.intp)] = weights
    return table
