"""The one visible assembly: reads the settings, finds the data, hands everything what it needs.

The web stack is imported inside the functions that use it: it then loads while the marking process does.
"""

import json
import os
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from markscheme import assets
from markscheme.answers.marker import Marker
from markscheme.answers.pool import PooledMarker
from markscheme.domain.packs import Pack
from markscheme.settings import Settings
from markscheme.web.limits import RateLimit

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.types import Lifespan

    from markscheme.answers.remarking import Remarking
    from markscheme.answers.service import Answers
    from markscheme.db.database import Database
    from markscheme.practice.service import Conversations
    from markscheme.practice.wording import Wording
    from markscheme.questions.service import QuestionBank

ENCODER = "own256-1"
# From one address: four classes may join in one minute, and to guess one of a thousand codes takes half a year.
CODES_A_MINUTE = 300


def app() -> "FastAPI":
    """For a server that is given a factory: `uvicorn --factory markscheme.main:app`."""
    return build(Settings())


def build(settings: Settings) -> "FastAPI":
    """The whole product as one ASGI app. Raises PackError, StorageUnavailableError, MissingAssetError."""
    knowledge = settings.knowledge or assets.knowledge()
    packs, marker = _load(settings, knowledge)
    try:
        from markscheme.db.database import Database
        from markscheme.db.migrate import upgrade

        database = Database.open(settings.database)
        upgrade(database)
        return assemble(
            packs,
            database,
            marker,
            wording=_wording(settings, database),
            rate_limit=settings.rate_limit,
            max_body=settings.max_body,
            dist=settings.frontend or assets.frontend(),
        )
    except BaseException:
        marker.close()
        raise


def assemble(
    packs: Iterable[Pack],
    database: "Database",
    marker: Marker,
    *,
    wording: "Wording | None" = None,
    rate_limit: RateLimit | None = None,
    max_body: int = 256 * 1024,
    dist: Path | None = None,
) -> "FastAPI":
    """Put the parts together; closes the marker and the database when the app stops."""
    from starlette_compress import CompressMiddleware, remove_compress_type

    from markscheme.accounts.classes import Classes
    from markscheme.accounts.own_account import OwnAccount
    from markscheme.accounts.ownership import Ownership
    from markscheme.accounts.passwords import Passwords
    from markscheme.accounts.people import People
    from markscheme.accounts.service import Accounts
    from markscheme.answers.service import Answers
    from markscheme.practice.speaking import Speaking
    from markscheme.questions.service import QuestionBank
    from markscheme.web import body, errors, pages

    passwords = Passwords()
    product = _rooms(_closing(passwords.close, marker.close, database.close))
    product.state.accounts = accounts = Accounts(database, passwords)
    product.state.own_account = OwnAccount(database, accounts)
    product.state.people = People(database)
    product.state.classes = Classes(database, accounts)
    product.state.code_limit = RateLimit(CODES_A_MINUTE, 60.0)
    product.state.ownership = Ownership(database)
    bank = QuestionBank(packs)
    product.state.bank = bank
    product.state.answers = answers = Answers(database, bank, marker)
    product.state.conversations = conversations = _conversations(database, bank, answers, marker)
    product.state.speaking = Speaking(conversations, bank, wording)
    product.state.rate_limit = rate_limit
    product.state.checks = (database.check, marker.check)
    product.router.default = pages.Pages(dist)
    errors.install(product)
    # Compressing a stream would hold its events back.
    remove_compress_type("text/event-stream")
    product.add_middleware(CompressMiddleware)
    product.add_middleware(body.BodyLimit, limit=max_body)
    product.add_middleware(pages.SecurityHeaders)
    return product


@contextmanager
def remarking(settings: Settings) -> Iterator["Remarking"]:
    """Marks stored answers again while open. Raises as `build` does, and StorageUnavailableError without a database."""
    from markscheme.answers.remarking import Remarking
    from markscheme.db.database import Database
    from markscheme.db.migrate import upgrade

    database = Database.open(settings.database, existing=True)
    try:
        upgrade(database)
        packs, marker = _load(settings, settings.knowledge or assets.knowledge())
        question_ids = [question.id for pack in packs for question in pack.questions]
        with closing(marker):
            yield Remarking(database, question_ids, marker, settings.workers)
    finally:
        database.close()


