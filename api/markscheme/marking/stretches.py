"""Stretches of a short answer: small ones, between its commas and "and"s, that say one thing each, and larger ones."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from .documents import Document

_CUT = re.compile(
    r"[,;:()\[\]+/&](?!\d)\s*|\s-{1,3}>?\s+|(?<!\s)\s*=>\s*|(?<!\s)\s+(?:and|but|then|plus|so|as|because|cause|cos|coz|cuz|since|while)\s+"
    r"|(?:^|(?<=\s))\(?[a-h1-9][).]\s+",
    re.I,
)
# By whom and when: said in the same breath, but it can be all of an answer.
_ADDED = re.compile(r"(?<!\s)\s+by\s+|(?<!\s)\s+(?=(?:in|on|from)\s+(?:[a-z]+\s+)?'?\d)", re.I)


class Stretch(NamedTuple):
    """A span of the clean text; `small` where no comma, "and" or the like parts it any further."""

    start: int
    end: int
    small: bool


def stretches(document: Document) -> list[Stretch]:
    """The whole answer, its sentences and clauses, the pieces of each sentence, and each two neighbouring pieces."""
    found: dict[tuple[int, int], bool] = {}
    text = document.clean.text
    if document.sentences:
        found[document.sentences[0].start, document.sentences[-1].end] = len(document.sentences) == 1
    for number, sentence in enumerate(document.sentences):
        pieces = list(_cut(_CUT, text, sentence.start, sentence.end))
        found[sentence.start, sentence.end] = len(pieces) < 2
        for index in document.clauses_in[number]:
            clause = document.clauses[index]
            found.setdefault((clause.start, clause.end), False)
        found |= dict.fromkeys(pieces, True)
        for one, other in pairwise(pieces):
            found.setdefault((one[0], other[1]), False)
        for piece in pieces:
            for part in _cut(_ADDED, text, *piece):
                found.setdefault(part, False)
    return [Stretch(start, end, small) for (start, end), small in found.items()]


def _cut(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts between the pattern's matches, without those that say nothing."""
    place = start
    for cut in pattern.finditer(text, start, end):
        if text[place : cut.start()].strip():
            yield place, cut.start()
        place = max(place, cut.end())
    if text[place:end].strip(" .!?\"'"):
        yield place, end
