"""The glossary of a pack: who was who, and what was what."""

from typing import Literal

from pydantic import Field

from .base import Noun, Slug, Text
from .factors import Citation


class TermFact(Noun):
    """One thing more that is known of a term, and the words by which it is asked for."""

    asked: tuple[Text, ...] = Field(min_length=1)
    text: Text


class Term(Noun):
    """A person, body, event, place or term of the subject. `names` are all it is called, its own name first; what the pack's
    spellings and the reader of typing errors make of a name need not be repeated. `text` says who or what it was in one or
    two sentences and argues nothing; `when` is a short phrase that gives its date."""

    id: Slug
    kind: Literal["person", "term", "event", "place", "body"]
    names: tuple[Text, ...] = Field(min_length=1)
    text: Text
    when: Text | None = None
    facts: tuple[TermFact, ...] = ()
    sources: tuple[Citation, ...] = Field(min_length=1)
