"""Questions about the topic: answered from the pack's glossary, cards, corrections and evidence, with their sources, or not
at all."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.readings import TopicFound

from .asked import asked
from .cleaning import clean
from .compiled import CompiledPack
from .documents import read
from .entries import Entry, citable, cited
from .exam_questions import ExamQuestions
from .fits import FOUND_AT, PUT, Fits
from .glossary import Glossary, Told
from .lexis import Lexis
from .messages import MAX_CHARACTERS, MAX_WORDS
from .vocabulary import Vocabulary

_CARDS, _YEAR = 3, 4
_OPENING = re.compile(
    r"^\s*(?:is it true(?: that)?|did|was|is|were|are|has|had|have|does|do|so)\s", re.IGNORECASE
)


class Topics:
    """Answers questions about a pack's topic, and keeps the answers to its exam questions to itself."""

    def __init__(self, compiled: CompiledPack) -> None:
        self._compiled = compiled
        lexis, pack = Lexis(compiled.encoder), compiled.pack
        self._fits = Fits(compiled, lexis)
        self._exams = ExamQuestions(compiled, lexis)
        self._glossary = Glossary(pack, compiled.speller, compiled.finder.central)
        self._sources = citable(pack)
        self._phrases = Vocabulary(compiled.speller)
        self._giveaway = self._phrases.add("giveaway", pack.tutor.giveaways if pack.tutor else ())
        self._other = self._phrases.add("other topic", pack.manifest.other_topics)
        self._phrases.freeze()
        gazetteer = pack.manifest.gazetteer
        self._subject = Vocabulary(compiled.speller)
        self._subject.add("subject", (
            *gazetteer.people, *gazetteer.places, *gazetteer.bodies, *gazetteer.events, *gazetteer.works,
            *(word for word in pack.manifest.subject_words if lexis.weights[word] >= 0.6),
        ))  # fmt: skip
        self._subject.freeze()

    def find(self, text: str) -> TopicFound:
        """The answer, or why there is none."""
        words = self._compiled.speller.words(clean(text[:MAX_CHARACTERS]).text)[:MAX_WORDS]
        telling = [word for word in dict.fromkeys(words) if self._fits.weight(word) > 0]
        found = self._phrases.scan(words).tolist()
        if any(group == self._other for group, _, _ in found):
            return TopicFound(text=None, outside=True)
        asked_for = {words[n] for _, first, last in found for n in range(first, last)}
        if found and (self._about(telling) or asked_for.issuperset(telling)):
            return TopicFound(text=None)
        if not telling:
            return TopicFound(text=None, outside=True)
        if self._exams.asked(words, [word for word in telling if word not in PUT]):
            return TopicFound(text=None)
        return self._answered(text, words, telling)

    def _answered(self, text: str, words: Sequence[str], telling: Sequence[str]) -> TopicFound:
        question, scored = asked(words), self._fits.scored(words, telling)
        scores = scored.whole
        named = self._glossary.find(question)
        if named is not None:
            return self._told(named, scores)
        entry = (self._corrected(text) if question.kind == "closed" else None) or self._fits.best(
            scored, question
        )
        if entry is None:
            known = self._within(words)
            return TopicFound(text=None, outside=not known, unknown=known)
        cards = self._cards(scores, entry.card_id)
        return TopicFound(text=entry.text, kind=entry.kind, card_ids=cards, sources=entry.sources)

    def _within(self, words: Sequence[str]) -> bool:
        """Is it about the subject: does it name something of it, or a year of its period?"""
        start, end = self._compiled.pack.manifest.period
        dated = any(word.isdigit() and len(word) == _YEAR and start <= int(word) <= end for word in words)
        return dated or self._glossary.names(words) or len(self._subject.scan(words)) > 0

    def _told(self, named: Told, scores: NDArray[np.float64]) -> TopicFound:
        """What the glossary says of a term, or that it does not know it."""
        if named.text is None:
            return TopicFound(text=None, unknown=True)
        sources = cited(named.term.sources, self._sources)
        return TopicFound(text=named.text, kind="term", card_ids=self._cards(scores), sources=sources)

    def _cards(self, scores: NDArray[np.float64], own: str | None = None) -> tuple[str, ...]:
        """The cards that ask for what is told: its own, and others that fit the question well enough."""
        order = np.argsort(-scores, kind="stable").tolist()
        fitting = [self._fits.entries[n].card_id for n in order if scores[n] >= FOUND_AT]
        return tuple(dict.fromkeys(card for card in (own, *fitting) if card))[:_CARDS]

    def _corrected(self, text: str) -> Entry | None:
        """The correction of a known error that the question would be if it were a statement."""
        statement = _OPENING.sub("", clean(text[:MAX_CHARACTERS]).text).replace("?", ".")
        pack = self._compiled
        found = pack.finder.find(read(statement, pack.speller, pack.vocabulary))
        corrections = {error.correction for error in found}
        return next((entry for entry in self._fits.entries if entry.text in corrections), None)

    def _about(self, telling: Sequence[str]) -> bool:
        """Does any word of it belong to the pack?"""
        stems = {self._compiled.speller.stem(word) for word in telling}
        return any(stem in self._fits.spread or stem in self._fits.shared for stem in stems)
