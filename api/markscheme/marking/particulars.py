"""Years, months, other figures and names in a short text: what an answer may not get wrong."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from typing import NamedTuple

from markscheme.domain.packs import Gazetteer

from .words import Speller, tokenise

_MONTHS = {
    "jan": "january", "feb": "february", "apr": "april", "jun": "june", "jul": "july", "aug": "august",
    "sep": "september", "sept": "september", "oct": "october", "nov": "november", "dec": "december",
}  # fmt: skip
_SHORT_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})\b\.?", re.I)
# "March" and "may" are words too, so they are months only beside a figure.
_MONTH = re.compile(
    rf"\b(?:{'|'.join(_MONTHS.values())}|(?:march|may)(?=\s+\d)|(?<=\d\s)(?:march|may))\b", re.I
)
_FIGURE = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_TIMES = re.compile(r"\s{0,3}(thousand|million|k\b|m\b|mn\b)", re.I)
_SCALE = {"thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6}
_YEAR = re.compile(r"1[89]\d\d")
_SHORT_YEAR = re.compile(
    r"(?<![\d.,/])'?(\d\d)(?![\d.,]*\d|\s*(?:%|per\b|million|m\b|thousand|k\b|tonne|minist))", re.I
)
_CLOSE = 0.04


class Particulars(NamedTuple):
    """What is named in a text, by kind."""

    years: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    def without(self, other: "Particulars") -> "Particulars":
        """What the other does not name."""
        return Particulars(*(mine - theirs for mine, theirs in zip(self, other, strict=True)))

    @classmethod
    def common(cls, every: Iterable["Particulars"]) -> "Particulars":
        """What all of them name."""
        return cls(*(reduce(frozenset.intersection, kind) for kind in zip(*every, strict=True)))

    @classmethod
    def union(cls, every: Iterable["Particulars"]) -> "Particulars":
        """What any of them names."""
        return cls(*(frozenset().union(*kind) for kind in zip(*every, strict=True)))


class Observer:
    """Finds the particulars of texts on one subject; names are those of its gazetteer."""

    def __init__(self, gazetteer: Gazetteer, period: tuple[int, int], speller: Speller) -> None:
        self._speller = speller
        self._period = range(period[0], period[1] + 1)
        self._people = _last_words(gazetteer.people, speller)
        self._places = _last_words(gazetteer.places, speller)

    def is_particular(self, word: str) -> bool:
        """Is the word a figure, a month or a name?"""
        return word.isdigit() or word in self._people or word in self._places or bool(_MONTH.fullmatch(word))

    def spelt_out(self, text: str, figures: frozenset[str] = frozenset()) -> str:
        """The text with months in full, and "57" as 1957 where that lies in the subject's period and is none of the
        figures."""
        century = self._period.start // 100 * 100

        def full(found: re.Match[str]) -> str:
            year = century + int(found[1])
            return str(year) if year in self._period and found[1] not in figures else found[0]

        return _SHORT_YEAR.sub(full, _SHORT_MONTH.sub(lambda found: _MONTHS[found[1].lower()], text))

    def of(self, text: str) -> Particulars:
        """The particulars of a text that is spelt out."""
        words = self._speller.words(text)
        return Particulars(
            frozenset(_YEAR.findall(text)),
            frozenset(month.lower() for month in _MONTH.findall(text)),
            frozenset(figure for figure in _figures(text) if not _YEAR.fullmatch(figure)),
            self._people.intersection(words),
            self._places.intersection(words),
        )


def _last_words(names: Sequence[str], speller: Speller) -> frozenset[str]:
    return frozenset(speller.words(name)[-1] for name in names if tokenise(name))


def _figures(text: str) -> Iterator[str]:
    for found in _FIGURE.finditer(text):
        times = _TIMES.match(text, found.end())
        value = float(found[0].replace(",", "")) * (_SCALE[times[1].lower()] if times else 1)
        yield f"{value:g}" if value < 1e6 else f"{value:.0f}"


def meets(kind: str, said: frozenset[str], wanted: frozenset[str]) -> bool:
    """Does one of `said` agree with one of `wanted`? Figures agree within 4 per cent."""
    if kind != "figures":
        return not said.isdisjoint(wanted)
    return any(abs(float(one) - float(other)) <= _CLOSE * float(other) for one in said for other in wanted)
