"""What an administrator may do for the people of their school: invite, let back in, deactivate."""

import secrets
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from markscheme.db.database import Database, Transaction
from markscheme.domain.errors import LastAdministratorError, UnknownPersonError
from markscheme.domain.people import Person, Role, Standing

from . import link_store, session_store, store
from .authority import authorize
from .service import hashed, new_id
from .store import Listed

INVITATION_LASTS = timedelta(days=7)
RESET_LASTS = timedelta(hours=24)


class People:
    """The people of a school, for who administers it. Every method raises NotAllowedError where the asker does not."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._database = database
        self._clock = clock

    def page(
        self, here: Standing, limit: int, after: tuple[str, str] | None = None
    ) -> tuple[Sequence[Listed], tuple[str, str] | None]:
        """The people of the asker's school by name, and the place to go on from."""
        asker = authorize(here.person, "manage-people")
        with self._database.read() as connection:
            found = store.page(connection, asker.school_id, limit + 1, after)
        last = found[limit - 1] if len(found) > limit else None
        return found[:limit], store.place_of(last) if last else None

    def invite(self, here: Standing, name: str, role: Role) -> tuple[Person, str]:
        """A new person without a password, and the secret of the link by which they choose one.

        Raises NameTakenError.
        """
        asker = authorize(here.person, "manage-people")
        now = self._clock()
        person = Person(
            id=new_id(), school_id=asker.school_id, name=name, role=role, active=True, created=now
        )
        with self._database.write() as connection:
            store.add(connection, person, None)
            return person, self._link(connection, person.id, now, INVITATION_LASTS)

    def link(self, here: Standing, person_id: str) -> tuple[Person, str]:
        """The secret of a link by which the person chooses a password anew; it ends their earlier links.

        Raises UnknownPersonError, also for one who is deactivated.
        """
        with self._database.write() as connection:
            known = self._of_the_school(connection, here, person_id)
            if not known.person.active:
                raise UnknownPersonError
            lasts = RESET_LASTS if known.password else INVITATION_LASTS
            return known.person, self._link(connection, person_id, self._clock(), lasts)

    def set_active(self, here: Standing, person_id: str, active: bool) -> Person:
        """Deactivate somebody, or take that back. Sessions and links end at once; nothing they made is deleted.

        Raises UnknownPersonError, LastAdministratorError.
        """
        with self._database.write() as connection:
            person = self._of_the_school(connection, here, person_id).person
            store.set_active(connection, person_id, active)
            if not store.administered(connection, person.school_id):
                raise LastAdministratorError
            if not active:
                session_store.end_all(connection, person_id)
                link_store.end_of(connection, person_id)
        return person.model_copy(update={"active": active})

    def _of_the_school(self, connection: Transaction, here: Standing, person_id: str) -> store.Known:
        authorize(here.person, "manage-people")
        known = store.known(connection, person_id)
        if known is None:
            raise UnknownPersonError
        authorize(here.person, "manage-people", known.person, unknown=UnknownPersonError())
        return known

    def _link(self, connection: Transaction, person_id: str, now: datetime, lasts: timedelta) -> str:
        secret = secrets.token_urlsafe(32)
        link_store.add(connection, hashed(secret), person_id, now, now + lasts)
        return secret
