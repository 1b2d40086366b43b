"""Which sentences speak of another time than a factor belongs to: they earn nothing for it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.factors import Factor
from markscheme.domain.questions import Question

from .documents import Document
from .lexicon import MONTHS
from .places import Places, Span
from .vocabulary import Vocabulary

_CENTURIES = range(1700, 2100)
_DECADES = range(1700, 2100, 10)
_YEARS = (*(str(year) for year in _CENTURIES), *(f"{year}s=" for year in _DECADES))
# "In", "by" or "during" a year says when the clause happens; "of 1921", "since 1943" or "after 1934" need not.
_FRAMING = frozenset("in by during throughout around through".split())
_BETWEEN = frozenset("the year years early late mid spring summer autumn winter".split()) | frozenset(MONTHS)
# A sentence that compares, looks back or ahead, promises or hands on what was said is not about the year it names.
_EXCUSES = (
    "unlike", "like=", "than=", "compar", "contrast", "differ", "whereas", "as in", "just as", "exactly what",
    "same=", "similar", "still=", "since=", "again", "legacy", "inherit", "remember", "memor", "go back",
    "goes back", "went back", "dating", "dated", "roots", "would=", "could not have",
    "couldn't have", "later", "eventually", "until", "till=", "no longer", "hindsight", "foreshadow", "paved the way",
    "promis", "speech", "spoke", "told", "tells", "said=", "says=",
    "denounc", "condemn", "criticis", "mention", "blam", "expos", "reveal", "accus", "admit", "confess", "guilt",
    "crimes", "victims", "rehabilit", "signed", "career", "silent", "that in", "that by", "that during", "already",
)  # fmt: skip
_PERSONS = ("he=", "him=", "his=", "himself", "they=", "them=", "their=")
# A name behind one of these is compared with, or is not what the clause is about.
_ASIDE = frozenset("unlike like than before until after under of with from to for since as against".split())
_CARRYING = frozenset(("he", "his", "she", "her"))
_HEAD = 3
# A year on either side: what led up to it, and what came of it.
_SLACK = 1


class Periods:
    """Reads the sentences of an answer for the time they are about. Its words join the vocabulary, which the caller
    freezes. `dated` are names of other times; what is said of the `central` person may lie before the period."""

    def __init__(self, factors: Sequence[Factor], period: Span, dated: Sequence[str], central: str | None,
                 vocabulary: Vocabulary) -> None:  # fmt: skip
        self._years = vocabulary.add("period:years", _YEARS)
        self._names = vocabulary.add("period:names", dated)
        self._excuses = vocabulary.add("period:excuses", _EXCUSES)
        self._central = vocabulary.add("period:central", (f"{central}=",) if central else ())
        self._persons = vocabulary.add("period:persons", _PERSONS)
        self._ids = tuple(factor.id for factor in factors)
        self._first = np.array([min(factor.period[0], period[0]) for factor in factors]) - _SLACK
        self._last = np.array([max(factor.period[1], period[1]) for factor in factors]) + _SLACK

    def outside(self, document: Document, question: Question) -> NDArray[np.bool_]:
        """sentences x factors: does the sentence place itself outside the factor's period, or after the question's?"""
        found = np.zeros((len(document.sentences), len(self._ids)), dtype=np.bool_)
        if not len(document.rows(self._years, self._names + 1)):
            return found
        places = Places(document, range(self._years, self._persons + 1))
        asked = {role.factor for role in question.roles}
        latest = [question.period[1] + _SLACK if each in asked else _CENTURIES.stop for each in self._ids]
        last = np.minimum(self._last, latest)
        led = False
        for sentence in range(len(found)):
            if places.spans(self._excuses, sentence):
                led = False
            elif years := places.spans(self._years, sentence):
                led = False
                if any(_frames(document, place) for place, _ in years):
                    found[sentence] = self._beyond(document, places, sentence, last)
            else:
                led = self._led(document, places, sentence, led)
                found[sentence] = led
        return found

    def _beyond(self, document: Document, places: Places, sentence: int,
                last: NDArray[np.intp]) -> NDArray[np.bool_]:  # fmt: skip
        """For each factor: are all years of the sentence too late, or too early and nobody of the period is in it?"""
        stated = [_years(document.words[place]) for place, _ in places.spans(self._years, sentence)]
        beyond: NDArray[np.bool_] = min(first for first, _ in stated) > last
        if places.spans(self._central, sentence) or places.spans(self._persons, sentence):
            return beyond
        return beyond | (max(final for _, final in stated) < self._first)

    def _led(self, document: Document, places: Places, sentence: int, before: bool) -> bool:
        """Is a name of another time what the sentence is about, or taken up by "he" from the sentence before?"""
        if places.spans(self._central, sentence):
            return False
        first = document.sentences[sentence].first
        if before and document.words[first] in _CARRYING:
            return True
        return any(
            start - first < _HEAD and (start == first or document.words[start - 1] not in _ASIDE)
            for start, _ in places.spans(self._names, sentence)
        )


def _frames(document: Document, place: int) -> bool:
    """Does the year at that word say when its clause happens?"""
    words = document.words
    place -= 1
    while place >= 0 and (words[place] in _BETWEEN or (words[place].isdigit() and len(words[place]) < 3)):
        place -= 1
    return place >= 0 and words[place] in _FRAMING


def _years(word: str) -> Span:
    """The first and last year that a word such as 1956 or 1950s stands for."""
    year = int(word[:4])
    return year, year + (9 if word.endswith("s") else 0)
