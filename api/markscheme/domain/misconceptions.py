"""Misconceptions: known errors, what is right, and how an error shows itself in one clause."""

from pydantic import Field

from .base import Noun, Slug, Text
from .factors import Alternative, Group
from .reports import Severity


class ErrorPattern(Noun):
    """Groups of words that must all occur in one clause, unless one of `unless` does.

    `subject` names who or what the clause must be about; a pronoun may stand for it when the
    nearest named person or event before it is the same.
    """

    groups: Alternative = Field(min_length=1)
    subject: Group = ()
    unless: Group = ()
    window: int = Field(default=26, ge=3, le=60)


class Misconception(Noun):
    """A known error. `verified` is false where the authority was not looked up: then it reads "check this"."""

    id: str = Field(pattern=r"^M\d\d$")
    claim: Text
    correction: Text
    authority: tuple[str, ...] = ()
    verified: bool = True
    severity: Severity
    factors: tuple[Slug, ...] = ()
    patterns: tuple[ErrorPattern, ...] = ()
    asserted_when_hedged: bool = False
