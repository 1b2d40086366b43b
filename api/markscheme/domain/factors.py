"""Key factors: what a full answer may argue, and how students put it."""

from typing import Literal

from pydantic import Field

from .base import Noun, Slug, Text

Register = Literal["plain", "academic", "informal", "eal", "misspelt", "terse", "narrative", "quoted"]
Depth = Literal["mentioned", "developed"]
# An alternative matches where each of its groups of words occurs within one clause or sentence.
Group = tuple[str, ...]
Alternative = tuple[Group, ...]


class Citation(Noun):
    """A source of the pack and the place in it."""

    source: Slug
    place: str | None = None


class EvidencePoint(Noun):
    """One creditable piece of evidence. `verified` is false where no authority was looked up."""

    id: Slug
    text: Text
    sources: tuple[Citation, ...] = ()
    verified: bool = True


class Phrasing(Noun):
    """A sentence as a student might write it: a positive or an argued rejection; `also` names further factors in it."""

    text: Text
    voice: Register = "plain"
    depth: Depth = "mentioned"
    also: tuple[Slug, ...] = ()


class NearMiss(Noun):
    """A sentence that looks like this factor and belongs to another (or to none)."""

    text: Text
    belongs_to: str | None = None
    why: str = ""


class Entity(Noun):
    """A name that goes with the factor; alone it earns a mention at most."""

    name: Text
    variants: tuple[str, ...] = ()
    needs: str = ""


class Fact(Noun):
    """A precise fact with the variants accepted for it."""

    text: Text
    accept: tuple[str, ...] = ()


class Contrast(Noun):
    """Another factor this one is confused with, and what decides between them."""

    factor: Slug
    deciding: Text


class Factor(Noun):
    """One key factor. `period` and `agent` say when and by whom it must happen to count; a sentence makes it only if
    it has one of the `anchor` words, where there are any."""

    id: Slug
    name: Text
    explanation: Text
    points: tuple[EvidencePoint, ...] = Field(min_length=1)
    cues: tuple[Text, ...] = ()
    concepts: tuple[Alternative, ...] = ()
    anti: tuple[str, ...] = ()
    anchor: tuple[str, ...] = ()
    contrast: tuple[Contrast, ...] = ()
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()
    period: tuple[int, int]
    agent: str = ""
    advice: Text


class Phrasings(Noun):
    """The phrase bank of one factor: fresh sentences by register and depth, and what must not count."""

    factor: Slug
    positive: tuple[Phrasing, ...] = ()
    rejected: tuple[Phrasing, ...] = ()
    denial: tuple[Text, ...] = ()
    near_miss: tuple[NearMiss, ...] = ()
