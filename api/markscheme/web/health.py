"""Whether the server runs, and whether it can do its work."""

from typing import Literal

from fastapi import APIRouter, Request

from markscheme.domain.base import Noun
from markscheme.domain.errors import MarkerUnavailableError, StorageUnavailableError

from .openapi import problems

router = APIRouter(tags=["health"])


class Health(Noun):
    """All is well; anything else is a problem."""

    status: Literal["ok"] = "ok"


@router.get("/healthz")
def healthz() -> Health:
    """The process answers."""
    return Health()


@router.get("/readyz", responses=problems(MarkerUnavailableError, StorageUnavailableError))
def readyz(request: Request) -> Health:
    """The database can be read and the marker can mark."""
    for check in request.app.state.checks:
        check()
    return Health()
