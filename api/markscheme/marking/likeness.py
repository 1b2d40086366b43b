"""Small measures of how far a text says what one wording of a point says, beyond what the question said already."""

import math
from dataclasses import dataclass
from functools import cached_property
from math import fsum

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from .encoding import Matrix
from .grid import on_grid
from .opposites import OPPOSITES
from .passages import Passage, mass_of

MEASURES = (
    "recall", "recall_new", "recall_agreed", "missing", "precision", "novelty", "echo", "pairs", "order", "letters",
    "tokens", "soft_recall", "soft_new", "soft_mass", "soft_precision", "part_mean", "part_least", "cosine",
    "projected", "centred", "clause_projected", "clause_centred", "length", "length_ratio", "wording_length",
    "negators", "negation_added", "negation_crossed", "opposites", "poles_kept", "numbers_kept", "numbers_other",
)  # fmt: skip
_LONGEST_RATIO = 3.0


@dataclass(frozen=True)
class Backdrop:
    """What every text on the question shares: the question, and the mean of it and all the points' wordings."""

    question: Passage
    mean: NDArray[np.float64]

    def fresh(self, passage: Passage) -> NDArray[np.float64]:
        """For each telling stem its weight, less the more the question already says it."""
        if not passage.weights or not self.question.weights:
            return passage.mass
        near = passage.likeness(self.question).max(axis=1)
        return on_grid(passage.mass * (1.0 - near**2))

    def projected(self, vectors: Matrix) -> Matrix:
        """Vectors without the question's direction, unit length."""
        along = on_grid(vectors @ self.question.whole)
        return unit(on_grid(vectors - along[..., None] * self.question.whole))

    def centred(self, vectors: Matrix) -> Matrix:
        """Vectors without the rubric's mean, unit length."""
        return unit(vectors - self.mean)


@dataclass(frozen=True)
class Seen:
    """A passage before its backdrop, with what is the same whatever it is compared with, found once."""

    passage: Passage
    backdrop: Backdrop

    @cached_property
    def fresh(self) -> NDArray[np.float64]:
        """How much of each telling stem the question leaves new."""
        return self.backdrop.fresh(self.passage)

    @cached_property
    def asked(self) -> NDArray[np.bool_]:
        """Which of the telling stems the question has."""
        return np.array([stem in self.backdrop.question.weights for stem in self.passage.weights])

    @cached_property
    def projected(self) -> NDArray[np.float64]:
        """The whole without the question's direction."""
        return self.backdrop.projected(self.passage.whole)

    @cached_property
    def centred(self) -> NDArray[np.float64]:
        """The whole without the rubric's mean."""
        return self.backdrop.centred(self.passage.whole)

    @cached_property
    def clauses_projected(self) -> Matrix:
        """The clauses without the question's direction."""
        return self.backdrop.projected(self.passage.clauses)

    @cached_property
    def clauses_centred(self) -> Matrix:
        """The clauses without the rubric's mean."""
        return self.backdrop.centred(self.passage.clauses)


@dataclass(frozen=True)
class Wording:
    """One way of putting a point: the whole, and its clauses."""

    whole: Seen
    parts: tuple[Seen, ...]

    @property
    def passage(self) -> Passage:
        """The whole as a passage."""
        return self.whole.passage


def unit(vectors: Matrix) -> Matrix:
    """Rows at unit length, on the grid; a zero row stays zero."""
    norms = np.sqrt((vectors**2).sum(axis=-1, keepdims=True))
    return on_grid(vectors / np.maximum(norms, 1e-9))


def measures(text: Seen, wording: Wording) -> list[float]:
    """Every measure of MEASURES for one text and one wording, not yet on the grid."""
    question = text.backdrop.question
    found = {
        **_words(text.passage, wording.passage, question),
        **_surface(text.passage, wording.passage),
        **_soft(text, wording),
        **_vectors(text, wording.whole),
        **_polarity(text.passage, wording.passage, question),
    }
    return [found[name] for name in MEASURES]


def _words(text: Passage, wording: Passage, question: Passage) -> dict[str, float]:
    """Shared telling stems, by weight."""
    said, asked = text.weights, question.weights
    new = [stem for stem in wording.weights if stem not in asked]
    shared = [stem for stem in wording.weights if stem in said]
    shared_new = [stem for stem in new if stem in said]
    agreed = [stem for stem in shared_new if (stem in text.denied) == (stem in wording.denied)]
    whole, weight_new = wording.total, mass_of(wording.weights, new)
    recall = _share(mass_of(wording.weights, shared), whole)
    other = [stem for stem in said if stem not in asked and stem not in wording.weights]
    crossed = [stem for stem in shared if (stem in text.denied) != (stem in wording.denied)]
    return {
        "recall": recall,
        "recall_new": mass_of(wording.weights, shared_new) / weight_new if weight_new else recall,
        "recall_agreed": _share(mass_of(wording.weights, agreed), weight_new or whole),
        "precision": _share(mass_of(wording.weights, shared), text.total),
        "novelty": _share(mass_of(said, other), text.total),
        "echo": _share(mass_of(said, [stem for stem in said if stem in asked]), text.total),
        "negation_crossed": _share(mass_of(wording.weights, crossed), whole),
    }


