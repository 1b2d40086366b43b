"""Named groups of words and phrases, all found in one pass over a text.

A word of up to four letters matches whole (unless it is no word: then it is a stem); a longer one matches
as the beginning of a word. A phrase matches word by word.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .words import Speller, tokenise

_WHOLE = 4


class Hit(NamedTuple):
    """Group `group` at words [start, end)."""

    group: int
    start: int
    end: int


class _Piece(NamedTuple):
    text: str
    whole: bool

    def matches(self, word: str) -> bool:
        return word == self.text if self.whole else word.startswith(self.text)


class Vocabulary:
    """Groups are numbered in the order they are added; `scan` finds every group's words in a text."""

    def __init__(self, speller: Speller) -> None:
        self._speller = speller
        self.names: list[str] = []
        self._phrases: dict[tuple[_Piece, ...], list[int]] = {}
        self._by_start: dict[str, list[tuple[tuple[_Piece, ...], tuple[int, ...]]]] | None = None
        self._seen: dict[str, tuple[tuple[tuple[_Piece, ...], tuple[int, ...]], ...]] = {}

    def add(self, name: str, terms: Iterable[str]) -> int:
        """Add a group of terms; gives its number."""
        number = len(self.names)
        self.names.append(name)
        for term in terms:
            pieces = self._pieces(term)
            if pieces:
                groups = self._phrases.setdefault(pieces, [])
                if not groups or groups[-1] != number:
                    groups.append(number)
        return number

    def _pieces(self, term: str) -> tuple[_Piece, ...]:
        exact = term.endswith("=")
        words = self._speller.read_term(tokenise(term))
        return tuple(
            _Piece(word, exact or word.isdigit() or (len(word) <= _WHOLE and (len(word) < 4 or self._speller.is_word(word))))
            for word in words
        )

    def freeze(self) -> None:
        """Build the index; call once after the last `add`."""
        index: dict[str, list[tuple[tuple[_Piece, ...], tuple[int, ...]]]] = {}
        for pieces, groups in self._phrases.items():
            index.setdefault(pieces[0].text, []).append((pieces, tuple(groups)))
        self._by_start = index

    def scan(self, words: Sequence[str]) -> list[Hit]:
        """Every occurrence of every group's terms, in the order of their first words."""
        hits: list[Hit] = []
        total = len(words)
        for place, word in enumerate(words):
            for pieces, groups in self._starting(word):
                end = place + len(pieces)
                if end <= total and all(p.matches(words[place + k]) for k, p in enumerate(pieces) if k):
                    hits.extend(Hit(group, place, end) for group in groups)
        return hits

    def _starting(self, word: str) -> tuple[tuple[tuple[_Piece, ...], tuple[int, ...]], ...]:
        found = self._seen.get(word)
        if found is None:
            assert self._by_start is not None
            found = tuple(
                entry
                for size in range(1, len(word) + 1)
                for entry in self._by_start.get(word[:size], ())
                if entry[0][0].matches(word)
            )
            self._seen[word] = found
        return found


def presence(hits: Sequence[Hit], unit_of: NDArray[np.intp], groups: int, units: int) -> NDArray[np.bool_]:
    """A groups x units table: does the group occur wholly inside the unit? `unit_of[word]` numbers the units."""
    table = np.zeros((groups, units), dtype=np.bool_)
    if hits:
        array = np.array(hits, dtype=np.intp)
        first, last = unit_of[array[:, 1]], unit_of[array[:, 2] - 1]
        inside = (first == last) & (first >= 0)
        table[array[inside, 0], first[inside]] = True
    return table
