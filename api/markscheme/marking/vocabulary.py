"""Named groups of words and phrases, all found in one pass over a text.

A word of up to four letters matches whole (unless it is no word: then it is a stem); a longer one matches
as the beginning of a word; one that ends in "=" matches whole. A phrase matches word by word.
"""

from collections.abc import Iterable, Sequence
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
    """What the vocabulary knows of a word: the groups (as packed numbers, and how many) that it is in by itself, where
    the phrases that it begins go on with each piece, and the pieces it may be later in a phrase."""

    groups: bytes
    times: int
    onward: dict[str, list[_Node]]
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
        onward: dict[str, list[_Node]] = {}
        for node in nodes:
            for piece, after in node.next.items():
                onward.setdefault(piece, []).append(after)
        later = tuple(piece for piece in pieces if piece in self._later)
        return _Known(np.array(groups, dtype=np.intp).tobytes(), len(groups), onward, later)

    def scan(self, words: Sequence[str]) -> Found:
        """Every occurrence of every group's terms, as rows (group, first word, end): by group, then by first word."""
        known = list(map(self._seen.__getitem__, words))
        counts = [entry.times for entry in known]
        starts = np.repeat(np.arange(len(words)), counts)
        groups = np.frombuffer(b"".join([entry.groups for entry in known]), dtype=np.intp)
        found = np.stack((groups, starts, starts + 1), axis=1)
        phrases: list[tuple[int, int, int]] = []
        pieces = [entry.pieces for entry in known]
        for start, (entry, following) in enumerate(zip(known, pieces[1:], strict=False)):
            if following and (onward := entry.onward):
                for piece in following:
                    for node in onward.get(piece, ()):
                        self._follow(node, start, start + 2, pieces, phrases)
        if phrases:
            rows = np.array(sorted(phrases), dtype=np.intp)[:, [2, 0, 1]]
            found = np.insert(found, np.searchsorted(starts, rows[:, 1], side="right"), rows, axis=0)
        return found[np.argsort(found[:, 0].astype(self._number), kind="stable")]

    def _follow(self, node: _Node, start: int, end: int, pieces: Sequence[tuple[str, ...]],
                found: list[tuple[int, int, int]]) -> None:  # fmt: skip
        """Add (start, end, group) of each phrase whose words [start, end) led to this node, and of those that go on."""
        if node.phrase >= 0:
            found.extend([(start, end, group) for group in self._groups[node.phrase]])
        if node.next and end < len(pieces):
            for piece in pieces[end]:
                if piece in node.next:
                    self._follow(node.next[piece], start, end + 1, pieces, found)


def presence(found: Found, owners: Iterable[NDArray[np.intp]], groups: int, units: int) -> NDArray[np.bool_]:
    """A groups x units table: does the group occur wholly inside the unit? Each of `owners` gives the unit of each
    word, or -1."""
    table = np.zeros((groups, units), dtype=np.bool_)
    for unit_of in owners:
        first, last = unit_of[found[:, 1]], unit_of[found[:, 2] - 1]
        inside = (first == last) & (first >= 0)
        table[found[inside, 0], first[inside]] = True
    return table
