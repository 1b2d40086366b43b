"""The glossary asked by name: who was X, what is Y, when was Z, and the few things more that it knows of each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markscheme.domain.glossary import Term
from markscheme.domain.packs import Pack

from .asked import COUNTED, FRAME, MONTHS, Asked, has_quantity
from .words import Speller, tokenise

# An event is asked for its date in any of these words, a body in the last.
_TOOK_PLACE = frozenset(
    "happen take took taking taken place occur begin began begun beginning start started go went come came hold held sign "
    "signed adopt adopted launch launched introduce introduced make made pass passed build built put out agree agreed reach "
    "reached first".split()
)
_FOUNDED = frozenset("begin began begun start started set found founded form formed create created establish established "
                     "introduce introduced made make exist".split())  # fmt: skip
_DIFFERENCE = frozenset(("difference", "differences", "differ", "different", "compare"))
_POSTS = frozenset(("job", "post", "posit", "role", "offic", "titl"))
_SET_UP = frozenset(("founded", "formed", "set"))


class Told(NamedTuple):
    """The term that a question names, and the answer: None where the glossary has the term and not what is asked of it."""

    term: Term
    text: str | None


@dataclass(frozen=True)
class _Fact:
    """The stems of each way in which a fact is asked for, the stems of what it says, and what it says."""

    asked: tuple[frozenset[str], ...]
    says: frozenset[str]
    counts: bool
    text: str


@dataclass(frozen=True)
class _Known:
    """A term and the stems of everything said of it."""

    term: Term
    says: frozenset[str]
    when: frozenset[str]
    dates: frozenset[str]
    facts: tuple[_Fact, ...]


class Glossary:
    """Answers a question whose words are a term's name and words by which something known of it is asked for."""

    def __init__(self, pack: Pack, speller: Speller, central: str | None) -> None:
        self._speller = speller
        gazetteer = pack.manifest.gazetteer
        self._people = self._stems(word for name in gazetteer.people for word in tokenise(name))
        self._places = self._stems(word for name in gazetteer.places for word in tokenise(name))
        self._central = central
        self._names: dict[tuple[str, ...], _Known] = {}
        for term in pack.glossary:
            known = self._known(term)
            for name in term.names:
                self._names.setdefault(self._name(name), known)
        self._longest = max(map(len, self._names), default=0)

    def find(self, asked: Asked) -> Told | None:
        """What the glossary has to say, or None where the question is not one about a term by its name."""
        if asked.kind in ("why", "how", "closed") or not self._names:
            return None
        words = self._meant(asked.words)
        if asked.kind == "what" and (both := self._compared(words)):
            return both
        begun = None
        for known, before, name, after in self._named(words):
            rest = self._rest((*before, *after))
            if not rest:
                return Told(known.term, self._plain(known, asked))
            behind = asked.turned or before[-1:] == ("by",)
            if text := self._date(known, asked, rest) or (
                None if behind else self._fact(known, asked, rest, name)
            ):
                begun = begun or Told(known.term, text)
            elif not self._needed(rest, asked):
                return Told(known.term, None)
        return begun

    def _compared(self, words: Sequence[str]) -> Told | None:
        """What each of two terms is, where nothing but their difference is asked."""
        for one, before, _, after in self._named(words) if not _DIFFERENCE.isdisjoint(words) else ():
            for two, left, _, right in self._named(after):
                if two is not one and self._rest((*before, *left, *right)) <= self._stems(_DIFFERENCE):
                    return Told(one.term, f"{_introduced(one.term)} {_introduced(two.term)}")
        return None

    def names(self, words: Sequence[str]) -> bool:
        """Do these words name any term?"""
        return next(self._named(words), None) is not None

    def _named(
        self, words: Sequence[str]
    ) -> Iterator[tuple[_Known, Sequence[str], Sequence[str], Sequence[str]]]:
        """Each term named, the longest name first: the term, and the words before, of and after its name."""
        stems = [self._speller.stem(word) for word in words]
        for size in range(min(self._longest, len(words)), 0, -1):
            for start in range(len(words) - size + 1):
                if known := self._names.get(tuple(stems[start : start + size])):
                    yield known, words[:start], words[start : start + size], words[start + size :]

    def _meant(self, words: Sequence[str]) -> tuple[str, ...]:
        """The words with a pronoun read as the person that the pack is about, where nobody is named."""
        if self._central is None or any(self._speller.stem(word) in self._people for word in words):
            return tuple(words)
        return tuple(self._central if word in ("he", "him", "his") else word for word in words)

    def _rest(self, words: Iterable[str]) -> frozenset[str]:
        """The stems of words that ask for something besides the name."""
        return frozenset(self._speller.stem(word) for word in words if word not in FRAME)

    def _needed(self, rest: frozenset[str], asked: Asked) -> frozenset[str]:
        """The stems that an answer must account for: not the word that asks for a number."""
        return rest - self._stems(COUNTED) if asked.kind == "count" else rest

    def _plain(self, known: _Known, asked: Asked) -> str | None:
        """The answer to a question that has the name and nothing more."""
        term = known.term
        if asked.kind == "when":
            return _dated(term) if term.when else None
        if asked.kind == "count":
            return None
        if asked.kind == "where" and term.kind != "place" and known.says.isdisjoint(self._places):
            return None
        return _introduced(term)

    def _date(self, known: _Known, asked: Asked, rest: frozenset[str]) -> str | None:
        """The date of an event that took place, or of what the term's own date is of."""
        term = known.term
        if asked.kind in ("what", "who") and rest <= known.dates | (
            _POSTS if term.kind == "person" else frozenset()
        ):
            return _introduced(term)
        if asked.kind != "when" or term.when is None:
            return None
        usual = (
            _TOOK_PLACE if term.kind == "event" else _FOUNDED if _SET_UP & known.when else frozenset[str]()
        )
        if rest <= self._stems(usual) | known.when:
            return _dated(term)
        return None

    def _fact(self, known: _Known, asked: Asked, rest: frozenset[str], name: Sequence[str]) -> str | None:
        """The fact whose way of asking accounts for every word that is not the name."""
        named = self._stems(name)
        for fact in known.facts:
            ways = [way for way in fact.asked if way <= rest]
            if (
                ways
                and self._needed(rest, asked) <= frozenset().union(*ways, fact.says)
                and self._met(fact, asked, named)
            ):
                return fact.text
        return None

    def _met(self, fact: _Fact, asked: Asked, named: frozenset[str]) -> bool:
        """Does the fact give what is asked for: a number, a person, a place?"""
        if asked.kind == "count":
            return fact.counts
        if asked.kind == "when":
            return any(stem[0].isdigit() for stem in fact.says)
        if asked.kind == "who":
            return bool(fact.says & self._people - named)
        return asked.kind != "where" or bool(fact.says & self._places - named)

    def _known(self, term: Term) -> _Known:
        words = self._speller.words
        facts = tuple(
            _Fact(
                tuple(self._rest(words(way)) or self._stems(words(way)) for way in fact.asked),
                self._stems(words(fact.text)),
                has_quantity(words(fact.text)),
                fact.text,
            )
            for fact in term.facts
        )
        when = self._stems(words(term.when or ""))
        says = self._stems(words(term.text)) | when
        dates = frozenset(stem for stem in says if stem.isdigit()) | says & self._stems(MONTHS)
        return _Known(term, says, when, dates, facts)

    def _name(self, name: str) -> tuple[str, ...]:
        return tuple(self._speller.stem(word) for word in self._speller.words(name))

    def _stems(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset(map(self._speller.stem, words))


def _introduced(term: Term) -> str:
    """What the term is, after its name where that does not occur in it."""
    name = term.names[0]
    return term.text if name.casefold() in term.text.casefold() else f"{name}: {term.text}"


def _dated(term: Term) -> str:
    return f"{term.names[0]}: {term.when}. {term.text}"
