"""One's own account: where one is signed in, another password, and practice done without an account."""

from typing import Annotated, cast

from fastapi import APIRouter, Depends, Path, Request, Response

from markscheme.domain.base import Noun
from markscheme.domain.errors import (
    NotSignedInError,
    PasswordsBusyError,
    StorageUnavailableError,
    ThrottledError,
    UnknownSessionError,
    WeakPasswordError,
    WrongPasswordError,
)
from markscheme.domain.people import Session
from markscheme.web import visitors
from markscheme.web.openapi import problems

from .guard import From, SignedIn, own_page
from .own_account import OwnAccount
from .owner_store import Work
from .ownership import Ownership
from .routes import JSON, REFUSED, Account, OldPassword, Password, entered

router = APIRouter(prefix="/api/v1/account", tags=["accounts"], dependencies=[Depends(own_page)])
REFUSED_TO_STRANGERS = (NotSignedInError, StorageUnavailableError)


class OwnSessions(Noun):
    """Where one is signed in, the latest first; `current` is the session that asks."""

    current: str
    items: tuple[Session, ...]


class PasswordRequest(Noun):
    """The password as it is, and as it shall be."""

    current: OldPassword
    password: Password


async def service(request: Request) -> OwnAccount:
    """The service that this app was assembled with."""
    return cast(OwnAccount, request.app.state.own_account)


async def ownership(request: Request) -> Ownership:
    """What knows whose things are."""
    return cast(Ownership, request.app.state.ownership)


Service = Annotated[OwnAccount, Depends(service)]
Owners = Annotated[Ownership, Depends(ownership)]


@router.get("/sessions", responses=problems(NotSignedInError))
def list_sessions(here: SignedIn, own: Service) -> OwnSessions:
    """Where one is signed in."""
    return OwnSessions(current=here.session.id, items=tuple(own.sessions(here)))


@router.delete("/sessions", status_code=204, responses=problems(*REFUSED_TO_STRANGERS))
def end_other_sessions(here: SignedIn, own: Service) -> None:
    """Sign out everywhere else."""
    own.end_others(here)


@router.delete(
    "/sessions/{session_id}", status_code=204, responses=problems(*REFUSED_TO_STRANGERS, UnknownSessionError)
)
def end_session(
    session_id: Annotated[str, Path(max_length=64, description="The id of one of one's sessions")],
    here: SignedIn,
    own: Service,
) -> None:
    """Sign out in one place."""
    own.end(here, session_id)


@router.post(
    "/password",
    dependencies=JSON,
    responses=problems(*REFUSED, NotSignedInError, WrongPasswordError, WeakPasswordError, ThrottledError,
                       PasswordsBusyError),
)  # fmt: skip
async def change_password(
    body: PasswordRequest, request: Request, response: Response, here: SignedIn, own: Service, place: From
) -> Account:
    """Choose another password; every other session ends, and this one is renewed."""
    return entered(request, response, await own.change_password(here, body.current, body.password, place))


@router.get("/claim", responses=problems(NotSignedInError))
def get_claimable(request: Request, here: SignedIn, owners: Owners) -> Work:
    """What this browser has done without an account, which its person may claim."""
    return owners.claimable(visitors.browser(request))


@router.post("/claim", responses=problems(*REFUSED_TO_STRANGERS))
def claim(request: Request, response: Response, here: SignedIn, owners: Owners) -> Work:
    """Make what this browser has done without an account one's own; a second time there is nothing left."""
    work = owners.claim(here.person, visitors.browser(request))
    visitors.forget(response)
    return work
