"""What wording costs, and the replies that are not asked for again."""

import asyncio
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from markscheme import assets
from markscheme.db.database import Database
from markscheme.db.tables import model_spend
from markscheme.domain.wording import WordedClaim, WordingOutcome
from markscheme.llm.budget import Budget, Caps, MemoryLedger
from markscheme.llm.model import Usage
from markscheme.llm.prompts import PromptError
from markscheme.llm.scripted import Scripted
from markscheme.practice.spend_store import ReplyKey
from markscheme.practice.wording import Wording
from markscheme.practice.wording_books import Books
from wording_cases import (
    DEAD,
    GOOD,
    NAMED,
    REPLY,
    REPORT,
    TASK,
    TODAY,
    Canned,
    Shelf,
    claim,
    listen,
    said,
    texts,
    wording,
    words,
)


def test_the_same_report_is_worded_once() -> None:
    model, shelf, ledger = Canned(said(GOOD), usage=Usage(10, 10)), Shelf(), MemoryLedger()

    async def twice() -> list[tuple[list[WordedClaim], WordingOutcome]]:
        worded = wording(model, shelf, ledger=ledger)
        return [await listen(worded), await listen(worded), await listen(worded, REPLY)]

    first, again, other = asyncio.run(twice())
    assert first[0] == again[0]
    assert (first[1].cached, again[1].cached, again[1].cost, other[1].cached) == (False, True, 0, False)
    assert len(model.prompts) == 2
    assert ledger.spent(TODAY) == 2 * 120


def test_another_report_model_or_prompt_is_asked_for_anew() -> None:
    shelf = Shelf()
    other = TASK.model_copy(update={"report": REPORT.model_copy(update={"mark": 13})})

    async def run() -> None:
        await listen(wording(Canned(said(GOOD)), shelf))
        await listen(wording(Canned(said(GOOD)), shelf), other)
        await listen(wording(Scripted(), shelf))

    asyncio.run(run())
    assert len({key.report_hash for key in shelf.kept}) == 2
    assert {key.model for key in shelf.kept} == {"canned", "scripted"}
    assert {key.prompt for key in shelf.kept} == {"feedback@1"}


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"claims": 1}', said(claim("Your answer is at level 5."))])
def test_a_kept_reply_is_held_to_the_rules_too(kept: str) -> None:
    class Tampered(Shelf):
        def get(self, key: ReplyKey) -> str | None:
            return kept

    claims, outcome = asyncio.run(listen(wording(Canned(said(GOOD)), Tampered())))
    assert (texts(claims), outcome.cached) == ([GOOD["text"]], False)


def test_a_failed_reply_is_not_kept() -> None:
    shelf = Shelf()
    asyncio.run(listen(wording(Canned(said(GOOD)[:-1], fails=DEAD), shelf)))
    assert shelf.kept == {}


def test_a_spent_budget_stops_it_before_anything_is_sent() -> None:
    model = Canned(said(GOOD))
    for caps in (Caps(student=1), Caps(site=1)):
        _, outcome = asyncio.run(listen(wording(model, caps=caps)))
        assert (outcome.ended, outcome.reason, outcome.cost) == ("stopped", "budget", 0)
    assert model.prompts == []


def test_tokens_that_were_not_counted_are_estimated_and_a_dead_server_costs_nothing() -> None:
    _, counted = words(Canned(said(GOOD)))
    assert counted.estimated
    assert counted.cost
    assert counted.cost > 0
    _, dead = words(Canned(fails=DEAD))
    assert (dead.cost, dead.estimated) == (0, False)


def test_a_reader_who_leaves_pays_for_what_was_said(database: Database) -> None:
    async def run() -> None:
        stream = wording(Canned(*said(GOOD, NAMED)), ledger=Books(database)).words(TASK, "s")
        await anext(stream)
        await stream.aclose()
        await asyncio.get_running_loop().shutdown_default_executor()

    asyncio.run(run())
    with database.read() as connection:
        (row,) = connection.execute(select(model_spend))
    assert (row.estimated, row.tokens_out > 0, row.cost > 0) == (True, True, True)


def test_the_books_are_kept_in_the_database(database: Database) -> None:
    books = Books(database, lambda: datetime(2026, 11, 2, 9, tzinfo=UTC))
    model = Canned(said(GOOD), usage=Usage(1000, 200))

    async def run() -> list[WordingOutcome]:
        worded = wording(model, books, Caps(student=60_000, site=90_000), books)
        return [(await listen(worded))[1], (await listen(worded))[1]]

    first, again = asyncio.run(run())
    assert (first.cost, again.cached) == (4000, True)
    assert books.spent(TODAY) == books.spent(TODAY, "student-7f3a") == 4000
    assert books.spent(TODAY, "another") == books.spent(date(2026, 11, 3)) == 0


def test_a_database_that_cannot_be_used_stops_it_quietly(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.write() as connection:
        connection.exec_driver_sql("DROP TABLE model_spend")
        connection.exec_driver_sql("DROP TABLE model_replies")
    books, model = Books(database), Canned(said(GOOD))
    _, outcome = asyncio.run(listen(wording(model, books, ledger=books)))
    assert (outcome.ended, outcome.reason, model.prompts) == ("stopped", "budget", [])


def test_prompts_that_do_not_fit_are_refused_at_the_start(tmp_path: Path) -> None:
    for name in ("feedback", "reply"):
        text = (assets.prompts() / f"{name}.md").read_text(encoding="utf-8")
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    budget = Budget(MemoryLedger(), None)
    Wording(Scripted(), tmp_path, budget, Shelf())
    (tmp_path / "reply.md").write_text(
        (tmp_path / "feedback.md").read_text(encoding="utf-8"), encoding="utf-8"
    )
    with pytest.raises(PromptError, match="reply"):
        Wording(Scripted(), tmp_path, budget, Shelf())
