"""Which cards a student should meet, and what is kept of how they did."""

from collections.abc import Sequence
from datetime import datetime

from markscheme.db.database import Database, Transaction
from markscheme.domain.cards import Card
from markscheme.domain.conversations import QuizState, State
from markscheme.questions.service import QuestionBank

from . import deck_store as store
from .deck import Because, Counts, Deck
from .scene import CardReview

# The topic of a round on what an essay left out.
MISSED = "missed"
# How many cards make a round, and the most that an essay brings back at once.
ROUND = 8


class Learning:
    """The decks of all students."""

    def __init__(self, database: Database, bank: QuestionBank) -> None:
        self._database = database
        self._bank = bank
        self._cards = {card.id: card for pack in bank.packs for card in pack.cards}

    def card(self, card_id: str) -> Card | None:
        """The card of that id, if a pack has it."""
        return self._cards.get(card_id)

    def order(self, owner: str, state: State, now: datetime) -> Sequence[str]:
        """Cards in the order to ask them: only those of what the round is about, where there are any; else of the
        question's pack."""
        deck = self._deck(owner)
        question = self._bank.question(state.question_id) if state.question_id else None
        cards = self._bank.pack_of(question.id).cards if question else tuple(self._cards.values())
        if state.quiz.topic == MISSED:
            about = [card for card in cards if deck.because(card.id, now) == "brought"]
        else:
            about = _about(cards, state.quiz)
        roles = sorted(question.roles, key=lambda role: -role.weight) if question else ()
        return deck.order(about or cards, now, [role.factor for role in roles])

    def because(self, owner: str, card_id: str, now: datetime) -> Because:
        """Why the card comes now."""
        return self._deck(owner, card_id).because(card_id, now)

    def due_after(self, owner: str, review: CardReview, now: datetime) -> datetime | None:
        """When the card comes back after this review."""
        return (
            self._deck(owner, review.card_id).review(review.card_id, review.standing, review.hints, now).due
        )

    def counts(self, owner: str, now: datetime) -> Counts:
        """How many cards stand where."""
        return self._deck(owner).counts(now)

    def learn(
        self, connection: Transaction, owner: str, conversation_id: str, reviews: Sequence[CardReview],
        brought: Sequence[str], now: datetime,
    ) -> None:  # fmt: skip
        """Store what a turn taught."""
        if not reviews and not brought:
            return
        touched = {*brought, *(review.card_id for review in reviews)}
        deck = Deck(store.held(connection, owner, touched))
        changed = {}
        for each in reviews:
            changed[each.card_id] = deck.review(each.card_id, each.standing, each.hints, now)
            store.log(
                connection,
                store.Reviewed(owner, each.card_id, now, each.standing, each.hints, conversation_id),
            )
        changed |= deck.bring_forward(brought, now)
        store.keep(connection, owner, changed)

    def _deck(self, owner: str, *card_ids: str) -> Deck:
        with self._database.read() as connection:
            return Deck(store.held(connection, owner, card_ids or None))


def _about(cards: Sequence[Card], quiz: QuizState) -> list[Card]:
    """The cards of the round's factors; without factors those whose topic has all the words of the round's own."""
    if quiz.factors:
        return [card for card in cards if not set(quiz.factors).isdisjoint(card.factors)]
    words = set((quiz.topic or "").lower().split())
    return [card for card in cards if words and words <= set(card.topic.lower().split())]
