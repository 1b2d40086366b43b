"""Encoders as another processor might have them: the same vectors with other last digits."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from markscheme.marking.encoding import Encoder, Matrix

Change = Callable[[Matrix], Matrix]


class Shaken:
    """An encoder whose every vector goes through a change; its own name, so that nothing is shared with the true one."""

    def __init__(self, encoder: Encoder, how: str, change: Change) -> None:
        self._encoder = encoder
        self._change = change
        self.how = how

    @property
    def name(self) -> str:
        """The true encoder's name and what was done to it."""
        return f"{self._encoder.name}, {self.how}"

    def rank(self, word: str) -> int | None:
        """As the true encoder says."""
        return self._encoder.rank(word)

    def common(self, limit: int) -> Sequence[str]:
        """As the true encoder says."""
        return self._encoder.common(limit)

    def encode(self, texts: Sequence[Sequence[str]]) -> Matrix:
        """The true vectors, changed."""
        return self._change(self._encoder.encode(texts))

    def encode_spans(self, words: Sequence[str], spans: Sequence[tuple[int, int]]) -> Matrix:
        """The true vectors, changed."""
        return self._change(self._encoder.encode_spans(words, spans))


def noisy(encoder: Encoder, size: float, seed: int) -> Shaken:
    """Each number off by up to `size` of itself; the same seed gives the same noise."""
    chance = np.random.default_rng(seed)
    return Shaken(encoder, f"noise of {size:g}, seed {seed}",
                  lambda vectors: vectors * (1.0 + size * chance.uniform(-1.0, 1.0, vectors.shape)))  # fmt: skip


def other_orders(encoder: Encoder) -> Iterator[Shaken]:
    """Sums taken in other orders (the columns change places), and numbers of half the length."""
    yield Shaken(encoder, "columns reversed", lambda vectors: np.ascontiguousarray(vectors[:, ::-1]))
    for seed in range(2):
        order = np.random.default_rng(seed)
        yield Shaken(encoder, f"columns shuffled, seed {seed}", _shuffled(order))
    yield Shaken(encoder, "single precision", lambda vectors: vectors.astype(np.float32).astype(np.float64))


def _shuffled(order: np.random.Generator) -> Change:
    places: list[int] = []

    def change(vectors: Matrix) -> Matrix:
        if not places:
            places.extend(order.permutation(vectors.shape[1]).tolist())
        return vectors[:, places]

    return change
