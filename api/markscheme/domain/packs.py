"""Packs: everything the marker knows about one subject."""

from functools import cached_property
from hashlib import sha256
from typing import Literal

from pydantic import Field

from .base import Noun, Slug, Text
from .cards import Card
from .directions import Directions
from .factors import Factor, Phrasings
from .glossary import Term
from .misconceptions import Misconception
from .questions import CommandGuide, MarkedExample, Question
from .readings import Tutor
from .schemes import MarkScheme
from .spellings import Spelling


class Source(Noun):
    """A work or page that the pack rests on: who, what, how far to trust it, and for what."""

    id: Slug
    title: Text
    author: str | None = None
    site: str | None = None
    kind: Literal["essay", "textbook", "article", "archive", "encyclopaedia", "revision_notes", "flashcards",
                  "press", "reference", "video", "forum", "examiner_knowledge"]  # fmt: skip
    reliability: Literal["high", "medium", "low"]
    evidence_for: Text
    url: str | None = None


class Gazetteer(Noun):
    """Names that make an answer precise, by kind, in canonical spelling."""

    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    historians: tuple[str, ...] = ()


class Tolerance(Noun):
    """A figure on which sources differ; nothing inside it is ever flagged."""

    item: Text
    accept: Text


class Link(Noun):
    """A relation between two factors worth rewarding when the student argues it."""

    source: Slug
    target: Slug
    why: Text


class PackManifest(Noun):
    """pack.yaml: what the pack is, the words its subject shares, and filler: sentences that make no factor."""

    id: Slug
    title: Text
    version: str = Field(pattern=r"^\d+\.\d+\.\d+$")
    language: Literal["en"]
    period: tuple[int, int]
    subject_words: tuple[str, ...]
    other_topics: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    spellings: tuple[Spelling, ...] = ()
    gazetteer: Gazetteer
    tolerances: tuple[Tolerance, ...] = ()
    filler: tuple[Text, ...] = ()
    links: tuple[Link, ...] = ()


class Calibration(Noun):
    """Coefficients of the matcher, fitted by `tools/fit_calibration.py`; names are those of the engine's signals.

    A factor counts from `found_at` on; below `sure_at` it is shown as possible.
    """

    sentence: dict[str, float]
    presence: dict[str, float]
    development: dict[str, float]
    found_at: float
    sure_at: float
    possible_at: float
    developed_at: float
    offsets: dict[str, float] = Field(default_factory=dict)


class SourcePrints(Noun):
    """Hashes of runs of words of one source, by which a copied passage shows; written by tools/build_fingerprints.py."""

    source: Slug
    prints: Text


class Pack(Noun):
    """One subject: sources, factors, misconceptions, questions, schemes, marked examples, cards and glossary."""

    manifest: PackManifest
    sources: tuple[Source, ...]
    factors: tuple[Factor, ...] = Field(min_length=1)
    phrasings: tuple[Phrasings, ...] = ()
    directions: Directions = Directions()
    misconceptions: tuple[Misconception, ...] = ()
    questions: tuple[Question, ...] = Field(min_length=1)
    schemes: tuple[MarkScheme, ...]
    guides: tuple[CommandGuide, ...]
    examples: tuple[MarkedExample, ...] = ()
    calibration: Calibration | None = None
    fingerprints: tuple[SourcePrints, ...] = ()
    cards: tuple[Card, ...] = ()
    glossary: tuple[Term, ...] = ()
    tutor: Tutor | None = None

    @cached_property
    def content_hash(self) -> str:
        """sha256 of everything that can move a mark (no card, term or talk can, and of an example only its words)."""
        whole = self.model_dump_json(exclude={"examples", "cards", "glossary", "tutor"})
        return sha256("\0".join((whole, *(example.text for example in self.examples))).encode()).hexdigest()

    def question(self, question_id: str) -> Question | None:
        """The question of that id, or None."""
        return next((q for q in self.questions if q.id == question_id), None)

    def card(self, card_id: str) -> Card | None:
        """The card of that id, or None."""
        return next((card for card in self.cards if card.id == card_id), None)

    def scheme(self, scheme_id: str) -> MarkScheme:
        """The scheme of that id; the loader has checked that every question's scheme is here."""
        return next(s for s in self.schemes if s.id == scheme_id)
