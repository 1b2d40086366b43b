"""What marking asks of a sentence encoder."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


class Encoder(Protocol):
    """Turns tokenised text into vectors; the same words give the same bits on every call."""

    @property
    def name(self) -> str:
        """Name and version of the artefact, for a report's provenance."""
        ...

    def rank(self, word: str) -> int | None:
        """Frequency rank of a lower-case word (0 is the commonest), or None when unknown."""
        ...

    def common(self, limit: int) -> Sequence[str]:
        """The `limit` commonest words, commonest first."""
        ...

    def encode(self, texts: Sequence[Sequence[str]]) -> Matrix:
        """One unit-length row per text, given as lower-case words; an empty or unknown text gives zeros."""
        ...

    def encode_spans(self, words: Sequence[str], spans: Sequence[tuple[int, int]]) -> Matrix:
        """The same for the texts words[first:last]; they may overlap."""
        ...
