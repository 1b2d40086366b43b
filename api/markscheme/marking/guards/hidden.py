"""What a reader does not see, or sees as something else."""

from collections.abc import Iterator

from markscheme.domain.reports import Flag

from ..documents import Document
from .flags import flag
from .instructions import pleads

_SHOWN = 3
_NEAR = 12
_TAGS = range(0xE0020, 0xE007F)


def hidden(document: Document) -> list[Flag]:
    """A flag for each stretch with hidden characters or markup in it, three at most; and for a plea in tag characters."""
    if not document.clean.hidden:
        return []
    flags = [flag("hidden_text", start, end) for start, end in list(_stretches(document))[:_SHOWN]]
    tags = [(n, char) for n, char in enumerate(document.answer) if ord(char) in _TAGS]
    if tags and pleads("".join(chr(ord(char) - 0xE0000) for _, char in tags)):
        flags.append(flag("instruction_to_marker", tags[0][0], tags[-1][0] + 1))
    return flags


def _stretches(document: Document) -> Iterator[tuple[int, int]]:
    start, end = document.clean.hidden[0]
    for first, last in document.clean.hidden[1:]:
        if first - end > _NEAR:
            yield start, end
            start = first
        end = max(end, last)
    yield start, end
