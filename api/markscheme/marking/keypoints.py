"""Which key points does a short text make? Measures of likeness against each wording, added up to a probability."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.base import Quote
from markscheme.domain.keypoints import KeyPointModel, PointWeights
from markscheme.domain.packs import Gazetteer

from .documents import read
from .encoding import Encoder
from .grid import on_grid
from .lexis import Lexis
from .likeness import MEASURES, Backdrop, Seen, Wording, measures
from .matching import logistic
from .passages import Passage
from .vocabulary import Vocabulary
from .words import Speller

# Measures that are also set against the same text's measures for the question's other points.
RIVALS = ("soft_new", "projected", "soft_mass", "recall_new", "centred")
AMONG = (*MEASURES, *(f"{name}_{how}" for name in RIVALS for how in ("over_mean", "over_best")))
Table = NDArray[np.float64]


@dataclass(frozen=True)
class PointFound:
    """One key point in one text: how likely it is made, whether that is enough, and the student's words for it."""

    probability: float
    made: bool
    quote: Quote | None


class KeyPoints:
    """The key points of one question, each with one or several wordings; any wording said makes the point.

    `background` are wordings of related points that are not asked for: they show what the topic shares.
    """

    def __init__(
        self, question: str, points: Sequence[Sequence[str]], encoder: Encoder, *,
        speller: Speller | None = None, background: Sequence[str] = (),
    ) -> None:  # fmt: skip
        if not points or not all(points):
            raise ValueError("a question needs a point, and every point a wording")
        texts = [text for wordings in points for text in wordings]
        self._lexis = Lexis(encoder)
        self._speller = speller or _speller((question, *texts, *background), encoder)
        self._vocabulary = Vocabulary(self._speller)
        self._vocabulary.freeze()
        asked, passages = self.read(question), [self.read(text) for text in texts]
        shared = [asked.whole, *(p.whole for p in passages), *(self.read(text).whole for text in background)]
        self._backdrop = Backdrop(asked, on_grid(np.array(shared).sum(axis=0) / len(shared)))
        self._wordings = [self._wording(passage) for passage in passages]
        self.wordings = tuple(passages)
        self._starts = np.cumsum([0, *map(len, points)])[:-1]
        self.owner = np.repeat(np.arange(len(points)), [len(wordings) for wordings in points])

    def of(self, point: int) -> tuple[Passage, ...]:
        """The wordings of one point."""
        return tuple(self.wordings[number] for number in np.flatnonzero(self.owner == point))

    def read(self, text: str) -> Passage:
        """A text as the matcher sees it."""
        return Passage.of(read(text, self._speller, self._vocabulary, signed=False), self._lexis)

    def _wording(self, passage: Passage) -> Wording:
        document = passage.document
        parts = (self.read(document.text(clause)) for clause in document.clauses)
        return Wording(Seen(passage, self._backdrop), tuple(Seen(part, self._backdrop) for part in parts))

    def table(self, passage: Passage) -> Table:
        """wordings x AMONG; the measures against other points are 0 where there is no other."""
        seen = Seen(passage, self._backdrop)
        own = on_grid(np.array([measures(seen, wording) for wording in self._wordings]))
        if len(self._starts) == 1:
            return np.hstack([own, np.zeros((len(own), len(AMONG) - len(MEASURES)))])
        columns = own[:, [MEASURES.index(name) for name in RIVALS]]
        rivals = np.maximum.reduceat(columns, self._starts, axis=0)
        count = len(rivals)
        means = on_grid((rivals.sum(axis=0) - rivals) / (count - 1))
        ordered = np.sort(rivals, axis=0)
        bests = np.where(rivals >= ordered[-1], ordered[-2], ordered[-1])
        margins = np.stack([columns - means[self.owner], columns - bests[self.owner]], axis=2)
        return np.hstack([own, margins.reshape(len(own), -1)])

    def find(self, text: str, model: KeyPointModel) -> tuple[PointFound, ...]:
        """Every point, in the order given, as the text makes it or not."""
        weights = self.weights(model)
        passage = self.read(text)
        if not passage.size:
            return tuple(PointFound(0.0, False, None) for _ in self._starts)
        likely = self.likely(self.table(passage), weights)
        return tuple(
            PointFound(chance, chance >= weights.made_at, self._quote(passage, point))
            for point, chance in enumerate(likely.tolist())
        )

    def weights(self, model: KeyPointModel) -> PointWeights:
        """The model's coefficients for as many points as these."""
        return model.among if len(self._starts) > 1 else model.alone

    @staticmethod
    def each(table: Table, weights: PointWeights) -> Table:
        """Probability of each wording."""
        return logistic({**weights.weights, "intercept": weights.intercept}, AMONG, table)

    def likely(self, table: Table, weights: PointWeights) -> Table:
        """Probability of each point: that of its likeliest wording."""
        return self.best(self.each(table, weights))

    def best(self, each: Table) -> Table:
        """Of values for each wording, the highest for each point."""
        return np.maximum.reduceat(each, self._starts)

    def _quote(self, passage: Passage, point: int) -> Quote:
        """The clause of the text nearest to the point."""
        document, own = passage.document, np.flatnonzero(self.owner == point)
        wanted = self._backdrop.centred(np.array([self._wordings[n].passage.whole for n in own]))
        stems = frozenset().union(*(self._wordings[n].passage.weights for n in own))
        near = (self._backdrop.centred(passage.clauses) @ wanted.T).max(axis=1)
        scores = [
            (len(stems.intersection(passage.stems[clause.first : clause.last])) + float(score), -number)
            for number, (clause, score) in enumerate(zip(document.clauses, near, strict=True))
        ]
        return document.quote(document.clauses[-max(scores)[1]])


def _speller(texts: Iterable[str], encoder: Encoder) -> Speller:
    """A speller that repairs slips towards the words of these texts."""
    plain = Speller((), Gazetteer(), (), encoder)
    return Speller((), Gazetteer(), {word for text in texts for word in plain.words(text)}, encoder)
