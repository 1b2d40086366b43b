"""The answers and idempotency tables: rows in, nouns out. Knows nothing of HTTP."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import Connection, Row, Select, and_, func, insert, or_, select, tuple_, update

from markscheme.db.database import moment
from markscheme.db.tables import answers, idempotency, reports
from markscheme.domain.answers import Answer
from markscheme.domain.base import Noun
from markscheme.domain.errors import UnknownAnswerError
from markscheme.domain.reports import Withheld
from markscheme.domain.visitors import Visitor

LISTED = ("max_mark", "mark_range", "withheld", "words", "summary")
_later = and_(reports.c.answer_id == answers.c.id, reports.c.revision == answers.c.revision)
_with_latest = answers.outerjoin(reports, _later)
_latest = func.coalesce(reports.c.document, answers.c.document)


class AnswerSummary(Noun):
    """A line in a list of answers: a second class because it leaves out the text and the ledgers."""

    id: str
    revision: int
    question_id: str
    external_ref: str | None
    previous_id: str | None
    attempt: int
    created: datetime
    mark: int | None
    level: int | None
    max_mark: int
    mark_range: tuple[int, int] | None
    withheld: Withheld | None
    words: int
    summary: str


class AnswerFilter(Noun):
    """Which answers to list; None means any."""

    question_id: Annotated[str, Field(max_length=80, description="Only answers to this question")] | None = (
        None
    )
    external_ref: (
        Annotated[str, Field(max_length=255, description="Only those of this name of yours")] | None
    ) = None


@dataclass(frozen=True)
class Key:
    """An Idempotency-Key as one client used it; an empty scope is a client without a cookie."""

    scope: str
    key: str
    fingerprint: str


@dataclass(frozen=True)
class Replay:
    """What a key was used for before."""

    answer_id: str
    fingerprint: str
    scope: str


def add(connection: Connection, answer: Answer, owner: str) -> str:
    """Store a new answer; gives the JSON that is stored."""
    document = answer.model_dump_json()
    connection.execute(
        insert(answers).values(
            id=answer.id,
            owner=owner,
            question_id=answer.question_id,
            external_ref=answer.external_ref,
            previous_id=answer.previous_id,
            attempt=answer.attempt,
            created=moment(answer.created),
            revision=answer.revision,
            level=answer.report.level,
            mark=answer.report.mark,
            document=document,
        )
    )
    return document


def append(connection: Connection, answer: Answer, created: datetime) -> bool:
    """Append a later report: the answer with its next revision. False, and nothing stored, where another came first."""
    latest = {"revision": answer.revision, "level": answer.report.level, "mark": answer.report.mark}
    before = and_(answers.c.id == answer.id, answers.c.revision == answer.revision - 1)
    if not connection.execute(update(answers).where(before).values(latest)).rowcount:
        return False
    document = answer.model_dump_json()
    row = {
        "answer_id": answer.id,
        "revision": answer.revision,
        "created": moment(created),
        "document": document,
    }
    connection.execute(insert(reports).values(row))
    return True


def every_id(connection: Connection, question_id: str | None = None) -> Sequence[str]:
    """All answers, or all to one question, oldest first."""
    query = select(answers.c.id).order_by(answers.c.created, answers.c.id)
    if question_id is not None:
        query = query.where(answers.c.question_id == question_id)
    return connection.execute(query).scalars().all()


def document(connection: Connection, answer_id: str) -> str:
    """The answer as JSON, with its latest report; raises UnknownAnswerError."""
    query = select(_latest).select_from(_with_latest).where(answers.c.id == answer_id)
    found = connection.execute(query).scalar()
    if found is None:
        raise UnknownAnswerError(answer_id)
    return str(found)


def attempt(connection: Connection, answer_id: str, asker: Visitor) -> tuple[str, int]:
    """The question of a stored answer that the asker may read and which attempt it was; raises UnknownAnswerError."""
    query = select(answers.c.question_id, answers.c.attempt, answers.c.owner)
    row = connection.execute(query.where(answers.c.id == answer_id)).first()
    if row is None or not asker.may_read(row.owner):
        raise UnknownAnswerError(answer_id)
    return row.question_id, row.attempt


def get(connection: Connection, answer_id: str) -> Answer:
    """The stored answer; raises UnknownAnswerError."""
    return Answer.model_validate_json(document(connection, answer_id))


def chain(connection: Connection, answer_id: str) -> Sequence[AnswerSummary]:
    """This answer and those it improved on, first attempt first; raises UnknownAnswerError."""
    line = (
        select(answers.c.id, answers.c.previous_id)
        .where(answers.c.id == answer_id)
        .cte("line", recursive=True)
    )
    line = line.union(select(answers.c.id, answers.c.previous_id).where(answers.c.id == line.c.previous_id))
    rows = connection.execute(
        _summaries().where(answers.c.id.in_(select(line.c.id))).order_by(answers.c.attempt)
    )
    found = [_summary(row) for row in rows]
    if not found:
        raise UnknownAnswerError(answer_id)
    return found


def page(
    connection: Connection, owner: str, wanted: AnswerFilter, limit: int, before: tuple[str, str] | None
) -> Sequence[AnswerSummary]:
    """An owner's answers, newest first, older than the (created, id) `before`."""
    query = _summaries().where(answers.c.owner == owner)
    if wanted.question_id is not None:
        query = query.where(answers.c.question_id == wanted.question_id)
    if wanted.external_ref is not None:
        query = query.where(answers.c.external_ref == wanted.external_ref)
    if before is not None:
        query = query.where(tuple_(answers.c.created, answers.c.id) < tuple_(*before))
    rows = connection.execute(query.order_by(answers.c.created.desc(), answers.c.id.desc()).limit(limit))
    return [_summary(row) for row in rows]


def replay(connection: Connection, key: Key) -> Replay | None:
    """What this client used the key for, if it did.

    A key first sent without a cookie belongs to the owner that its answer was given to, and to whoever
    sends the same answer with it again: their first reply, and the cookie in it, may have been lost.
    """
    mine = idempotency.c.scope == key.scope
    if key.scope:
        same = or_(answers.c.owner == key.scope, idempotency.c.fingerprint == key.fingerprint)
        mine = or_(mine, and_(idempotency.c.scope == "", same))
    query = select(idempotency.c.answer_id, idempotency.c.fingerprint, idempotency.c.scope)
    query = query.join(answers).where(idempotency.c.key == key.key, mine)
    row = connection.execute(query.order_by(idempotency.c.scope.desc())).first()
    return Replay(*row) if row else None


def remember(connection: Connection, key: Key, answer: Answer) -> None:
    """Store what the key was used for."""
    connection.execute(
        insert(idempotency).values(
            scope=key.scope, key=key.key, fingerprint=key.fingerprint, answer_id=answer.id,
            created=moment(answer.created),
        )
    )  # fmt: skip


def give(connection: Connection, answer_id: str, owner: str) -> None:
    """Let another owner list the answer."""
    connection.execute(update(answers).where(answers.c.id == answer_id).values(owner=owner))


def _summaries() -> Select[Any]:
    listed = func.json_extract(_latest, *(f"$.report.{name}" for name in LISTED))
    columns = (each for each in answers.c if each.name not in ("owner", "document"))
    return select(*columns, listed.label("listed")).select_from(_with_latest)


def _summary(row: Row[Any]) -> AnswerSummary:
    fields = dict(row._mapping)
    listed = json.loads(fields.pop("listed"))
    return AnswerSummary.model_validate(fields | dict(zip(LISTED, listed, strict=True)))
