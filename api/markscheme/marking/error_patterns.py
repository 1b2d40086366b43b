"""Error patterns as groups of a vocabulary, and where a document meets them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import NamedTuple

import numpy as np

from markscheme.domain.factors import Group
from markscheme.domain.misconceptions import ErrorPattern, Misconception

from .claims import Claims
from .documents import Document
from .lexicon import MONTHS
from .places import Places, Span, distance, overlaps, whole, within
from .referents import Cast, People, Referents, Subject
from .vocabulary import Vocabulary

_YEARS = tuple(str(year) for year in range(1900, 2000))
# Words around a match within which its exceptions and hedges count: run-on sentences say several things.
_NEARBY = 10


class Pattern(NamedTuple):
    """An ErrorPattern in group numbers; `date` is which of its groups holds dates, if one does."""

    number: int
    groups: tuple[int, ...]
    date: int | None
    subject: Subject | None
    unless: int
    unless_near: int
    in_order: bool
    window: int

    def told(self, said: Sequence[Span]) -> Span | None:
        """The words of the first group that is not a date: what is said of the subject."""
        return next((span for place, span in enumerate(said) if place != self.date), None)


class Match(NamedTuple):
    """Words [start, end) of a document that meet a pattern."""

    start: int
    end: int


class PatternBook:
    """Every pattern of a pack, with the groups it needs added to a vocabulary."""

    def __init__(self, errors: Sequence[Misconception], vocabulary: Vocabulary, names: Iterable[str]) -> None:
        first = len(vocabulary.names)
        self._vocabulary = vocabulary
        self._group_of: dict[Group, int] = {}
        subjects = [source.subject for error in errors for source in error.patterns]
        self.people = People(vocabulary, names, subjects)
        self.claims = Claims(vocabulary)
        self.dates = (self._group(_YEARS), self._group(MONTHS))
        numbers = count()
        self.patterns = tuple(
            tuple(self._compile(next(numbers), source) for source in error.patterns) for error in errors
        )
        compiled = [pattern for patterns in self.patterns for pattern in patterns]
        things = [(p.subject.group, p.date) for p in compiled if p.subject and not p.subject.people]
        self.events = tuple(dict.fromkeys(group for group, date in things if date is not None))
        self.referents = Referents(self.people, vocabulary, list(dict.fromkeys(group for group, _ in things)))
        self.groups = range(first, len(vocabulary.names))
        most = max((len(pattern.groups) for pattern in compiled), default=0)
        self._needed = np.full((len(compiled), most), len(self.groups), dtype=np.intp)
        for row, pattern in enumerate(compiled):
            self._needed[row, : len(pattern.groups)] = np.array(pattern.groups) - first

    def candidates(self, places: Places) -> dict[int, list[int]]:
        """The sentences in which all groups of a pattern occur, by the pattern's number."""
        met: dict[int, list[int]] = {}
        for number, sentence in np.argwhere(places.present[self._needed].all(axis=1)).tolist():
            met.setdefault(number, []).append(sentence)
        return met

    def _group(self, terms: Group) -> int:
        if terms not in self._group_of:
            self._group_of[terms] = self._vocabulary.add(f"error:{len(self._group_of)}", terms)
        return self._group_of[terms]

    def _compile(self, number: int, source: ErrorPattern) -> Pattern:
        dates = [place for place, terms in enumerate(source.groups) if all(_is_date(term) for term in terms)]
        people = self.people.named_in(source.subject)
        return Pattern(
            number=number,
            groups=tuple(self._group(terms) for terms in source.groups),
            date=dates[0] if dates else None,
            subject=Subject(self._group(source.subject), people) if source.subject else None,
            unless=self._group(source.unless),
            unless_near=self._group(source.unless_near),
            in_order=source.in_order,
            window=source.window,
        )


