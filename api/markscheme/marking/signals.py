"""Signals: how strongly each unit of an answer speaks of each factor, by several independent measures."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .concepts import ConceptTable
from .documents import Document
from .encoding import Encoder, Matrix
from .grid import COARSE, HALF, on_grid, step
from .lexicon import NEGATING
from .memo import Memo
from .negation import negated
from .references import References

NAMES = (
    "rule", "rule_share", "rule_clause", "cue", "anti", "profile", "profile_margin", "odds", "odds_margin",
    "head", "head_margin", "denied", "echo", "length",
)  # fmt: skip
# Signals that say nothing of a factor.
_ABOUT_THE_UNIT = frozenset(("echo", "length"))
_QUESTION_DISCOUNT = step(0.3, COARSE)
# Of a word: the number of its stem, its weight, and whether the question has it.
_KNOWN = np.dtype([("stem", np.intp), ("weight", np.float64), ("asked", np.bool_)], align=True)


@dataclass(frozen=True)
class Readings:
    """Signals of units of text: by name, units x factors (units x 1 where all factors share it). `possible` is false,
    and every signal 0, where a unit without a factor's anchor words cannot make it, whatever else it says."""

    values: dict[str, Matrix]
    possible: NDArray[np.bool_]

    def __getitem__(self, name: str) -> Matrix:
        return self.values[name]

    def without(self, denied: NDArray[np.bool_]) -> "Readings":
        """The same with nothing that speaks for a factor where `denied` (units x factors) is true."""
        return Readings(
            {name: v if name in _ABOUT_THE_UNIT else v * ~denied for name, v in self.values.items()},
            self.possible,
        )

    def stacked(self) -> NDArray[np.float64]:
        """units x factors x NAMES in one array, as fitting wants it."""
        return np.stack([np.broadcast_to(self.values[name], self.possible.shape) for name in NAMES], axis=2)


@dataclass(frozen=True)
class Signals:
    """Signals of an answer's sentences and of its clauses that are not a whole sentence: `units` holds first all
    `count` sentences, then those clauses, and `clauses` says which unit each clause is. `points` is sentences x
    evidence points."""

    units: Readings
    count: int
    clauses: NDArray[np.intp]
    points: Matrix

    @cached_property
    def sentences(self) -> Readings:
        """The signals of the sentences alone."""
        values = {name: value[: self.count] for name, value in self.units.values.items()}
        return Readings(values, self.units.possible[: self.count])


@dataclass(frozen=True)
class _Words:
    """An answer's words as the references know them: which are known, the column of each known one among the stems
    `used`, weights of all words, and which are the question's or stand denied."""

    known: NDArray[np.intp]
    columns: NDArray[np.intp]
    used: NDArray[np.intp]
    weights: NDArray[np.float64]
    asked: NDArray[np.bool_]
    denied: NDArray[np.bool_]


@dataclass(frozen=True)
class _Units:
    """Sentences, then clauses that are not a whole sentence: `spans` are their words, `clauses` says which unit each
    clause is, and `owners` hold, for each of the two, the unit of each word or -1."""

    spans: list[tuple[int, int]]
    clauses: NDArray[np.intp]
    owners: tuple[NDArray[np.intp], NDArray[np.intp]]

    @classmethod
    def of(cls, document: Document) -> "_Units":
        spans = [(unit.first, unit.last) for unit in document.sentences]
        part_of = np.full(len(document.words), -1, dtype=np.intp)
        clauses = []
        for clause in document.clauses:
            span = (clause.first, clause.last)
            if span == spans[clause.parent]:
                clauses.append(clause.parent)
            else:
                part_of[slice(*span)] = len(spans)
                clauses.append(len(spans))
                spans.append(span)
        return cls(spans, np.array(clauses, dtype=np.intp), (document.sentence_of, part_of))

    def spread(self, words: NDArray[np.intp], columns: NDArray[np.intp], width: int) -> Matrix:
        """units x width: 1 where one of the words, each with its column, is in the unit."""
        table = np.zeros((len(self.spans), width), dtype=np.float64)
        for owner in self.owners:
            own = owner[words]
            table[own[own >= 0], columns[own >= 0]] = 1.0
        return table


