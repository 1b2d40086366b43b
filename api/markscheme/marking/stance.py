"""Is a factor affirmed, or raised in order to be ranked low?"""

from collections.abc import Iterable, Sequence
from math import fsum

from markscheme.domain.reports import Stance

from .coverage import FactorReading
from .documents import Document
from .lexicon import NEGATING, NOT_ONLY
from .markers import Markers
from .places import Span
from .references import References

# Words between a negator and the word of weight that it denies.
_REACH = 5
_LOOK_BACK = 2
_TELLING = 0.5
_ABOUT = 2.0
_AS_MUCH = 0.7
_TAKES_UP = frozenset("this that it these those such they which".split())
# "Nobody was to blame" says nothing of weight.
_NAMING = frozenset("nobody none no nothing neither nor without".split())


def stances(
    document: Document, readings: Sequence[FactorReading], markers: Markers, references: References
) -> list[Stance]:
    """One stance per factor: "rejected" where words that argue down are said of it.

    Words such as "was not the main reason" argue down what stands before them, in the clause, the sentence or, where
    they take it up ("But this was not…"), the sentence before; words such as "rather than" what stands after.
    """
    present = [reading for reading in readings if reading.coverage != "absent"]
    if not present:
        return ["affirmed"] * len(readings)
    reader = _Reader(document, present, references)
    down: set[int] = set()
    for span in (*markers.hits(document, "demotes_before"), *_denied_weight(document, markers)):
        down |= reader.before(span)
    for span in markers.hits(document, "demotes_after"):
        down |= reader.after(span)
    return ["rejected" if reading.index in down else "affirmed" for reading in readings]


def _denied_weight(document: Document, markers: Markers) -> Iterable[Span]:
    """From a negator to the word of weight that it denies."""
    words, clause_of = document.words, document.clause_of
    for start, end in markers.hits(document, "weighing"):
        for place in range(start - 1, max(start - _REACH, 0) - 1, -1):
            if clause_of[place] != clause_of[start]:
                break
            if words[place] in NEGATING and words[place] not in _NAMING:
                if words[place + 1] not in NOT_ONLY:
                    yield place, end
                break


class _Reader:
    """Of which factors the words of an answer speak."""

    def __init__(self, document: Document, present: Sequence[FactorReading], references: References) -> None:
        self._document = document
        self._present = present
        self._references = references

    def before(self, span: Span) -> set[int]:
        """The factors that stand before words of demotion."""
        clause_of, sentence_of = self._document.clause_of, self._document.sentence_of
        sentence = int(sentence_of[span[0]])
        if sentence < 0:
            return set()
        unit = self._document.sentences[sentence]
        number = int(clause_of[span[0]])
        clause = self._document.clauses[number]
        if found := self._about(clause.first, span[0], sentence):
            return found
        while number and self._document.clauses[number - 1].parent == clause.parent:
            number -= 1
            earlier = self._document.clauses[number]
            if found := self._about(earlier.first, earlier.last, sentence):
                return found
        if _TAKES_UP.isdisjoint(self._document.words[unit.first : span[1]]):
            return set()
        for back in range(1, _LOOK_BACK + 1):
            if sentence < back or self._document.sentences[sentence - back].parent != unit.parent:
                break
            earlier = self._document.sentences[sentence - back]
            if found := self._about(earlier.first, earlier.last, sentence - back):
                return found
        return set()

    def after(self, span: Span) -> set[int]:
        """The factors that stand after words of demotion in the clause."""
        number = int(self._document.clause_of[span[0]])
        sentence = int(self._document.sentence_of[span[0]])
        if number < 0 or sentence < 0:
            return set()
        return self._about(span[1], self._document.clauses[number].last, sentence)

    def _about(self, first: int, last: int, sentence: int) -> set[int]:
        """The factors made in the sentence of which words [first, last) speak most."""
        masses = {
            reading.index: self._mass(first, last, reading.index)
            for reading in self._present
            if sentence in reading.sentences
        }
        best = max(masses.values(), default=0.0)
        return {index for index, mass in masses.items() if mass >= max(_ABOUT, _AS_MUCH * best)}

    def _mass(self, first: int, last: int, factor: int) -> float:
        odds, stems = self._references.odds, self._references.stems
        known = {stems.get(stem, -1) for stem in self._document.stems[first:last]} - {-1}
        return float(fsum(value for stem in known if (value := odds[stem, factor]) >= _TELLING))
