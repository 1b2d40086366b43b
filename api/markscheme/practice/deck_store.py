"""The tables of the decks: what is held of each card, and every review. Knows nothing of HTTP."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from markscheme.db.database import moment
from markscheme.db.tables import card_reviews, cards
from markscheme.domain.cards import Standing

from .deck import Held, rating


@dataclass(frozen=True)
class Reviewed:
    """One line of the log: an answer to a card, by whom, when and in which conversation."""

    owner: str
    card_id: str
    at: datetime
    standing: Standing
    hints: int
    conversation_id: str


def held(connection: Connection, owner: str, card_ids: Collection[str] | None = None) -> dict[str, Held]:
    """What is held of an owner's cards, or of some of them."""
    query = select(cards.c.card_id, cards.c.document).where(cards.c.owner == owner)
    if card_ids is not None:
        query = query.where(cards.c.card_id.in_(card_ids))
    return {row.card_id: Held.model_validate_json(row.document) for row in connection.execute(query)}


def keep(connection: Connection, owner: str, changed: Mapping[str, Held]) -> None:
    """Store what is now held of these cards."""
    for card_id, each in changed.items():
        row = {"due": moment(each.due), "document": each.model_dump_json()}
        added = upsert(cards).values(owner=owner, card_id=card_id, **row)
        connection.execute(added.on_conflict_do_update(index_elements=["owner", "card_id"], set_=row))


def log(connection: Connection, review: Reviewed) -> None:
    """Add one line to the log of reviews; none is ever changed."""
    connection.execute(
        insert(card_reviews).values(
            owner=review.owner, card_id=review.card_id, at=moment(review.at), standing=review.standing,
            hints=review.hints, rating=rating(review.standing, review.hints).value,
            conversation_id=review.conversation_id,
        )
    )  # fmt: skip


def reviews(connection: Connection, owner: str, card_id: str) -> list[Reviewed]:
    """The log of one card, first review first."""
    mine = and_(card_reviews.c.owner == owner, card_reviews.c.card_id == card_id)
    rows = connection.execute(select(card_reviews).where(mine).order_by(card_reviews.c.id))
    return [
        Reviewed(row.owner, row.card_id, datetime.fromisoformat(row.at), row.standing, row.hints, row.conversation_id)
        for row in rows
    ]  # fmt: skip
