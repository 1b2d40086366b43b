"""Notes, fragments, and answers too short or too long."""

import re

from ..documents import Document, Unit

_BULLET = re.compile(r"\s{0,12}(?:[-*+\u2022\u25cf\u2023>=#|]|\d{1,3}[.)]|[a-z]\))\s", re.I)
_ENDS = ".!?"
_AFTER_THE_END = "\"')]\u201d\u2019 \n"


def is_notes(answer: str) -> bool:
    """Bullets, or lines without full stops, and enough of them to be meant so."""
    lines = [line for line in answer.splitlines() if line.strip()]
    bullets = sum(bool(_BULLET.match(line)) for line in lines)
    open_ended = sum(not ends(line) for line in lines)
    return len(lines) >= 4 and (bullets >= 0.6 * len(lines) or open_ended >= 0.75 * len(lines))


def unfinished(document: Document) -> Unit | None:
    """The last sentence of an answer whose sentences end in full stops, if it breaks off without one."""
    text = document.body.rstrip()
    ended = sum(ends(document.text(sentence)) for sentence in document.sentences)
    if ended >= 2 and (not ends(text) or text.endswith(("...", "\u2026"))):
        return document.sentences[-1]
    return None


def ends(text: str) -> bool:
    """Does it end in a full stop or the like, whatever brackets or quotation marks follow?"""
    return text.rstrip().rstrip(_AFTER_THE_END)[-1:] in tuple(_ENDS)
