"""Questions about the topic: answered from the pack's cards, corrections and evidence, with their sources, or not at all."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.readings import TopicFound

from .cleaning import clean
from .compiled import CompiledPack
from .documents import read
from .entries import Entry, gather
from .grid import COARSE, on_grid, step
from .lexis import Lexis
from .messages import MAX_CHARACTERS, MAX_WORDS
from .vocabulary import Vocabulary
from .words import tokenise

Vector = NDArray[np.float64]

# How much of what is asked an answer must speak of, by the telling words; and of what it answers, the question.
_ASKED, _ANSWERED, _SENSE = 0.6, 0.25, 0.15
_FOUND_AT, _SURE_AT = 0.47, 0.7
# A word of like meaning counts from this likeness on.
_LIKE = 0.55
# This share of a question in the words of an exam question, asked for its reasons, is that question.
_THE_QUESTION = 0.75
_LEAST_WEIGHT, _LEAST_TOLD = 0.125, 0.0625
_WHY = frozenset("why how reason reasons cause causes caused results consequences".split())
_FACTUAL = frozenset("many long old much often when where who whom which".split())
# Words by which a question is put.
_PUT = frozenset("happen happened happens tell explain mean means meant define remind know understand really true actually "
                 "exactly please year date thing stuff difference describe called say said".split())  # fmt: skip
_YES_OR_NO = frozenset("did was is were are has had have does do so true".split())
_COUNTED = frozenset("when many long much old often".split())
_WHAT_IS = frozenset("who what".split())
_REASONED = frozenset("because since so as for after when by".split())
_OPENING = re.compile(
    r"^\s*(?:is it true(?: that)?|did|was|is|were|are|has|had|have|does|do|so)\s", re.IGNORECASE
)
# A known error is asked about where this share of it is said.
_CLAIMED = 0.4
_PUT_WEIGHT, _NUMBER_WEIGHT = 0.125, 0.4
# What counts against an answer that names none of the people asked about, or gives dates where reasons are asked; for one
# that begins with the name asked about; and for one with a number where a date or a number is asked for.
_NOBODY, _DATES, _BEGINS, _GIVES = 0.15, 0.1, 0.08, 0.08
_BEGINNING, _NAMES, _CARDS = 4, 2, 3
# Kinds of answer in the order in which they are preferred where they fit as well.
_RANKS = {"card": 0.0, "correction": 0.03, "point": 0.08}


class Topics:
    """Answers questions about a pack's topic, and keeps the answers to its exam questions to itself."""

    def __init__(self, compiled: CompiledPack) -> None:
        self._compiled = compiled
        self._lexis = Lexis(compiled.encoder)
        self._entries = tuple(gather(compiled.pack, compiled.speller))
        self._stems = [frozenset(map(self._stem, self._told(entry))) for entry in self._entries]
        spread = Counter(stem for stems in self._stems for stem in stems)
        self._spread: Mapping[str, int] = spread
        self._shared = {
            self._stem(word)
            for term in compiled.pack.manifest.subject_words
            for word in compiled.speller.words(term)
        }
        people = {
            self._stem(word) for name in compiled.pack.manifest.gazetteer.people for word in tokenise(name)
        }
        titled = {self._stem(word) for word in tokenise(compiled.pack.manifest.title)}
        self._people = people & set(spread) - titled
        self._phrases = Vocabulary(compiled.speller)
        tutor = compiled.pack.tutor
        self._giveaway = self._phrases.add("giveaway", tutor.giveaways if tutor else ())
        self._other = self._phrases.add("other topic", compiled.pack.manifest.other_topics)
        self._phrases.freeze()

    def _told(self, entry: Entry) -> list[str]:
        return [word for word in entry.words if self._lexis.weights[word] > 0]

    def _stem(self, word: str) -> str:
        return self._compiled.speller.stem(word)

    def _weight(self, word: str) -> float:
        """How much a word tells among the entries: rare ones much, those of the whole subject hardly anything."""
        if word in _PUT:
            return _PUT_WEIGHT
        stem = self._stem(word)
        rarity = math.log((len(self._entries) + 1) / (self._spread.get(stem, 0) + 0.5))
        share = max(_LEAST_WEIGHT, rarity / math.log(2 * len(self._entries) + 2))
        if stem in self._shared and stem not in self._people:
            share = _LEAST_WEIGHT
        elif word.isdigit():
            share *= _NUMBER_WEIGHT
        return step(self._lexis.weights[word] * share, COARSE)

    @cached_property
    def _vectors(self) -> tuple[Vector, NDArray[np.intp], NDArray[np.intp]]:
        """A unit row for every telling word; the rows of every entry's words, and where each entry's begin."""
        told = [list(dict.fromkeys(self._told(entry))) or [""] for entry in self._entries]
        place = {
            word: number for number, word in enumerate(dict.fromkeys(w for words in told for w in words))
        }
        rows = on_grid(self._compiled.encoder.encode([[word] for word in place]))
        own = np.array([place[word] for words in told for word in words], dtype=np.intp)
        return rows, own, np.cumsum([0, *map(len, told)])[:-1]

    @cached_property
    def _asked(self) -> Vector:
        """The encoder's vector of what each entry answers."""
        words = self._compiled.speller.words
        return on_grid(self._compiled.encoder.encode([words(entry.question) for entry in self._entries]))

    @cached_property
    def _answers(self) -> tuple[Mapping[str, float], ...]:
        """For each entry the weights of the stems of what it answers."""
        words = self._compiled.speller.words
        return tuple(
            {self._stem(word): self._weight(word) for word in words(entry.question)}
            for entry in self._entries
        )

    def find(self, text: str) -> TopicFound:
        """The answer, or why there is none."""
        words = self._compiled.speller.words(clean(text[:MAX_CHARACTERS]).text)[:MAX_WORDS]
        telling = [word for word in dict.fromkeys(words) if self._weight(word) > 0]
        found = self._phrases.scan(words).tolist()
        if any(group == self._other for group, _, _ in found):
            return TopicFound(text=None, outside=True)
        asked_for = {words[n] for _, first, last in found for n in range(first, last)}
        if found and (self._about(telling) or asked_for.issuperset(telling)):
            return TopicFound(text=None)
        if not telling:
            return TopicFound(text=None, outside=True)
        if self._exam_question(words, telling):
            return TopicFound(text=None)
        closed, scores = words[0] in _YES_OR_NO, self._scores(words, telling)
        entry = (self._corrected(text) if closed else None) or self._best(scores, telling, closed)
        if entry is None:
            return TopicFound(text=None, outside=True)
        return TopicFound(
            text=entry.text, kind=entry.kind, card_ids=self._cards(scores, entry), sources=entry.sources
        )

    def _cards(self, scores: Vector, told: Entry) -> tuple[str, ...]:
        """The cards that ask for what is told: its own, and others that fit the question well enough."""
        order = np.argsort(-scores, kind="stable").tolist()
        fitting = [self._entries[n].card_id for n in order if scores[n] >= _FOUND_AT]
        return tuple(dict.fromkeys(card for card in (told.card_id, *fitting) if card))[:_CARDS]

    def _corrected(self, text: str) -> Entry | None:
        """The correction of a known error that the question would be if it were a statement."""
        statement = _OPENING.sub("", clean(text[:MAX_CHARACTERS]).text).replace("?", ".")
        pack = self._compiled
        found = pack.finder.find(read(statement, pack.speller, pack.vocabulary))
        corrections = {error.correction for error in found}
        return next((entry for entry in self._entries if entry.text in corrections), None)

    def _best(self, scores: Vector, telling: Sequence[str], closed: bool) -> Entry | None:
        """The entry that fits best, if it fits well enough: better for a yes or no, which only a correction says."""
        best = int(np.argmax(scores))
        entry = self._entries[best]
        if closed and entry.kind == "correction":
            stems = frozenset(map(self._stem, telling))
            return entry if _share(self._answers[best], stems) >= _CLAIMED else None
        return entry if scores[best] >= (_SURE_AT if closed else _FOUND_AT) else None

    def _scores(self, words: Sequence[str], telling: Sequence[str]) -> Vector:
        weights = np.array([self._weight(word) for word in telling])
        stems = [self._stem(word) for word in telling]
        rows, own, starts = self._vectors
        like = on_grid(rows @ np.array([self._lexis.vectors[word] for word in telling]).T)
        near = np.maximum.reduceat(like[own], starts, axis=0)
        near = np.where(near >= _LIKE, near**2, 0.0)
        same = np.array([[stem in own for stem in stems] for own in self._stems])
        spoken = on_grid(np.where(same, 1.0, near)) @ weights / weights.sum()
        asked = frozenset(stems)
        answered = np.array([_share(own, asked) for own in self._answers])
        sense = np.clip(self._asked @ on_grid(self._compiled.encoder.encode([words]))[0], 0.0, 1.0)
        fitting = np.array([self._fitting(entry, own, words, telling)
                            for entry, own in zip(self._entries, self._stems, strict=True)])  # fmt: skip
        return on_grid(_ASKED * spoken + _ANSWERED * answered + _SENSE * sense + fitting)

    def _fitting(
        self, entry: Entry, own: frozenset[str], words: Sequence[str], telling: Sequence[str]
    ) -> float:
        """What speaks for an entry or against it beside the words it shares: its kind, whom it is about, what it gives."""
        fits = -_RANKS[entry.kind]
        named = self._people.intersection(map(self._stem, telling))
        if named and named.isdisjoint(own):
            fits -= _NOBODY
        if not _WHY.isdisjoint(words) and _FACTUAL.isdisjoint(words):
            if sum(word.isdigit() for word in entry.answer) > 1 and _REASONED.isdisjoint(entry.answer):
                fits -= _DATES
        elif not _COUNTED.isdisjoint(words[:2]) or "year" in words[:2]:
            # Without a number nothing says when, or how many.
            fits += _GIVES if any(word.isdigit() for word in entry.answer) else -1.0
        elif not _WHAT_IS.isdisjoint(words[:1]) and len(telling) <= _NAMES:
            begins = (*entry.answer[:_BEGINNING], *tokenise(entry.question)[:_BEGINNING])
            fits += _BEGINS * (not set(telling).isdisjoint(begins))
        return fits

    def _about(self, telling: Sequence[str]) -> bool:
        """Does any word of it belong to the pack?"""
        return any(self._stem(word) in self._spread or self._stem(word) in self._shared for word in telling)

    def _exam_question(self, words: Sequence[str], telling: Sequence[str]) -> bool:
        """Does it ask for the reasons or the results that an exam question asks for, in that question's words?"""
        if _WHY.isdisjoint(words) or not _FACTUAL.isdisjoint(words):
            return False
        told = [word for word in telling if word not in _PUT]
        weights = np.array([max(self._lexis.weights[word], _LEAST_TOLD) for word in told])
        said = np.array([self._lexis.vectors[word] for word in told])
        for question in self._exams if told else ():
            like = on_grid(said @ question.vectors.T).max(axis=1)
            same = np.array([self._stem(word) in question.stems for word in told])
            near = np.where(same, 1.0, np.where(like >= _LIKE, like, 0.0))
            if float(on_grid(near) @ weights) >= _THE_QUESTION * float(weights.sum()):
                return True
        return False

    @cached_property
    def _exams(self) -> tuple["_Exam", ...]:
        """The exam questions' telling words."""
        found = []
        for question in self._compiled.pack.questions:
            words = [w for w in self._compiled.speller.words(question.text) if self._lexis.weights[w] > 0]
            vectors = np.array([self._lexis.vectors[word] for word in words])
            found.append(_Exam(frozenset(map(self._stem, words)), vectors))
        return tuple(found)


@dataclass(frozen=True)
class _Exam:
    """The stems and vectors of an exam question's telling words."""

    stems: frozenset[str]
    vectors: Vector


def _share(weights: Mapping[str, float], stems: frozenset[str]) -> float:
    """The share of the weight that these stems have."""
    whole = math.fsum(weights.values())
    return math.fsum(weight for stem, weight in weights.items() if stem in stems) / whole if whole else 0.0
