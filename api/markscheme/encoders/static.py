"""A static word table: a sentence is the sum of its words' rows (see docs/encoder.md for how it was made)."""

import json
from collections.abc import Sequence
from itertools import accumulate, chain, pairwise, repeat
from pathlib import Path
from typing import Self

import numpy as np

from markscheme.marking.encoding import Matrix

_BLOCK = 256


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
        """One unit-length row per text."""
        # In blocks, since the rows of every word of a pack together would not fit a processor's cache.
        blocks = [texts[start : start + _BLOCK] for start in range(0, len(texts), _BLOCK)]
        return np.concatenate([self._block(block) for block in blocks or [()]])

    def _block(self, texts: Sequence[Sequence[str]]) -> Matrix:
        ends = list(accumulate(map(len, texts)))
        return self.encode_spans(list(chain.from_iterable(texts)), list(zip([0, *ends], ends, strict=False)))

    def encode_spans(self, words: Sequence[str], spans: Sequence[tuple[int, int]]) -> Matrix:
        """One unit-length row per span; sums are of integers, so their order cannot change a bit.

        Words between two neighbouring bounds are summed once, however many spans they are in.
        """
        numbers = np.array(list(map(self._row.get, words, repeat(-1))), dtype=np.intp)
        known = numbers >= 0
        before: list[int] = np.concatenate(([0], np.cumsum(known))).tolist()
        bounds = sorted({bound for span in spans for bound in span})
        place = {bound: index for index, bound in enumerate(bounds)}
        rows = self._table.take(numbers[known], axis=0).astype(np.int32)
        sums = np.zeros((len(bounds), rows.shape[1]), dtype=np.int32)
        for index, (first, last) in enumerate(pairwise(bounds), start=1):
            np.add.reduce(rows[before[first] : before[last]], axis=0, out=sums[index])
        np.cumsum(sums, axis=0, out=sums)
        firsts, lasts = ([place[span[end]] for span in spans] for end in (0, 1))
        vectors = (sums[lasts] - sums[firsts]).astype(np.float64) * self._scale
        # Column by column: along a row the order of a sum depends on the processor's vector width.
        norms = np.sqrt(np.add.reduce(np.ascontiguousarray((vectors**2).T), axis=0))[:, None]
        unit: Matrix = vectors / np.maximum(norms, 1e-9)
        return unit
