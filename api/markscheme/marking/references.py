"""The rubric side of matching: every sentence of the pack that says what a factor sounds like."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.packs import Pack

from .encoding import Encoder, Matrix
from .grid import COARSE, HALF, on_grid, solve
from .lexicon import NEGATING
from .lexis import telling
from .memo import Memo
from .negation import negated
from .words import Speller

Kind = Literal["point", "phrase", "name"]
_KIND_WEIGHT = {"point": 1.0, "phrase": 1.0, "name": 2.0}
_SMOOTHING = 0.5
# Ridge strength of the vector heads; values from 4 to 50 were tried and differed by no more than noise.
_RIDGE = 30.0


@dataclass(frozen=True, slots=True)
class Reference:
    """One sentence that makes `factor` (and `also`), or makes none of the pack's factors (factor None)."""

    kind: Kind
    factor: int | None
    also: tuple[int, ...]
    words: tuple[str, ...]
    point_id: str | None = None


def gather(pack: Pack, speller: Speller) -> list[Reference]:
    """Every reference of a pack, grouped by factor in pack order; sentences of no factor come last."""
    number = {factor.id: index for index, factor in enumerate(pack.factors)}
    found: list[list[Reference]] = [[] for _ in range(len(pack.factors) + 1)]

    def add(
        kind: Kind, factor: str | None, text: str, also: Iterable[str] = (), point: str | None = None
    ) -> None:
        index = None if factor is None else number.get(factor)
        others = tuple(number[other] for other in also if other in number)
        place = len(pack.factors) if index is None else index
        found[place].append(Reference(kind, index, others, speller.words(text), point))

    for factor in pack.factors:
        for point in factor.points:
            add("point", factor.id, point.text, point=point.id)
        for text in (factor.name, *factor.cues):
            add("name", factor.id, text)
    for bank in pack.phrasings:
        for phrasing in (*bank.positive, *bank.rejected):
            add("phrase", bank.factor, phrasing.text, phrasing.also)
        for miss in bank.near_miss:
            add("phrase", miss.belongs_to, miss.text)
        for denial in bank.denial:
            add("phrase", None, denial)
    for text in pack.manifest.filler:
        add("phrase", None, text)
    return [reference for group in found for reference in group]


