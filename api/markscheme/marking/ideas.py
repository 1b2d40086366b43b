"""A list of ideas for a plan: which of the question's factors it names, each in the student's words."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.base import Quote
from markscheme.domain.readings import IdeaNamed, IdeasRead

from .cleaning import CleanText, clean
from .compiled import compiled
from .encoding import Encoder
from .meant import Meant
from .rubric import Rubric
from .words import tokenise

# Where one idea ends: marks of a list, a line, a sentence; and where it may: a joining word.
_BETWEEN = re.compile(r"[,;\n+&|/•*]|[-=]>|[-.!?:]\s|(?<=\s)\(?\d{1,2}[.)]\s")
_JOINED = re.compile(r"\s(?:and|plus|then|also|as well as|because of|due to|with)\s", re.IGNORECASE)
_EDGES = " \t\r\n-–—.:;,()[]!?\"'0123456789"
# Of a list no more is read than this; a plan has far fewer ideas.
MAX_CHARACTERS, MAX_IDEAS = 1_500, 30
_NAMED_AT, _SURE_AT = 0.12, 0.5


class _Item(NamedTuple):
    """A span of the clean text, and how likely it means each of the question's factors."""

    start: int
    end: int
    chances: NDArray[np.float64]


class Ideas:
    """Reads lists of ideas for one question."""

    def __init__(self, rubric: Rubric, encoder: Encoder) -> None:
        pack = compiled(rubric.pack, encoder)
        self._meant = Meant(pack)
        factors = [factor.id for factor in rubric.pack.factors]
        self._factors = factors
        self._asked = np.array([factor in rubric.roles for factor in factors])

    def read(self, text: str) -> IdeasRead:
        """The factors named, each once and where it is named best, in the order of the list; and the other parts."""
        cleaned = clean(text[:MAX_CHARACTERS])
        named: dict[int, IdeaNamed] = {}
        others: list[Quote] = []
        for item in self._items(cleaned.text):
            quote = _quote(text, cleaned, item)
            found = self._named(item)
            if not found:
                others.append(quote)
            for factor in found:
                idea = IdeaNamed(factor_id=self._factors[factor], probability=round(float(item.chances[factor]), 3),
                                 **quote.model_dump())  # fmt: skip
                if factor not in named or idea.probability > named[factor].probability:
                    named[factor] = idea
        ordered = sorted(named.values(), key=lambda idea: (idea.start, -idea.probability))
        return IdeasRead(named=tuple(ordered), others=tuple(others))

    def _named(self, item: _Item) -> list[int]:
        """The likeliest factor, and every other of which the item speaks surely."""
        order = np.argsort(-item.chances, kind="stable").tolist()
        best = [order[0]] if item.chances[order[0]] >= _NAMED_AT else []
        return [*best, *(n for n in order[1:] if item.chances[n] >= _SURE_AT)]

    def _items(self, text: str) -> Iterator[_Item]:
        """The parts of the list; one joined by "and" is cut there where its halves mean different things."""
        left = MAX_IDEAS
        for start, end in _spans(text, _BETWEEN, 0, len(text)):
            if left <= 0:
                return
            whole = self._item(text, start, end)
            halves = list(_spans(text, _JOINED, start, end))[:left]
            parts = [self._item(text, *span) for span in halves] if len(halves) > 1 else [whole]
            left -= len(parts)
            sorts = {found[0] for part in parts if (found := self._named(part))}
            if len(parts) > 1 and (len(sorts) > 1 or (sorts and not self._named(whole))):
                yield from parts
            else:
                yield whole

    def _item(self, text: str, start: int, end: int) -> _Item:
        return _Item(start, end, np.where(self._asked, self._meant.chances(text[start:end]), 0.0))


def _spans(text: str, between: re.Pattern[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of text[start:end] with a word in them, without marks at their ends."""
    place = start
    for cut in (*between.finditer(text, start, end), None):
        first, last = place, cut.start() if cut else end
        while first < last and text[first] in _EDGES and not _year(text, first):
            first += 1
        while last > first and text[last - 1] in _EDGES and not text[last - 1].isdigit():
            last -= 1
        if tokenise(text[first:last]):
            yield first, last
        place = cut.end() if cut else end


def _year(text: str, place: int) -> bool:
    """Does a number of more than two digits begin here?"""
    return text[place : place + 3].isdigit()


def _quote(text: str, cleaned: CleanText, item: _Item) -> Quote:
    start, end = cleaned.span(item.start, item.end)
    return Quote(start=start, end=end, quote=text[start:end])
