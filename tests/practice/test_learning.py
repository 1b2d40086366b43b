"""The decks as stored: what a turn teaches, whose it is, and what a round asks."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, text

from markscheme.db.database import Database
from markscheme.db.tables import card_reviews
from markscheme.domain.conversations import QuizState, State
from markscheme.domain.packs import Pack
from markscheme.practice import deck_store as store
from markscheme.practice.learning import MISSED, Learning
from markscheme.practice.scene import CardReview
from markscheme.questions.service import QuestionBank

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
OPEN = State(question_id="council-fall")


@pytest.fixture
def learning(database: Database, town: Pack) -> Learning:
    with database.write() as connection:
        for owner in ("bob", "eve"):
            connection.execute(text(
                "INSERT INTO conversations (id, owner, created, changed, turns, state) "
                f"VALUES ('talk-{owner}', '{owner}', '', '', 1, '{{}}')"
            ))  # fmt: skip
    return Learning(database, QuestionBank([town]))


def learn(
    learning: Learning, database: Database, *reviews: CardReview, brought: tuple[str, ...] = (), now: datetime = NOW
) -> None:  # fmt: skip
    with database.write() as connection:
        learning.learn(connection, "bob", "talk-bob", reviews, brought, now)


def test_a_review_is_kept_and_logged(learning: Learning, database: Database) -> None:
    review = CardReview("card-1", "full", 0)
    due = learning.due_after("bob", review, NOW)
    assert learning.because("bob", "card-1", NOW) == "new"

    learn(learning, database, review, CardReview("card-2", "none", 1))

    assert due == NOW + timedelta(minutes=10)
    assert learning.because("bob", "card-1", NOW) == "early"
    assert learning.because("bob", "card-1", LATER) == "due"
    assert learning.counts("bob", LATER).due == 2
    with database.read() as connection:
        [line] = store.reviews(connection, "bob", "card-2")
        assert (line.standing, line.hints, line.at, line.conversation_id) == ("none", 1, NOW, "talk-bob")
        assert connection.execute(
            select(card_reviews.c.rating).order_by(card_reviews.c.id)
        ).scalars().all() == [3, 1]


def test_the_log_only_grows(learning: Learning, database: Database) -> None:
    for hour in range(3):
        learn(learning, database, CardReview("card-1", "partial", 0), now=NOW + timedelta(hours=hour))
    with database.read() as connection:
        assert len(store.reviews(connection, "bob", "card-1")) == 3
        assert len(store.held(connection, "bob")) == 1


def test_decks_do_not_mix(learning: Learning, database: Database) -> None:
    learn(learning, database, CardReview("card-1", "full", 0), brought=("card-3",))
    assert learning.because("eve", "card-1", LATER) == "new"
    assert learning.counts("eve", LATER).due == 0


def test_a_turn_that_taught_nothing_writes_nothing(learning: Learning, database: Database) -> None:
    learn(learning, database)
    with database.read() as connection:
        assert store.held(connection, "bob") == {}


def test_a_turn_that_is_not_stored_teaches_nothing(learning: Learning, database: Database) -> None:
    def cut_off() -> None:
        with database.write() as connection:
            learning.learn(connection, "bob", "talk-bob", [CardReview("card-1", "full", 0)], (), NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        cut_off()
    with database.read() as connection:
        assert store.held(connection, "bob") == {}
        assert store.reviews(connection, "bob", "card-1") == []


def test_what_the_essay_left_out_comes_first_and_alone_when_asked(
    learning: Learning, database: Database
) -> None:
    learn(learning, database, brought=("card-4", "card-2"))

    assert set(learning.order("bob", OPEN, NOW)[:2]) == {"card-2", "card-4"}
    assert len(learning.order("bob", OPEN, NOW)) == 4
    missed = OPEN.model_copy(update={"quiz": QuizState(topic=MISSED)})
    assert set(learning.order("bob", missed, NOW)) == {"card-2", "card-4"}
    # Nothing missed: every card, rather than none.
    assert len(learning.order("eve", missed, NOW)) == 4


def test_a_round_about_something_asks_only_that(learning: Learning) -> None:
    about = OPEN.model_copy(update={"quiz": QuizState(topic="prices", factors=("price_rises",))})
    assert learning.order("bob", about, NOW) == ("card-2",)
    by_topic = OPEN.model_copy(update={"quiz": QuizState(topic="council")})
    assert len(learning.order("bob", by_topic, NOW)) == 4
    unknown = OPEN.model_copy(update={"quiz": QuizState(topic="tractors")})
    assert len(learning.order("bob", unknown, NOW)) == 4


def test_without_a_question_every_pack_is_asked(learning: Learning) -> None:
    assert learning.order("bob", State(), NOW) == ("card-1", "card-2", "card-3", "card-4")
    found = learning.card("card-3")
    assert found is not None
    assert found.factors == ("party_split",)
    assert learning.card("card-9") is None


def test_the_questions_factors_lead_among_new_cards(learning: Learning) -> None:
    # price-anger asks for price_rises, party_split and space_race.
    order = learning.order("bob", State(question_id="price-anger"), NOW)
    assert order == ("card-2", "card-3", "card-4", "card-1")
