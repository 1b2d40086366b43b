"""Setting a school up, signing in and out, and who is there."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import Field

from markscheme.domain.base import Noun
from markscheme.domain.errors import (
    PasswordsBusyError,
    SpentLinkError,
    StorageUnavailableError,
    ThrottledError,
    WeakPasswordError,
    WrongPasswordError,
)
from markscheme.domain.people import LEAST_PASSWORD, MOST_PASSWORD, Name, Person, School
from markscheme.web.dependencies import require_json
from markscheme.web.errors import BodyTooLargeError, UnsupportedMediaTypeError
from markscheme.web.openapi import problems
from markscheme.web.texts import Clean

from .guard import AccountsService, From, Here, forget, own_page, remember
from .service import NewSchool, Opened

router = APIRouter(prefix="/api/v1", tags=["accounts"], dependencies=[Depends(own_page)])
Password = Annotated[
    Clean, Field(min_length=LEAST_PASSWORD, max_length=MOST_PASSWORD, description="Any characters")
]
OldPassword = Annotated[Clean, Field(max_length=MOST_PASSWORD)]
Secret = Annotated[Clean, Field(max_length=100, description="What stands after # in the link")]
JSON = [Depends(require_json)]
REFUSED = (BodyTooLargeError, UnsupportedMediaTypeError, 400, StorageUnavailableError)


class Account(Noun):
    """Who is there. Without a school nobody can sign in; `school` is told to those in it, or where it is the only one.

    `required` is whether one must sign in before practising; never for those who have.
    """

    open: bool
    required: bool
    person: Person | None
    school: School | None


class Link(Noun):
    """What a one-time link is for: a person who chooses a password, or a school to be set up."""

    name: str | None
    school: str | None


class LinkRequest(Noun):
    """A one-time link to look at."""

    secret: Secret


class SetupRequest(Noun):
    """A school and its first administrator."""

    secret: Secret
    school: Name
    name: Name
    password: Password


class SignInRequest(Noun):
    """What one types to sign in."""

    school: Annotated[
        Clean, Field(max_length=80, description="The school's code; not where there is one school")
    ] = ""
    name: Annotated[Clean, Field(max_length=240)]
    password: OldPassword


@router.get("/account")
def get_account(here: Here, accounts: AccountsService) -> Account:
    """Who is signed in, if anybody is, and whether anybody can."""
    if here is not None:
        return Account(open=True, required=False, person=here.person, school=here.school)
    return Account(
        open=accounts.any_school(), required=accounts.account_needed(), person=None,
        school=accounts.only_school(),
    )  # fmt: skip


@router.post("/links", dependencies=JSON, responses=problems(*REFUSED, SpentLinkError))
def read_link(body: LinkRequest, accounts: AccountsService) -> Link:
    """What a one-time link is for; it stays unused."""
    known = accounts.whose_link(body.secret)
    if known is None:
        return Link(name=None, school=None)
    return Link(name=known.person.name, school=known.school.name)


@router.post(
    "/setup",
    status_code=201,
    dependencies=JSON,
    responses=problems(*REFUSED, SpentLinkError, WeakPasswordError, PasswordsBusyError),
)
async def set_up_school(
    body: SetupRequest, request: Request, response: Response, accounts: AccountsService, here: From
) -> Account:
    """Make a school and its first administrator, by the link that the server prints; signs them in."""
    wanted = NewSchool(body.school, body.name, body.password)
    return entered(request, response, await accounts.set_up(body.secret, wanted, here))


@router.post(
    "/sessions",
    status_code=201,
    dependencies=JSON,
    responses=problems(*REFUSED, WrongPasswordError, ThrottledError, PasswordsBusyError),
)
async def sign_in(
    body: SignInRequest, request: Request, response: Response, accounts: AccountsService, here: From
) -> Account:
    """Sign in: a new session, whatever cookie came with the request."""
    return entered(
        request, response, await accounts.sign_in(body.school or None, body.name, body.password, here)
    )


@router.delete("/sessions/current", status_code=204, responses=problems(StorageUnavailableError))
def sign_out(request: Request, response: Response, accounts: AccountsService, here: From) -> None:
    """Sign out here; harmless where nobody is signed in."""
    if here.secret:
        accounts.sign_out(here.secret)
    forget(response, request)


def entered(request: Request, response: Response, opened: Opened) -> Account:
    """The account that has just been entered, its cookie set."""
    remember(response, request, opened)
    return Account(open=True, required=False, person=opened.standing.person, school=opened.standing.school)
