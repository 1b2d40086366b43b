"""Classes and the codes that join them, and what a school asks of those who practise."""

from typing import Annotated, cast

from fastapi import APIRouter, Depends, Path, Request, Response
from pydantic import Field

from markscheme.domain.base import Noun
from markscheme.domain.errors import (
    NameTakenError,
    NotAllowedError,
    NotSignedInError,
    PasswordsBusyError,
    RateLimitedError,
    ThrottledError,
    UnknownClassError,
    UnknownCodeError,
    WeakPasswordError,
)
from markscheme.domain.people import Name, Person, School, SchoolClass
from markscheme.web.limits import RateLimit
from markscheme.web.openapi import problems
from markscheme.web.texts import Clean

from .class_store import ListedClass
from .classes import Classes
from .guard import AccountsService, From, SignedIn, own_page
from .routes import JSON, REFUSED, Account, Password, entered

router = APIRouter(prefix="/api/v1", tags=["accounts"], dependencies=[Depends(own_page)])
REFUSED_TO_OTHERS = (NotSignedInError, NotAllowedError)
Code = Annotated[
    Clean, Field(max_length=40, description="A class's code; spaces, hyphens and letter case do not count")
]
ClassId = Annotated[str, Path(max_length=64, description="The id of a class one teaches")]


class ClassRequest(Noun):
    """A class to make."""

    name: Name


class CodeRequest(Noun):
    """A class's code."""

    code: Code


class JoinRequest(CodeRequest):
    """A student who comes by a class's code."""

    name: Name
    password: Password


class SchoolRequest(Noun):
    """What the school asks."""

    accounts_required: bool


class ClassOfCode(Noun):
    """What a code joins, as one may know it before joining."""

    name: str
    school: str


class ClassList(Noun):
    """The classes one teaches, or all of the school's."""

    items: tuple[ListedClass, ...]


class StudentList(Noun):
    """Who is in a class."""

    items: tuple[Person, ...]


async def service(request: Request) -> Classes:
    """The service that this app was assembled with."""
    return cast(Classes, request.app.state.classes)


async def code_tried(request: Request) -> None:
    """Count a code against the address it comes from: a class may join at once, and nobody can try many."""
    limit: RateLimit = request.app.state.code_limit
    try:
        limit.take(request.client.host if request.client else "")
    except RateLimitedError as error:
        raise ThrottledError(error.retry_after) from None


Service = Annotated[Classes, Depends(service)]
BY_CODE = [*JSON, Depends(code_tried)]


@router.get("/classes", responses=problems(*REFUSED_TO_OTHERS))
def list_classes(here: SignedIn, classes: Service) -> ClassList:
    """The classes one teaches; all of the school's for heads of department and administrators."""
    return ClassList(items=tuple(classes.taught(here)))


@router.post("/classes", status_code=201, dependencies=JSON, responses=problems(*REFUSED, *REFUSED_TO_OTHERS))
def create_class(body: ClassRequest, here: SignedIn, classes: Service) -> SchoolClass:
    """Make a class, with a code that students join it by."""
    return classes.create(here, body.name)


@router.get("/classes/{class_id}/students", responses=problems(*REFUSED_TO_OTHERS, UnknownClassError))
def list_students(class_id: ClassId, here: SignedIn, classes: Service) -> StudentList:
    """Who is in a class, by name."""
    return StudentList(items=tuple(classes.students(here, class_id)))


@router.post("/classes/{class_id}/code", responses=problems(*REFUSED_TO_OTHERS, UnknownClassError))
def renew_code(class_id: ClassId, here: SignedIn, classes: Service) -> SchoolClass:
    """Give a class another code; the one before joins nothing any more."""
    return classes.new_code(here, class_id)


@router.post("/codes", dependencies=BY_CODE, responses=problems(*REFUSED, UnknownCodeError, ThrottledError))
def read_code(body: CodeRequest, classes: Service) -> ClassOfCode:
    """What a code joins."""
    found, school = classes.of_code(body.code)
    return ClassOfCode(name=found.name, school=school.name)


@router.post(
    "/joins",
    status_code=201,
    dependencies=BY_CODE,
    responses=problems(*REFUSED, UnknownCodeError, NameTakenError, WeakPasswordError, ThrottledError,
                       PasswordsBusyError),
)  # fmt: skip
async def join_class(
    body: JoinRequest, request: Request, response: Response, classes: Service, here: From
) -> Account:
    """Come as a new student by a class's code; signs them in. A code never gives more than that."""
    return entered(request, response, await classes.join(body.code, body.name, body.password, here))


@router.post(
    "/memberships",
    status_code=201,
    dependencies=BY_CODE,
    responses=problems(*REFUSED, *REFUSED_TO_OTHERS, UnknownCodeError, ThrottledError),
)
def join_another_class(body: CodeRequest, here: SignedIn, classes: Service) -> ClassOfCode:
    """Join one more class as the student one is."""
    return ClassOfCode(name=classes.join_as(here, body.code).name, school=here.school.name)


@router.patch("/school", dependencies=JSON, responses=problems(*REFUSED, *REFUSED_TO_OTHERS))
def change_school(body: SchoolRequest, here: SignedIn, accounts: AccountsService) -> School:
    """Say whether practice needs an account."""
    return accounts.require_accounts(here, body.accounts_required)
