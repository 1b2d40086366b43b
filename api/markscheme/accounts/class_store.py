"""The classes and members tables: rows in, nouns out."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from markscheme.db.database import moment
from markscheme.db.tables import classes, members, people
from markscheme.domain.people import Person, SchoolClass


class ListedClass(SchoolClass):
    """A class in a list: a second class because it says who teaches it and how many are in it."""

    teacher: str
    students: int


def add(connection: Connection, made: SchoolClass, created: datetime) -> None:
    """Store a new class."""
    row = made.model_dump() | {"code_expires": moment(made.code_expires), "created": moment(created)}
    connection.execute(insert(classes).values(row))


def get(connection: Connection, class_id: str) -> SchoolClass | None:
    """A class by its id."""
    row = connection.execute(select(classes).where(classes.c.id == class_id)).first()
    return _class(row) if row else None


def by_code(connection: Connection, code: str, now: datetime) -> SchoolClass | None:
    """The class that a code joins, while it lasts."""
    query = select(classes).where(classes.c.code == code, classes.c.code_expires > moment(now))
    row = connection.execute(query).first()
    return _class(row) if row else None


def set_code(connection: Connection, class_id: str, code: str, expires: datetime) -> None:
    """Give a class another code; the one before joins nothing."""
    changed = update(classes).where(classes.c.id == class_id)
    connection.execute(changed.values(code=code, code_expires=moment(expires)))


def of_school(connection: Connection, school_id: str, teacher_id: str | None) -> Sequence[ListedClass]:
    """The classes of a school, or those of one teacher, by name."""
    count = select(func.count()).where(members.c.class_id == classes.c.id).scalar_subquery()
    query = select(classes, people.c.name.label("teacher"), count.label("students"))
    query = query.join_from(classes, people).where(classes.c.school_id == school_id)
    if teacher_id is not None:
        query = query.where(classes.c.teacher_id == teacher_id)
    rows = connection.execute(query.order_by(classes.c.name, classes.c.id))
    return [
        ListedClass.model_validate({name: row._mapping[name] for name in ListedClass.model_fields})
        for row in rows
    ]


def enrol(connection: Connection, class_id: str, person_id: str, now: datetime) -> None:
    """Put a person into a class; harmless where they are in it."""
    row = {"class_id": class_id, "person_id": person_id, "joined": moment(now)}
    connection.execute(insert(members).prefix_with("OR IGNORE").values(row))


def students(connection: Connection, class_id: str) -> Sequence[Person]:
    """Who is in a class, by name."""
    columns = [people.c[name] for name in Person.model_fields]
    query = select(*columns).join_from(people, members).where(members.c.class_id == class_id)
    rows = connection.execute(query.order_by(people.c.name_key, people.c.id))
    return [Person.model_validate(dict(row._mapping)) for row in rows]


def _class(row: Row[Any]) -> SchoolClass:
    return SchoolClass.model_validate({name: row._mapping[name] for name in SchoolClass.model_fields})
