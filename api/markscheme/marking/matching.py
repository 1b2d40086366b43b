"""How likely it is that each sentence and clause makes each factor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .documents import Document
from .encoding import Matrix
from .signals import NAMES, Signals

# Probabilities are rounded so that the last bits of a sum, which differ between processors, cannot move a mark.
_DIGITS = 5


def logistic(
    weights: Mapping[str, float], names: Sequence[str], features: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Logistic regression over the last axis; `weights` maps names to coefficients, and "intercept" to its own.
    NaN features give 0."""
    vector = np.array([weights.get(name, 0.0) for name in names], dtype=np.float64)
    score = features.astype(np.float64) @ vector + weights.get("intercept", 0.0)
    likely: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-np.clip(score, -30, 30)))
    likely[np.isnan(likely)] = 0.0
    return np.round(likely, _DIGITS)


@dataclass(frozen=True)
class Match:
    """`sentences` and `clauses` are units x factors probabilities; `points` scores sentences x evidence points."""

    sentences: NDArray[np.float64]
    clauses: NDArray[np.float64]
    points: Matrix
    signals: Signals

    @property
    def echo(self) -> NDArray[np.float64]:
        """Each sentence's share of the question's own words, by weight."""
        echoes = np.nan_to_num(self.signals.sentences[:, :, NAMES.index("echo")])
        shares: NDArray[np.float64] = echoes.max(axis=1, initial=0.0)
        return shares

    def without(self, document: Document, denied: Sequence[int]) -> "Match":
        """The match with nothing made in these sentences."""
        sentences, clauses = self.sentences.copy(), self.clauses.copy()
        sentences[list(denied)] = 0.0
        clauses[[n for n, clause in enumerate(document.clauses) if clause.parent in set(denied)]] = 0.0
        signals = self.signals.sentences.copy()
        signals[list(denied), :, : NAMES.index("echo")] = 0.0
        return Match(sentences, clauses, self.points, Signals(signals, self.signals.clauses, self.points))


def match(signals: Signals, weights: Mapping[str, float]) -> Match:
    """Probabilities from signals by the pack's calibration."""
    return Match(
        logistic(weights, NAMES, signals.sentences),
        logistic(weights, NAMES, signals.clauses),
        signals.points,
        signals,
    )
