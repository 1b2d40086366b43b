"""The bar that an answer must clear: it has every word that matters in the question, and gives what is asked for."""

import re
from collections.abc import Iterable, Sequence

from markscheme.domain.packs import Gazetteer

from .asked import FRAME, Asked, has_quantity
from .entries import Entry
from .words import Speller, tokenise

# How near an entry must come to a word to have it, by the square of the likeness.
_HAS = 0.3
# A word that tells this much may not be missing; of others one may, from this many on.
_RARE, _SPARE = 0.6, 4
# From here on a word tells something of what is asked.
_TOLD = 0.2
_CLAUSES = re.compile(r"[,;:.]\s|\band\b|\bbut\b")
_PERSONS = frozenset(("people", "person", "persons", "men"))
_ASIDE = FRAME | frozenset(
    "difference year date many much old often long big large far wasn't didn't don't isn't weren't".split()
)
_REASON = frozenset(
    "because since so as due charge charges accused feared reason reasons cause caused over wanted".split()
)
_WHY = frozenset("why reason reasons cause caused set".split())


class Bar:
    """Judges one entry for one question."""

    def __init__(self, speller: Speller, gazetteer: Gazetteer) -> None:
        self._speller = speller
        self._people = self._stems(word for name in gazetteer.people for word in tokenise(name))
        self._places = self._stems(word for name in gazetteer.places for word in tokenise(name))

    def cleared(self, entry: Entry, question: Asked, words: Sequence[tuple[str, float, float]]) -> bool:
        """Is this clearly an answer? `words` are the question's telling ones, each with how much it tells and how near the
        entry comes to it."""
        content = [(word, weight, near) for word, weight, near in words if word not in _ASIDE]
        missing = [weight for _, weight, near in content if near < _HAS]
        if all(word.isdigit() for word, _, _ in content):
            return False
        if any(weight >= _RARE for weight in missing) or len(missing) > (len(content) >= _SPARE):
            return False
        # A like word is no subject: something that tells must be there itself.
        if not any(near == 1.0 and weight >= _TOLD for _, weight, near in content):
            return False
        return self._gives(
            entry, question, [word for word, _, _ in sorted(content, key=lambda each: -each[1])]
        )

    def _gives(self, entry: Entry, question: Asked, content: Sequence[str]) -> bool:
        """Does the entry give a person, a date, a number, a place or a reason, where that is asked for?"""
        answer = self._stems(entry.answer)
        if question.kind == "who":
            return bool(answer & self._people - self._stems(question.words))
        if question.kind == "where":
            return bool(answer & self._places - self._stems(question.words))
        if question.kind == "when":
            return self._dates(entry, content)
        if question.kind == "count":
            return has_quantity(entry.answer) and self._counts(entry, question)
        if question.kind == "why":
            return not (_REASON.isdisjoint(entry.answer) and _WHY.isdisjoint(tokenise(entry.question)))
        return True

    def _counts(self, entry: Entry, question: Asked) -> bool:
        """Does the entry speak of what is counted? People are counted under any name."""
        counted = next((word for word in question.words[1:] if word not in FRAME), "")
        stem = self._speller.stem(counted)
        spoken = (*entry.answer, *self._speller.words(entry.question))
        return (
            question.words[:1] != ("many",)
            or counted in _PERSONS
            or any(word.startswith(stem) for word in spoken)
        )

    def _dates(self, entry: Entry, content: Sequence[str]) -> bool:
        """Has the answer a date, and beside the first of these words that is in it?"""
        clauses = [self._speller.words(clause) for clause in _CLAUSES.split(entry.text)]
        stems = [self._stems(clause) for clause in clauses]
        dated = [any(word.isdigit() for word in clause) for clause in clauses]
        for stem in map(self._speller.stem, content):
            beside = [has for has, clause in zip(dated, stems, strict=True) if stem in clause]
            if beside:
                return any(beside)
        return any(dated)

    def _stems(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset(map(self._speller.stem, words))
