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

from .bands import near, reaches
from .documents import Document
from .grid import CHANCE, COARSE, on_grid
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
    """One factor in one answer. `sentences` are the numbers of those that speak of it, strongest first; `close` where a
    likelihood was too near its threshold to decide."""

    index: int
    presence: float
    development: float
    coverage: Coverage
    possible: bool
    close: bool
    sentences: tuple[int, ...]
    clauses: tuple[int, ...]


def features(document: Document, match: Match, asked: NDArray[np.float64],
             credited: NDArray[np.bool_]) -> NDArray[np.float64]:  # fmt: skip
    """factors x len(FEATURES), from a match of at least one sentence; `asked` is 1 for the question's own factors,
    `credited` are the credited clauses."""
    p = match.sentences
    count, factors = p.shape
    odds = np.log(p + 1e-4) - np.log(1 - p + 1e-4)
    ordered = np.sort(odds, axis=0)[::-1]
    signal = match.told
    chosen = p >= _CREDITED
    sizes = np.array([unit.size for unit in document.sentences], dtype=np.float64)
    shared = np.maximum(1, (p >= _CLAIMED).sum(axis=1))
    words = (chosen * p).T @ on_grid(sizes / shared, COARSE)
    values = {
        "best": ordered[0],
        "second": np.maximum(ordered[1], _FAINT) if count > 1 else np.full(factors, _FAINT),
        "total": np.log1p(np.where(p >= _CLAIMED, p, 0.0).sum(axis=0)),
        "rules": signal["rule"].max(axis=0),
        "rule_sum": np.minimum(4, signal["rule"].sum(axis=0)),
        "head": signal["head"].max(axis=0),
        "cues": np.minimum(4, signal["cue"].sum(axis=0)),
        "words": np.log1p(words),
        "clause_words": np.log1p(_clause_words(document, match, credited)),
        "asked": asked,
    }
    return np.stack([values[name] for name in FEATURES], axis=1)


def credited_clauses(document: Document, match: Match) -> NDArray[np.bool_]:
    """clauses x factors: clauses of sentences that make the factor, which make it themselves, or no other factor."""
    chosen = match.sentences >= _CREDITED
    parents = np.array([clause.parent for clause in document.clauses], dtype=np.intp)
    free = match.clauses.max(axis=1, keepdims=True) < _FREE
    credited: NDArray[np.bool_] = chosen[parents] & ((match.clauses >= _CREDITED) | free)
    return credited


def _clause_words(document: Document, match: Match, credited: NDArray[np.bool_]) -> NDArray[np.float64]:
    sizes = np.array([clause.size for clause in document.clauses], dtype=np.float64)
    parents = np.array([clause.parent for clause in document.clauses], dtype=np.intp)
    total: NDArray[np.float64] = (credited * match.sentences[parents]).T @ sizes
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
        return [FactorReading(i, 0.0, 0.0, "absent", False, False, (), ()) for i in range(len(offsets))]
    credited = credited_clauses(document, match)
    table = features(document, match, asked, credited)
    presence = _shifted(logistic(calibration.presence, FEATURES, table), offsets)
    development = logistic(calibration.development, FEATURES, table)
    rules = table[:, FEATURES.index("rule_sum")]
    shown = match.sentences >= _CREDITED
    shown[match.sentences.argmax(axis=0), np.arange(len(offsets))] = True
    sentences, clauses = _by_factor(shown), _by_factor(credited)
    readings = []
    for index, (p, d, told) in enumerate(
        zip(presence.tolist(), development.tolist(), rules.tolist(), strict=True)
    ):
        coverage, possible, close = _decide(p, d, told, calibration)
        strength = match.sentences[:, index].tolist()
        ranked = sorted(sentences[index], key=lambda n, strength=strength: (-strength[n], n))  # type: ignore[misc]
        readings.append(FactorReading(index, p, d, coverage, possible, close, tuple(ranked),
                                      tuple(clauses[index])))  # fmt: skip
    return readings


def _decide(
    presence: float, development: float, rules: float, calibration: Calibration
) -> tuple[Coverage, bool, bool]:
    """Coverage, whether a person should look (possible), and whether a threshold was too close to decide by
    likelihood: then a factor is there if one of its rules is met, and developed and sure if two are."""
    if not reaches(presence, calibration.found_at, rules >= 1):
        possible = reaches(presence, calibration.possible_at, rules >= 1)
        return "absent", possible, near(presence, calibration.found_at)
    developed = reaches(development, calibration.developed_at, rules >= 2)
    close = near(presence, calibration.found_at) or near(development, calibration.developed_at)
    possible = not reaches(presence, calibration.sure_at, rules >= 2)
    return "developed" if developed else "mentioned", possible, close or near(presence, calibration.sure_at)


def _by_factor(made: NDArray[np.bool_]) -> list[list[int]]:
    """The rows of each column that hold, in order."""
    rows: list[list[int]] = [[] for _ in range(made.shape[1])]
    for column, row in zip(*(numbers.tolist() for numbers in np.nonzero(made.T)), strict=True):
        rows[column].append(row)
    return rows


def _shifted(p: NDArray[np.float64], offsets: NDArray[np.float64]) -> NDArray[np.float64]:
    odds = np.log(p + 1e-6) - np.log(1 - p + 1e-6) + offsets
    return on_grid(1.0 / (1.0 + np.exp(-odds)), CHANCE)


def offsets_for(factor_ids: tuple[str, ...], offsets: Mapping[str, float]) -> NDArray[np.float64]:
    """The calibration's per-factor shifts as an array in pack order; 0 where there is none."""
    return np.array([offsets.get(factor_id, 0.0) for factor_id in factor_ids], dtype=np.float64)


def asked_for(rubric: Rubric) -> NDArray[np.float64]:
    """1 for each factor in pack order that the question asks for."""
    return np.array([factor.id in rubric.roles for factor in rubric.pack.factors], dtype=np.float64)
