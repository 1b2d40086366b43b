"""One student's deck: which cards come back when, by the FSRS scheduler. Pure: the clock is handed in."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from fsrs import Card as Memory
from fsrs import Rating, Scheduler, State

from markscheme.domain.base import Noun
from markscheme.domain.cards import Card, Standing

Because = Literal["brought", "due", "new", "early"]
# Without fuzzing the same reviews give the same dates.
_SCHEDULER = Scheduler(enable_fuzzing=False)


class Held(Noun):
    """What is kept of one card: when it is due, when an essay brought it back, and what the scheduler knows of it.

    `stability` is days until recall falls to nine in ten; `state` is 1 while the card is learnt, 2 once it is known, 3
    after it was forgotten. A card that was only brought back has neither.
    """

    due: datetime
    brought: datetime | None = None
    state: Literal[1, 2, 3] = 1
    step: int | None = 0
    stability: float | None = None
    difficulty: float | None = None
    last_review: datetime | None = None


@dataclass(frozen=True)
class Counts:
    """Cards known, being learnt, and due now."""

    known: int
    learning: int
    due: int


def rating(standing: Standing, hints: int) -> Rating:
    """None is Again, partial is Hard, full is Good; full with a hint is Hard. Nothing is Easy: no one times the answer."""
    if standing == "none":
        return Rating.Again
    return Rating.Good if standing == "full" and not hints else Rating.Hard


class Deck:
    """The cards that a student has met; every other card is new."""

    def __init__(self, held: Mapping[str, Held]) -> None:
        self._held = dict(held)

    def because(self, card_id: str, now: datetime) -> Because:
        """Why the card would come now."""
        held = self._held.get(card_id)
        if held is not None and held.brought is not None:
            return "brought"
        if held is None or held.last_review is None:
            return "new"
        return "due" if held.due <= now else "early"

    def order(self, cards: Sequence[Card], now: datetime, factors: Collection[str] = ()) -> tuple[str, ...]:
        """Every one of the cards: those an essay brought back, the latest essay's first; those due, the longest due first;
        new ones, those of the factors first, in their order; the others as they fall due."""
        wanted = {factor: place for place, factor in enumerate(factors)}

        def key(card: Card) -> tuple[int, float]:
            held, why = self._held.get(card.id), self.because(card.id, now)
            if held is None or why == "new":
                return 2, min((wanted[each] for each in card.factors if each in wanted), default=len(wanted))
            if why == "brought":
                return 0, -(held.brought or now).timestamp()
            return (1 if why == "due" else 3), held.due.timestamp()

        return tuple(card.id for card in sorted(cards, key=key))

    def review(self, card_id: str, standing: Standing, hints: int, now: datetime) -> Held:
        """The card after an answer; it is no longer brought back."""
        held = self._held.get(card_id) or Held(due=now)
        memory = Memory(
            card_id=0, state=State(held.state), step=held.step, stability=held.stability, difficulty=held.difficulty,
            due=held.due, last_review=held.last_review,
        )  # fmt: skip
        after, _ = _SCHEDULER.review_card(memory, rating(standing, hints), now.astimezone(UTC))
        known = after.state.value
        self._held[card_id] = Held(
            due=after.due, state=known, step=after.step, stability=after.stability, difficulty=after.difficulty,
            last_review=after.last_review,
        )  # fmt: skip
        return self._held[card_id]

    def bring_forward(self, card_ids: Iterable[str], now: datetime) -> Mapping[str, Held]:
        """The cards, due now because an essay lacked what they ask; what is known of them stays."""
        for card_id in card_ids:
            held = self._held.get(card_id) or Held(due=now)
            self._held[card_id] = held.model_copy(update={"brought": now, "due": min(now, held.due)})
        return {card_id: self._held[card_id] for card_id in card_ids}

    def counts(self, now: datetime) -> Counts:
        """How many cards stand where; a card brought back is due."""
        met = [held for held in self._held.values() if held.last_review is not None]
        known = sum(held.state == State.Review.value for held in met)
        due = sum(self.because(card_id, now) in ("brought", "due") for card_id in self._held)
        return Counts(known, len(met) - known, due)
