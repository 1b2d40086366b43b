"""A short text as the key-point matcher sees it: telling words with weights and vectors, clauses, polarity."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import fsum

import numpy as np
from numpy.typing import NDArray

from .documents import Document
from .encoding import Matrix
from .grid import on_grid
from .lexicon import NEGATING
from .lexis import Lexis
from .negation import negated
from .opposites import OPPOSITES

_GRAM = 4


@dataclass(frozen=True)
class Passage:
    """One text. `weights` holds its telling stems; `vectors` has a unit row for each, in the same order."""

    document: Document
    weights: Mapping[str, float]
    vectors: Matrix
    whole: NDArray[np.float64]
    clauses: Matrix

    @classmethod
    def of(cls, document: Document, lexis: Lexis) -> "Passage":
        """Weigh and place the words of a text as read."""
        weights: dict[str, float] = {}
        spoken: dict[str, str] = {}
        for word, stem in zip(document.words, document.stems, strict=True):
            weight = lexis.weights[word]
            if weight > weights.get(stem, 0.0):
                weights[stem], spoken[stem] = weight, word
        units = [document.words[unit.first : unit.last] for unit in document.clauses]
        encoded = on_grid(lexis.encoder.encode([document.words, *(units or [document.words])]))
        vectors = np.array([lexis.vectors[spoken[stem]] for stem in weights], dtype=np.float64)
        return cls(
            document, weights, vectors.reshape(len(weights), encoded.shape[1]), encoded[0], encoded[1:]
        )

    @cached_property
    def mass(self) -> NDArray[np.float64]:
        """Weight of each telling stem."""
        return np.fromiter(self.weights.values(), dtype=np.float64, count=len(self.weights))

    @cached_property
    def total(self) -> float:
        """Weight of all telling stems together."""
        return fsum(self.weights.values())

    @cached_property
    def size(self) -> int:
        """Words in it."""
        return len(self.document.words)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """Every word's stem, in order."""
        return self.document.stems

    @cached_property
    def spoken(self) -> str:
        """The words as read, with single spaces."""
        return " ".join(self.document.words)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Neighbouring stems."""
        return frozenset(zip(self.stems, self.stems[1:], strict=False))

    @cached_property
    def grams(self) -> frozenset[str]:
        """Runs of four letters."""
        text = f" {self.spoken} "
        return frozenset(text[start : start + _GRAM] for start in range(len(text) - _GRAM + 1))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Numbers written in figures."""
        return frozenset(word for word in self.document.words if word.isdigit())

    @cached_property
    def negators(self) -> int:
        """Negating words."""
        return sum(word in NEGATING for word in self.document.words)

    @cached_property
    def denied(self) -> frozenset[str]:
        """Stems under a negation."""
        words = self.document.words
        return frozenset(s for s, under in zip(self.stems, negated(words), strict=True) if under)

    @cached_property
    def poles(self) -> frozenset[str]:
        """Stems in it that have an opposite."""
        return frozenset(self.stems) & OPPOSITES.keys()

    def likeness(self, other: "Passage") -> Matrix:
        """Own telling stems x the other's: cosine, and 1 for the same stem."""
        table: Matrix = self.vectors @ other.vectors.T
        place = {stem: column for column, stem in enumerate(other.weights)}
        for row, stem in enumerate(self.weights):
            if stem in place:
                table[row, place[stem]] = 1.0
        return on_grid(np.minimum(np.maximum(table, 0.0), 1.0))


def mass_of(weights: Mapping[str, float], stems: Iterable[str]) -> float:
    """Weight of these stems together."""
    return fsum(weights[stem] for stem in stems)
