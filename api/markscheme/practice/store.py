"""The conversations and turns tables: rows in, nouns out. Knows nothing of HTTP."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, insert, select, tuple_, update

from markscheme.db.database import moment
from markscheme.db.tables import conversations, turns
from markscheme.domain.base import Noun
from markscheme.domain.conversations import Mode, State, Turn
from markscheme.domain.errors import ConversationMovedError, UnknownConversationError


class ConversationSummary(Noun):
    """A line in a list of conversations: a second class because it leaves out the turns."""

    id: str
    created: datetime
    changed: datetime
    turns: int
    mode: Mode
    question_id: str | None


@dataclass(frozen=True)
class Key:
    """An Idempotency-Key, and what it was sent with."""

    key: str
    fingerprint: str


@dataclass(frozen=True)
class Standing:
    """Where a conversation stands: whose it is, when it was last spoken in, how many turns it has, and its state."""

    id: str
    owner: str
    created: datetime
    changed: datetime
    turns: int
    state: State


def add(connection: Connection, conversation_id: str, owner: str, state: State, greeting: Turn) -> None:
    """Store a new conversation with its first turn."""
    created = moment(greeting.created)
    connection.execute(
        insert(conversations).values(
            id=conversation_id,
            owner=owner,
            created=created,
            changed=created,
            turns=1,
            state=state.model_dump_json(),
        )
    )
    _insert(connection, conversation_id, greeting, None)


def standing(connection: Connection, conversation_id: str) -> Standing:
    """Where the conversation stands; raises UnknownConversationError."""
    row = connection.execute(select(conversations).where(conversations.c.id == conversation_id)).first()
    if row is None:
        raise UnknownConversationError(conversation_id)
    created, changed = datetime.fromisoformat(row.created), datetime.fromisoformat(row.changed)
    return Standing(row.id, row.owner, created, changed, row.turns, State.model_validate_json(row.state))


def append(
    connection: Connection, conversation_id: str, state: State, turn: Turn, key: Key | None = None
) -> None:
    """Store the next turn with the state after it; raises ConversationMovedError where another came first."""
    before = and_(conversations.c.id == conversation_id, conversations.c.turns == turn.number - 1)
    later = {
        "turns": turn.number,
        "changed": moment(turn.created),
        "state": state.model_dump_json(),
    }
    if not connection.execute(update(conversations).where(before).values(later)).rowcount:
        raise ConversationMovedError(turn.number)
    _insert(connection, conversation_id, turn, key)


def finish(connection: Connection, conversation_id: str, turn: Turn) -> None:
    """Store the turn as it reads once its words have come; a complete one stays as it is."""
    mine = and_(
        turns.c.conversation_id == conversation_id, turns.c.number == turn.number, turns.c.complete == 0
    )
    connection.execute(update(turns).where(mine).values(complete=1, document=turn.model_dump_json()))


def replay(connection: Connection, conversation_id: str, key: str) -> tuple[Turn, str] | None:
    """The turn that this key has made, and what it was sent with."""
    mine = and_(turns.c.conversation_id == conversation_id, turns.c.key == key)
    row = connection.execute(select(turns.c.document, turns.c.fingerprint).where(mine)).first()
    return (Turn.model_validate_json(row.document), str(row.fingerprint)) if row else None


def turn(connection: Connection, conversation_id: str, number: int) -> Turn | None:
    """One turn, or None where there is no such turn yet."""
    mine = and_(turns.c.conversation_id == conversation_id, turns.c.number == number)
    document = connection.execute(select(turns.c.document).where(mine)).scalar()
    return Turn.model_validate_json(document) if document else None


def every(connection: Connection, conversation_id: str, after: int = 0, most: int = 200) -> Sequence[Turn]:
    """The latest `most` turns of a conversation after the one numbered `after`, first turn first."""
    mine = and_(turns.c.conversation_id == conversation_id, turns.c.number > after)
    latest = select(turns.c.document).where(mine).order_by(turns.c.number.desc()).limit(most)
    return [Turn.model_validate_json(each) for each in reversed(connection.execute(latest).scalars().all())]


def page(
    connection: Connection, owner: str, limit: int, before: tuple[str, str] | None
) -> Sequence[ConversationSummary]:
    """An owner's conversations, the one spoken in last first, older than the (changed, id) `before`."""
    query = select(conversations).where(conversations.c.owner == owner)
    if before is not None:
        query = query.where(tuple_(conversations.c.changed, conversations.c.id) < tuple_(*before))
    rows = connection.execute(
        query.order_by(conversations.c.changed.desc(), conversations.c.id.desc()).limit(limit)
    )
    return [_summary(row) for row in rows]


def _summary(row: Row[Any]) -> ConversationSummary:
    state = State.model_validate_json(row.state)
    return ConversationSummary(
        id=row.id, created=row.created, changed=row.changed, turns=row.turns, mode=state.mode,
        question_id=state.question_id,
    )  # fmt: skip


def _insert(connection: Connection, conversation_id: str, turn: Turn, key: Key | None) -> None:
    connection.execute(
        insert(turns).values(
            conversation_id=conversation_id,
            number=turn.number,
            key=key.key if key else None,
            fingerprint=key.fingerprint if key else None,
            complete=int(turn.complete),
            document=turn.model_dump_json(),
        )
    )
