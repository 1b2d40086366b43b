"""Fingerprints of works: enough to know a copied passage by, too little to read one from.

Every run of RUN words gets a number; of every WINDOW runs in a row the least is kept (winnowing: Schleimer, Wilkerson
and Aiken, 2003), on both sides alike, so that a copy of SURE words always shares one. Of a number only the upper
BYTES are stored, in no order: far too few to tell which of the countless runs it came from.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .memo import Memo

RUN, WINDOW = 5, 4
SURE = RUN + WINDOW - 1
BYTES = 5
_DROPPED = np.uint64(64 - 8 * BYTES)
_FACTORS = [np.uint64(pow(0x9E3779B97F4A7C15, n, 2**64)) for n in range(1, RUN + 1)]

Numbers = NDArray[np.uint64]


class Printed(NamedTuple):
    """A text of so many words: its fingerprints, and the word at which the run of each begins."""

    words: int
    places: NDArray[np.intp]
    prints: Numbers


class Fingerprints:
    """The fingerprints of some works, ready to be looked for in answers."""

    def __init__(self, prints: Iterable[int]) -> None:
        self._prints = np.array(sorted(set(prints)), dtype=np.uint64)

    def copied(self, words: Sequence[str]) -> NDArray[np.bool_]:
        """For each lower-case word: does it stand in a run of words that one of the works has too?"""
        return self.among(printed(words))

    def among(self, text: Printed) -> NDArray[np.bool_]:
        """The same for a text whose fingerprints are at hand."""
        found = np.zeros(text.words, dtype=np.bool_)
        if len(self._prints):
            nearest = np.searchsorted(self._prints[:-1], text.prints)
            starts = text.places[self._prints[nearest] == text.prints]
            for offset in range(RUN):
                found[starts + offset] = True
        return found


def printed(words: Sequence[str]) -> Printed:
    """The fingerprints of a text, given as lower-case words, each with its place."""
    if len(words) < RUN:
        return Printed(len(words), np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.uint64))
    return Printed(len(words), *_kept(_runs(words)))


def fingerprints(words: Sequence[str], but: frozenset[tuple[str, ...]] = frozenset()) -> set[int]:
    """The fingerprints of one text, given as lower-case words; runs in `but` are left out."""
    _, places, prints = printed(words)
    found = zip(places.tolist(), prints.tolist(), strict=True)
    return {value for start, value in found if tuple(words[start : start + RUN]) not in but}


def runs(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """Every run of words that has a number."""
    return frozenset(tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1))


def packed(prints: Iterable[int]) -> str:
    """Fingerprints as text."""
    return b64encode(b"".join(value.to_bytes(BYTES, "big") for value in sorted(prints))).decode()


def unpacked(text: str) -> set[int]:
    """The fingerprints of `packed`; white space in it means nothing."""
    whole = b64decode(text)
    return {int.from_bytes(whole[n : n + BYTES], "big") for n in range(0, len(whole), BYTES)}


def _runs(words: Sequence[str]) -> Numbers:
    numbers = np.array(list(map(_NUMBERS.__getitem__, words)), dtype=np.int64).view(np.uint64)
    count = len(words) - RUN + 1
    values: Numbers = sum(
        (numbers[n : n + count] * factor for n, factor in enumerate(_FACTORS)), np.zeros(count, np.uint64)
    )
    # A product alone would carry nothing from its upper half down into its lower one.
    return (values ^ (values >> np.uint64(31))) * _FACTORS[-1]


def _number(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little", signed=True)


_NUMBERS: Memo[str, int] = Memo(_number)


def _kept(values: Numbers) -> tuple[NDArray[np.intp], Numbers]:
    """(places, fingerprints) of the least number in every window."""
    width = min(WINDOW, len(values))
    count = len(values) - width + 1
    least = values[:count].copy()
    for n in range(1, width):
        np.minimum(least, values[n : n + count], out=least)
    chosen = np.zeros(len(values), dtype=np.bool_)
    for n in range(width):
        chosen[n : n + count] |= values[n : n + count] == least
    places = np.flatnonzero(chosen)
    return places, values[places] >> _DROPPED
