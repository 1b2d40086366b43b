"""The owner columns of what people make: whose it is, and its move from a browser to a person."""

from sqlalchemy import Connection, select

from markscheme.db.tables import answers, conversations

THINGS = {"answer_id": answers, "conversation_id": conversations}


def owner_of(connection: Connection, name: str, thing_id: str) -> str:
    """The owner of an answer or a conversation; empty where there is none with this id."""
    table = THINGS[name]
    return connection.execute(select(table.c.owner).where(table.c.id == thing_id)).scalar() or ""
