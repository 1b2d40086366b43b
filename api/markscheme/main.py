"""The one visible assembly: reads the settings, finds the data, hands everything what it needs."""

import json
import os
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from starlette.types import Lifespan
from starlette_compress import CompressMiddleware, remove_compress_type

from markscheme import assets
from markscheme.answers import routes as answers
from markscheme.answers.marker import InlineMarker, Marker
from markscheme.answers.pool import PooledMarker
from markscheme.answers.service import Answers
from markscheme.db.database import Database
from markscheme.db.migrate import upgrade
from markscheme.domain.packs import Pack
from markscheme.encoders.static import StaticEncoder
from markscheme.questions import routes as questions
from markscheme.questions.service import QuestionBank
from markscheme.settings import Settings
from markscheme.web import body, errors, health, openapi, pages
from markscheme.web.limits import RateLimit

ENCODER = "own256-1"


def app() -> FastAPI:
    """For a server that is given a factory: `uvicorn --factory markscheme.main:app`."""
    return build(Settings())


def build(settings: Settings) -> FastAPI:
    """The whole product as one ASGI app. Raises PackError, StorageUnavailableError, MissingAssetError."""
    from markscheme.packs.loader import load_all

    knowledge = settings.knowledge or assets.knowledge()
    packs = load_all(knowledge)
    database = Database.open(settings.database)
    upgrade(database)
    marker = _marker(settings, packs, knowledge / "encoders" / ENCODER)
    return assemble(packs, database, marker, rate_limit=settings.rate_limit, max_body=settings.max_body,
                    dist=settings.frontend or assets.frontend())  # fmt: skip


def _marker(settings: Settings, packs: Sequence[Pack], encoder: Path) -> Marker:
    # Where processes cannot be forked, as on Windows, marking shares the web process.
    if settings.workers == 0 or not hasattr(os, "fork"):
        return InlineMarker(packs, StaticEncoder.load(encoder))
    return PooledMarker(packs, encoder, settings.workers, settings.mark_seconds)


def assemble(
    packs: Iterable[Pack],
    database: Database,
    marker: Marker,
    *,
    rate_limit: RateLimit | None = None,
    max_body: int = 256 * 1024,
    dist: Path | None = None,
) -> FastAPI:
    """Put the parts together; closes the marker and the database when the app stops."""
    product = _rooms(_closing(marker.close, database.close))
    bank = QuestionBank(packs)
    product.state.bank = bank
    product.state.answers = Answers(database, bank, marker)
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


def openapi_document() -> str:
    """The API's description as the front end's types are generated from it; needs no pack and no database."""
    return json.dumps(_rooms().openapi(), indent=2, ensure_ascii=False) + "\n"


def _rooms(lifespan: Lifespan[FastAPI] | None = None) -> FastAPI:
    described = FastAPI(
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=openapi.operation_id,
        lifespan=lifespan,
    )
    for room in (health, questions, answers):
        described.include_router(room.router)
    openapi.describe(described)
    return described


def _closing(*closers: Callable[[], None]) -> Lifespan[FastAPI]:
    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        for close in closers:
            close()

    return lifespan


if __name__ == "__main__":
    sys.stdout.write(openapi_document())
