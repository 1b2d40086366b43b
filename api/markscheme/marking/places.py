"""Where groups of words stand in a document, sentence by sentence."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from .documents import Document
from .memo import Memo

Span = tuple[int, int]


def overlaps(span: Span, others: Iterable[Span]) -> bool:
    """Does the span share a word with any of the others?"""
    return any(span[0] < end and start < span[1] for start, end in others)


def within(span: Span, others: Iterable[Span]) -> bool:
    """Is the span part of one of the others?"""
    return any(start <= span[0] and span[1] <= end for start, end in others)


def whole(spans: Iterable[Span]) -> Span:
    """From the first word of several spans to the last."""
    starts, ends = zip(*spans, strict=True)
    return min(starts), max(ends)


def distance(one: Span, other: Span) -> int:
    """Words between two spans; negative where they overlap."""
    return max(one[0] - other[1], other[0] - one[1])


class Places:
    """The spans of a range of groups by sentence; a term that runs over a sentence's end is not there.

    `present` is a groups x sentences table with a last row that is all true.
    """

    def __init__(self, document: Document, groups: range) -> None:
        self.clause_of = document.clause_numbers
        self._document = document
        self._groups = groups
        self._known = Memo(self._by_sentence)
        self._occurring: dict[int, frozenset[int]] = {}
        rows = document.inside(groups.start, groups.stop)
        self.present: NDArray[np.bool_] = np.zeros((len(groups) + 1, len(document.sentences)), dtype=np.bool_)
        self.present[rows[:, 0] - groups.start, rows[:, 3]] = True
        self.present[-1] = True

    def groups(self, sentence: int) -> frozenset[int]:
        """The groups that occur in one sentence."""
        known = self._occurring.get(sentence)
        if known is None:
            found = np.flatnonzero(self.present[:-1, sentence]) + self._groups.start
            known = self._occurring[sentence] = frozenset(found.tolist())
        return known

    def spans(self, group: int, sentence: int) -> list[Span]:
        """The group's spans in one sentence, in order."""
        return self._known[group].get(sentence) or []

    def _by_sentence(self, group: int) -> dict[int, list[Span]]:
        found: dict[int, list[Span]] = {}
        for _, start, end, number in self._document.inside(group, group + 1).tolist():
            found.setdefault(number, []).append((start, end))
        return found
