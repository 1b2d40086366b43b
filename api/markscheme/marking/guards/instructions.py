"""Talk to the marker, plain or disguised."""

import re
from functools import cache
from unicodedata import combining, normalize

from ..lexicon import ASKS_MARKER, FOREIGN_ASKS, FOREIGN_MARKS, MARK_WORDS, TO_MARKER
from ..words import tokenise
from .decoding import decoded
from .reading import Reading

_MARKUP = re.compile(r"[{}\[\]<>]|\\n|\"\s*:")
_NO_WORD = re.compile(r"[\W_]+")
_SPACED = 0x3000
_STRANGE = 0.5
_BLOB = 24
_LETTERS = 6
_SHORTEST = 9


def instructions(reading: Reading) -> set[int]:
    """Sentences that speak to the marker, in English, in another language, or in a simple disguise."""
    document, markers = reading.document, reading.subject.markers
    found = {int(document.sentence_of[start]) for start, _ in markers.hits(document, "to_marker")}
    marks = markers.per_sentence(document, "mark_words")
    asks = markers.per_sentence(document, "asks_marker")
    marked_up = len(_MARKUP.findall(document.clean.text)) >= 2
    for number, sentence in enumerate(document.sentences):
        markup = len(_MARKUP.findall(document.text(sentence))) if marked_up else 0
        if (
            (marks[number] and asks[number])
            or (markup >= 2 and marks[number])
            or markup >= 6
            or (_disguised(reading, number) and pleads(document.quote(sentence).quote))
        ):
            found.add(number)
    return found - {-1}


def pleads(text: str) -> bool:
    """Does a stretch that is no plain English speak to the marker, once read in any of the ways we know?"""
    folded = "".join(char for char in normalize("NFKD", text).casefold() if not combining(char))
    if _asks_abroad(folded):
        return True
    return any(_asks(way) for way in (folded, *decoded(folded), *decoded(text)))


def _disguised(reading: Reading, number: int) -> bool:
    if number in reading.foreign or reading.known[number] < _STRANGE:
        return True
    sizes = [len(word) for word in reading.sentences[number]]
    if max(sizes) >= _BLOB:
        return True
    single = sizes.count(1)
    return (single >= _LETTERS and single >= _STRANGE * len(sizes)) or reading.little[number] == 0.0


def _asks_abroad(folded: str) -> bool:
    words = f" {_NO_WORD.sub(' ', folded)}"
    return all(any(_begins(term, words) for term in terms) for terms in (FOREIGN_ASKS, FOREIGN_MARKS))


def _begins(term: str, words: str) -> bool:
    # Chinese and Japanese put no spaces between words.
    return (f" {term}" if ord(term[0]) < _SPACED else term) in words


def _asks(text: str) -> bool:
    """Does it, in English, hold a phrase meant for the marker, however its letters are spaced?"""
    squeezed = "".join(filter(str.isalpha, text.casefold()))
    if any(phrase in squeezed for phrase in _squeezed()):
        return True
    words = f" {' '.join(tokenise(text))} "
    return any(_within(term, words) for term in MARK_WORDS) and any(
        _within(term, words) for term in ASKS_MARKER
    )


def _within(term: str, words: str) -> bool:
    return f" {term[:-1]} " in words if term.endswith("=") else f" {term}" in words


@cache
def _squeezed() -> tuple[str, ...]:
    phrases = ("".join(filter(str.isalpha, term)) for term in TO_MARKER)
    return tuple(phrase for phrase in phrases if len(phrase) >= _SHORTEST)
