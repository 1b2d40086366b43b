"""Signals: how strongly each unit of an answer speaks of each factor, by several independent measures."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .concepts import ConceptTable
from .documents import Document, Unit
from .encoding import Encoder, Matrix
from .memo import Memo
from .negation import negated
from .references import References
from .vocabulary import presence

NAMES = (
    "rule", "rule_share", "rule_clause", "cue", "anti", "profile", "profile_margin", "odds", "odds_margin",
    "head", "head_margin", "denied", "echo", "length",
)  # fmt: skip
_QUESTION_DISCOUNT = 0.3


Tensor = NDArray[np.float64]


@dataclass(frozen=True)
class Signals:
    """`sentences` and `clauses` are units x factors x len(NAMES), NaN where the unit cannot make the factor;
    `points` is sentences x evidence points."""

    sentences: Tensor
    clauses: Tensor
    points: Matrix


@dataclass(frozen=True)
class _Words:
    """An answer's words as the references know them: stem numbers (-1 unknown), weights, and what stands denied or asked."""

    stems: NDArray[np.intp]
    weights: NDArray[np.float64]
    asked: NDArray[np.bool_]
    denied: NDArray[np.bool_]
    used: NDArray[np.intp]


class SignalReader:
    """Reads the signals of a document for one question: the question's own words count for little."""

    def __init__(self, references: References, concepts: ConceptTable, encoder: Encoder, asked: frozenset[str],
                 groups: int) -> None:  # fmt: skip
        self._refs = references
        self._concepts = concepts
        self._encoder = encoder
        self._groups = groups
        self._asked = asked
        self._seen: Memo[str, tuple[int, float, bool]] = Memo()
        self._discount = np.ones(len(references.stems), dtype=np.float64)
        for stem in asked:
            if stem in references.stems:
                self._discount[references.stems[stem]] = _QUESTION_DISCOUNT

    def read(self, document: Document) -> Signals:
        """Signals of every sentence and clause."""
        words = self._words(document)
        texts = [document.words[u.first : u.last] for u in (*document.sentences, *document.clauses)]
        vectors = self._encoder.encode(texts)
        count = len(document.sentences)
        clause = self._measure(document, document.clauses, document.clause_of, words, vectors[count:])
        sentence = self._measure(document, document.sentences, document.sentence_of, words, vectors[:count])
        rule, best = NAMES.index("rule"), NAMES.index("rule_clause")
        clause[:, :, best] = clause[:, :, rule]
        parents = np.array([unit.parent for unit in document.clauses], dtype=np.intp)
        np.maximum.at(sentence[:, :, best], parents, np.nan_to_num(clause[:, :, rule]))
        points = self._points(document, words, vectors[:count])
        return Signals(sentence, clause, points)

    def _known(self, word: str, stem: str) -> tuple[int, float, bool]:
        """(stem number, weight, whether the question has it) of a word; remembered."""
        entry = self._seen.get(word)
        if entry is None:
            entry = (self._refs.stems.get(stem, -1), self._refs.weight(word), stem in self._asked)
            self._seen[word] = entry
        return entry

    def _words(self, document: Document) -> _Words:
        known = [self._known(token.word, token.stem) for token in document.tokens]
        stems = np.array([entry[0] for entry in known], dtype=np.intp)
        weights = np.array([entry[1] for entry in known], dtype=np.float64)
        asked = np.array([entry[2] for entry in known], dtype=np.bool_)
        denied = np.zeros(len(stems), dtype=np.bool_)
        for unit in document.sentences:
            denied[unit.first : unit.last] = negated(document.words[unit.first : unit.last])
        return _Words(
            stems,
            weights,
            asked,
            denied,
            np.flatnonzero(np.bincount(stems[stems >= 0], minlength=len(self._refs.stems))),
        )

    def _measure(self, document: Document, units: Sequence[Unit], owner: NDArray[np.intp], words: _Words,
                 vectors: Matrix) -> Tensor:  # fmt: skip
        refs, count, used = self._refs, len(units), words.used
        out = np.zeros((count, refs.factors, len(NAMES)), dtype=np.float64)
        if not count:
            return out
        table = presence(document.found, owner, self._groups, count)
        rules, shares = self._concepts.alternatives(table)
        hits = _occurs(words, owner, count)
        denied = _occurs(words, np.where(words.denied, owner, -1), count)
        discount = self._discount[used]
        telling = hits * (refs.telling[used] * discount)
        norm = np.maximum(np.sqrt((telling**2).sum(axis=1, keepdims=True)), 1.5)
        profile = telling @ refs.profile[used] / norm
        odds = telling @ refs.odds[used] / norm
        head = (vectors - refs.mean) @ refs.heads
        sizes = np.array([[unit.size] for unit in units], dtype=np.float64)
        values = {
            "rule": rules, "rule_share": shares, "cue": self._concepts.cues(table),
            "anti": self._concepts.cancelled(table), "profile": profile, "profile_margin": _margin(profile),
            "odds": odds, "odds_margin": _margin(odds), "head": head, "head_margin": _margin(head),
            "denied": (denied * (refs.telling[used] * discount)) @ refs.against[used] / norm,
            "echo": _echo(words, owner, count)[:, None], "length": np.log1p(sizes),
        }  # fmt: skip
        for name, value in values.items():
            out[:, :, NAMES.index(name)] = value
        # A unit without a factor's anchor words cannot make it, whatever else it says.
        out[self._concepts.unanchored(table)] = np.nan
        return out

    def _points(self, document: Document, words: _Words, vectors: Matrix) -> Matrix:
        """sentences x evidence points: recall of the point's telling words plus likeness beyond the shared topic."""
        weights, points = self._refs.points
        hits = _occurs(words, document.sentence_of, len(document.sentences)) * self._discount[words.used]
        scores: Matrix = hits @ weights[words.used] + self._refs.centred(vectors) @ points.T
        return scores


def _occurs(words: _Words, owner: NDArray[np.intp], units: int) -> Matrix:
    """units x used stems: 1 where the stem occurs in the unit."""
    table = np.zeros((units, len(words.used)), dtype=np.float64)
    counted = (words.stems >= 0) & (owner >= 0)
    table[owner[counted], np.searchsorted(words.used, words.stems[counted])] = 1.0
    return table


def _echo(words: _Words, owner: NDArray[np.intp], units: int) -> NDArray[np.float64]:
    inside = owner >= 0
    total = np.bincount(owner[inside], words.weights[inside], units)
    asked = np.bincount(owner[inside], (words.weights * words.asked)[inside], units)
    share: NDArray[np.float64] = (asked / np.maximum(total, 1e-6)).astype(np.float64)
    return share


def _margin(scores: Matrix) -> Matrix:
    """Each score less the best of the others in its row."""
    ordered = np.partition(scores, -2, axis=1)
    top, second = ordered[:, -1:], ordered[:, -2:-1]
    margins: Matrix = scores - np.where(scores >= top, second, top)
    return margins
