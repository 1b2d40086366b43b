"""The links table: one-time links, of which only a hash is stored."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from markscheme.db.database import moment
from markscheme.db.tables import links
from markscheme.domain.errors import SpentLinkError


def add(
    connection: Connection, secret_hash: str, person_id: str | None, now: datetime, expires: datetime
) -> None:
    """Store a link: for a person, or to set a school up. A person's earlier links end."""
    if person_id is not None:
        connection.execute(delete(links).where(links.c.person_id == person_id))
    connection.execute(
        insert(links).values(
            secret_hash=secret_hash, person_id=person_id, created=moment(now), expires=moment(expires)
        )
    )


def person_of(connection: Connection, secret_hash: str, now: datetime) -> str | None:
    """Whose link it is, None where it sets a school up; raises SpentLinkError for one that opens nothing."""
    query = select(links.c.person_id).where(links.c.secret_hash == secret_hash, *_open(now))
    row = connection.execute(query).first()
    if row is None:
        raise SpentLinkError
    found: str | None = row.person_id
    return found


def use(connection: Connection, secret_hash: str, now: datetime) -> None:
    """Use the link up: of two who try at once one succeeds, and the other meets SpentLinkError."""
    spent = update(links).where(links.c.secret_hash == secret_hash, *_open(now)).values(used=moment(now))
    if not connection.execute(spent).rowcount:
        raise SpentLinkError


def end_setup(connection: Connection) -> None:
    """End every unused link that would set a school up."""
    connection.execute(delete(links).where(links.c.person_id.is_(None), links.c.used.is_(None)))


def end_of(connection: Connection, person_id: str) -> None:
    """End every link of a person."""
    connection.execute(delete(links).where(links.c.person_id == person_id))


def _open(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return links.c.used.is_(None), links.c.expires > moment(now)
