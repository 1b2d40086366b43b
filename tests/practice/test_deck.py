"""The deck alone: what comes first, and when a card comes back."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from fsrs import Rating
from hypothesis import given, settings
from hypothesis import strategies as st

from markscheme.domain.cards import Card, Standing
from markscheme.practice.deck import Counts, Deck, Held, rating

from .conftest import card

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
CARDS = tuple(
    card(n, each) for n, each in enumerate(("grain_shortage", "price_rises", "party_split", "space_race"), 1)
)
IDS = tuple(each.id for each in CARDS)
STANDINGS: tuple[Standing, ...] = ("full", "partial", "none")


def test_a_new_deck_asks_the_factors_cards_first() -> None:
    assert Deck({}).order(CARDS, NOW) == IDS
    assert Deck({}).order(CARDS, NOW, ["space_race", "price_rises"]) == (
        "card-4",
        "card-2",
        "card-1",
        "card-3",
    )


def test_what_an_essay_missed_comes_first_then_what_is_due_then_new_then_early() -> None:
    deck = Deck({})
    deck.review("card-1", "full", 0, NOW - DAY)
    deck.review("card-2", "full", 0, NOW)
    deck.bring_forward(["card-4"], NOW)

    assert [deck.because(each, NOW) for each in IDS] == ["due", "early", "new", "brought"]
    assert deck.order(CARDS, NOW) == ("card-4", "card-1", "card-3", "card-2")


def test_the_latest_essay_and_the_longest_due_lead() -> None:
    deck = Deck({})
    deck.bring_forward(["card-2"], NOW - DAY)
    deck.bring_forward(["card-3"], NOW)
    deck.review("card-4", "none", 0, NOW - DAY)
    deck.review("card-1", "none", 0, NOW - 2 * DAY)

    assert deck.order(CARDS, NOW) == ("card-3", "card-2", "card-1", "card-4")


@pytest.mark.parametrize(
    ("standing", "hints", "expected"),
    [
        ("full", 0, Rating.Good),
        ("full", 1, Rating.Hard),
        ("partial", 0, Rating.Hard),
        ("partial", 3, Rating.Hard),
        ("none", 0, Rating.Again),
        ("none", 2, Rating.Again),
    ],
)
def test_the_rating_follows_from_the_standing(standing: Standing, hints: int, expected: Rating) -> None:
    assert rating(standing, hints) is expected


def test_the_intervals_grow_while_it_is_known_and_shrink_when_it_is_not() -> None:
    deck, now, gaps = Deck({}), NOW, []
    for _ in range(6):
        due = deck.review("card-1", "full", 0, now).due
        gaps.append(due - now)
        now = due
    assert gaps == sorted(gaps)
    assert gaps[0] == timedelta(minutes=10)
    assert gaps[-1] > 30 * DAY
    assert deck.counts(now) == Counts(known=1, learning=0, due=1)

    forgotten = deck.review("card-1", "none", 0, now)
    assert forgotten.due - now < DAY
    assert deck.counts(now) == Counts(known=0, learning=1, due=0)


def test_bringing_a_card_forward_keeps_what_is_known_of_it() -> None:
    deck = Deck({})
    for day in range(3):
        before = deck.review("card-1", "full", 0, NOW + day * DAY)
    after = deck.bring_forward(["card-1"], NOW + 3 * DAY)["card-1"]

    assert before.due > NOW + 3 * DAY
    assert (after.due, after.brought) == (NOW + 3 * DAY, NOW + 3 * DAY)
    assert after.stability == before.stability
    assert deck.review("card-1", "full", 0, NOW + 3 * DAY).brought is None


def test_a_card_only_brought_back_is_neither_known_nor_learnt() -> None:
    deck = Deck({})
    deck.bring_forward(["card-1", "card-2"], NOW)
    assert deck.counts(NOW) == Counts(known=0, learning=0, due=2)


def test_the_clock_may_be_in_any_zone() -> None:
    there = NOW.astimezone(timezone(timedelta(hours=5)))
    assert Deck({}).review("card-1", "full", 0, there) == Deck({}).review("card-1", "full", 0, NOW)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(IDS),
        st.sampled_from((*STANDINGS, "brought")),
        st.integers(0, 3),
        st.integers(0, 60 * 24 * 40),
    ),
    max_size=25,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(STEPS)
def test_no_card_is_ever_lost_and_a_good_answer_never_brings_it_sooner(
    steps: list[tuple[str, Standing, int, int]],
) -> None:
    deck, now = Deck({}), NOW
    held: dict[str, Held] = {}
    for card_id, what, hints, minutes in steps:
        now += timedelta(minutes=minutes)
        before = held.get(card_id)
        if what == "brought":  # type: ignore[comparison-overlap]
            held |= deck.bring_forward([card_id], now)
        else:
            after = held[card_id] = deck.review(card_id, what, hints, now)
            assert after.due > now
            if before and rating(what, hints) is Rating.Good:
                assert after.due >= before.due
        # Stored and read again it is the same deck.
        again = Deck({each: Held.model_validate_json(kept.model_dump_json()) for each, kept in held.items()})
        assert sorted(deck.order(CARDS, now)) == sorted(IDS)
        assert again.order(CARDS, now) == deck.order(CARDS, now)
        assert again.counts(now) == deck.counts(now)


def test_order_needs_no_more_than_the_cards_given() -> None:
    deck = Deck({"gone": Held(due=NOW)})
    some: tuple[Card, ...] = CARDS[1:3]
    assert deck.order(some, NOW) == ("card-2", "card-3")
