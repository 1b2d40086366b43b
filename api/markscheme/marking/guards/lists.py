"""Terms without an argument: lists, strings of connectives, one frame filled again and again, words in no order."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ..lexicon import AFTER_NO_DETERMINER, DETERMINERS, FUNCTION, JOINING
from .reading import Reading

_LISTED, _SALAD = 4.0, 2.0
_LITTLE = 0.10
_VERBAL = 0.07
_CONNECTIVES = 0.16
_DISORDER = 0.2
_FRAMED, _MOST, _ALIKE = 4, 0.5, 0.4
_ENOUGH, _ENOUGH_TO_TELL = 8, 25
_VERBAL_WORDS = FUNCTION - JOINING


def listed(reading: Reading, kept: Sequence[int], counts: Counter[str]) -> float | None:
    """The highest standard that the sentences kept can reach if they only string terms together, else None; `counts` are
    their words."""
    if counts.total() >= _ENOUGH_TO_TELL and _disorder(reading, kept) > _DISORDER:
        return _SALAD
    return _LISTED if _strung(reading, kept, counts) else None


def _strung(reading: Reading, kept: Sequence[int], counts: Counter[str]) -> bool:
    total = counts.total()
    if total >= _ENOUGH and sum(counts[word] for word in FUNCTION) < _LITTLE * total:
        return True
    return total >= _ENOUGH_TO_TELL and (
        sum(counts[word] for word in _VERBAL_WORDS) < _VERBAL * total
        or _connectives(reading, kept) > _CONNECTIVES * total
        or _framed([reading.sentences[number] for number in kept])
    )


def _connectives(reading: Reading, kept: Sequence[int]) -> int:
    markers = reading.subject.markers
    counts = (markers.per_sentence(reading.document, kind) for kind in ("causal", "judging", "contrast"))
    return sum(count[number] for count in counts for number in kept)


def _disorder(reading: Reading, kept: Sequence[int]) -> float:
    """The share of articles and the like that stand before a word which never follows one, or end a sentence."""
    there = wrong = 0
    for number in kept:
        words = reading.sentences[number]
        if not DETERMINERS.isdisjoint(words):
            after = [then for word, then in zip(words, (*words[1:], ""), strict=True) if word in DETERMINERS]
            there += len(after)
            wrong += sum(map(AFTER_NO_DETERMINER.__contains__, after))
    return wrong / there if there >= _FRAMED else 0.0


def _framed(sentences: Sequence[tuple[str, ...]]) -> bool:
    """Is most of it the same sentence with another term in its place?"""
    sets = [(len(words), frozenset(words)) for words in sentences]
    same = sum(_same_frame(*one, *other) for one, other in pairwise(sets))
    return same >= _FRAMED and same >= _MOST * (len(sentences) - 1)


def _same_frame(size: int, words: frozenset[str], other_size: int, others: frozenset[str]) -> bool:
    shared = len(words & others)
    return shared >= 2 and shared >= _ALIKE * max(size, other_size)
