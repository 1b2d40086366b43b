"""Finds known errors: a few groups of words in one sentence, about the right subject, and claimed as true."""

from collections.abc import Iterable

from markscheme.domain.base import Quote
from markscheme.domain.misconceptions import Misconception
from markscheme.domain.reports import MisconceptionFinding

from .documents import Document
from .error_patterns import Match, PatternBook, Reading
from .vocabulary import Vocabulary

_LONGEST_QUOTE = 34


class MisconceptionFinder:
    """The known errors of a pack. Its words join the vocabulary, which the caller freezes afterwards."""

    def __init__(
        self, misconceptions: tuple[Misconception, ...], vocabulary: Vocabulary, people: Iterable[str]
    ) -> None:
        self._misconceptions = misconceptions
        self._book = PatternBook(misconceptions, vocabulary, people)

    @property
    def central(self) -> str | None:
        """The person that most errors are about."""
        return self._book.people.central

    def find(self, document: Document) -> tuple[MisconceptionFinding, ...]:
        """The errors of a document in the pack's order, each in the words that show it best."""
        reading = Reading(self._book, document)
        findings = []
        for misconception, patterns in zip(self._misconceptions, self._book.patterns, strict=True):
            hedged = misconception.asserted_when_hedged
            met = [pattern for pattern in patterns if pattern.number in reading.candidates]
            matches = [match for pattern in met for match in reading.matches(pattern, hedged)]
            if matches:
                best = min(matches, key=lambda match: (match.end - match.start, match.start))
                findings.append(_finding(misconception, _quote(document, best)))
        return tuple(findings)


def _finding(misconception: Misconception, quote: Quote) -> MisconceptionFinding:
    return MisconceptionFinding(
        start=quote.start,
        end=quote.end,
        quote=quote.quote,
        misconception_id=misconception.id,
        correction=misconception.correction,
        severity=misconception.severity,
        authority=misconception.authority,
        verified=misconception.verified,
    )


def _quote(document: Document, match: Match) -> Quote:
    """The clauses of the match, or only its words where the clauses run on."""
    clauses = [c for c in document.clauses if c.first < match.end and c.last > match.start]
    if clauses and clauses[-1].last - clauses[0].first <= _LONGEST_QUOTE:
        return document.slice(clauses[0].start, clauses[-1].end)
    return document.quote_words(match.start, match.end)
