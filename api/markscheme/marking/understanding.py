"""What a message wants: an action by likeness to examples, or an honest None, and what the rest of it is about."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.packs import Pack
from markscheme.domain.readings import Action, Tutor, Understood

from .compiled import CompiledPack
from .intents import MEASURES, IntentTable
from .lexis import telling
from .matching import logistic
from .meant import Meant
from .messages import COMMAND, NUMBER, TOPIC, Message, MessageReader

# Of each kind of the pack's sentences, how many stand for what an answer sounds like.
_CONTENT = 50
# A longer message is an answer or a draft; only its first sentence may be a command, and a short one.
_LONGEST, _LONGEST_OPENING = 40, 16
_NEAR, _NEAR_AT = 3, 0.05
# So few words with a number may be a level, whatever else they say.
_SHORT = 6
_TELLING, _MEANT_AT, _FACTORS = 0.3, 0.15, 6
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_ORDINALS = frozenset(("first", "second", "third", "fourth", "fifth", "last"))
_KEPT = frozenset((TOPIC, COMMAND, NUMBER))


class NoTutorError(ValueError):
    """There is no tutor.yaml with fitted weights, so no message can be understood."""


class Understanding:
    """Understands messages by the tutor's examples and a pack's words."""

    def __init__(self, compiled: CompiledPack) -> None:
        tutor = compiled.pack.tutor
        if tutor is None or tutor.weights is None:
            raise NoTutorError(f"pack {compiled.pack.manifest.id} came without a fitted tutor.yaml")
        self._compiled = compiled
        self._weights = tutor.weights
        self._intents = {intent.action: intent for intent in tutor.intents}
        self._reader, self._table = table(tutor, compiled)
        self._frames = {action: self._table.stems_of(action) - _KEPT for action in self._intents}
        self._meant = Meant(compiled)

    def read(self, text: str) -> Understood:
        """What the message wants; `action` is None where that is not clear."""
        message = self._reader.read(text)
        sentences = list(self._reader.sentences(message))
        if len(message.tokens) > _LONGEST or len(message.tokens) >= self._reader.most:
            opening = sentences[0] if sentences else message
            if len(opening.tokens) > _LONGEST_OPENING:
                return Understood(action=None, confidence=0.0)
            return self._of(opening, whole=False)
        if not message.pieces:
            return Understood(action=None, confidence=0.0)
        found = self._of(message, whole=True)
        if found.action is None and sentences:
            parts = [self._of(sentence, whole=False) for sentence in sentences if sentence.pieces]
            found = max([found, *parts], key=lambda each: each.confidence if each.action else 0.0)
        return found

    def _of(self, message: Message, whole: bool) -> Understood:
        chances = self.chances(message)
        order = np.argsort(-chances, kind="stable").tolist()
        best, confidence = order[0], float(chances[order[0]])
        actions = self._table.actions
        if confidence < self._weights.understood_at:
            near = tuple(actions[n] for n in order[:_NEAR])
            level = _level(message) if len(message.tokens) <= _SHORT else None
            return Understood(action=None, confidence=round(confidence, 3), near=near, level=level)
        action = actions[best]
        takes = self._intents[action].takes
        subject = self._subject(message, action) if takes == "subject" else ""
        return Understood(
            action=action,
            confidence=round(confidence, 3),
            is_command=whole and confidence >= self._weights.command_at,
            near=tuple(actions[n] for n in order[1 : _NEAR + 1] if chances[n] >= _NEAR_AT),
            subject=subject,
            factors=self._factors(subject) if subject else (),
            level=_level(message) if takes == "level" else None,
        )

    def chances(self, message: Message) -> NDArray[np.float64]:
        """How likely each action of the table is."""
        terms = {**self._weights.weights, "intercept": self._weights.intercept}
        return logistic(terms, MEASURES, self._table.of(message))

    def _subject(self, message: Message, action: Action) -> str:
        """The message without the words at its ends by which the action is asked for."""
        frame = self._frames[action]
        kept = [
            number
            for number, piece in enumerate(message.pieces)
            if piece.stem in _KEPT or piece.word in _ORDINALS or piece.stem not in frame
        ]
        if not kept:
            return ""
        pieces = message.pieces[kept[0] : kept[-1] + 1]
        telling_words = (telling(self._compiled.encoder, piece.word) for piece in pieces if piece.word)
        named = any(piece.stem in _KEPT or piece.word in _ORDINALS for piece in pieces)
        if not named and max(telling_words, default=0.0) < _TELLING:
            return ""
        return message.slice(pieces[0].first, pieces[-1].last)

    def _factors(self, subject: str) -> tuple[str, ...]:
        chances = self._meant.chances(subject)
        order = np.argsort(-chances, kind="stable")[:_FACTORS].tolist()
        factors = self._compiled.pack.factors
        return tuple(factors[n].id for n in order if chances[n] >= _MEANT_AT)


def table(tutor: Tutor, compiled: CompiledPack) -> tuple[MessageReader, IntentTable]:
    """The reader of messages and the table of examples, for a pack."""
    reader = MessageReader(tutor, compiled)
    return reader, IntentTable(tutor, reader, compiled.encoder, list(_content(compiled.pack)))


def _content(pack: Pack) -> Iterator[str]:
    """What an answer sounds like: some of the pack's evidence, and of its shortest sentences."""
    points = [point.text for factor in pack.factors for point in factor.points]
    yield from points[:: max(1, len(points) // _CONTENT)]
    terse = [each.text for bank in pack.phrasings for each in bank.positive if each.voice == "terse"]
    yield from terse[:: max(1, len(terse) // _CONTENT)]


def _level(message: Message) -> int | None:
    """The number after the word level, or the first there is."""
    numbers = [(n, _number(message.tokens[p.first].word)) for n, p in enumerate(message.pieces)]
    found = [(place, value) for place, value in numbers if value is not None]
    after = [value for place, value in found if place and message.pieces[place - 1].word.startswith("level")]
    return next(iter([*after, *(value for _, value in found)]), None)


def _number(word: str) -> int | None:
    if word.isdigit() and len(word) == 1:
        return int(word)
    return _NUMBERS.get(word)
