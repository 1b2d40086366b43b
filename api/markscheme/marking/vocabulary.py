"""Named groups of words and phrases, all found in one pass over a text.

A word of up to four letters matches whole (unless it is no word: then it is a stem); a longer one matches
as the beginning of a word; one that ends in "=" matches whole. A phrase matches word by word.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .memo import Memo
from .words import Speller, tokenise

_WHOLE = 4

Found = NDArray[np.intp]


# A word that matches whole is written with this sign after it, the beginning of a word as it is.
_EXACT = "="


class _Node:
    """One word of the phrases that begin alike: the phrases that end here, and the words that may follow."""

    __slots__ = ("next", "phrase")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.phrase = -1


class _Known(NamedTuple):
    """What the vocabulary knows of a word: the groups (as packed numbers, and how many) that it is in by itself, the
    nodes of the phrases it begins with the pieces that go on from there, and the pieces it may be later in a phrase."""

    groups: bytes
    times: int
    longer: tuple[_Node, ...]
    onward: frozenset[str]
    pieces: tuple[str, ...]


class Vocabulary:
    """Groups are numbered in the order they are added; `scan` finds every group's words in a text."""

    def __init__(self, speller: Speller) -> None:
        self._speller = speller
        self.names: list[str] = []
        self._root = _Node()
        self._terms: dict[str, list[str]] = {}
        self._seen = Memo(self._known)
        self._groups: list[list[int]] = []
        self._later: frozenset[str] = frozenset()
        # Of the smallest numbers a sort is quickest.
        self._number = np.dtype(np.uint16)

    def add(self, name: str, terms: Iterable[str]) -> int:
        """Add a group of terms; gives its number."""
        number = len(self.names)
        self.names.append(name)
        for term in terms:
            node = self._root
            for piece in self._pieces(term):
                node = node.next.setdefault(piece, _Node())
            if node is self._root:
                continue
            if node.phrase < 0:
                node.phrase = len(self._groups)
                self._groups.append([])
            if number not in self._groups[node.phrase]:
                self._groups[node.phrase].append(number)
        return number

    def _pieces(self, term: str) -> list[str]:
        """The words of a term; remembered, since many groups share their terms."""
        known = self._terms.get(term)
        if known is None:
            exact = term.endswith(_EXACT)
            words = self._speller.read_term(tokenise(term))
            known = [
                word + _EXACT if exact or word.isdigit() or self._is_whole(word) else word for word in words
            ]
            self._terms[term] = known
        return known

    def _is_whole(self, word: str) -> bool:
        return len(word) < _WHOLE or (len(word) == _WHOLE and self._speller.is_word(word))

    def freeze(self) -> None:
        """Make ready for scanning; call once after the last `add`."""
        inner, pieces = list(self._root.next.values()), set[str]()
        while inner:
            node = inner.pop()
            pieces.update(node.next)
            inner.extend(node.next.values())
        self._later = frozenset(pieces)
        self._number = np.min_scalar_type(len(self.names))

    def _known(self, word: str) -> _Known:
        pieces = [word + _EXACT, *(word[:size] for size in range(1, len(word) + 1))]
        nodes = [self._root.next[piece] for piece in pieces if piece in self._root.next]
        groups = [group for node in nodes if node.phrase >= 0 for group in self._groups[node.phrase]]
        onward = frozenset(piece for node in nodes for piece in node.next)
        longer = tuple(node for node in nodes if node.next)
        later = tuple(piece for piece in pieces if piece in self._later)
        return _Known(np.array(groups, dtype=np.intp).tobytes(), len(groups), longer, onward, later)

    def scan(self, words: Sequence[str]) -> Found:
        """Every occurrence of every group's terms, as rows (group, first word, end): by group, then by first word."""
        known = list(map(self._seen.__getitem__, words))
        counts = [entry.times for entry in known]
        starts = np.repeat(np.arange(len(words)), counts)
        groups = np.frombuffer(b"".join([entry.groups for entry in known]), dtype=np.intp)
        found = np.stack((groups, starts, starts + 1), axis=1)
        phrases = [
            (group, start, end)
            for start, (entry, after) in enumerate(pairwise(known))
            if not entry.onward.isdisjoint(after.pieces)
            for end, phrase in _phrases(entry.longer, known, start)
            for group in self._groups[phrase]
        ]
        if phrases:
            rows = np.array(phrases, dtype=np.intp)
            found = np.insert(found, np.searchsorted(starts, rows[:, 1], side="right"), rows, axis=0)
        return found[np.argsort(found[:, 0].astype(self._number), kind="stable")]


def _phrases(longer: Sequence[_Node], known: Sequence[_Known], start: int) -> Iterator[tuple[int, int]]:
    """(end, phrase) of each phrase that begins at a word with these nodes."""
    for end in range(start + 1, len(known)):
        pieces = known[end].pieces
        reached = [node.next[piece] for node in longer for piece in pieces if piece in node.next]
        yield from ((end + 1, node.phrase) for node in reached if node.phrase >= 0)
        longer = [node for node in reached if node.next]
        if not longer:
            return


def presence(found: Found, owners: Iterable[NDArray[np.intp]], groups: int, units: int) -> NDArray[np.bool_]:
    """A groups x units table: does the group occur wholly inside the unit? Each of `owners` gives the unit of each
    word, or -1."""
    table = np.zeros((groups, units), dtype=np.bool_)
    for unit_of in owners:
        first, last = unit_of[found[:, 1]], unit_of[found[:, 2] - 1]
        inside = (first == last) & (first >= 0)
        table[found[inside, 0], first[inside]] = True
    return table
