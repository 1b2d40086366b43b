"""Classes: a teacher makes one and tells its code, students come by the code."""

import secrets
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from anyio.to_thread import run_sync

from markscheme.db.database import Database, Transaction
from markscheme.domain.errors import NotAllowedError, UnknownClassError, UnknownCodeError
from markscheme.domain.people import (
    CODE_LENGTH,
    CODE_LETTERS,
    Person,
    School,
    SchoolClass,
    Standing,
    plain_code,
)

from . import class_store, store
from .authority import authorize
from .class_store import ListedClass
from .service import Accounts, Opened, Place, new_id, refuse_weak

CODE_LASTS = timedelta(days=28)


class Classes:
    """The classes of a school, for who teaches and for who joins."""

    def __init__(self, database: Database, accounts: Accounts,
                 clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:  # fmt: skip
        self._database = database
        self._accounts = accounts
        self._clock = clock

    def create(self, here: Standing, name: str) -> SchoolClass:
        """A new class of the asker's; raises NotAllowedError."""
        teacher, now = authorize(here.person, "teach"), self._clock()
        made = SchoolClass(
            id=new_id(), school_id=teacher.school_id, teacher_id=teacher.id, name=name, code=_code(),
            code_expires=now + CODE_LASTS,
        )  # fmt: skip
        with self._database.write() as connection:
            class_store.add(connection, made, now)
        return made

    def taught(self, here: Standing) -> Sequence[ListedClass]:
        """A teacher's own classes; all of the school's for a head of department or an administrator."""
        asker = authorize(here.person, "teach")
        with self._database.read() as connection:
            return class_store.of_school(
                connection, asker.school_id, asker.id if asker.role == "teacher" else None
            )

    def students(self, here: Standing, class_id: str) -> Sequence[Person]:
        """Who is in a class; raises UnknownClassError where it is not the asker's to see."""
        with self._database.read() as connection:
            return class_store.students(connection, self._open_to(connection, here, class_id).id)

    def new_code(self, here: Standing, class_id: str) -> SchoolClass:
        """The class with another code; the one before joins nothing. Raises UnknownClassError."""
        code, expires = _code(), self._clock() + CODE_LASTS
        with self._database.write() as connection:
            found = self._open_to(connection, here, class_id)
            class_store.set_code(connection, found.id, code, expires)
        return found.model_copy(update={"code": code, "code_expires": expires})

    def of_code(self, typed: str) -> tuple[SchoolClass, School]:
        """What a code joins; raises UnknownCodeError."""
        with self._database.read() as connection:
            return self._of_code(connection, typed)

    async def join(self, typed: str, name: str, password: str, place: Place) -> Opened:
        """A new student in the class of a code, signed in.

        Raises UnknownCodeError, NameTakenError, WeakPasswordError, PasswordsBusyError.
        """
        _, school = await run_sync(self.of_code, typed)
        refuse_weak(password, name, school.name, school.code)
        return await run_sync(self._enter, typed, name, await self._accounts.passwords.hash(password), place)

    def join_as(self, here: Standing, typed: str) -> SchoolClass:
        """Put a student who is signed in into one more class. Raises UnknownCodeError, NotAllowedError for others."""
        with self._database.write() as connection:
            found, _ = self._of_code(connection, typed)
            authorize(here.person, "own-account", found, unknown=UnknownCodeError())
            if here.person.role != "student":
                raise NotAllowedError
            class_store.enrol(connection, found.id, here.person.id, self._clock())
        return found

    def _enter(self, typed: str, name: str, password: str, place: Place) -> Opened:
        now = self._clock()
        with self._database.write() as connection:
            # Asked again: the code may have been changed while the password was hashed.
            found, school = self._of_code(connection, typed)
            student = Person(
                id=new_id(), school_id=school.id, name=name, role="student", active=True, created=now
            )
            store.add(connection, student, password)
            class_store.enrol(connection, found.id, student.id, now)
            return self._accounts.open(connection, store.Known(student, school, password), place)

    def _of_code(self, connection: Transaction, typed: str) -> tuple[SchoolClass, School]:
        found = class_store.by_code(connection, plain_code(typed), self._clock())
        teacher = store.known(connection, found.teacher_id) if found else None
        if found is None or teacher is None or not teacher.person.active:
            raise UnknownCodeError
        return found, teacher.school

    def _open_to(self, connection: Transaction, here: Standing, class_id: str) -> SchoolClass:
        authorize(here.person, "teach")
        found = class_store.get(connection, class_id)
        if found is None:
            raise UnknownClassError
        authorize(here.person, "teach", found, unknown=UnknownClassError())
        return found


def _code() -> str:
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
