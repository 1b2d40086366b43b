"""How likely it is that each sentence and clause makes each factor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from .documents import Document
from .encoding import Matrix
from .grid import CHANCE, on_grid
from .signals import NAMES, Readings, Signals


def logistic(
    weights: Mapping[str, float], names: Sequence[str], features: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Logistic regression over the last axis; `weights` maps names to coefficients, and "intercept" to its own."""
    vector = np.array([weights.get(name, 0.0) for name in names], dtype=np.float64)
    return _probability(on_grid(features) @ on_grid(vector) + weights.get("intercept", 0.0))


def _likely(weights: Mapping[str, float], readings: Readings) -> NDArray[np.float64]:
    """units x factors: the probabilities; 0 where a unit cannot make a factor."""
    score = np.full(readings.possible.shape, weights.get("intercept", 0.0))
    for name in NAMES:
        score += weights.get(name, 0.0) * readings[name]
    return np.where(readings.possible, _probability(score), 0.0)


def _probability(score: NDArray[np.float64]) -> NDArray[np.float64]:
    return on_grid(1.0 / (1.0 + np.exp(-np.clip(score, -30, 30))), CHANCE)


@dataclass(frozen=True)
class Match:
    """`sentences` and `clauses` are units x factors probabilities; `points` scores sentences x evidence points; `told`
    are the signals of the sentences."""

    sentences: NDArray[np.float64]
    clauses: NDArray[np.float64]
    points: Matrix
    told: Readings

    @property
    def echo(self) -> NDArray[np.float64]:
        """Each sentence's share of the question's own words, by weight."""
        return self.told["echo"][:, 0]

    def without(self, document: Document, denied: NDArray[np.bool_]) -> "Match":
        """The match with nothing made where `denied` (sentences x factors) is true."""
        parents = np.array([clause.parent for clause in document.clauses], dtype=np.intp)
        sentences = self.told.without(denied)
        return replace(
            self, sentences=self.sentences * ~denied, clauses=self.clauses * ~denied[parents], told=sentences
        )


def match(signals: Signals, weights: Mapping[str, float]) -> Match:
    """Probabilities from signals by the pack's calibration."""
    likely = _likely(weights, signals.units)
    return Match(likely[: signals.count], likely[signals.clauses], signals.points, signals.sentences)
