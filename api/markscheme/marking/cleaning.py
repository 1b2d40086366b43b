"""Makes text comparable without losing where each character came from."""

import re
import unicodedata
from dataclasses import dataclass

from .markup import hidden_markup
from .wrapping import unwrapped

# Letters of other scripts that look like Latin ones (Unicode confusables, the common few).
_LOOKALIKES = dict(zip("аеорсухіјѕԁԛԝһАВЕКМНОРСТУХІЈЅαοινρτΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
                       "aeopcyxijsdqwhABEKMHOPCTYXIJSaoivptABEZHIKMNOPTYX", strict=True))  # fmt: skip
_PLAIN = {
    "\u2018": "'", "\u2019": "'", "\u201b": "'", "\u02bc": "'", "`": "'", "\u00b4": "'", "\u2032": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"', "\u02dc": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
    "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u3000": " ", "\t": " ", "\r": "\n",
    "\u2022": "\n", "\u25cf": "\n", "\u2023": "\n",
}  # fmt: skip
_TABLE = str.maketrans(_PLAIN)
# Take no room, or look like a space, though they are letters or marks by their category.
BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u2800\u3164\uffa0")
_SELECTORS = range(0xE0100, 0xE01F0)
_SOFT_HYPHEN, _BYTE_ORDER_MARK, _JOINER = "\u00ad", "\ufeff", "\u200d"
_HAS_LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class CleanText:
    """`text` for matching; character i of it came from `origin[i]` of the answer (None: same place).

    `hidden` holds the answer's spans that a reader would not see, or take for another: markup, invisible characters,
    letters of another script inside a word.
    """

    text: str
    origin: tuple[int, ...] | None
    hidden: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The answer's span for a non-empty span of the clean text."""
        if self.origin is None:
            return start, end
        return self.origin[start], self.origin[end - 1] + 1


def clean(answer: str) -> CleanText:
    """Plain quotes, dashes and spaces; no invisible characters or markup; look-alike letters made Latin."""
    hidden = hidden_markup(answer)
    text = answer.replace("\r\n", " \n")
    for start, end in hidden:
        text = text[:start] + " " * (end - start) + text[end:]
    if text.isascii():
        return CleanText(unwrapped(text.replace("\t", " ").replace("\r", "\n")), None, tuple(hidden))
    text = text.translate(_TABLE)
    if text.isascii():
        return CleanText(unwrapped(text), None, tuple(hidden))
    return _fold(text, hidden, bool(_HAS_LATIN.search(text)))


def _fold(text: str, hidden: list[tuple[int, int]], latin: bool) -> CleanText:
    out: list[str] = []
    origin: list[int] = []
    for place, char in enumerate(text):
        if char.isascii():
            folded = char
        elif char in BLANK or unicodedata.category(char) in {"Cf", "Mn", "Cc"}:
            if _unseen(text, place):
                hidden.append((place, place + 1))
            continue
        else:
            folded = _plain_letter(char, latin)
            if latin and char in _LOOKALIKES and _beside_latin(text, place):
                hidden.append((place, place + 1))
        out.append(folded)
        origin.extend([place] * len(folded))
    return CleanText(unwrapped("".join(out)), tuple(origin), tuple(sorted(hidden)))


def _unseen(text: str, place: int) -> bool:
    """Is this mark invisible, and none that word processors and emoji hold?"""
    char = text[place]
    if char not in BLANK and ord(char) not in _SELECTORS and unicodedata.category(char) != "Cf":
        return False
    if char == _SOFT_HYPHEN or (char == _BYTE_ORDER_MARK and place == 0):
        return False
    before = text[place - 1 : place]
    return char != _JOINER or not before or unicodedata.category(before) not in {"So", "Sk", "Mn"}


def _beside_latin(text: str, place: int) -> bool:
    around = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
    return any(char.isascii() and char.isalpha() for char in around)


def _plain_letter(char: str, latin: bool) -> str:
    if latin and char in _LOOKALIKES:
        return _LOOKALIKES[char]
    parts = unicodedata.normalize("NFKD", char)
    kept = "".join(part for part in parts if unicodedata.category(part) != "Mn")
    return kept.translate(_TABLE) or " "
