"""Who is there: what every route rests on. The session's cookie is read, set and cleared here and nowhere else."""

from collections.abc import Callable, Mapping
from typing import Annotated, cast

from anyio.to_thread import run_sync
from fastapi import Depends, Request, Response

from markscheme.domain.errors import (
    AccountNeededError,
    NotSignedInError,
    UnknownAnswerError,
    UnknownConversationError,
)
from markscheme.domain.people import Person, Standing
from markscheme.web import visitors
from markscheme.web.errors import ForeignOriginError

from .devices import device
from .ownership import Ownership
from .service import Accounts, Opened, Place
from .session_store import LONGEST

SAFE = {"GET", "HEAD", "OPTIONS"}
UNKNOWN: Mapping[str, Callable[[str], Exception]] = {
    "answer_id": UnknownAnswerError,
    "conversation_id": UnknownConversationError,
}


def cookie_name(request: Request) -> str:
    """The session cookie's name: over TLS one that only this very host can set, which plain HTTP may not use."""
    return "__Host-markscheme" if request.url.scheme == "https" else "markscheme_session"


async def service(request: Request) -> Accounts:
    """The accounts service that this app was assembled with."""
    return cast(Accounts, request.app.state.accounts)


async def who(request: Request) -> None:
    """Find out who is there, for every route; refuse another site's changes, and things that are another's.

    Raises ForeignOriginError, UnknownAnswerError, UnknownConversationError.
    """
    request.state.standing = None
    secret = request.cookies.get(cookie_name(request), "")
    if secret:
        if request.method not in SAFE:
            _from_our_own_page(request, proof=True)
        accounts = await service(request)
        found: Standing | None = await run_sync(accounts.standing, secret)
        request.state.standing = found
        request.state.owner = found.person.owner if found else ""
    await _open_to(request)


async def practising(request: Request) -> None:
    """Refuse practice without an account where one is needed; reading stays open. Raises AccountNeededError."""
    if request.method != "POST" or request.state.standing is not None:
        return
    if await run_sync((await service(request)).account_needed):
        raise AccountNeededError


async def _open_to(request: Request) -> None:
    asker = await visitors.visitor(request)
    ownership = cast(Ownership, request.app.state.ownership)
    for name, unknown in UNKNOWN.items():
        thing_id = request.path_params.get(name)
        if thing_id is not None and not asker.may_read(await run_sync(ownership.owner_of, name, thing_id)):
            raise unknown(thing_id)


async def own_page(request: Request) -> None:
    """Refuse what another site's page sends, signed in or not: nobody may be signed in by a stranger."""
    if request.method not in SAFE:
        _from_our_own_page(request, proof=False)


def _from_our_own_page(request: Request, *, proof: bool) -> None:
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None:
        ours = site in ("same-origin", "none")
    elif origin is not None:
        ours = origin == f"{request.url.scheme}://{request.headers.get('host')}"
    else:
        ours = not proof
    if not ours:
        raise ForeignOriginError


async def standing(request: Request) -> Standing | None:
    """Who is signed in, if anybody is."""
    return cast(Standing | None, request.state.standing)


async def signed_in(request: Request) -> Standing:
    """Who is signed in; raises NotSignedInError."""
    found = await standing(request)
    if found is None:
        raise NotSignedInError
    return found


async def asker(request: Request) -> Person | None:
    """The person who is signed in, if anybody is."""
    found = await standing(request)
    return found.person if found else None


async def place(request: Request) -> Place:
    """From where the request comes."""
    address = request.client.host if request.client else ""
    secret = request.cookies.get(cookie_name(request)) or None
    return Place(address, device(request.headers.get("user-agent", "")), secret)


Here = Annotated[Standing | None, Depends(standing)]
SignedIn = Annotated[Standing, Depends(signed_in)]
Asking = Annotated[Person | None, Depends(asker)]
From = Annotated[Place, Depends(place)]
AccountsService = Annotated[Accounts, Depends(service)]


def remember(response: Response, request: Request, opened: Opened) -> None:
    """Give the browser its new session."""
    response.set_cookie(
        cookie_name(request), opened.secret, max_age=int(LONGEST.total_seconds()), path="/", httponly=True,
        samesite="lax", secure=request.url.scheme == "https",
    )  # fmt: skip


def forget(response: Response, request: Request) -> None:
    """Take the session's cookie back."""
    response.delete_cookie(
        cookie_name(request), path="/", httponly=True, samesite="lax", secure=request.url.scheme == "https"
    )
