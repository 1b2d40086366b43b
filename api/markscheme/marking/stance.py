"""Is a factor affirmed, or raised in order to be ranked low?"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.reports import Stance

from .coverage import FactorReading
from .documents import Document
from .markers import Markers
from .references import References

_NEAR_AFTER = 8
_TAKES_UP = frozenset({"this", "that", "it", "these", "those", "but", "however", "yet"})
_NEAR_BEFORE = 16
_MOSTLY = 0.5
_DENIED = 0.12
_AT_LEAST = 3


def stances(
    document: Document, readings: Sequence[FactorReading], markers: Markers, references: References
) -> list[Stance]:
    """One stance per factor: "rejected" when the words that argue down apply to the factor's own words.

    Words such as "was not the main reason" argue down what stands before them, words such as "rather than"
    what stands after; a sentence that takes up the one before ("This was not…") argues it down.
    """
    before = markers.hits(document, "demotes_before")
    after = markers.hits(document, "demotes_after")
    holding = {int(document.sentence_of[start]) for start, _ in (*before, *after)}
    near = holding | {sentence - 1 for sentence in holding}
    out: list[Stance] = []
    for reading in readings:
        down = reading.coverage != "absent" and any(
            _argued_down(document, sentence, _places(document, sentence, reading.index, references), before, after)
            for sentence in reading.sentences if sentence in near
        )  # fmt: skip
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


def _argued_down(document: Document, sentence: int, places: NDArray[np.float64], before: Sequence[tuple[int, int]],
                 after: Sequence[tuple[int, int]]) -> bool:  # fmt: skip
    if not len(places):
        return False
    unit = document.sentences[sentence]
    middle = float(np.median(places))
    following = document.sentences[sentence + 1] if sentence + 1 < len(document.sentences) else unit
    takes_up = following is not unit and document.words[following.first] in _TAKES_UP
    for start, _ in before:
        inside = unit.first <= start < unit.last and 0 <= start - middle <= _NEAR_BEFORE
        opens_next = following.first <= start < following.first + _NEAR_AFTER
        if inside or (takes_up and opens_next):
            return True
    clause = document.clause_of[int(middle)]
    return any(
        unit.first <= start < unit.last
        and 0 <= middle - end <= _NEAR_AFTER
        and document.clause_of[start] == clause
        for start, end in after
    )
