"""What somebody may do with their own account: see where they are signed in, end that, choose another password."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from anyio.to_thread import run_sync

from markscheme.db.database import Database
from markscheme.domain.errors import NotSignedInError, UnknownSessionError, WrongPasswordError
from markscheme.domain.people import Session, Standing

from . import link_store, session_store, store
from .service import Accounts, Opened, Place, refuse_weak
from .throttle import Throttle


class OwnAccount:
    """A person's own sessions and password."""

    def __init__(self, database: Database, accounts: Accounts, throttle: Throttle | None = None,
                 clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:  # fmt: skip
        self._database = database
        self._accounts = accounts
        self._throttle = throttle or Throttle()
        self._clock = clock

    def sessions(self, here: Standing) -> Sequence[Session]:
        """Where the person is signed in, the latest first."""
        with self._database.read() as connection:
            return session_store.of(connection, here.person.id, self._clock())

    def end(self, here: Standing, session_id: str) -> None:
        """End one of the person's sessions; raises UnknownSessionError."""
        with self._database.write() as connection:
            if not session_store.end_one(connection, here.person.id, session_id):
                raise UnknownSessionError

    def end_others(self, here: Standing) -> None:
        """End every session of the person but this one."""
        with self._database.write() as connection:
            session_store.end_all(connection, here.person.id, but=here.session.id)

    async def change_password(self, here: Standing, current: str, new: str, place: Place) -> Opened:
        """Set another password; every session ends, and a new one begins here.

        Raises WrongPasswordError, WeakPasswordError, ThrottledError, PasswordsBusyError.
        """
        key = (here.person.id, place.address)
        self._throttle.take(*key)
        known = await run_sync(self._known, here)
        if not await self._accounts.passwords.right(current, known.password):
            raise WrongPasswordError
        self._throttle.clear(*key)
        refuse_weak(new, here.person.name, here.school.name, here.school.code)
        return await run_sync(self._set, known, await self._accounts.passwords.hash(new), place)

    def _known(self, here: Standing) -> store.Known:
        with self._database.read() as connection:
            known = store.known(connection, here.person.id)
        if known is None:
            raise NotSignedInError
        return known

    def _set(self, known: store.Known, password: str, place: Place) -> Opened:
        with self._database.write() as connection:
            # While the passwords were worked on, another may have been set or the person deactivated.
            now = store.known(connection, known.person.id)
            if now is None or not now.person.active or now.password != known.password:
                raise WrongPasswordError
            store.set_password(connection, known.person.id, password)
            session_store.end_all(connection, known.person.id)
            link_store.end_of(connection, known.person.id)
            return self._accounts.open(connection, now, place)
