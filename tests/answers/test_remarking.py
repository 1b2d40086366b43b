"""Marking again: what would change is told, old reports stay, and nothing is written unasked."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import func, select

from markscheme.answers.inline import InlineMarker
from markscheme.answers.remarking import Remarked, Remarking
from markscheme.db.database import Database
from markscheme.db.tables import answers, reports
from markscheme.domain.errors import StorageUnavailableError
from markscheme.domain.packs import Pack
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.rubric import UnknownQuestionError

LATER = datetime(2030, 1, 1, tzinfo=UTC)
TEXT = "The grain shortage mattered because people lost trust. The price rises hurt the council because people lost trust."


def fields(pack: Pack) -> dict[str, Any]:
    return {name: getattr(pack, name) for name in Pack.model_fields}


@pytest.fixture
def stricter(pack: Pack) -> Pack:
    """The pack after an edit of the rubric: a factor counts for hardly anything."""
    roles = tuple(role.model_copy(update={"weight": 0.05}) for role in pack.questions[0].roles)
    edited = pack.questions[0].model_copy(update={"roles": roles})
    return Pack(**{**fields(pack), "questions": (edited, *pack.questions[1:])})


def remarking(database: Database, pack: Pack, encoder: StaticEncoder) -> Remarking:
    ids = [question.id for question in pack.questions]
    return Remarking(database, ids, InlineMarker([pack], encoder), 2, lambda: LATER)


def send(client: TestClient, question_id: str, name: str) -> str:
    sent = {"question_id": question_id, "text": TEXT, "external_ref": name}
    reply = client.post("/api/v1/answers", json=sent)
    assert reply.status_code == 201
    return str(reply.json()["id"])


@pytest.fixture
def sent(client: TestClient) -> list[str]:
    """Bob's answers to two questions."""
    return [send(client, "council-fall", "bob-1"), send(client, "council-fall", "bob-2"),
            send(client, "town-trust", "bob-3")]  # fmt: skip


def stored(database: Database) -> list[tuple[object, ...]]:
    with database.read() as connection:
        rows = connection.execute(select(answers).order_by(answers.c.id)).all()
        return [tuple(row) for row in [*rows, *connection.execute(select(reports)).all()]]


def test_an_unchanged_rubric_changes_nothing(
    sent: list[str], database: Database, pack: Pack, encoder: StaticEncoder
) -> None:
    result = remarking(database, pack, encoder).run(apply=True)
    assert result == Remarked(answers=3, reports=0, appended=0, unknown=0, changes=())


def test_an_edit_is_told_and_nothing_written(
    sent: list[str], database: Database, stricter: Pack, encoder: StaticEncoder
) -> None:
    before, seen = stored(database), []
    result = remarking(database, stricter, encoder).run(
        progress=lambda done, total: seen.append((done, total))
    )
    assert stored(database) == before
    assert (result.answers, len(result.changes), result.appended) == (3, 2, 0)
    assert {change.answer_id for change in result.changes} == set(sent[:2])
    assert all(change.by is not None and change.by < 0 for change in result.changes)
    assert result.crossing == sum(change.level != change.level_before for change in result.changes)
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_applied_reports_are_appended_and_shown_and_the_old_ones_stay(
    sent: list[str], client: TestClient, database: Database, stricter: Pack, encoder: StaticEncoder
) -> None:
    old = client.get(f"/api/v1/answers/{sent[0]}").json()
    with database.read() as connection:
        document = connection.execute(select(answers.c.document).where(answers.c.id == sent[0])).scalar()
    result = remarking(database, stricter, encoder).run("council-fall", apply=True)
    assert result.appended == 2
    new = client.get(f"/api/v1/answers/{sent[0]}").json()
    change = next(change for change in result.changes if change.answer_id == sent[0])
    assert (old["report"]["mark"], new["report"]["mark"]) == (change.mark_before, change.mark)
    assert (old["revision"], new["revision"]) == (1, 2)
    assert new["report"]["provenance"] != old["report"]["provenance"]
    assert {**old, "report": 0, "feedback": 0, "revision": 0} == {
        **new,
        "report": 0,
        "feedback": 0,
        "revision": 0,
    }
    listed = client.get("/api/v1/answers").json()["items"]
    assert next(line for line in listed if line["id"] == sent[0])["summary"] == new["report"]["summary"]
    with database.read() as connection:
        assert (
            connection.execute(select(answers.c.document).where(answers.c.id == sent[0])).scalar() == document
        )
        assert (
            connection.execute(select(reports.c.created)).scalars().all()
            == ["2030-01-01T00:00:00.000000Z"] * 2
        )


def test_applied_twice_changes_nothing_more(
    sent: list[str], database: Database, pack: Pack, stricter: Pack, encoder: StaticEncoder
) -> None:
    remarking(database, stricter, encoder).run(apply=True)
    assert remarking(database, stricter, encoder).run(apply=True).reports == 0
    back = remarking(database, pack, encoder).run(apply=True)
    assert back.changes
    assert all(change.by is not None and change.by > 0 for change in back.changes)
    with database.read() as connection:
        assert connection.execute(select(func.max(answers.c.revision))).scalar() == 3


def test_an_answer_marked_again_meanwhile_is_left_alone(
    sent: list[str], database: Database, stricter: Pack, encoder: StaticEncoder
) -> None:
    late = remarking(database, stricter, encoder)

    def other(done: int, total: int) -> None:
        if done == 1:
            remarking(database, stricter, encoder).run(apply=True)

    assert late.run(apply=True, progress=other).appended == 0


def test_a_question_that_is_gone_is_told(
    sent: list[str], database: Database, pack: Pack, encoder: StaticEncoder
) -> None:
    fewer = Pack(**{**fields(pack), "questions": pack.questions[:1], "examples": ()})
    result = remarking(database, fewer, encoder).run()
    assert (result.unknown, result.changes) == (1, ())
    with pytest.raises(UnknownQuestionError):
        remarking(database, fewer, encoder).run("town-trust")


def test_there_must_be_a_database(tmp_path: Path, app: FastAPI) -> None:
    with pytest.raises(StorageUnavailableError, match="there is no database at"):
        Database.open(f"sqlite:///{tmp_path / 'none' / 'none.sqlite'}", existing=True)
    assert not (tmp_path / "none").exists()
