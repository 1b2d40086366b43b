"""Schools, and the people in them."""

import unicodedata
from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from .base import Noun

Role = Literal["student", "teacher", "head_of_department", "administrator"]
STAFF: tuple[Role, ...] = ("teacher", "head_of_department", "administrator")
MOST_NAME = 60
LEAST_PASSWORD = 8
MOST_PASSWORD = 200
# None of these looks or sounds like another: no 0 and O, 1 and I, 2 and Z, 5 and S, 8 and B, U and V.
CODE_LETTERS = "ACDEFGHJKMNPQRTWXY34679"
CODE_LENGTH = 8
# Persian and several Indian scripts write with these two; no other invisible character belongs in a name.
JOINERS = "\u200c\u200d"


def tidy(name: str) -> str:
    """A name as it is shown: NFC, single spaces. Raises ValueError for one with nothing to read or with controls."""
    shown = " ".join(unicodedata.normalize("NFC", name[: 4 * MOST_NAME]).split())
    if any(unicodedata.category(each)[0] == "C" and each not in JOINERS for each in shown):
        raise ValueError("holds a character that cannot be seen; type the name again")
    if len(shown) > MOST_NAME or len(name) > 4 * MOST_NAME:
        raise ValueError(f"is longer than {MOST_NAME} characters; shorten it")
    if not any(unicodedata.category(each)[0] in "LN" for each in shown):
        raise ValueError("has no letter or digit; type a name")
    return shown


def name_key(name: str) -> str:
    """What two spellings of one name share: letter case, width, spacing and joiners do not count."""
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return " ".join("".join(each for each in plain if each not in JOINERS).split())


def plain_code(typed: str) -> str:
    """A class's code as stored, whatever the letter case, spaces and hyphens it was typed with."""
    return "".join(each for each in typed.upper() if each.isalnum())


Name = Annotated[str, AfterValidator(tidy), Field(description=f"A name, at most {MOST_NAME} characters")]


class School(Noun):
    """A school: nothing in one is seen from another."""

    id: str
    name: str
    code: str
    accounts_required: bool


class Person(Noun):
    """Somebody with an account, in one school."""

    id: str
    school_id: str
    name: str
    role: Role
    active: bool
    created: datetime

    @property
    def owner(self) -> str:
        """Under what their answers are stored."""
        return f"person:{self.id}"


class Session(Noun):
    """One place where a person is signed in; `id` is a handle to end it by, not the secret."""

    id: str
    device: str
    created: datetime
    seen: datetime


class Standing(Noun):
    """Who is there, in which school, by which session."""

    person: Person
    school: School
    session: Session


class SchoolClass(Noun):
    """A class: who teaches it, and the code that students join it by until it expires."""

    id: str
    school_id: str
    teacher_id: str
    name: str
    code: str
    code_expires: datetime
