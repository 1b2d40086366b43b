"""Single words: how telling each is and where it lies among others."""

import math
from functools import partial

import numpy as np
from numpy.typing import NDArray

from .encoding import Encoder
from .grid import COARSE, on_grid, step
from .lexicon import STOP
from .memo import Memo

_UNKNOWN_WEIGHT = 1.3


def telling(encoder: Encoder, word: str) -> float:
    """How telling a word is, from its frequency rank: 0 for grammar words, up to 1.3; on the coarse grid."""
    if word in STOP:
        return 0.0
    rank = encoder.rank(word)
    rarity = 1.0 if rank is None else ((0.1 + math.log10(rank + 1)) / 4.4) ** 2
    return step(min(_UNKNOWN_WEIGHT, max(0.05, _UNKNOWN_WEIGHT * rarity)), COARSE)


class Lexis:
    """Weights and unit vectors of words by one encoder, remembered; a word that it does not know lies at zero."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        self.weights = Memo(partial(telling, encoder))
        self.vectors = Memo(self._vector)

    def _vector(self, word: str) -> NDArray[np.float64]:
        return on_grid(self.encoder.encode([[word]])[0])
