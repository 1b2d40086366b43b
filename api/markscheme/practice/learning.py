"""Which cards a student should meet, and what is kept of how they did."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from markscheme.db.database import Database, Transaction
from markscheme.domain.cards import Card
from markscheme.domain.conversations import State
from markscheme.questions.service import QuestionBank

from .scene import CardReview


@dataclass(frozen=True)
class Counts:
    """Cards known, being learnt, and due now."""

    known: int
    learning: int
    due: int


class Learning:
    """The decks of all students."""

    def __init__(self, database: Database, bank: QuestionBank) -> None:
        self._database = database
        self._cards = {card.id: card for pack in bank.packs for card in pack.cards}

    def card(self, card_id: str) -> Card | None:
        """The card of that id, if a pack has it."""
        return self._cards.get(card_id)

    def order(self, owner: str, state: State, now: datetime) -> Sequence[str]:
        """Cards in the order to ask them."""
        return tuple(self._cards)

    def because(self, owner: str, card_id: str, now: datetime) -> Literal["brought", "due", "new", "early"]:
        """Why the card comes now."""
        return "new"

    def due_after(self, owner: str, review: CardReview, now: datetime) -> datetime | None:
        """When the card comes back after this review."""
        return None

    def counts(self, owner: str, now: datetime) -> Counts:
        """How many cards stand where."""
        return Counts(0, 0, 0)

    def learn(
        self, connection: Transaction, owner: str, conversation_id: str, reviews: Sequence[CardReview],
        brought: Sequence[str], now: datetime,
    ) -> None:  # fmt: skip
        """Store what a turn taught."""
