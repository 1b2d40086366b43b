"""Tells lines that a program broke at its margin from lines that the writer ended."""

import re

_LISTED = re.compile(r"\s{0,12}(?:[-*+>=]|\d{1,3}[.)]|[a-z]\))\s", re.I)
_NARROWEST, _WIDEST = 40, 140
_LEAST, _MOST_OF = 2, 0.75


def unwrapped(text: str) -> str:
    """The text with spaces for the line breaks of a margin, character for character.

    A break is a margin's where the next word would not have fitted on the longest line. Most breaks must be of that
    sort, or none is touched: the lines of notes end where they like.
    """
    lines = text.split("\n")
    if len(lines) < _LEAST + 1:
        return text
    margin = max(len(line.rstrip()) for line in lines)
    if not _NARROWEST <= margin <= _WIDEST:
        return text
    breaks = [n for n in range(len(lines) - 1) if lines[n].strip() and lines[n + 1].strip()]
    full = [n for n in breaks if _full(lines[n], lines[n + 1], margin)]
    if len(full) < _LEAST or len(full) < _MOST_OF * len(breaks):
        return text
    joined = set(full)
    ends = (" " if n in joined else "\n" for n in range(len(lines) - 1))
    return "".join(f"{line}{end}" for line, end in zip(lines, [*ends, ""], strict=True))


def _full(line: str, following: str, margin: int) -> bool:
    if _LISTED.match(following):
        return False
    return len(line.rstrip()) + 1 + len(following.split(None, 1)[0]) > margin
