"""Stretches of a short answer, each small enough to say one thing: what its commas and "and"s part, and larger ones."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from .documents import Document

_CUT = re.compile(
    r"[,;:()\[\]+/&](?!\d)\s*|\s-+>?\s+|\s*=+>\s*|\s+(?:and|but|then|plus|so|as|because|cause|cos|coz|cuz|since|while)\s+"
    r"|(?:^|(?<=\s))\(?[a-h1-9][).]\s+|\s+by\s+|\s+(?=(?:in|on|from)\s+(?:[a-z]+\s+)?'?\d)",
    re.I,
)


class Stretch(NamedTuple):
    """A span of the clean text; `small` where nothing in it parts it any further."""

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
        pieces = list(_pieces(text, sentence.start, sentence.end))
        found[sentence.start, sentence.end] = len(pieces) < 2
        for index in document.clauses_in[number]:
            clause = document.clauses[index]
            found.setdefault((clause.start, clause.end), False)
        found |= dict.fromkeys(pieces, True)
        for one, other in pairwise(pieces):
            found.setdefault((one[0], other[1]), False)
    return [Stretch(start, end, small) for (start, end), small in found.items()]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    place = start
    for cut in _CUT.finditer(text, start, end):
        if text[place : cut.start()].strip():
            yield place, cut.start()
        place = max(place, cut.end())
    if text[place:end].strip(" .!?\"'"):
        yield place, end
