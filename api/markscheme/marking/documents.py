"""An answer as the marker reads it: words, clauses, sentences and paragraphs, each with its place in the answer."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.base import Quote

from .bylines import without_bylines
from .cleaning import CleanText, clean
from .segmenting import clauses, paragraphs, sentences
from .vocabulary import Found, Vocabulary
from .words import Speller, Tokens


class Unit(NamedTuple):
    """A stretch of the clean text and the words [first, last) in it; `parent` is the sentence or paragraph it is in."""

    start: int
    end: int
    first: int
    last: int
    parent: int

    @property
    def size(self) -> int:
        """Words in it."""
        return self.last - self.first


@dataclass(frozen=True)
class Document:
    """One answer, read once. Units index into `tokens`; `found` are the vocabulary's groups in it,
    as rows (group, first word, end), by group. `body` is the answer with the writer's name and class blanked."""

    answer: str
    body: str
    clean: CleanText
    tokens: Tokens
    paragraphs: tuple[Unit, ...]
    sentences: tuple[Unit, ...]
    clauses: tuple[Unit, ...]
    found: Found

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words as read."""
        return self.tokens.words

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The words' stems."""
        return self.tokens.stems

    @cached_property
    def _bounds(self) -> NDArray[np.intp]:
        """Where each group's rows begin, up to the end of the last."""
        return _bounds(self.found)

    def rows(self, first: int, last: int) -> Found:
        """`found` of groups [first, last)."""
        return _between(self.found, self._bounds, first, last)

    @cached_property
    def _inside(self) -> tuple[Found, NDArray[np.intp]]:
        sentence = self.sentence_of[self.found[:, 1]]
        inside = (sentence >= 0) & (self.sentence_of[self.found[:, 2] - 1] == sentence)
        rows = np.column_stack((self.found, sentence))[inside]
        return rows, _bounds(rows)

    def inside(self, first: int, last: int) -> Found:
        """`found` of groups [first, last) that run over no sentence's end, each row with its sentence."""
        return _between(*self._inside, first, last)

    def occurrences(self, group: int) -> list[tuple[int, int]]:
        """Words [start, end) of each occurrence of a group, in order."""
        return [(start, end) for _, start, end in self.rows(group, group + 1).tolist()]

    @cached_property
    def _quotes(self) -> dict[tuple[int, int], Quote]:
        return {}

    def quote(self, unit: Unit) -> Quote:
        """The answer's own words for a unit; remembered, since several findings quote the same."""
        span = (unit.start, unit.end)
        known = self._quotes.get(span)
        if known is None:
            known = self._quotes[span] = self.slice(*span)
        return known

    @cached_property
    def counted(self) -> dict[str, list[int]]:
        """How many words of argument each sentence has, by kind, as far as they have been asked for."""
        return {}

    @cached_property
    def sentence_spans(self) -> list[tuple[int, int]]:
        """Where each sentence stands in the answer, as its quote says."""
        return [self.clean.span(unit.start, unit.end) for unit in self.sentences]

    @cached_property
    def clauses_in(self) -> list[list[int]]:
        """The numbers of each sentence's clauses."""
        inside: list[list[int]] = [[] for _ in self.sentences]
        for number, clause in enumerate(self.clauses):
            inside[clause.parent].append(number)
        return inside

    def quote_words(self, first: int, last: int) -> Quote:
        """The answer's own words for words [first, last)."""
        return self.slice(self.tokens.starts[first], self.tokens.ends[last - 1])

    def slice(self, start: int, end: int) -> Quote:
        """The answer's own words for a span of the clean text."""
        left, right = self.clean.span(start, end)
        return Quote(start=left, end=right, quote=self.answer[left:right])

    def text(self, unit: Unit) -> str:
        """The clean text of a unit."""
        return self.clean.text[unit.start : unit.end]

    def asks(self, sentence: int) -> bool:
        """Is the sentence a question?"""
        return self.text(self.sentences[sentence]).rstrip("\"') ").endswith("?")

    def only(self, kept: frozenset[int]) -> "Document":
        """The document with only these sentences; everything keeps its place in the answer."""
        if len(kept) == len(self.sentences):
            return self
        renumbered = {old: new for new, old in enumerate(sorted(kept))}
        sentences = tuple(self.sentences[old] for old in sorted(kept))
        clauses = tuple([Unit(*c[:4], renumbered[c.parent]) for c in self.clauses if c.parent in renumbered])
        used = sorted({sentence.parent for sentence in sentences})
        order = {old: new for new, old in enumerate(used)}
        return replace(
            self,
            paragraphs=tuple(self.paragraphs[old] for old in used),
            sentences=tuple([Unit(*s[:4], order[s.parent]) for s in sentences]),
            clauses=clauses,
        )

    @cached_property
    def sentence_of(self) -> NDArray[np.intp]:
        """Sentence number of each word."""
        return _owner(self.sentences, len(self.words))

    @cached_property
    def clause_of(self) -> NDArray[np.intp]:
        """Clause number of each word."""
        return _owner(self.clauses, len(self.words))

    @cached_property
    def clause_numbers(self) -> list[int]:
        """The same as plain numbers."""
        numbers: list[int] = self.clause_of.tolist()
        return numbers


