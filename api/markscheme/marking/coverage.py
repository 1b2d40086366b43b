"""From matched sentences to factors: absent, mentioned or developed.

What tells "developed" from "mentioned" best is how many words are spent on this factor and no other
(docs/accuracy.md). No feature falls when a sentence is added, so more content never lowers a coverage.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.packs import Calibration
from markscheme.domain.reports import Coverage

from .documents import Document
from .matching import Match, logistic
from .rubric import Rubric

FEATURES = (
    "best", "second", "total", "rules", "rule_sum", "head", "cues", "words", "clause_words", "asked",
)  # fmt: skip
_CREDITED = 0.3
_CLAIMED = 0.35
_FREE = 0.3
# Log odds of a chance of one in ten: a second sentence fainter than that is none.
_FAINT = -2.2


@dataclass(frozen=True, slots=True)
class FactorReading:
    """One factor in one answer. `sentences` are the numbers of those that speak of it, strongest first."""

    index: int
    presence: float
    development: float
    coverage: Coverage
    possible: bool
    sentences: tuple[int, ...]
    clauses: tuple[int, ...]


def features(document: Document, match: Match, asked: NDArray[np.float64]) -> NDArray[np.float64]:
    """factors x len(FEATURES), from a match of at least one sentence; `asked` is 1 for the question's own factors."""
    p = match.sentences
    count, factors = p.shape
    odds = np.log(p + 1e-4) - np.log(1 - p + 1e-4)
    ordered = np.sort(odds, axis=0)[::-1]
    signal = match.signals.sentences
    chosen = p >= _CREDITED
    sizes = np.array([unit.size for unit in document.sentences], dtype=np.float64)
    shared = np.maximum(1, (p >= _CLAIMED).sum(axis=1))
    words = (chosen * p).T @ (sizes / shared)
    values = {
        "best": ordered[0],
        "second": np.maximum(ordered[1], _FAINT) if count > 1 else np.full(factors, _FAINT),
        "total": np.log1p(np.where(p >= _CLAIMED, p, 0.0).sum(axis=0)),
        "rules": signal["rule"].max(axis=0),
        "rule_sum": np.minimum(4, signal["rule"].sum(axis=0)),
        "head": signal["head"].max(axis=0),
        "cues": np.minimum(4, signal["cue"].sum(axis=0)),
        "words": np.log1p(words),
        "clause_words": np.log1p(_clause_words(document, match, chosen)),
        "asked": asked,
    }
    return np.stack([values[name] for name in FEATURES], axis=1)


def credited_clauses(document: Document, match: Match, chosen: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """clauses x factors: clauses of chosen sentences that make the factor, or no other factor."""
    parents = np.array([clause.parent for clause in document.clauses], dtype=np.intp)
    free = match.clauses.max(axis=1, keepdims=True) < _FREE
    credited: NDArray[np.bool_] = chosen[parents] & ((match.clauses >= _CREDITED) | free)
    return credited


def _clause_words(document: Document, match: Match, chosen: NDArray[np.bool_]) -> NDArray[np.float64]:
    sizes = np.array([clause.size for clause in document.clauses], dtype=np.float64)
    parents = np.array([clause.parent for clause in document.clauses], dtype=np.intp)
    total: NDArray[np.float64] = (
        credited_clauses(document, match, chosen) * match.sentences[parents]
    ).T @ sizes
    return total


def read_factors(
    document: Document,
    match: Match,
    calibration: Calibration,
    offsets: NDArray[np.float64],
    asked: NDArray[np.float64],
) -> list[FactorReading]:
    """One reading per factor, in pack order. `offsets` are the calibration's per-factor shifts in log odds; `asked`
    is 1 for the question's own factors."""
    if not document.sentences:
        return [FactorReading(i, 0.0, 0.0, "absent", False, (), ()) for i in range(len(offsets))]
    table = features(document, match, asked)
    presence = _shifted(logistic(calibration.presence, FEATURES, table), offsets)
    development = logistic(calibration.development, FEATURES, table)
    chosen = match.sentences >= _CREDITED
    shown = chosen.copy()
    shown[match.sentences.argmax(axis=0), np.arange(len(offsets))] = True
    clauses = credited_clauses(document, match, chosen)
    readings = []
    for index in range(len(offsets)):
        coverage: Coverage = "absent"
        if presence[index] >= calibration.found_at:
            coverage = "developed" if development[index] >= calibration.developed_at else "mentioned"
        numbers = np.nonzero(shown[:, index])[0]
        ranked = sorted(numbers.tolist(), key=lambda n, i=index: (-match.sentences[n, i], n))  # type: ignore[misc]
        parts = tuple(np.nonzero(clauses[:, index])[0].tolist())
        possible = coverage == "absent" and presence[index] >= calibration.possible_at
        readings.append(FactorReading(index, float(presence[index]), float(development[index]), coverage, possible,
                                      tuple(ranked), parts))  # fmt: skip
    return readings


def _shifted(p: NDArray[np.float64], offsets: NDArray[np.float64]) -> NDArray[np.float64]:
    odds = np.log(p + 1e-6) - np.log(1 - p + 1e-6) + offsets
    return np.round(1.0 / (1.0 + np.exp(-odds)), 5)


def offsets_for(factor_ids: tuple[str, ...], offsets: Mapping[str, float]) -> NDArray[np.float64]:
    """The calibration's per-factor shifts as an array in pack order; 0 where there is none."""
    return np.array([offsets.get(factor_id, 0.0) for factor_id in factor_ids], dtype=np.float64)


def asked_for(rubric: Rubric) -> NDArray[np.float64]:
    """1 for each factor in pack order that the question asks for."""
    return np.array([factor.id in rubric.roles for factor in rubric.pack.factors], dtype=np.float64)