def openapi_document() -> str:
    """The API's description as the front end's types are generated from it; needs no pack and no database."""
    return json.dumps(_rooms().openapi(), indent=2, ensure_ascii=False) + "\n"


def _load(settings: Settings, knowledge: Path) -> tuple[Sequence[Pack], Marker]:
    from markscheme.packs.loader import load_all

    encoder = knowledge / "encoders" / ENCODER
    # Where processes cannot be forked, as on Windows, marking shares the web process.
    if settings.workers == 0 or not hasattr(os, "fork"):
        from markscheme.answers.inline import InlineMarker
        from markscheme.encoders.keypoints import load_keypoint_model
        from markscheme.encoders.static import StaticEncoder

        packs = load_all(knowledge)
        return packs, InlineMarker(packs, StaticEncoder.load(encoder), load_keypoint_model(encoder))
    # It starts while the packs are read.
    marker = PooledMarker(encoder, settings.workers, settings.mark_seconds)
    try:
        packs = load_all(knowledge)
    except BaseException:
        marker.close()
        raise
    marker.feed(packs)
    return packs, marker


def _rooms(lifespan: "Lifespan[FastAPI] | None" = None) -> "FastAPI":
    from fastapi import Depends, FastAPI

    from markscheme.accounts import account_routes, class_routes, guard, people_routes
    from markscheme.accounts import routes as accounts
    from markscheme.answers import explanation_route
    from markscheme.answers import routes as answers
    from markscheme.practice import routes as practice
    from markscheme.questions import routes as questions
    from markscheme.web import health, openapi

    described = FastAPI(
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=openapi.operation_id,
        lifespan=lifespan,
        dependencies=[Depends(guard.who)],
    )
    for room in (health, accounts, account_routes, people_routes, class_routes, questions):
        described.include_router(room.router)
    for room in (answers, explanation_route, practice):
        described.include_router(room.router, dependencies=[Depends(guard.practising)])
    openapi.describe(described)
    return described


def _conversations(
    database: "Database", bank: "QuestionBank", answers: "Answers", marker: Marker
) -> "Conversations":
    from markscheme.practice.asides import Asides
    from markscheme.practice.desk import WritingDesk
    from markscheme.practice.exemplars import Exemplars
    from markscheme.practice.improve import Coach
    from markscheme.practice.learning import Learning
    from markscheme.practice.plan import Planner
    from markscheme.practice.quiz import Quiz
    from markscheme.practice.service import Conversations
    from markscheme.practice.tutor import Tutor

    desk = WritingDesk(bank, answers, marker)
    learning = Learning(database, bank)
    tutor = Tutor(
        marker, Asides(bank, answers, marker), Quiz(bank, answers, marker, learning), Planner(bank, marker), desk,
        Coach(bank, answers, desk), Exemplars(bank),
    )  # fmt: skip
    return Conversations(database, bank, tutor, learning)


def _wording(settings: Settings, database: "Database") -> "Wording | None":
    choice = settings.model_choice
    if choice is None:
        return None
    from markscheme.llm.breaker import Breaker
    from markscheme.llm.budget import Budget
    from markscheme.practice.wording import Wording
    from markscheme.practice.wording_books import Books

    books = Books(database)
    budget = Budget(books, settings.model_prices, settings.model_caps)
    return Wording(Breaker(choice.build()), assets.prompts(), budget, books)


def _closing(*closers: Callable[[], None]) -> "Lifespan[FastAPI]":
    @asynccontextmanager
    async def lifespan(_: "FastAPI") -> AsyncIterator[None]:
        yield
        for close in closers:
            close()

    return lifespan


if __name__ == "__main__":
    sys.stdout.write(openapi_document())
