"""Cards: quick recall questions with the key points of a full answer."""

from typing import Literal

from pydantic import Field

from .base import Noun, Quote, Slug, Text
from .factors import Citation
from .questions import Hint

Standing = Literal["full", "partial", "none"]


class CardPoint(Noun):
    """One thing that a full answer says, and other ways to say it."""

    text: Text
    wordings: tuple[Text, ...] = ()


class Card(Noun):
    """One recall question. `needed` points make the answer full; `rejects` are answers that look like a point and are
    none; `factors` are those whose absence from an essay brings
    the card back; `misconceptions` are the known errors that are likely here; `aliases` are what sets of marked answers
    call it."""

    id: Slug
    topic: Text
    question: Text
    points: tuple[CardPoint, ...] = Field(min_length=1)
    needed: int = Field(ge=1)
    rejects: tuple[Text, ...] = ()
    answer: Text
    hint: Hint
    factors: tuple[Slug, ...] = ()
    misconceptions: tuple[str, ...] = ()
    sources: tuple[Citation, ...] = ()
    aliases: tuple[Slug, ...] = ()


class CardView(Noun):
    """A card before it has been answered: a second class because it hides the points and the answer."""

    id: str
    topic: str
    question: str
    needed: int


class PointReading(Noun):
    """One point of a card in a student's answer: how likely it is made, whether it is, and their words for it."""

    probability: float
    made: bool
    quote: Quote | None = None


class Correction(Quote):
    """A wrong fact in the student's words, and what is right."""

    misconception_id: str
    correction: str


class CardReading(Noun):
    """An answer to a card, read: its points in the card's order, and what is wrong in it."""

    standing: Standing
    points: tuple[PointReading, ...]
    corrections: tuple[Correction, ...] = ()