class Reading:
    """One document, read for errors."""

    def __init__(self, book: PatternBook, document: Document) -> None:
        self._book = book
        self._document = document
        self._places = Places(document, book.groups)
        self._cast = Cast(book.people, document, self._places)
        self.candidates = book.candidates(self._places)

    def matches(self, pattern: Pattern, even_hedged: bool = False) -> Iterator[Match]:
        """Where the document claims what the pattern says."""
        for sentence in self.candidates.get(pattern.number, ()):
            if self._excluded(pattern, sentence):
                continue
            spans = [self._places.spans(group, sentence) for group in pattern.groups]
            for said in _covers(spans, pattern.in_order):
                match = self._match(pattern, sentence, said)
                if match and self._claimed(pattern, sentence, said, even_hedged):
                    yield match

    def _excluded(self, pattern: Pattern, sentence: int) -> bool:
        around = range(sentence - 1, sentence + 2)
        if any(self._places.spans(pattern.unless_near, place) for place in around):
            return True
        claims = self._book.claims
        return claims.denies(self._places, sentence) or self._document.asks(sentence)

    def _claimed(self, pattern: Pattern, sentence: int, said: Sequence[Span], even_hedged: bool) -> bool:
        claims, places = self._book.claims, self._places
        own = [span for group in pattern.groups for span in places.spans(group, sentence)]
        if not even_hedged and claims.hedges(places, sentence, _nearby(said), own):
            return False
        told = [span for place, span in enumerate(said) if place != pattern.date]
        return not claims.lessens(places, sentence, told, own) and not claims.negates(
            places, sentence, said, own
        )

    def _match(self, pattern: Pattern, sentence: int, said: tuple[Span, ...]) -> Match | None:
        start, end = whole(said)
        if end - start > pattern.window:
            return None
        if self._excepted(pattern, sentence, said):
            return None
        subject = self._subject(pattern, sentence, said)
        if pattern.subject and not subject:
            return None
        if pattern.date is not None and not self._dated(pattern, sentence, said, subject):
            return None
        return Match(*whole([*said, subject] if subject else said))

    def _excepted(self, pattern: Pattern, sentence: int, said: Sequence[Span]) -> bool:
        """Is an exception near by? One that is a date holds throughout the clauses of what is said."""
        nearby = _nearby(said)
        clauses = [self._document.clauses[self._places.clause_of[start]] for start, _ in said]
        dated = min(clause.first for clause in clauses), max(clause.last for clause in clauses)
        return any(
            overlaps(span, [nearby, dated] if _is_date(self._document.words[span[0]]) else [nearby])
            for span in self._places.spans(pattern.unless, sentence)
            if not within(span, said)
        )

    def _subject(self, pattern: Pattern, sentence: int, said: Sequence[Span]) -> Span | None:
        if pattern.subject is None:
            return None
        referents, told = self._book.referents, pattern.told(said)
        if pattern.subject.people:
            words = [told, *said] if told else said
            return referents.person(pattern.subject, self._cast, self._places, sentence, words)
        # A pronoun and a year are too little to tell an error by.
        look = referents.named_thing if told is None else referents.thing
        return look(pattern.subject, self._places, sentence, said, pattern.window)

    def _dated(self, pattern: Pattern, sentence: int, said: Sequence[Span], subject: Span | None) -> bool:
        """A date belongs to the nearest event, and what is said has the nearest date."""
        date = said[pattern.date or 0]
        told = pattern.told(said)
        if told is None and subject and self._places.clause_of[date[0]] != self._places.clause_of[subject[0]]:
            return False
        told = told or subject
        if told is None:
            return True
        if self._names_another(pattern, sentence, date) or self._joined(subject or told, date):
            return False
        kind = self._book.dates[not self._document.words[date[0]].isdigit()]
        if any(distance(other, told) < distance(date, told) for other in self._places.spans(kind, sentence)):
            return False
        about_thing = pattern.subject is not None and not pattern.subject.people
        event = subject if about_thing and subject else told
        own = [*said, *(self._places.spans(pattern.subject.group, sentence) if pattern.subject else ())]
        events = (span for group in self._book.events for span in self._places.spans(group, sentence))
        return not any(distance(e, date) < distance(event, date) for e in events if not overlaps(e, own))

    def _names_another(self, pattern: Pattern, sentence: int, date: Span) -> bool:
        """Does the date only say which other thing is meant ("after his 1956 speech")?"""
        own = self._places.spans(pattern.subject.group, sentence) if pattern.subject else []
        things = self._book.referents.named_things(self._places, sentence)
        return any(start == date[1] and not overlaps((start, end), own) for start, end in things)

    def _joined(self, event: Span, date: Span) -> bool:
        """Does an "and" between event and date give the date to something else ("Cuba and the harvest of 1963")?"""
        return "and" in self._document.words[event[1] : date[0]]


def _nearby(said: Sequence[Span]) -> Span:
    start, end = whole(said)
    return start - _NEARBY, end + _NEARBY


def _covers(found: Sequence[Sequence[Span]], in_order: bool) -> Iterator[tuple[Span, ...]]:
    """One span of each group, no word twice: for each of the scarcest group the nearest of the others."""
    if in_order:
        yield from _in_order(found)
        return
    scarcest = min(range(len(found)), key=lambda place: len(found[place]))
    for anchor in found[scarcest]:
        chosen: dict[int, Span] = {scarcest: anchor}
        for place, spans in enumerate(found):
            if place != scarcest:
                free = [span for span in spans if not overlaps(span, chosen.values())]
                if not free:
                    break
                chosen[place] = min(free, key=lambda span: (distance(span, anchor), span))
        if len(chosen) == len(found):
            yield tuple(chosen[place] for place in range(len(found)))


def _in_order(found: Sequence[Sequence[Span]]) -> Iterator[tuple[Span, ...]]:
    for first in found[0]:
        chosen = [first]
        for spans in found[1:]:
            following = [span for span in spans if span[0] >= chosen[-1][1]]
            if not following:
                break
            chosen.append(min(following))
        if len(chosen) == len(found):
            yield tuple(chosen)


def _is_date(term: str) -> bool:
    return term.isdigit() or term in MONTHS