def _surface(text: Passage, wording: Passage) -> dict[str, float]:
    """Shared runs of words and letters, and lengths."""
    letters = len(text.grams) + len(wording.grams)
    return {
        "pairs": _share(len(text.pairs & wording.pairs), len(wording.pairs)),
        "order": _share(LCSseq.similarity(text.stems, wording.stems), wording.size),
        "letters": _share(2 * len(text.grams & wording.grams), letters),
        "tokens": fuzz.token_sort_ratio(wording.spoken, text.spoken) / 100,
        "length": math.log1p(text.size),
        "length_ratio": min(_LONGEST_RATIO, _share(text.size, wording.size)),
        "wording_length": math.log1p(wording.size),
    }


def _soft(seen: Seen, wording: Wording) -> dict[str, float]:
    """Each telling word's nearest neighbour in the other text, by the word table."""
    text, passage, fresh = seen.passage, wording.passage, wording.whole.fresh
    found = dict.fromkeys(
        ("soft_recall", "soft_new", "soft_mass", "soft_precision", "part_mean", "part_least"), 0.0
    )
    found["missing"] = _most_missing(text, wording)
    if not text.weights or not passage.weights:
        return found
    near = passage.likeness(text)
    nearest_new = np.where(seen.asked, 0.0, near).max(axis=1)
    nearest = near.max(axis=1)
    plain = _mean(nearest, passage.mass, 0.0)
    recalled = _mean(nearest, fresh, plain)
    # Most wordings are one clause, which is then the whole.
    parts = [recalled] if len(wording.parts) == 1 else [
        _mean(part.passage.likeness(text).max(axis=1), part.fresh, 0.0)
        for part in wording.parts
        if part.fresh.sum() > 0
    ] or [recalled]  # fmt: skip
    return found | {
        "soft_recall": recalled,
        "soft_new": _mean(nearest_new, fresh, plain),
        "soft_mass": float(fresh @ on_grid(nearest_new**3)),
        "soft_precision": _mean(near.max(axis=0), seen.fresh, 0.0),
        "part_mean": fsum(parts) / len(parts),
        "part_least": min(parts),
    }


def _most_missing(text: Passage, wording: Wording) -> float:
    """Weight of the most telling new stem of the wording that the text lacks."""
    pairs = zip(wording.passage.weights, wording.whole.fresh, strict=True)
    return max((float(weight) for stem, weight in pairs if stem not in text.weights), default=0.0)


def _vectors(text: Seen, wording: Seen) -> dict[str, float]:
    """Cosines of whole texts and best clauses, raw and beyond what the question and the rubric share."""
    return {
        "cosine": float(text.passage.whole @ wording.passage.whole),
        "projected": float(text.projected @ wording.projected),
        "centred": float(text.centred @ wording.centred),
        "clause_projected": float((text.clauses_projected @ wording.projected).max()),
        "clause_centred": float((text.clauses_centred @ wording.centred).max()),
    }


def _polarity(text: Passage, wording: Passage, question: Passage) -> dict[str, float]:
    """Negation, opposites and numbers: where like words may say unlike things."""
    said, meant = frozenset(text.stems), frozenset(wording.stems)
    turned = [
        stem
        for stem in wording.poles - said
        for other in OPPOSITES[stem]
        if other in said and other not in meant
    ]
    kept = _share(len(wording.numbers & text.numbers), len(wording.numbers)) if wording.numbers else -0.5
    other = bool(wording.numbers) and bool(text.numbers - wording.numbers - question.numbers)
    return {
        "negators": float(min(2, text.negators)),
        "negation_added": float(text.negators > wording.negators),
        "opposites": float(min(2, len(turned))),
        "poles_kept": float(bool(wording.poles & said)) if wording.poles else 0.5,
        "numbers_kept": kept,
        "numbers_other": float(other),
    }


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _mean(values: NDArray[np.float64], weights: NDArray[np.float64], otherwise: float) -> float:
    total = float(weights.sum())
    return float(values @ weights) / total if total > 0 else otherwise
