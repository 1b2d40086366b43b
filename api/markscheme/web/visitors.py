"""The cookie by which a browser without an account finds its own work again."""

from typing import Annotated

from fastapi import Depends, Request, Response

from markscheme.domain.visitors import Visitor

COOKIE = "markscheme_visitor"
COOKIE_SECONDS = 400 * 24 * 3600


async def visitor(request: Request) -> Visitor:
    """Who asks: the person who is signed in, else the browser, by the cookie that the first stored thing set."""
    owner: str = getattr(request.state, "owner", "")
    return Visitor(None, kept=owner) if owner else browser(request)


def browser(request: Request) -> Visitor:
    """The browser itself, whoever is signed in."""
    token = request.cookies.get(COOKIE, "")
    return Visitor(token if 32 <= len(token) <= 64 else None)


Asker = Annotated[Visitor, Depends(visitor)]


def keep(response: Response, request: Request, token: str | None) -> None:
    """Give the browser its new token, where there is one."""
    if token:
        response.set_cookie(COOKIE, token, max_age=COOKIE_SECONDS, path="/api", httponly=True,
                            samesite="lax", secure=request.url.scheme == "https")  # fmt: skip


def forget(response: Response) -> None:
    """Take the browser's token back: what it opened is another's now."""
    response.delete_cookie(COOKIE, path="/api", httponly=True, samesite="lax")
