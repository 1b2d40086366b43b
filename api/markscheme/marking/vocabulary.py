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
# A row packed in one number: above the end the first word, above both the group. Answers have far fewer words.
_BITS = 20
_FIRST, _GROUP = 1 << _BITS, 1 << 2 * _BITS

# A word that matches whole is written with this sign after it, the beginning of a word as it is.
_EXACT = "="


class _Node:
    """One word of the phrases that begin alike: the phrases that end here, and the words that may follow."""

    __slots__ = ("next", "phrase")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.phrase = -1


class _Known(NamedTuple):
    """What the vocabulary knows of a word: the groups (as packed rows of word 0, and how many) that it is in by itself,
    where the phrases that it begins go on with each piece, and the pieces it may be later in a phrase."""

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

    def _known(self, word: str) -> _Known:
        pieces = [word + _EXACT, *(word[:size] for size in range(1, len(word) + 1))]
        nodes = [self._root.next[piece] for piece in pieces if piece in self._root.next]
        groups = [group for node in nodes if node.phrase >= 0 for group in self._groups[node.phrase]]
        onward: dict[str, list[_Node]] = {}
        for node in nodes:
            for piece, after in node.next.items():
                onward.setdefault(piece, []).append(after)
        later = tuple(piece for piece in pieces if piece in self._later)
        packed = np.array(groups, dtype=np.int64) * _GROUP + 1
        return _Known(packed.tobytes(), len(groups), onward, later)

    def scan(self, words: Sequence[str]) -> Found:
        """Every occurrence of every group's terms, as rows (group, first word, end): by group, then by first word."""
        known = list(map(self._seen.__getitem__, words))
        # A row in one number, so that sorting is of numbers: the group, then the first word, then the end.
        single = np.frombuffer(b"".join([entry.groups for entry in known]), dtype=np.int64)
        places = np.repeat(np.arange(len(words)) * (_FIRST + 1), [entry.times for entry in known])
        rows = np.sort(np.concatenate((single + places, np.array(self._phrases(known), dtype=np.int64))))
        return np.stack((rows >> 2 * _BITS, rows >> _BITS & _FIRST - 1, rows & _FIRST - 1), axis=1)

    def _phrases(self, known: Sequence[_Known]) -> list[int]:
        """The rows of phrases of two words or more, packed."""
        pieces = [entry.pieces for entry in known]
        found: list[int] = []
        for start, (entry, following) in enumerate(zip(known, pieces[1:], strict=False)):
            if following and (onward := entry.onward):
                for piece in following:
                    if piece in onward:
                        for node in onward[piece]:
                            self._follow(node, start, start + 2, pieces, found)
        return found

    def _follow(self, node: _Node, start: int, end: int, pieces: Sequence[tuple[str, ...]],
                found: list[int]) -> None:  # fmt: skip
        """Add the packed row of each phrase whose words [start, end) led to this node, and of those that go on."""
        if node.phrase >= 0:
            found.extend([group * _GROUP + start * _FIRST + end for group in self._groups[node.phrase]])
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
