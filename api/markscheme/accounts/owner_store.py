"""The owner columns of what people make: whose it is, and its move from a browser to a person."""

from sqlalchemy import Connection, delete, func, select, update

from markscheme.db.tables import answers, conversations, idempotency, metadata, model_spend
from markscheme.domain.base import Noun

THINGS = {"answer_id": answers, "conversation_id": conversations}
# Every table with an owner, those of rooms to come too, and two that call it something else.
OWNERS = (
    *(table.c.owner for table in metadata.tables.values() if "owner" in table.c),
    idempotency.c.scope,
    model_spend.c.student,
)


class Work(Noun):
    """How much somebody has done."""

    answers: int = 0
    conversations: int = 0


def owner_of(connection: Connection, name: str, thing_id: str) -> str:
    """The owner of an answer or a conversation; empty where there is none with this id."""
    table = THINGS[name]
    return connection.execute(select(table.c.owner).where(table.c.id == thing_id)).scalar() or ""


def work_of(connection: Connection, owner: str) -> Work:
    """How much this owner has done."""
    counts = (
        select(func.count()).select_from(table).where(table.c.owner == owner)
        for table in (answers, conversations)
    )
    return Work(
        **dict(
            zip(Work.model_fields, (connection.execute(each).scalar_one() for each in counts), strict=True)
        )
    )


def move(connection: Connection, owner: str, to: str) -> None:
    """Give everything of one owner to another; where both hold something of one name, the other's own stays."""
    for column in OWNERS:
        moved = update(column.table).where(column == owner).values({column.name: to})
        connection.execute(moved.prefix_with("OR IGNORE"))
        connection.execute(delete(column.table).where(column == owner))
