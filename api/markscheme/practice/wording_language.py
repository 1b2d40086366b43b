"""What a model may write at all: plain English sentences, with nothing hidden, linked, marked up or commanding."""

import re
import unicodedata
from collections.abc import Set

from markscheme.marking.guards.instructions import pleads

from .wording_marks import folded

MOST_CHARACTERS = 400
_PUNCTUATION = frozenset(" .,;:!?'\"()-–—‘’“”…/%")
# The few letters of the Latin script that have no accent to take off.
_WHOLE = frozenset("ßæøœłđÆØŒŁĐ")
_SPACED = re.compile(r"(?:\b\w\b[\W_]+){3,}")
_ADDRESS = re.compile(
    r"[a-z0-9-]\.[a-z]{2,}|:/|//|\bdot (?:com|org|net|io|uk)\b|\b(?:https?|www|mailto|javascript)\b"
)
_ITEM = re.compile(r"\A(?:[-–—]|\d+[.)])\s")
_ORDERS = re.compile(
    r"\b(?:ignor\w*|disregard\w*|overrid\w*|overrul\w*|forget)\b[^.!?]{0,60}"
    r"\b(?:rules?|rubric|above|previous|earlier|report|scheme|feedback|guid\w+|told)\b"
    r"|\binstruct\w*|\bprompts?\b|\b(?:ai|a\.i\.|chatbot|chatgpt|gpt|llm|language model|assistant|algorithm|software)\b"
    r"|\b(?:system|developer|admin\w*) (?:message|note|mode|override)|\bnote (?:to|for)\b"
    r"|\b(?:teachers?|examiners?|moderators?|tutors?|assessors?)\b|\b(?:password|api key|click|visit|download|subscribe)\b"
)
# Words that hold English sentences together, and as few as may be of those that other languages have too.
_ENGLISH = frozenset(
    "the of and to you your that this with which what how why their from say it its by then were who one more about be been "
    "here these those they them his her he had has have could should would because when where into are no none not but or "
    "only once there did does than each every some set".split()
)
_LEAST_ENGLISH = 0.3


def plain(text: str, familiar: Set[str]) -> str | None:
    """The text on one line, composed, if it is nothing but plain English sentences of ordinary length; else None.

    `familiar` are further words that are known to be English.
    """
    line = unicodedata.normalize("NFC", text.replace("\n", " ").replace("\t", " "))
    if not all(_ordinary(char) for char in line):
        return None
    line = " ".join(line.split(" ")).strip()
    line = re.sub(" {2,}", " ", line)
    if not 1 < len(line) <= MOST_CHARACTERS or not _english(line, familiar):
        return None
    bare = folded(line)
    strange = _SPACED.search(line) or _ITEM.match(line) or _ADDRESS.search(line.casefold())
    return None if strange or _ORDERS.search(bare) or pleads(line) else line


def _ordinary(char: str) -> bool:
    if char in _PUNCTUATION or char in _WHOLE:
        return True
    parts = unicodedata.normalize("NFD", char)
    accents = all(unicodedata.combining(part) for part in parts[1:])
    return parts[0].isascii() and parts[0].isalnum() and accents


def _english(line: str, familiar: Set[str]) -> bool:
    words = re.findall(r"[^\W\d_]+", line.casefold())
    known = sum(word in _ENGLISH or word in familiar for word in words)
    return bool(words) and known >= _LEAST_ENGLISH * len(words)
