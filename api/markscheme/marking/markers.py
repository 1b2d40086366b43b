"""Words of argument found in an answer: how many distinct ones of each kind each sentence has."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from . import lexicon
from .documents import Document
from .vocabulary import Vocabulary

_KINDS: Mapping[str, tuple[str, ...]] = {
    "negator": lexicon.NEGATORS,
    "causal": lexicon.CAUSAL,
    "judging": lexicon.JUDGING,
    "ranking": lexicon.RANKING,
    "contrast": lexicon.CONTRAST,
    "criteria": lexicon.CRITERIA,
    "relation": lexicon.RELATION,
    "historian": lexicon.HISTORIANS,
    "defining": lexicon.DEFINING,
    "concluding": lexicon.CONCLUDING,
    "narrative": lexicon.NARRATIVE,
    "demotes_before": lexicon.DEMOTES_BEFORE,
    "demotes_after": lexicon.DEMOTES_AFTER,
    "weighing": lexicon.WEIGHING,
    "to_marker": lexicon.TO_MARKER,
    "mark_words": lexicon.MARK_WORDS,
    "asks_marker": lexicon.ASKS_MARKER,
    "backward": lexicon.BACKWARD,
    "aims": lexicon.AIMS,
}


class Markers:
    """The groups of argument words in a vocabulary."""

    def __init__(self, vocabulary: Vocabulary, extra: Mapping[str, tuple[str, ...]]) -> None:
        self._group = {
            kind: vocabulary.add(f"marker:{kind}", (*terms, *extra.get(kind, ())))
            for kind, terms in _KINDS.items()
        }
        for kind, terms in extra.items():
            if kind not in self._group:
                self._group[kind] = vocabulary.add(f"marker:{kind}", terms)

    def hits(self, document: Document, kind: str) -> list[tuple[int, int]]:
        """Words [start, end) of each occurrence of a kind, in order."""
        return document.occurrences(self._group[kind])

    def per_sentence(self, document: Document, kind: str) -> NDArray[np.float64]:
        """How many occurrences of a kind start in each sentence; overlapping ones count once."""
        counts = [0.0] * len(document.sentences)
        sentence_of, last = document.sentence_of, -1
        for start, end in self.hits(document, kind):
            sentence = sentence_of[start]
            if start >= last and sentence >= 0:
                counts[sentence] += 1
                last = end
        return np.array(counts, dtype=np.float64)
