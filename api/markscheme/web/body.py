"""What a request body may be: JSON, and no larger than a cap."""

from fastapi import Request
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .errors import TABLE, BodyTooLargeError, UnsupportedMediaTypeError, problem


def require_json(request: Request) -> None:
    """Dependency: refuse a body that is not declared as plain JSON."""
    declared = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if declared != "application/json":
        raise UnsupportedMediaTypeError(
            f"the body is declared as {declared or 'nothing'}; send application/json"
        )
    if encoding := request.headers.get("content-encoding"):
        raise UnsupportedMediaTypeError(f"the body is encoded as {encoding}; send it as it is")


class BodyLimit:
    """Middleware: refuse a body over `limit` bytes, before reading it where its length is declared."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self.app = app
        self.limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with a counted body, or answer 413."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        error = BodyTooLargeError(self.limit)
        declared = Headers(scope=scope).get("content-length", "0")
        if not declared.isdecimal() or int(declared) > self.limit:
            response = problem(TABLE[BodyTooLargeError], error.detail, headers={"Connection": "close"})
            await response(scope, receive, send)
            return
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.limit:
                raise error
            return message

        await self.app(scope, counted, send)
