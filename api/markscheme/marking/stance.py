"""Is a factor affirmed, or raised in order to be ranked low?"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.reports import Stance

from .coverage import FactorReading
from .documents import Document
from .markers import Markers
from .references import References
from .vocabulary import Hit

_SENTENCES = 3
_NEAR = 14


def stances(
    document: Document, readings: Sequence[FactorReading], markers: Markers, references: References
) -> list[Stance]:
    """One stance per factor: "rejected" when the words that argue down apply to the factor's own words.

    Words such as "was not the main reason" argue down what stands before them, words such as "rather than"
    what stands after; a sentence that opens by arguing down may speak of the one before it.
    """
    before = markers.hits(document, "demotes_before")
    after = markers.hits(document, "demotes_after")
    out: list[Stance] = []
    for reading in readings:
        down = reading.coverage != "absent" and any(
            _argued_down(document, sentence, _places(document, sentence, reading.index, references), before, after)
            for sentence in reading.sentences[:_SENTENCES]
        )
        out.append("rejected" if down else "affirmed")
    return out


def _places(document: Document, sentence: int, factor: int, references: References) -> NDArray[np.float64]:
    """Where in the answer the words stand that speak most for the factor in this sentence."""
    unit = document.sentences[sentence]
    weights = []
    for place in range(unit.first, unit.last):
        stem = references.stems.get(document.tokens[place].stem, -1)
        weights.append(max(0.0, float(references.odds[stem, factor])) if stem >= 0 else 0.0)
    best = max(weights, default=0.0)
    return np.array([unit.first + i for i, weight in enumerate(weights) if weight > 0 and weight >= best / 2])


def _argued_down(document: Document, sentence: int, places: NDArray[np.float64], before: Sequence[Hit],
                 after: Sequence[Hit]) -> bool:  # fmt: skip
    if not len(places):
        return False
    unit = document.sentences[sentence]
    middle = float(np.median(places))
    following = document.sentences[sentence + 1] if sentence + 1 < len(document.sentences) else unit
    for hit in before:
        inside = unit.first <= hit.start < unit.last and -1 <= hit.start - middle <= _NEAR * 2
        opens_next = following is not unit and following.first <= hit.start < following.first + _NEAR // 2
        if inside or (opens_next and following.parent == unit.parent):
            return True
    return any(unit.first <= hit.start < unit.last and 0 <= middle - hit.end <= _NEAR for hit in after)
