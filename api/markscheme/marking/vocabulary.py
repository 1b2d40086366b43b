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


class _Piece(NamedTuple):
    text: str
    whole: bool


class _Node:
    """One word of the phrases that begin alike: the phrases that end here, and the words that may follow."""

    __slots__ = ("next", "phrase", "seen")

    def __init__(self) -> None:
        self.next: dict[_Piece, _Node] = {}
        self.phrase = -1
        self.seen: Memo[str, tuple[_Node, ...]] = Memo()

    def after(self, word: str) -> "tuple[_Node, ...]":
        """The nodes reached by a word; remembered, since texts repeat their words."""
        found = self.seen.get(word)
        if found is None:
            pieces = [_Piece(word, True), *(_Piece(word[:size], False) for size in range(1, len(word) + 1))]
            found = self.seen[word] = tuple(self.next[piece] for piece in pieces if piece in self.next)
        return found


class Vocabulary:
    """Groups are numbered in the order they are added; `scan` finds every group's words in a text."""

    def __init__(self, speller: Speller) -> None:
        self._speller = speller
        self.names: list[str] = []
        self._root = _Node()
        self._terms: dict[str, list[_Piece]] = {}
        self._seen: Memo[str, tuple[tuple[int, ...], tuple[_Node, ...]]] = Memo()
        self._groups: list[list[int]] = []
        self._first = np.zeros(0, dtype=np.intp)
        self._counts = np.zeros(0, dtype=np.intp)
        self._flat = np.zeros(0, dtype=np.intp)

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

    def _pieces(self, term: str) -> list[_Piece]:
        """The words of a term; remembered, since many groups share their terms."""
        known = self._terms.get(term)
        if known is None:
            exact = term.endswith("=")
            words = self._speller.read_term(tokenise(term))
            known = [_Piece(word, exact or word.isdigit() or self._is_whole(word)) for word in words]
            self._terms[term] = known
        return known

    def _is_whole(self, word: str) -> bool:
        return len(word) < _WHOLE or (len(word) == _WHOLE and self._speller.is_word(word))

    def freeze(self) -> None:
        """Lay the groups out for scanning; call once after the last `add`."""
        self._counts = np.array([len(groups) for groups in self._groups], dtype=np.intp)
        self._first = np.concatenate([[0], np.cumsum(self._counts)])[:-1].astype(np.intp)
        self._flat = np.array([group for groups in self._groups for group in groups], dtype=np.intp)

    def _starting(self, word: str) -> tuple[tuple[int, ...], tuple[_Node, ...]]:
        """The phrases that are this word alone, and the nodes of those that go on after it."""
        found = self._seen.get(word)
        if found is None:
            nodes = self._root.after(word)
            found = (tuple(n.phrase for n in nodes if n.phrase >= 0), tuple(n for n in nodes if n.next))
            self._seen[word] = found
        return found

    def scan(self, words: Sequence[str]) -> Found:
        """Every occurrence of every group's terms, as rows (group, first word, end), in the order of first words."""
        rows: list[tuple[int, int, int]] = []
        total = len(words)
        for start, word in enumerate(words):
            phrases, longer = self._starting(word)
            end = start + 1
            for phrase in phrases:
                rows.append((phrase, start, end))
            while longer and end < total:
                reached = [node for before in longer for node in before.after(words[end])]
                end += 1
                rows.extend((node.phrase, start, end) for node in reached if node.phrase >= 0)
                longer = tuple(node for node in reached if node.next)
        if not rows:
            return np.zeros((0, 3), dtype=np.intp)
        matched = np.array(rows, dtype=np.intp)
        counts = self._counts[matched[:, 0]]
        found = np.repeat(matched, counts, axis=0)
        offsets = np.arange(len(found)) - np.repeat(np.cumsum(counts) - counts, counts)
        found[:, 0] = self._flat[np.repeat(self._first[matched[:, 0]], counts) + offsets]
        return found


def presence(found: Found, unit_of: NDArray[np.intp], groups: int, units: int) -> NDArray[np.bool_]:
    """A groups x units table: does the group occur wholly inside the unit? `unit_of[word]` numbers the units."""
    table = np.zeros((groups, units), dtype=np.bool_)
    if len(found):
        first, last = unit_of[found[:, 1]], unit_of[found[:, 2] - 1]
        inside = (first == last) & (first >= 0)
        table[found[inside, 0], first[inside]] = True
    return table
