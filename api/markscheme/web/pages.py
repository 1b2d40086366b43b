"""The web page: the built front end, the headers that guard it, and what stands in when it is not built."""

import re
from collections.abc import MutableMapping
from os import PathLike, stat_result
from pathlib import Path
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
HASHED = re.compile(r"-[\w-]{8,24}\.\w{1,10}$")
NOT_BUILT = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Markscheme</title></head><body>
<h1>Markscheme is running</h1>
<p>Its web page has not been built yet. In the source folder, run <code>make run</code>, or in
<code>frontend/</code> run <code>npm ci</code> and <code>npm run build</code>, then start it again.</p>
<p>The API works without it: <a href="/api/v1/questions">questions</a>,
<a href="/api/v1/openapi.json">its description</a>.</p>
</body></html>
"""


class SecurityHeaders:
    """Middleware: guard every reply."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the headers to its reply."""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
                if scope["path"].startswith("/api/"):
                    # A report is one student's own; no cache between here and the browser may keep it.
                    headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self.app(scope, receive, guarded if scope["type"] == "http" else send)


class Pages(StaticFiles):
    """What answers when no API route does: built files, `index.html` for navigation, else 404."""

    def __init__(self, dist: Path | None) -> None:
        super().__init__(directory=dist)
        self._built = dist is not None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request that no route took."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1000})
            return
        if scope["path"] == "/api" or scope["path"].startswith("/api/"):
            raise HTTPException(404)
        await super().__call__(scope, receive, send)

    async def get_response(self, path: str, scope: MutableMapping[str, Any]) -> Response:
        """The file, or the page for a place inside the single-page application."""
        if scope["method"] not in ("GET", "HEAD"):
            raise HTTPException(404)
        if not self._built:
            if path == "." or _navigates(scope):
                return HTMLResponse(NOT_BUILT, 200 if path == "." else 404)
            raise HTTPException(404)
        if path == ".":
            return await super().get_response("index.html", scope)
        try:
            return await super().get_response(path, scope)
        except HTTPException as error:
            if error.status_code != 404 or not _navigates(scope):
                raise
            return await super().get_response("index.html", scope)

    def file_response(self, full_path: str | PathLike[str], stat_result: stat_result,
                      scope: Scope, status_code: int = 200) -> Response:  # fmt: skip
        """A file with the time it may be kept: for ever when its name carries a hash of its content."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        kept = HASHED.search(str(full_path)) and Path(full_path).parent.name == "assets"
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if kept else "no-cache"
        return response


def _navigates(scope: Scope) -> bool:
    accepts = next((value for name, value in scope["headers"] if name == b"accept"), b"")
    return b"text/html" in accepts
