"""What routes of any room depend on; async, because none blocks and a change of thread would cost more."""

from collections.abc import AsyncIterator

from fastapi import Depends, Request

from .errors import UnsupportedMediaTypeError
from .limits import RateLimit

# Of the 40 threads that requests share: a lesson that hands in together must not keep others from reading.
MARKING_AT_ONCE = 24


async def limited(request: Request) -> None:
    """Count this request against its client's address; raises RateLimitedError."""
    limit: RateLimit | None = request.app.state.rate_limit
    if limit is not None:
        limit.take(request.client.host if request.client else "")


async def require_json(request: Request) -> None:
    """Refuse a body that is not declared as plain JSON."""
    declared = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if declared != "application/json":
        raise UnsupportedMediaTypeError(f"it is declared as {declared or 'nothing'}; send application/json")
    if encoding := request.headers.get("content-encoding"):
        raise UnsupportedMediaTypeError(f"the body is encoded as {encoding}; send it as it is")


async def _turn() -> AsyncIterator[None]:
    yield


# Held while an answer is marked; who comes later waits without a thread.
turn = Depends(_turn, max_concurrency=MARKING_AT_ONCE, scope="function")
