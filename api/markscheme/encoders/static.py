"""A static word table: a sentence is the sum of its words' rows (see docs/encoder.md for how it was made)."""

import json
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Self

import numpy as np

from markscheme.marking.encoding import Matrix


class StaticEncoder:
    """int8 word vectors with a scale per column, summed and normalised; numpy only."""

    def __init__(self, name: str, words: Sequence[str], table: np.ndarray, scale: Matrix) -> None:
        self._name = name
        self._words = words
        self._row = {word: row for row, word in enumerate(words)}
        self._table = np.asarray(table)
        self._scale = scale

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Open the table in `folder`, mapped read-only so that processes share it."""
        words = json.loads((folder / "words.json").read_text(encoding="utf-8"))
        table = np.load(folder / "table.npy", mmap_mode="r")
        scale = np.load(folder / "scale.npy").astype(np.float64)
        return cls(folder.name, words, table, scale)

    @property
    def name(self) -> str:
        """Folder name of the artefact, such as own256-1."""
        return self._name

    def rank(self, word: str) -> int | None:
        """Frequency rank of a lower-case word (0 is the commonest), or None when unknown."""
        return self._row.get(word)

    def common(self, limit: int) -> Sequence[str]:
        """The `limit` commonest words, commonest first."""
        return self._words[:limit]

    def encode(self, texts: Sequence[Sequence[str]]) -> Matrix:
        """One unit-length row per text; sums are of integers, so their order cannot change a bit."""
        known = [[row for row in map(self._row.get, words) if row is not None] for words in texts]
        rows = self._table.take(list(chain.from_iterable(known)), axis=0).astype(np.int32)
        sums = np.zeros((len(texts), rows.shape[1]), dtype=np.int32)
        last = 0
        for index, numbers in enumerate(known):
            first, last = last, last + len(numbers)
            np.add.reduce(rows[first:last], axis=0, out=sums[index])
        vectors = sums.astype(np.float64) * self._scale
        norms = np.sqrt((vectors**2).sum(axis=1, keepdims=True))
        unit: Matrix = vectors / np.maximum(norms, 1e-9)
        return unit
