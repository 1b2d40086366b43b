"""The tables of what language models cost and of what they said. Knows nothing of HTTP."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.sql.elements import ColumnElement

from markscheme.db.tables import model_replies, model_spend
from markscheme.llm.budget import Caps, Spend
from markscheme.llm.model import Usage


@dataclass(frozen=True, slots=True)
class ReplyKey:
    """What a kept reply was made from: the report's hash, the prompt with its version, the model."""

    report_hash: str
    prompt: str
    model: str


def reserve(connection: Connection, spend: Spend, caps: Caps) -> int | None:
    """Write a request down at what it may cost at most; None, and nothing written, where that does not fit."""
    mine, all_of_it = spent(connection, spend.day, spend.student), spent(connection, spend.day)
    if not caps.allow(mine, all_of_it, spend.cost):
        return None
    row = {
        "day": spend.day.isoformat(),
        "student": spend.student,
        "model": spend.model,
        "prompt": spend.prompt,
        "cost": spend.cost,
    }
    made = connection.execute(insert(model_spend).values(row)).inserted_primary_key
    return int(made[0]) if made else None


def settle(connection: Connection, entry: int, usage: Usage, cost: int) -> None:
    """Write down what it came to."""
    row = {
        "cost": cost,
        "tokens_in": usage.tokens_in,
        "tokens_out": usage.tokens_out,
        "estimated": usage.estimated,
    }
    connection.execute(update(model_spend).where(model_spend.c.id == entry).values(row))


def spent(connection: Connection, day: date, student: str | None = None) -> int:
    """In millionths, on one day, by one student or by all."""
    of_day: list[ColumnElement[bool]] = [model_spend.c.day == day.isoformat()]
    if student is not None:
        of_day.append(model_spend.c.student == student)
    return int(
        connection.execute(select(func.coalesce(func.sum(model_spend.c.cost), 0)).where(*of_day)).scalar_one()
    )


def reply(connection: Connection, key: ReplyKey) -> str | None:
    """The reply kept under a key, as it was kept."""
    return connection.execute(select(model_replies.c.document).where(*_is(key))).scalar()


def keep_reply(connection: Connection, key: ReplyKey, document: str, created: str) -> None:
    """Keep a reply; the first one stays. `created` is RFC 3339 in UTC with six places."""
    row = {
        "report_hash": key.report_hash,
        "prompt": key.prompt,
        "model": key.model,
        "created": created,
        "document": document,
    }
    connection.execute(upsert(model_replies).values(row).on_conflict_do_nothing())


def _is(key: ReplyKey) -> Sequence[ColumnElement[bool]]:
    columns = model_replies.c
    return (
        columns.report_hash == key.report_hash,
        columns.prompt == key.prompt,
        columns.model == key.model,
    )
