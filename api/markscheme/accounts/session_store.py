"""The sessions table: who is signed in where. Secrets come and go; only their hashes are stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, delete, insert, or_, select, update

from markscheme.db.database import moment
from markscheme.db.tables import people, schools, sessions
from markscheme.domain.people import Session, Standing

from .store import known_columns, known_of

# After so long without a visit, and after so long in any case, one signs in again.
IDLE = timedelta(days=7)
LONGEST = timedelta(days=60)


@dataclass(frozen=True)
class NewSession:
    """A session to store."""

    secret_hash: str
    id: str
    person_id: str
    device: str


def add(connection: Connection, session: NewSession, now: datetime) -> None:
    """Store a session, and drop those of the person that have run out."""
    over = or_(sessions.c.seen < moment(now - IDLE), sessions.c.created < moment(now - LONGEST))
    connection.execute(delete(sessions).where(sessions.c.person_id == session.person_id, over))
    connection.execute(
        insert(sessions).values(
            secret_hash=session.secret_hash, id=session.id, person_id=session.person_id,
            device=session.device, created=moment(now), seen=moment(now),
        )
    )  # fmt: skip


def standing(connection: Connection, secret_hash: str, now: datetime) -> Standing | None:
    """Who the secret stands for, while it lasts and they are active."""
    columns = [*known_columns(), *(column.label(f"session_{column.name}") for column in sessions.c)]
    query = select(*columns).select_from(sessions.join(people).join(schools))
    query = query.where(sessions.c.secret_hash == secret_hash, people.c.active, *_lasting(now))
    row = connection.execute(query).first()
    if row is None:
        return None
    who = known_of(row)
    session = {name: row._mapping[f"session_{name}"] for name in Session.model_fields}
    return Standing(person=who.person, school=who.school, session=Session.model_validate(session))


def touch(connection: Connection, secret_hash: str, now: datetime) -> None:
    """Note that the session is in use."""
    connection.execute(update(sessions).where(sessions.c.secret_hash == secret_hash).values(seen=moment(now)))


def of(connection: Connection, person_id: str, now: datetime) -> Sequence[Session]:
    """Where a person is signed in, the latest first."""
    columns = [sessions.c[name] for name in Session.model_fields]
    query = select(*columns).where(sessions.c.person_id == person_id, *_lasting(now))
    rows = connection.execute(query.order_by(sessions.c.seen.desc(), sessions.c.id))
    return [Session.model_validate(dict(row._mapping)) for row in rows]


def end(connection: Connection, secret_hash: str) -> None:
    """End the session of a secret, if there is one."""
    connection.execute(delete(sessions).where(sessions.c.secret_hash == secret_hash))


def end_one(connection: Connection, person_id: str, session_id: str) -> bool:
    """End one of a person's sessions by its handle; False where they have no such session."""
    mine = delete(sessions).where(sessions.c.person_id == person_id, sessions.c.id == session_id)
    return bool(connection.execute(mine).rowcount)


def end_all(connection: Connection, person_id: str, but: str | None = None) -> None:
    """End every session of a person, but the one with this handle."""
    mine = delete(sessions).where(sessions.c.person_id == person_id)
    connection.execute(mine if but is None else mine.where(sessions.c.id != but))


def _lasting(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return sessions.c.seen >= moment(now - IDLE), sessions.c.created >= moment(now - LONGEST)
