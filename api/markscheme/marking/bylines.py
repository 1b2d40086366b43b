"""The writer's name, class and the like at the head or foot of an answer. They are no part of it: nothing that is read
may depend on who wrote it."""

import re
from collections.abc import Callable, Iterable, Iterator

_EDGE = 4
_MOST_WORDS, _FEW_WORDS, _VALUE_WORDS = 9, 4, 5
_LABEL = re.compile(
    r"(?:(?:student|candidate|pupil|full|first|last|family)(?:'s)?\s+)?(?:name|surname|number|no|class|form|set|year|"
    r"tutor(?:\s+group)?|teacher|school|college|centre(?:\s+(?:number|no))?|date|subject|course)\.?\s*[:=]",
    re.I,
)
# A class such as 12B, 9h or 13C2; not 9th, 11bn or 7am.
_FORM = re.compile(
    r"(?<![\w-])(?:[7-9]|1[0-3])(?:[A-Z]{1,2}|[a-h])\d?\b"
    r"|\b(?i:year|yr|class|form|grade)\s?(?:[7-9]|1[0-3])(?:[A-Z]{1,2}|[a-h])?\d?\b"
)
_WRITER = re.compile(r"(?:(?:essay|answer|work|written|submitted)\s+)?by\s", re.I)
_SMALL = frozenset(
    "al bin bint da de del den der di du el ibn la le van von y by written class form set year yr grade group period "
    "history politics essay answer mock exam test homework".split()
)
_WORD = re.compile(r"[^\W\d_][^\s\d,;:|()\[\]/-]*")
_NO_NAME = re.compile(r"[\d,;:|()\[\]/]|^[-*#>]")
_ENDED = (".", "!", "?")


def without_bylines(text: str, is_subject: Callable[[str], bool]) -> str:
    """The text with such lines blanked, character for character. `is_subject` tells a heading on the subject from a
    line that is nothing but a name."""
    lines = text.split("\n")
    written = [number for number, line in enumerate(lines) if line.strip()]
    for edge in (written[:_EDGE], written[: -_EDGE - 1 : -1]):
        for number in _from_the_edge(edge, lines, is_subject):
            lines[number] = " " * len(lines[number])
    return "\n".join(lines)


def _from_the_edge(edge: Iterable[int], lines: list[str], is_subject: Callable[[str], bool]) -> Iterator[int]:
    for number in edge:
        if not _is_byline(lines[number].strip(), is_subject):
            return
        yield number


def _is_byline(line: str, is_subject: Callable[[str], bool]) -> bool:
    size = len(line.split())
    if size > _MOST_WORDS:
        return False
    label = _LABEL.match(line)
    if label:
        return len(line[label.end() :].split()) <= _VALUE_WORDS
    if line.endswith(_ENDED) and not _WRITER.match(line):
        return False
    if _FORM.search(line):
        return size <= _FEW_WORDS or _names(_FORM.sub(" ", line))
    if not 2 <= size <= _FEW_WORDS or _NO_NAME.search(line):
        return False
    return len(_WORD.findall(line)) >= size and _names(line) and not is_subject(line)


def _names(line: str) -> bool:
    """Does every word begin with a capital, or is one of the small ones that stand with a name?"""
    return all(word[0].isupper() or word.lower() in _SMALL for word in _WORD.findall(line))
