"""The people of a school, for who administers it; and the links by which somebody chooses a password."""

from typing import Annotated, Literal, cast

from fastapi import APIRouter, Depends, Path, Request, Response

from markscheme.domain.base import Noun
from markscheme.domain.errors import (
    InvalidCursorError,
    LastAdministratorError,
    NameTakenError,
    NotAllowedError,
    NotSignedInError,
    PasswordsBusyError,
    SpentLinkError,
    UnknownPersonError,
    WeakPasswordError,
)
from markscheme.domain.people import Name, Person
from markscheme.web.openapi import problems
from markscheme.web.paging import Cursor, Limit, decode_cursor, encode_cursor

from .guard import AccountsService, From, SignedIn, own_page
from .people import People
from .routes import JSON, REFUSED, Account, Password, Secret, entered
from .store import Listed

router = APIRouter(prefix="/api/v1", tags=["accounts"], dependencies=[Depends(own_page)])
REFUSED_TO_OTHERS = (NotSignedInError, NotAllowedError)


class PeoplePage(Noun):
    """Some of the people of a school, by name, and where the list goes on."""

    items: tuple[Listed, ...]
    next_cursor: str | None


class InvitationRequest(Noun):
    """Somebody to invite; students come by a class's code instead."""

    name: Name
    role: Literal["teacher", "head_of_department", "administrator"] = "teacher"


class PersonRequest(Noun):
    """What shall be so."""

    active: bool


class Invitation(Noun):
    """A person, and what stands after `#` in the link by which they choose a password. It is told once."""

    person: Person
    secret: str


class TakeUpRequest(Noun):
    """A password, by a one-time link."""

    secret: Secret
    password: Password


async def service(request: Request) -> People:
    """The service that this app was assembled with."""
    return cast(People, request.app.state.people)


Service = Annotated[People, Depends(service)]
PersonId = Annotated[str, Path(max_length=64, description="The id of somebody in one's school")]


@router.get("/people", responses=problems(*REFUSED_TO_OTHERS, InvalidCursorError))
def list_people(here: SignedIn, people: Service, limit: Limit = 100, cursor: Cursor = None) -> PeoplePage:
    """Everybody in one's school, by name."""
    place = decode_cursor(cursor, 2)
    found, last = people.page(here, limit, (place[0], place[1]) if place else None)
    return PeoplePage(items=tuple(found), next_cursor=encode_cursor(*last) if last else None)


@router.post(
    "/people",
    status_code=201,
    dependencies=JSON,
    responses=problems(*REFUSED, *REFUSED_TO_OTHERS, NameTakenError),
)
def invite_person(body: InvitationRequest, here: SignedIn, people: Service) -> Invitation:
    """Invite somebody who teaches or administers, by a one-time link that lasts a week."""
    person, secret = people.invite(here, body.name, body.role)
    return Invitation(person=person, secret=secret)


@router.post(
    "/people/{person_id}/links",
    status_code=201,
    responses=problems(*REFUSED_TO_OTHERS, UnknownPersonError),
)
def make_link(person_id: PersonId, here: SignedIn, people: Service) -> Invitation:
    """A new one-time link for somebody who lost theirs or forgot their password; earlier ones end."""
    person, secret = people.link(here, person_id)
    return Invitation(person=person, secret=secret)


@router.patch(
    "/people/{person_id}",
    dependencies=JSON,
    responses=problems(*REFUSED, *REFUSED_TO_OTHERS, UnknownPersonError, LastAdministratorError),
)
def change_person(person_id: PersonId, body: PersonRequest, here: SignedIn, people: Service) -> Person:
    """Deactivate somebody, or take that back; nothing they made is deleted."""
    return people.set_active(here, person_id, body.active)


@router.post(
    "/links/password",
    status_code=201,
    dependencies=JSON,
    responses=problems(*REFUSED, SpentLinkError, WeakPasswordError, PasswordsBusyError),
)
async def take_up_link(
    body: TakeUpRequest, request: Request, response: Response, accounts: AccountsService, here: From
) -> Account:
    """Choose a password by a one-time link; signs its person in here, and out everywhere else."""
    return entered(request, response, await accounts.take_up(body.secret, body.password, here))