class References:
    """Weights per word and factor, vectors per factor, and the evidence points, ready to score sentences."""

    def __init__(
        self, references: Sequence[Reference], factors: int, speller: Speller, encoder: Encoder
    ) -> None:
        self.references = tuple(references)
        self.factors = factors
        self._speller = speller
        self._encoder = encoder
        self.stems: dict[str, int] = {}
        self._weights = Memo(partial(telling, encoder))
        self._numbered: dict[str, tuple[int, float]] = {}
        self._contents = [self._content(reference.words) for reference in self.references]
        self.labels = self._labels()
        self.vectors = on_grid(encoder.encode([reference.words for reference in self.references]))
        self.mean = on_grid(self.vectors.sum(axis=0) / max(1, len(self.vectors)))

    def stem(self, word: str) -> str:
        """The word's stem, by which `stems` is numbered."""
        return self._speller.stem(word)

    def weight(self, word: str) -> float:
        """How telling a word is, from its frequency rank: 0 for grammar words, up to 1.3; on the coarse grid."""
        return self._weights[word]

    def _content(self, words: Iterable[str]) -> dict[int, float]:
        """Weights of a reference's telling words by stem number; new stems are numbered as they come."""
        content: dict[int, float] = {}
        for word in words:
            known = self._numbered.get(word)
            if known is None:
                weight = self.weight(word)
                stem = self._speller.stem(word)
                number = self.stems.setdefault(stem, len(self.stems)) if weight else -1
                known = self._numbered[word] = (number, weight)
            number, weight = known
            if weight > content.get(number, 0.0):
                content[number] = weight
        return content

    def _labels(self) -> NDArray[np.float64]:
        labels = np.zeros((len(self.references), self.factors), dtype=np.float64)
        for row, reference in enumerate(self.references):
            for factor in (reference.factor, *reference.also):
                if factor is not None:
                    labels[row, factor] = 1.0
        return labels

    @cached_property
    def _incidence(self) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float64], NDArray[np.intp]]:
        """(stem, reference, weight) of each telling word of each reference, by stem, and where each stem begins."""
        rows = np.repeat(np.arange(len(self._contents)), [len(content) for content in self._contents])
        stems = np.array([stem for content in self._contents for stem in content], dtype=np.intp)
        weights = np.array([w for content in self._contents for w in content.values()], dtype=np.float64)
        order = np.argsort(stems, kind="stable")
        stems = stems[order]
        return stems, rows[order], weights[order], np.searchsorted(stems, np.arange(len(self.stems)))

    @cached_property
    def profile(self) -> Matrix:
        """stems x factors: unit-length tf-idf profile of each factor, idf taken over factors."""
        _, rows, _, starts = self._incidence
        weight = np.array([_KIND_WEIGHT[reference.kind] for reference in self.references], dtype=np.float64)
        counts = np.add.reduceat((self.labels * weight[:, None])[rows], starts, axis=0)
        spread = (counts > 0).sum(axis=1)
        rarity = np.log((self.factors + 1) / (spread + 0.5))
        profile = on_grid(np.log1p(counts) * rarity[:, None] * self.telling[:, None])
        return on_grid(profile / np.maximum(np.sqrt((profile**2).sum(axis=0)), 1e-9))

    @cached_property
    def telling(self) -> NDArray[np.float64]:
        """Weight per stem."""
        _, _, weights, starts = self._incidence
        telling: NDArray[np.float64] = np.maximum.reduceat(weights, starts)
        return telling

    @cached_property
    def odds(self) -> Matrix:
        """stems x factors: smoothed log odds that a sentence with this word makes the factor (naive Bayes)."""
        stems, rows, _, starts = self._incidence
        present = np.add.reduceat(self.labels[rows], starts, axis=0)
        every = np.bincount(stems, minlength=len(self.stems))[:, None]
        positives = self.labels.sum(axis=0)
        inside = (present + _SMOOTHING) / (positives + 2 * _SMOOTHING)
        others = len(self.references) - positives + 2 * _SMOOTHING
        outside = (every - present + _SMOOTHING) / others
        return on_grid(np.clip(np.log(inside / outside), -1.5, 4.0))

    @cached_property
    def profile_and_odds(self) -> Matrix:
        """The two side by side: words are weighed by both."""
        return np.concatenate((self.profile, self.odds), axis=1)

    @cached_property
    def denies(self) -> NDArray[np.bool_]:
        """stems x factors: is the word one that this factor's own sentences never put under a negation?"""
        affirmed = np.ones((len(self.stems), self.factors), dtype=np.bool_)
        others = self.labels == 0
        for row in np.flatnonzero(self._negating & self.labels.any(axis=1)).tolist():
            words = self.references[row].words
            under = {word for word, denied in zip(words, negated(words), strict=True) if denied}
            stems = {self.stems.get(self._speller.stem(word), -1) for word in under} - {-1}
            affirmed[list(stems)] &= others[row]
        return affirmed

    @cached_property
    def _negating(self) -> NDArray[np.bool_]:
        """Which references hold a negation."""
        negating = (not NEGATING.isdisjoint(reference.words) for reference in self.references)
        return np.fromiter(negating, dtype=np.bool_, count=len(self.references))

    @cached_property
    def negative(self) -> NDArray[np.float64]:
        """Per factor, the share of its own sentences that hold a negation."""
        share: NDArray[np.float64] = self._negating @ self.labels / np.maximum(self.labels.sum(axis=0), 1.0)
        return share

    @cached_property
    def heads(self) -> Matrix:
        """vectors x factors: ridge regression of each factor's label on the centred vectors."""
        centred = self.vectors - self.mean
        positive = self.labels.sum(axis=0)
        base = positive / len(self.labels)
        # A positive counts as much as its rarity, so that rare factors are not pulled to zero.
        rarity = len(self.labels) / (len(positive) * positive + 1)
        right = (centred.T @ self.labels - np.multiply.outer(centred.sum(axis=0), base)) * rarity
        return on_grid(solve(centred.T @ centred + _RIDGE * np.eye(centred.shape[1]), right))

    @cached_property
    def against(self) -> Matrix:
        """stems x factors: the odds that a negation of this word takes away from the factor."""
        taken: Matrix = (np.maximum(self.odds, 0) * self.denies).astype(np.float64)
        return taken

    @cached_property
    def points(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """(stems x evidence points: each stem's share of the point's telling words; the points' centred vectors), both
        on grids that short floats hold."""
        rows = self._point_rows
        unit = on_grid(_unit(self.vectors[rows] - self.mean), HALF)
        return self._recall_weights(rows).astype(np.float32), unit.astype(np.float32)

    @cached_property
    def columns(self) -> list[list[tuple[int, str]]]:
        """Per factor, the (column in `points`, point id) of its evidence points."""
        columns: list[list[tuple[int, str]]] = [[] for _ in range(self.factors)]
        for column, row in enumerate(self._point_rows):
            reference = self.references[row]
            if reference.factor is not None:
                columns[reference.factor].append((column, reference.point_id or ""))
        return columns

    @property
    def _point_rows(self) -> list[int]:
        return [row for row, reference in enumerate(self.references) if reference.kind == "point"]

    def _recall_weights(self, rows: list[int]) -> Matrix:
        weights = np.zeros((len(self.stems), len(rows)), dtype=np.float64)
        for column, row in enumerate(rows):
            content = self._contents[row]
            total = sum(content.values()) + 0.3
            for stem, weight in content.items():
                weights[stem, column] = weight / total
        return on_grid(weights, COARSE)

    def centred(self, vectors: Matrix) -> Matrix:
        """Vectors with the pack's own mean taken out, unit length: what is said beyond the shared topic."""
        return _unit(vectors - self.mean)


def _unit(vectors: Matrix) -> Matrix:
    norms = np.sqrt((vectors**2).sum(axis=-1, keepdims=True))
    return on_grid(vectors / np.maximum(norms, 1e-9))
