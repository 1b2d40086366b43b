"""Cuts clean text into paragraphs, sentences and clauses."""

import re

_PARAGRAPH = re.compile(r"\n[ ]*\n\s*")
# Each pattern begins with one set of characters, by which the search skips what cannot match.
_BREAK = re.compile(
    r"[\"')\]\s](?:(?:(?<=[.!?][\"')\]])[\"')\]]*\s+|(?<=[.!?]\s)\s*)(?=[\"'(\[A-Za-z0-9])"
    r"|(?<=\s)(?<!\s\s)(?:(?<=\n)\s*|\s*\n\s*))"
)
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Dr|Prof|St|No|vs|etc|cf|ca|c|e\.g|i\.e|[A-Z])\.$")
_LONGEST_ABBREVIATION = 5
_CLAUSE = re.compile(
    r"[;:,\s](?:(?<=[;:])\s+|(?<=\s)(?:-+\s+|[-=]+>\s*|(?=(?:because|whereas|although|whilst|so that|which meant|"
    r"which led|but)\b))"
    r"|(?<=,)\s+(?=(?:and|but|while|whereas|although|though|so|because|since|which|who|where|when|yet|as|thus|making|"
    r"leading|causing|meaning|leaving|showing|he|she|it|they|this|these|the|his|khrushchev)\b))"
)
_MINIMUM_WORDS = 3

Spans = list[tuple[int, int]]


def paragraphs(text: str) -> Spans:
    """Spans between blank lines; text without any is one paragraph."""
    return _trimmed(text, _cuts(text, _PARAGRAPH, 0, len(text)))


def sentences(text: str, start: int, end: int) -> Spans:
    """Sentence spans of one paragraph; a line break ends a sentence, an abbreviation does not."""
    spans: Spans = []
    for piece in _cuts(text, _BREAK, start, end):
        previous = spans[-1] if spans else None
        if (
            previous
            and _ABBREVIATION.search(text, max(previous[0], previous[1] - _LONGEST_ABBREVIATION), previous[1])
            and "\n" not in text[previous[1] : piece[0]]
        ):
            spans[-1] = (previous[0], piece[1])
        else:
            spans.append(piece)
    return _trimmed(text, spans)


def clauses(text: str, start: int, end: int) -> Spans:
    """Clause spans of one sentence, cut at conjunctions and strong punctuation; none under three words.

    `text` is in lower case.
    """
    spans: Spans = []
    for piece in _trimmed(text, _cuts(text, _CLAUSE, start, end)):
        short = text.count(" ", *piece) + 1 < _MINIMUM_WORDS
        if spans and (short or text.count(" ", *spans[-1]) + 1 < _MINIMUM_WORDS):
            spans[-1] = (spans[-1][0], piece[1])
        else:
            spans.append(piece)
    return spans


def _cuts(text: str, pattern: re.Pattern[str], start: int, end: int) -> Spans:
    spans, place = [], start
    for match in pattern.finditer(text, start, end):
        if match.end() <= place:
            continue
        spans.append((place, match.start()))
        place = match.end()
    spans.append((place, end))
    return spans


def _trimmed(text: str, spans: Spans) -> Spans:
    out = []
    for first, last in spans:
        start, end = first, last
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end > start:
            out.append((start, end))
    return out