class SignalReader:
    """Reads the signals of a document for one question: the question's own words count for little."""

    def __init__(self, references: References, concepts: ConceptTable, encoder: Encoder,
                 asked: frozenset[str]) -> None:  # fmt: skip
        self._refs = references
        self._concepts = concepts
        self._encoder = encoder
        self._asked = asked
        self._seen = Memo(self._known)
        self._discount = np.ones(len(references.stems), dtype=np.float64)
        self._discount[[references.stems[stem] for stem in asked if stem in references.stems]] = (
            _QUESTION_DISCOUNT
        )

    def read(self, document: Document) -> Signals:
        """Signals of every sentence and clause."""
        count = len(document.sentences)
        units, words = _Units.of(document), self._words(document)
        vectors = on_grid(self._encoder.encode_spans(document.words, units.spans))
        hits = units.spread(words.known, words.columns, len(words.used))
        values, possible = self._measure(document, units, words, hits, vectors)
        values["rule_clause"] = _of_clauses(values["rule"], document, units)
        points = self._points(words, hits[:count], vectors[:count])
        return Signals(Readings(values, possible), count, units.clauses, points)

    def _known(self, word: str) -> bytes:
        """A word as read, packed so that an answer's words make one array when put together."""
        stem = self._refs.stem(word)
        entry = (self._refs.stems.get(stem, -1), self._refs.weight(word), stem in self._asked)
        return np.array(entry, dtype=_KNOWN).tobytes()

    def _words(self, document: Document) -> _Words:
        known = np.frombuffer(b"".join(map(self._seen.__getitem__, document.words)), dtype=_KNOWN)
        stems = known["stem"]
        denied = np.zeros(len(stems), dtype=np.bool_)
        for unit in document.sentences:
            words = document.words[unit.first : unit.last]
            if not NEGATING.isdisjoint(words):
                denied[unit.first : unit.last] = negated(words)
        places = np.flatnonzero(stems >= 0)
        used, columns = np.unique(stems[places], return_inverse=True)
        return _Words(
            places,
            columns,
            used,
            known["weight"],
            known["asked"],
            denied,
        )

    def _measure(self, document: Document, units: _Units, words: _Words, hits: Matrix,
                 vectors: Matrix) -> tuple[dict[str, Matrix], NDArray[np.bool_]]:  # fmt: skip
        refs, used = self._refs, words.used
        sizes = np.array([last - first for first, last in units.spans], dtype=np.float64)
        table = self._concepts.present(document, units.owners, len(sizes))
        rules, shares = self._concepts.alternatives(table)
        weights = on_grid(refs.telling[used] * self._discount[used], COARSE)
        telling = hits * weights
        norm = np.maximum(np.sqrt((telling**2).sum(axis=1, keepdims=True)), 1.5)
        profile, odds = np.split(telling @ refs.profile_and_odds[used] / norm, 2, axis=1)
        head = (vectors - refs.mean) @ refs.heads
        under = words.denied[words.known]
        denied = units.spread(words.known[under], words.columns[under], len(used)) * weights
        possible = ~self._concepts.unanchored(table)
        values = {
            "rule": rules, "rule_share": shares, "cue": self._concepts.cues(table),
            "anti": self._concepts.cancelled(table), "profile": profile, "profile_margin": _margin(profile),
            "odds": odds, "odds_margin": _margin(odds), "head": head, "head_margin": _margin(head),
            "denied": denied @ refs.against[used] / norm,
        }  # fmt: skip
        values = {name: value * possible for name, value in values.items()}
        values["echo"] = _echo(words, units.owners, len(sizes))[:, None]
        values["length"] = on_grid(np.log1p(sizes))[:, None]
        return values, possible

    def _points(self, words: _Words, hits: Matrix, vectors: Matrix) -> Matrix:
        """sentences x evidence points: recall of the point's telling words plus likeness beyond the shared topic."""
        weights, points = self._refs.points
        discounted = (hits * self._discount[words.used]).astype(np.float32)
        likeness = on_grid(self._refs.centred(vectors), HALF).astype(np.float32) @ points.T
        return (discounted @ weights[words.used] + likeness).astype(np.float64)


def _echo(words: _Words, owners: Iterable[NDArray[np.intp]], units: int) -> NDArray[np.float64]:
    share = np.zeros(units, dtype=np.float64)
    for owner in owners:
        inside = owner >= 0
        total = np.bincount(owner[inside], words.weights[inside], units)
        asked = np.bincount(owner[inside], (words.weights * words.asked)[inside], units)
        share += on_grid(asked / np.maximum(total, 1e-6))
    return share


def _of_clauses(rules: Matrix, document: Document, units: _Units) -> Matrix:
    """The rules that a unit meets in one clause: a clause has its own, a sentence the best of its clauses'."""
    parents = np.array([clause.parent for clause in document.clauses], dtype=np.intp)
    best = rules.copy()
    if len(parents):
        firsts = np.flatnonzero(np.diff(parents, prepend=-1))
        best[parents[firsts]] = np.maximum.reduceat(rules[units.clauses], firsts, axis=0)
    return best


def _margin(scores: Matrix) -> Matrix:
    """Each score less the best of the others in its row."""
    ordered = np.partition(scores, -2, axis=1)
    top, second = ordered[:, -1:], ordered[:, -2:-1]
    margins: Matrix = scores - np.where(scores >= top, second, top)
    return margins
