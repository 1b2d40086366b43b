"""How like each of the tutor's examples a message is, and what that says of every action."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.readings import Action, Tutor

from .encoding import Encoder
from .grid import COARSE, on_grid, step
from .learnt import Learnt
from .messages import COMMAND, TOPIC, Message, MessageReader, Piece

# The likest example by words and runs of words, and by the encoder; how much commoner its words are with the action, and
# how many of them it knows; the same words; the regression. `over` is what is more than with the best other action.
MEASURES = (
    "words", "sense", "odds", "known", "same", "learnt",
    "words_over", "sense_over", "odds_over", "learnt_over", "size", "subject",
)  # fmt: skip
_OVER = ("words", "sense", "odds", "learnt")
_SMOOTHING = 0.3
_EDGE = "|"

Table = NDArray[np.float64]


class Example(NamedTuple):
    """One example as compared: its features with their counts, and its words for the encoder."""

    action: int
    features: tuple[str, ...]
    stems: tuple[str, ...]
    words: tuple[str, ...]


class IntentTable:
    """The examples of every action, with those that mean none as the last group."""

    def __init__(self, tutor: Tutor, reader: MessageReader, encoder: Encoder, content: Sequence[str]) -> None:
        self.actions: tuple[Action, ...] = tuple(intent.action for intent in tutor.intents)
        self._encoder = encoder
        self.examples = [
            _example(number, reader.example(text))
            for number, intent in enumerate(tutor.intents)
            for text in intent.examples
        ]
        others = [reader.example(text) for text in tutor.others]
        others += [reader.read(text).pieces for text in content]
        self.examples += [_example(len(self.actions), pieces) for pieces in others]
        self._starts = np.searchsorted([e.action for e in self.examples], np.arange(len(self.actions) + 1))
        self._vectors = on_grid(encoder.encode([example.words for example in self.examples]))
        self._weigh()
        self._count()
        labels = np.zeros((len(self.examples), len(self.actions) + 1))
        labels[np.arange(len(labels)), [example.action for example in self.examples]] = 1.0
        self._learnt = Learnt([example.features for example in self.examples], self._vectors, labels)

    def _weigh(self) -> None:
        """Each feature's rarity among the examples, and where it occurs."""
        spread = Counter(feature for example in self.examples for feature in set(example.features))
        total = len(self.examples)
        self._rarity = {f: step(math.log(total / (n + 0.5)), COARSE) for f, n in spread.items()}
        self._unseen = step(math.log(total), COARSE)
        self._places: dict[str, list[int]] = {feature: [] for feature in spread}
        for place, example in enumerate(self.examples):
            for feature in set(example.features):
                self._places[feature].append(place)
        self._norms = np.array([self._norm(example.features) for example in self.examples])

    def _norm(self, features: Iterable[str]) -> float:
        return math.sqrt(math.fsum(self._rarity.get(f, self._unseen) ** 2 for f in set(features))) or 1.0

    def _count(self) -> None:
        """How many examples of each group have each stem."""
        self._stems: dict[str, int] = {}
        for example in self.examples:
            for stem in example.stems:
                self._stems.setdefault(stem, len(self._stems))
        self._counts = np.zeros((len(self._stems), len(self.actions) + 1))
        for example in self.examples:
            for stem in set(example.stems):
                self._counts[self._stems[stem], example.action] += 1
        self._sizes = np.bincount([e.action for e in self.examples], minlength=len(self.actions) + 1)

    def stems_of(self, action: Action) -> frozenset[str]:
        """The stems of an action's examples."""
        number = self.actions.index(action)
        return frozenset(
            stem for example in self.examples if example.action == number for stem in example.stems
        )

    def of(self, message: Message) -> Table:
        """actions x MEASURES for a message of at least one word; what no example says is taken for its subject."""
        known = self._stems
        pieces = [p if p.stem in known else p._replace(stem=TOPIC) for p in message.pieces]
        return self._measure(_example(-1, pieces), None)

    def left_out(self, place: int) -> Table:
        """The same for one of the examples as if it were none."""
        return self._measure(self.examples[place], place)

    def _measure(self, asked: Example, without: int | None) -> Table:
        vector = on_grid(self._encoder.encode([asked.words]))[0]
        likeness, sense = self._likeness(asked), on_grid(self._vectors @ vector)
        same = np.array([example.stems == asked.stems for example in self.examples], dtype=np.float64)
        if without is not None:
            for each in (likeness, sense, same):
                each[without] = 0.0
        odds, known = self._odds(asked, without)
        learnt = (
            self._learnt.scores(asked.features, vector) if without is None else self._learnt.left_out[without]
        )
        found = {name: np.maximum.reduceat(each, self._starts)
                 for name, each in (("words", likeness), ("sense", sense), ("same", same))}  # fmt: skip
        found |= {"odds": odds, "known": known, "learnt": learnt}
        found |= {f"{name}_over": found[name] - _best_other(found[name]) for name in _OVER}
        count = len(self.actions) + 1
        found["size"] = np.full(count, math.log1p(len(asked.stems)))
        subject = sum(stem in (TOPIC, COMMAND) for stem in asked.stems) / max(1, len(asked.stems))
        found["subject"] = np.full(count, subject)
        return on_grid(np.stack([found[name][:-1] for name in MEASURES], axis=1))

    def _likeness(self, asked: Example) -> Table:
        """Cosine of the features' rarities with each example's."""
        shared = np.zeros(len(self.examples))
        for feature in set(asked.features) & self._rarity.keys():
            shared[self._places[feature]] += self._rarity[feature] ** 2
        return on_grid(shared / (self._norms * self._norm(asked.features)))

    def _odds(self, asked: Example, without: int | None) -> tuple[Table, Table]:
        """How much commoner each stem is in a group than in the others, and the share of the stems that it knows."""
        counts, sizes = self._counts, self._sizes.astype(np.float64)
        rows = [self._stems[stem] for stem in dict.fromkeys(asked.stems) if stem in self._stems]
        table = counts[rows]
        if without is not None:
            table = table.copy()
            table[:, asked.action] -= 1
            sizes[asked.action] -= 1
        rate = (table + _SMOOTHING) / (sizes + 2 * _SMOOTHING)
        rest = (table.sum(axis=1, keepdims=True) - table + _SMOOTHING) / (
            sizes.sum() - sizes + 2 * _SMOOTHING
        )
        odds = on_grid(np.log(rate / rest), COARSE).sum(axis=0) / math.sqrt(max(1, len(asked.stems)))
        weights = {stem: self._rarity.get(stem, self._unseen) for stem in dict.fromkeys(asked.stems)}
        told = np.array([weights[s] for s in weights if s in self._stems])
        known = ((table > 0) * told[:, None]).sum(axis=0) / max(1e-9, math.fsum(weights.values()))
        return on_grid(odds), on_grid(known)


def _example(action: int, pieces: Sequence[Piece]) -> Example:
    stems = tuple(piece.stem for piece in pieces)
    edged = (_EDGE, *stems, _EDGE)
    pairs = tuple(f"{a} {b}" for a, b in pairwise(edged))
    return Example(action, (*stems, *pairs), stems, tuple(piece.word for piece in pieces if piece.word))


def _best_other(values: Table) -> Table:
    """For each group the best of the others."""
    ordered = np.sort(values)
    best: Table = np.where(values >= ordered[-1], ordered[-2], ordered[-1])
    return best