def _bounds(rows: Found) -> NDArray[np.intp]:
    bounds = np.zeros(int(rows[-1, 0]) + 2 if len(rows) else 1, dtype=np.intp)
    np.cumsum(np.bincount(rows[:, 0]), out=bounds[1:])
    return bounds


def _between(rows: Found, bounds: NDArray[np.intp], first: int, last: int) -> Found:
    most = len(bounds) - 1
    return rows[bounds[min(first, most)] : bounds[min(last, most)]]


def _owner(units: tuple[Unit, ...], words: int) -> NDArray[np.intp]:
    owner = np.full(words, -1, dtype=np.intp)
    for number, unit in enumerate(units):
        owner[unit.first : unit.last] = number
    return owner


def _is_subject(line: str, speller: Speller, vocabulary: Vocabulary) -> bool:
    """Is most of the line words that the pack knows?"""
    words = speller.words(line)
    known = {place for _, start, end in vocabulary.scan(words).tolist() for place in range(start, end)}
    return len(known) > len(words) / 2


def read(answer: str, speller: Speller, vocabulary: Vocabulary, *, signed: bool = True) -> Document:
    """Read one answer. Units without a word are left out. `signed` is false for a text too short to bear its writer's
    name, where "Nikolai Bulganin" is the answer."""
    body = without_bylines(answer, lambda line: _is_subject(line, speller, vocabulary)) if signed else answer
    cleaned = clean(body)
    text = cleaned.text
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text
    tokens = speller.read(text)
    starts = tokens.starts

    def words(start: int, end: int) -> tuple[int, int]:
        return bisect_left(starts, start), bisect_left(starts, end)

    paragraph_units: list[Unit] = []
    sentence_units: list[Unit] = []
    clause_units: list[Unit] = []
    for left, right in paragraphs(text):
        first, last = words(left, right)
        if first == last:
            continue
        for start, end in sentences(text, left, right):
            begin, finish = words(start, end)
            if begin == finish:
                continue
            for a, b in clauses(lowered, start, end):
                opening, closing = words(a, b)
                if opening < closing:
                    clause_units.append(Unit(a, b, opening, closing, len(sentence_units)))
            sentence_units.append(Unit(start, end, begin, finish, len(paragraph_units)))
        paragraph_units.append(Unit(left, right, first, last, 0))
    found = vocabulary.scan(tokens.words)
    return Document(
        answer,
        body,
        cleaned,
        tokens,
        tuple(paragraph_units),
        tuple(sentence_units),
        tuple(clause_units),
        found,
    )
