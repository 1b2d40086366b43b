"""Misconceptions: known errors, what is right, and how an error shows itself in one clause."""

from pydantic import Field

from .base import Noun, Slug, Text
from .factors import Alternative, Group
from .reports import Severity


class ErrorPattern(Noun):
    """Groups of words that must all occur in one sentence within `window` words, unless one of `unless` does.

    `subject` names who or what it must be said of: whichever of the pack's people stands nearest to the
    first group, or a thing within the window; a pronoun counts for the last one named before it. A group of
    years or months must be the date nearest to the first group. `in_order` asks that the groups follow one
    another as listed. `unless_near` looks at the sentences before and after as well.
    """

    groups: Alternative = Field(min_length=1)
    subject: Group = ()
    unless: Group = ()
    unless_near: Group = ()
    in_order: bool = False
    window: int = Field(default=26, ge=3, le=60)


class Misconception(Noun):
    """A known error. `verified` is false where no authority was looked up: then it reads "check this"."""

    id: str = Field(pattern=r"^M\d\d$")
    claim: Text
    correction: Text
    authority: tuple[str, ...] = ()
    verified: bool = True
    severity: Severity
    factors: tuple[Slug, ...] = ()
    patterns: tuple[ErrorPattern, ...] = ()
    asserted_when_hedged: bool = False
