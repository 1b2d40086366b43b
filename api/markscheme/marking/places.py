"""Where groups of words stand in a document, sentence by sentence."""

from collections.abc import Collection, Iterable, Mapping

from .documents import Document

Span = tuple[int, int]
_NONE: Mapping[int, list[Span]] = {}


def overlaps(span: Span, others: Iterable[Span]) -> bool:
    """Does the span share a word with any of the others?"""
    return any(span[0] < end and start < span[1] for start, end in others)


def within(span: Span, others: Iterable[Span]) -> bool:
    """Is the span part of one of the others?"""
    return any(start <= span[0] and span[1] <= end for start, end in others)


def distance(one: Span, other: Span) -> int:
    """Words between two spans; negative where they overlap."""
    return max(one[0] - other[1], other[0] - one[1])


class Places:
    """The spans of chosen groups by sentence; a term that runs over a sentence's end is not there."""

    def __init__(self, document: Document, groups: Collection[int]) -> None:
        self.sentence_of: list[int] = document.sentence_of.tolist()
        self.clause_of: list[int] = document.clause_of.tolist()
        self._by_group: dict[int, dict[int, list[Span]]] = {}
        owner = self.sentence_of
        for group, start, end in document.hits:
            if group in groups and (sentence := owner[start]) >= 0 and owner[end - 1] == sentence:
                self._by_group.setdefault(group, {}).setdefault(sentence, []).append((start, end))

    def __contains__(self, group: int) -> bool:
        return group in self._by_group

    def sentences(self, group: int) -> Mapping[int, list[Span]]:
        """The group's spans by sentence."""
        return self._by_group.get(group, _NONE)

    def spans(self, group: int, sentence: int) -> list[Span]:
        """The group's spans in one sentence."""
        return self._by_group.get(group, _NONE).get(sentence, [])
