"""How well each thing that a pack can say answers a question, and whether one of them clearly does."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .asked import Asked
from .bar import Bar
from .compiled import CompiledPack
from .entries import Entry, gather
from .exam_questions import FACTUAL, LIKE, WHY
from .grid import COARSE, on_grid, step
from .lexis import Lexis
from .words import tokenise

Vector = NDArray[np.float64]

# How much of what is asked an answer must speak of, by the telling words; and of what it answers, the question.
_ASKED, _ANSWERED, _SENSE = 0.6, 0.25, 0.15
FOUND_AT, _SURE_AT = 0.47, 0.7
_LEAST_WEIGHT = 0.125
# By how much the best must be better than what says another thing, and from which share of common words on two say the same.
_MARGIN, _ALIKE = 0.05, 0.4
# Words by which a question is put.
PUT = frozenset("happen happened happens tell explain mean means meant define remind know understand really true actually "
                "exactly please year date thing stuff difference describe called say said".split())  # fmt: skip
_COUNTED = frozenset("when many long much old often".split())
_WHAT_IS = frozenset("who what".split())
_REASONED = frozenset("because since so as for after when by".split())
# A known error is asked about where this share of it is said.
_CLAIMED = 0.4
_PUT_WEIGHT, _NUMBER_WEIGHT = 0.125, 0.4
# What counts against an answer that names none of the people asked about, or gives dates where reasons are asked; for one
# that begins with the name asked about; and for one with a number where a date or a number is asked for.
_NOBODY, _DATES, _BEGINS, _GIVES = 0.15, 0.1, 0.08, 0.08
_BEGINNING, _NAMES = 4, 2
# Kinds of answer in the order in which they are preferred where they fit as well.
_RANKS = {"card": 0.0, "correction": 0.03, "point": 0.08}


class Scored(NamedTuple):
    """How well each entry fits; entries x telling words: how near it comes to each; how much each tells, and the words."""

    whole: Vector
    near: Vector
    weights: Vector
    telling: tuple[str, ...]


class Fits:
    """Scores every entry of a pack for a question."""

    def __init__(self, compiled: CompiledPack, lexis: Lexis) -> None:
        self._compiled = compiled
        self._lexis = lexis
        self.entries = tuple(gather(compiled.pack, compiled.speller))
        self._stems = [frozenset(map(self._stem, self._told(entry))) for entry in self.entries]
        spread = Counter(stem for stems in self._stems for stem in stems)
        self.spread: Mapping[str, int] = spread
        self._bar = Bar(compiled.speller, compiled.pack.manifest.gazetteer)
        manifest, words = compiled.pack.manifest, compiled.speller.words
        self.shared = {self._stem(word) for term in manifest.subject_words for word in words(term)}
        people = {self._stem(word) for name in manifest.gazetteer.people for word in tokenise(name)}
        titled = {self._stem(word) for word in tokenise(manifest.title)}
        self._people = people & set(spread) - titled

    def _told(self, entry: Entry) -> list[str]:
        return [word for word in entry.words if self._lexis.weights[word] > 0]

    def _stem(self, word: str) -> str:
        return self._compiled.speller.stem(word)

    def weight(self, word: str) -> float:
        """How much a word tells among the entries: rare ones much, those of the whole subject hardly anything."""
        if word in PUT:
            return _PUT_WEIGHT
        stem = self._stem(word)
        rarity = math.log((len(self.entries) + 1) / (self.spread.get(stem, 0) + 0.5))
        share = max(_LEAST_WEIGHT, rarity / math.log(2 * len(self.entries) + 2))
        if stem in self.shared and stem not in self._people:
            share = _LEAST_WEIGHT
        elif word.isdigit():
            share *= _NUMBER_WEIGHT
        return step(self._lexis.weights[word] * share, COARSE)

    @cached_property
    def _vectors(self) -> tuple[Vector, NDArray[np.intp], NDArray[np.intp]]:
        """A unit row for every telling word; the rows of every entry's words, and where each entry's begin."""
        told = [list(dict.fromkeys(self._told(entry))) or [""] for entry in self.entries]
        place = {
            word: number for number, word in enumerate(dict.fromkeys(w for words in told for w in words))
        }
        rows = on_grid(self._compiled.encoder.encode([[word] for word in place]))
        own = np.array([place[word] for words in told for word in words], dtype=np.intp)
        return rows, own, np.cumsum([0, *map(len, told)])[:-1]

    @cached_property
    def _questions(self) -> Vector:
        """The encoder's vector of what each entry answers."""
        words = self._compiled.speller.words
        return on_grid(self._compiled.encoder.encode([words(entry.question) for entry in self.entries]))

    @cached_property
    def _answers(self) -> tuple[Mapping[str, float], ...]:
        """For each entry the weights of the stems of what it answers."""
        words = self._compiled.speller.words
        return tuple(
            {self._stem(word): self.weight(word) for word in words(entry.question)} for entry in self.entries
        )

    def best(self, scored: Scored, question: Asked) -> Entry | None:
        """The entry that fits best, if it clearly does: better for a yes or no, which only a correction says."""
        best = int(np.argmax(scored.whole))
        entry, closed = self.entries[best], question.kind == "closed"
        if closed and entry.kind == "correction":
            stems = frozenset(map(self._stem, scored.telling))
            return entry if _share(self._answers[best], stems) >= _CLAIMED else None
        if scored.whole[best] < (_SURE_AT if closed else FOUND_AT) or self._rivalled(scored.whole, best):
            return None
        words = list(zip(scored.telling, scored.weights.tolist(), scored.near[best].tolist(), strict=True))
        return entry if self._bar.cleared(entry, question, words) else None

    def _rivalled(self, scores: Vector, best: int) -> bool:
        """Does something that says another thing fit nearly as well?"""
        near = np.flatnonzero(scores > scores[best] - _MARGIN).tolist()
        own = self._said[best]
        return any(len(own & (other := self._said[n])) < _ALIKE * min(len(own), len(other)) for n in near)

    @cached_property
    def _said(self) -> tuple[frozenset[str], ...]:
        """The telling stems of each answer."""
        weights = self._lexis.weights
        return tuple(
            frozenset(self._stem(w) for w in entry.answer if weights[w] > 0) for entry in self.entries
        )

    def scored(self, words: Sequence[str], telling: Sequence[str]) -> Scored:
        """How well each entry fits."""
        weights, near = np.array([self.weight(word) for word in telling]), self._near(telling)
        spoken = near @ weights / weights.sum()
        asked = frozenset(map(self._stem, telling))
        answered = np.array([_share(own, asked) for own in self._answers])
        sense = np.clip(self._questions @ on_grid(self._compiled.encoder.encode([words]))[0], 0.0, 1.0)
        fitting = np.array([self._fitting(entry, own, words, telling)
                            for entry, own in zip(self.entries, self._stems, strict=True)])  # fmt: skip
        whole = on_grid(_ASKED * spoken + _ANSWERED * answered + _SENSE * sense + fitting)
        return Scored(whole, near, weights, tuple(telling))

    def _near(self, telling: Sequence[str]) -> Vector:
        """entries x words: how near each entry comes to each word, 1 where it has the word itself."""
        stems = [self._stem(word) for word in telling]
        rows, own, starts = self._vectors
        like = on_grid(rows @ np.array([self._lexis.vectors[word] for word in telling]).T)
        near = np.maximum.reduceat(like[own], starts, axis=0)
        near = np.where(near >= LIKE, near**2, 0.0)
        same = np.array([[stem in own for stem in stems] for own in self._stems])
        return on_grid(np.where(same, 1.0, near))

    def _fitting(
        self, entry: Entry, own: frozenset[str], words: Sequence[str], telling: Sequence[str]
    ) -> float:
        """What speaks for an entry or against it beside the words it shares: its kind, whom it is about, what it gives."""
        fits = -_RANKS[entry.kind]
        named = self._people.intersection(map(self._stem, telling))
        if named and named.isdisjoint(own):
            fits -= _NOBODY
        if not WHY.isdisjoint(words) and FACTUAL.isdisjoint(words):
            if sum(word.isdigit() for word in entry.answer) > 1 and _REASONED.isdisjoint(entry.answer):
                fits -= _DATES
        elif not _COUNTED.isdisjoint(words[:2]) or "year" in words[:2]:
            # Without a number nothing says when, or how many.
            fits += _GIVES if any(word.isdigit() for word in entry.answer) else -1.0
        elif not _WHAT_IS.isdisjoint(words[:1]) and len(telling) <= _NAMES:
            begins = (*entry.answer[:_BEGINNING], *tokenise(entry.question)[:_BEGINNING])
            fits += _BEGINS * (not set(telling).isdisjoint(begins))
        return fits


def _share(weights: Mapping[str, float], stems: frozenset[str]) -> float:
    """The share of the weight that these stems have."""
    whole = math.fsum(weights.values())
    return math.fsum(weight for stem, weight in weights.items() if stem in stems) / whole if whole else 0.0
