"""Signals: how strongly each unit of an answer speaks of each factor, by several independent measures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .concepts import ConceptTable
from .documents import Document, Unit
from .encoding import Encoder, Matrix
from .references import References
from .negation import negated
from .vocabulary import presence

NAMES = (
    "rule", "rule_share", "rule_clause", "cue", "anti", "profile", "profile_margin", "odds", "odds_margin",
    "head", "head_margin", "denied", "echo", "length",
)  # fmt: skip
_QUESTION_DISCOUNT = 0.3

Tensor = NDArray[np.float32]


@dataclass(frozen=True)
class Signals:
    """`sentences` and `clauses` are units x factors x len(NAMES); `points` is sentences x evidence points."""

    sentences: Tensor
    clauses: Tensor
    points: Matrix


class SignalReader:
    """Reads the signals of a document for one question: the question's own words count for little."""

    def __init__(self, references: References, concepts: ConceptTable, encoder: Encoder, question: Sequence[str],
                 groups: int) -> None:  # fmt: skip
        self._refs = references
        self._concepts = concepts
        self._encoder = encoder
        self._groups = groups
        discount = np.ones(len(references.stems), dtype=np.float32)
        self._asked = {references._speller.stem(word) for word in question if references.weight(word)}
        for stem in self._asked:
            if stem in references.stems:
                discount[references.stems[stem]] = _QUESTION_DISCOUNT
        self._discount = discount
        rows, weights, vectors = references.points
        self._point_owner = np.array([references.references[row].factor for row in rows], dtype=np.intp)
        self._point_weights = weights
        self._point_vectors = vectors

    @property
    def points(self) -> list[tuple[int, str]]:
        """(factor, point id) of each column of Signals.points."""
        rows = self._refs.points[0]
        return [(int(owner), self._refs.references[row].point_id or "") for owner, row in
                zip(self._point_owner, rows, strict=True)]  # fmt: skip

    def echo(self, document: Document) -> NDArray[np.float32]:
        """Each sentence's share of the question's own words, by weight."""
        return self._echo(document, document.sentences)[:, 0]

    def read(self, document: Document) -> Signals:
        """Signals of every sentence and clause."""
        tables = [presence(document.hits, owner, self._groups, len(units)) for owner, units in
                  ((document.sentence_of, document.sentences), (document.clause_of, document.clauses))]  # fmt: skip
        clause = self._measure(document, document.clauses, tables[1], None)
        sentence = self._measure(document, document.sentences, tables[0], clause[:, :, NAMES.index("rule")])
        stems = self._stems(document, document.sentences)
        points = self._points(document, stems)
        return Signals(sentence, clause, points)

    def _measure(
        self, document: Document, units: Sequence[Unit], table: NDArray[np.bool_], clause_rules: Matrix | None
    ) -> Tensor:
        refs, count = self._refs, len(units)
        out = np.zeros((count, refs.factors, len(NAMES)), dtype=np.float32)
        if not count:
            return out
        rules, shares = self._concepts.alternatives(table)
        cues = self._concepts.cues(table)
        stems = self._stems(document, units)
        used = np.unique(np.concatenate([s for s in stems if len(s)] or [np.zeros(0, dtype=np.intp)]))
        hits = np.zeros((count, len(used)), dtype=np.float32)
        for row, own in enumerate(stems):
            hits[row, np.searchsorted(used, own)] = 1.0
        telling = hits * (refs.telling * self._discount)[used]
        norm = np.maximum(np.sqrt((telling**2).sum(axis=1, keepdims=True)), 1.5)
        profile = telling @ refs.profile[used] / norm
        odds = (hits * self._discount[used]) @ refs.odds[used] / np.sqrt(hits.sum(axis=1, keepdims=True) + 2.0)
        weights, base = refs.heads
        vectors = self._encoder.encode([document.words[unit.first : unit.last] for unit in units])
        head = (vectors - refs.mean) @ weights
        values = {
            "rule": rules, "rule_share": shares, "cue": cues,
            "anti": self._concepts.cancelled(table), "profile": profile, "profile_margin": _margin(profile),
            "odds": odds, "odds_margin": _margin(odds), "head": head, "head_margin": _margin(head),
            "length": np.repeat(np.log1p([[unit.size] for unit in units]), refs.factors, axis=1),
            "denied": self._denied(document, units),
            "echo": np.repeat(self._echo(document, units), refs.factors, axis=1),
        }  # fmt: skip
        for name, value in values.items():
            out[:, :, NAMES.index(name)] = value
        if clause_rules is not None:
            parents = np.array([clause.parent for clause in document.clauses], dtype=np.intp)
            np.maximum.at(out[:, :, NAMES.index("rule_clause")], parents, clause_rules)
        else:
            out[:, :, NAMES.index("rule_clause")] = rules
        return out

    def _stems(self, document: Document, units: Sequence[Unit]) -> list[NDArray[np.intp]]:
        index = self._refs.stems
        stems = [index.get(token.stem, -1) for token in document.tokens]
        return [np.array(sorted({s for s in stems[unit.first : unit.last] if s >= 0}), dtype=np.intp) for unit in units]

    def _echo(self, document: Document, units: Iterable[Unit]) -> Matrix:
        shares = []
        for unit in units:
            telling = [(token.stem in self._asked, self._refs.weight(token.word))
                       for token in document.tokens[unit.first : unit.last]]  # fmt: skip
            total = sum(weight for _, weight in telling)
            shares.append([sum(weight for asked, weight in telling if asked) / total if total else 0.0])
        return np.array(shares, dtype=np.float32).reshape(-1, 1)

    def _denied(self, document: Document, units: Sequence[Unit]) -> Matrix:
        """How much of a unit's evidence for a factor stands under a negation that the factor's own sentences never use."""
        refs = self._refs
        against = np.maximum(refs.odds, 0) * refs.denies
        out = np.zeros((len(units), refs.factors), dtype=np.float32)
        for row, unit in enumerate(units):
            tokens = document.tokens[unit.first : unit.last]
            under = negated(document.words[unit.first : unit.last])
            stems = {refs.stems.get(token.stem, -1) for token, no in zip(tokens, under, strict=True) if no} - {-1}
            if stems:
                out[row] = against[sorted(stems)].sum(axis=0) / np.sqrt(unit.size + 2.0)
        return out

    def _points(self, document: Document, stems: Sequence[NDArray[np.intp]]) -> Matrix:
        weights = self._point_weights
        recall = np.stack([(weights[own] * self._discount[own, None]).sum(axis=0) for own in stems]) if stems else weights[:0]
        vectors = self._encoder.encode([document.words[unit.first : unit.last] for unit in document.sentences])
        return (recall + self._refs.centred(vectors) @ self._point_vectors.T).astype(np.float32) if stems else recall


def _margin(scores: Matrix) -> Matrix:
    """Each score less the best of the others in its row."""
    ordered = np.sort(scores, axis=1)
    top, second = ordered[:, -1:], ordered[:, -2:-1]
    return scores - np.where(scores >= top, second, top)
