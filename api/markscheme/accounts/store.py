"""The schools and people tables: rows in, nouns out. Knows nothing of HTTP."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select, tuple_, update

from markscheme.db.database import moment
from markscheme.db.tables import people, schools
from markscheme.domain.errors import NameTakenError
from markscheme.domain.people import Person, School, name_key


@dataclass(frozen=True)
class Known:
    """A person with what only sign-in may see: the hash of their password, if they have one."""

    person: Person
    school: School
    password: str | None


class Listed(Person):
    """A person in a list: a second class because it says whether they have ever chosen a password."""

    joined: bool


def add_school(connection: Connection, school: School, created: datetime) -> None:
    """Store a new school."""
    connection.execute(insert(schools).values(school.model_dump() | {"created": moment(created)}))


def code_is_free(connection: Connection, code: str) -> bool:
    """Whether no school has this code."""
    return connection.execute(select(schools.c.id).where(schools.c.code == code)).first() is None


def only_school(connection: Connection) -> School | None:
    """The school of a server that has one; None with several, or none."""
    rows = connection.execute(select(schools).limit(2)).all()
    return _school(rows[0]) if len(rows) == 1 else None


def accounts_required(connection: Connection) -> bool:
    """Whether every school there is wants an account for practice; False where there is none."""
    wants = connection.execute(select(schools.c.accounts_required)).scalars().all()
    return bool(wants) and all(wants)


def require_accounts(connection: Connection, school_id: str, required: bool) -> None:
    """Say whether a school wants an account for practice."""
    chosen = update(schools).where(schools.c.id == school_id)
    connection.execute(chosen.values(accounts_required=required))


def any_administrator(connection: Connection) -> bool:
    """Whether somebody can administer anything here."""
    return connection.execute(_administrators()).first() is not None


def add(connection: Connection, person: Person, password: str | None) -> None:
    """Store a new person; raises NameTakenError."""
    taken = select(people.c.id).where(
        people.c.school_id == person.school_id, people.c.name_key == name_key(person.name)
    )
    if connection.execute(taken).first() is not None:
        raise NameTakenError
    row = person.model_dump() | {
        "name_key": name_key(person.name),
        "created": moment(person.created),
        "password": password,
    }
    connection.execute(insert(people).values(row))


def known(connection: Connection, person_id: str) -> Known | None:
    """A person by their id."""
    query = _known().where(people.c.id == person_id)
    row = connection.execute(query).first()
    return known_of(row) if row else None


def by_name(connection: Connection, school_code: str | None, name: str) -> Known | None:
    """A person by what they type to sign in; the school may be left out where there is one only."""
    query = _known().where(people.c.name_key == name_key(name))
    if school_code:
        query = query.where(schools.c.code == school_code.strip().lower())
    elif only_school(connection) is None:
        return None
    row = connection.execute(query).first()
    return known_of(row) if row else None


def set_password(connection: Connection, person_id: str, password: str) -> None:
    """Replace the hash of a person's password."""
    connection.execute(update(people).where(people.c.id == person_id).values(password=password))


def known_columns() -> list[Any]:
    """What `known_of` reads: a person's columns, then their school's."""
    person = [column.label(f"person_{column.name}") for column in people.c]
    return person + [column.label(f"school_{column.name}") for column in schools.c]


def known_of(row: Row[Any]) -> Known:
    """The person and school in a row of `known_columns`."""
    found = row._mapping
    person = {name: found[f"person_{name}"] for name in Person.model_fields}
    school = {name: found[f"school_{name}"] for name in School.model_fields}
    return Known(
        Person.model_validate(person),
        School.model_validate(school),
        found[f"person_{people.c.password.name}"],
    )


def set_active(connection: Connection, person_id: str, active: bool) -> None:
    """Deactivate a person, or take that back."""
    connection.execute(update(people).where(people.c.id == person_id).values(active=active))


def administered(connection: Connection, school_id: str) -> bool:
    """Whether somebody can administer this school."""
    return connection.execute(_administrators().where(people.c.school_id == school_id)).first() is not None


def page(
    connection: Connection, school_id: str, limit: int, after: tuple[str, str] | None
) -> Sequence[Listed]:
    """The people of a school by name, after the (name key, id) `after`."""
    columns = [people.c[name] for name in Person.model_fields]
    query = select(*columns, people.c.password.is_not(None).label("joined"))
    query = query.where(people.c.school_id == school_id)
    if after is not None:
        query = query.where(tuple_(people.c.name_key, people.c.id) > tuple_(*after))
    rows = connection.execute(query.order_by(people.c.name_key, people.c.id).limit(limit))
    return [Listed.model_validate(dict(row._mapping)) for row in rows]


def place_of(person: Person) -> tuple[str, str]:
    """Where a person stands in the list of a school."""
    return name_key(person.name), person.id


def _known() -> Select[Any]:
    return select(*known_columns()).join_from(people, schools)


def _school(row: Row[Any]) -> School:
    return School.model_validate({name: row._mapping[name] for name in School.model_fields})


def _administrators() -> Select[Any]:
    query = select(people.c.id).where(people.c.role == "administrator", people.c.active)
    return query.where(people.c.password.is_not(None)).limit(1)
