"""Words of argument found in an answer: how many distinct ones of each kind each sentence has."""

from collections.abc import Mapping

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

    def per_sentence(self, document: Document, kind: str) -> list[int]:
        """How many occurrences of a kind start in each sentence; overlapping ones count once. Not to be changed, since it
        is counted once for a document."""
        known = document.counted.get(kind)
        if known is None:
            known = document.counted[kind] = self._count(document, kind)
        return known

    def _count(self, document: Document, kind: str) -> list[int]:
        counts = [0] * len(document.sentences)
        last, hits = -1, self.hits(document, kind)
        sentences = document.sentence_of[[start for start, _ in hits]].tolist() if hits else ()
        for (start, end), sentence in zip(hits, sentences, strict=True):
            if start >= last and sentence >= 0:
                counts[sentence] += 1
                last = end
        return counts
