"""What can be done about being here: set a school up, sign in, be known again, sign out."""

import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from anyio.to_thread import run_sync

from markscheme.db.database import Database, Transaction
from markscheme.domain.errors import SpentLinkError, WeakPasswordError, WrongPasswordError
from markscheme.domain.people import Person, School, Session, Standing, name_key

from . import link_store, session_store, store
from .authority import authorize
from .passwords import Passwords
from .throttle import Throttle

SETUP_LASTS = timedelta(hours=24)
# A session is noted as seen no more often than this, so that reading costs no write.
SEEN_EVERY = timedelta(minutes=10)


@dataclass(frozen=True)
class Place:
    """From where somebody acts: their address, a plain name for the device, and the session they come with."""

    address: str
    device: str
    secret: str | None = None


@dataclass(frozen=True)
class Opened:
    """A new session: who is there now, and the secret that only they get."""

    standing: Standing
    secret: str


@dataclass(frozen=True)
class NewSchool:
    """What the first administrator says of the school and of themselves."""

    school: str
    name: str
    password: str


def hashed(secret: str) -> str:
    """What is stored of a secret; long random secrets need no slow hash."""
    return sha256(secret.encode()).hexdigest()


def new_id() -> str:
    """A new id that nobody can guess."""
    return secrets.token_urlsafe(16)


def refuse_weak(password: str, *known: str) -> None:
    """Raise WeakPasswordError for one that is made of what everybody knows, or of one or two characters."""
    plain = name_key(password).replace(" ", "")
    if len(set(plain)) < 4 or plain in {name_key(each).replace(" ", "") for each in known}:
        raise WeakPasswordError


class Accounts:
    """Setting up and signing in."""

    def __init__(self, database: Database, passwords: Passwords, throttle: Throttle | None = None,
                 clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:  # fmt: skip
        self._database = database
        self.passwords = passwords
        self._throttle = throttle or Throttle()
        self._clock = clock
        # Asked at every mark without an account; one process serves a file, so nobody else changes it.
        self._needed: bool | None = None

    def setup_secret(self, *, another: bool = False) -> str | None:
        """A secret for the link that sets a school up, where nobody administers one yet or `another` is wanted.

        Earlier ones that were not used end.
        """
        secret, now = secrets.token_urlsafe(32), self._clock()
        with self._database.read() as connection:
            if not another and store.any_administrator(connection):
                return None
        with self._database.write() as connection:
            link_store.end_setup(connection)
            link_store.add(connection, hashed(secret), None, now, now + SETUP_LASTS)
        return secret

    def whose_link(self, secret: str) -> store.Known | None:
        """Whose one-time link it is, None where it sets a school up; raises SpentLinkError."""
        with self._database.read() as connection:
            person_id = link_store.person_of(connection, hashed(secret), self._clock())
            return store.known(connection, person_id) if person_id else None

    async def set_up(self, secret: str, wanted: NewSchool, place: Place) -> Opened:
        """Make a school and its first administrator, signed in. Raises SpentLinkError, WeakPasswordError."""
        refuse_weak(wanted.password, wanted.name, wanted.school)
        if await run_sync(self.whose_link, secret) is not None:
            raise SpentLinkError
        password = await self.passwords.hash(wanted.password)
        return await run_sync(self._found_school, secret, wanted, password, place)

    async def take_up(self, secret: str, password: str, place: Place) -> Opened:
        """Choose a password by a one-time link; every session of the person ends and a new one begins.

        Raises SpentLinkError, WeakPasswordError, PasswordsBusyError.
        """
        known = await run_sync(self.whose_link, secret)
        if known is None:
            raise SpentLinkError
        refuse_weak(password, known.person.name, known.school.name, known.school.code)
        return await run_sync(self._take_up, secret, await self.passwords.hash(password), place)

    async def sign_in(self, school: str | None, name: str, password: str, place: Place) -> Opened:
        """A new session. Raises WrongPasswordError, ThrottledError, PasswordsBusyError; nothing tells who exists."""
        key = ((school or "").strip().lower(), name_key(name), place.address)
        self._throttle.take(*key)
        known = await run_sync(self._by_name, school, name)
        usable = known is not None and known.person.active
        right = await self.passwords.right(password, known.password if known and usable else None)
        if known is None or not usable or not right:
            raise WrongPasswordError
        opened = await run_sync(self._sign_in, known, place)
        self._throttle.clear(*key)
        return opened

    def standing(self, secret: str) -> Standing | None:
        """Who comes with this session, if it lasts."""
        now = self._clock()
        with self._database.read() as connection:
            found = session_store.standing(connection, hashed(secret), now)
        if found is not None and now - found.session.seen > SEEN_EVERY:
            with self._database.write() as connection:
                session_store.touch(connection, hashed(secret), now)
        return found

    def only_school(self) -> School | None:
        """The school of a server that has one; None with several, or none."""
        with self._database.read() as connection:
            return store.only_school(connection)

    def any_school(self) -> bool:
        """Whether anybody can sign in here at all."""
        with self._database.read() as connection:
            return store.any_administrator(connection)

    def account_needed(self) -> bool:
        """Whether practice needs an account: every school here wants it, and there is one."""
        if self._needed is None:
            with self._database.read() as connection:
                self._needed = store.accounts_required(connection)
        return self._needed

    def require_accounts(self, here: Standing, required: bool) -> School:
        """Say whether the asker's school wants an account for practice; raises NotAllowedError."""
        authorize(here.person, "change-school")
        with self._database.write() as connection:
            store.require_accounts(connection, here.school.id, required)
        self._needed = None
        return here.school.model_copy(update={"accounts_required": required})

    def sign_out(self, secret: str) -> None:
        """End the session."""
        with self._database.write() as connection:
            session_store.end(connection, hashed(secret))

    def open(self, connection: Transaction, known: store.Known, place: Place) -> Opened:
        """A new session within a transaction; the one that its sender came with ends."""
        secret, now = secrets.token_urlsafe(32), self._clock()
        if place.secret:
            session_store.end(connection, hashed(place.secret))
        session = Session(id=new_id(), device=place.device, created=now, seen=now)
        session_store.add(
            connection,
            session_store.NewSession(hashed(secret), session.id, known.person.id, session.device),
            now,
        )
        return Opened(Standing(person=known.person, school=known.school, session=session), secret)

    def _by_name(self, school: str | None, name: str) -> store.Known | None:
        with self._database.read() as connection:
            return store.by_name(connection, school, name)

    def _sign_in(self, known: store.Known, place: Place) -> Opened:
        with self._database.write() as connection:
            # While the password was checked, another may have been set or the person deactivated.
            now = store.known(connection, known.person.id)
            if now is None or not now.person.active or now.password != known.password:
                raise WrongPasswordError
            return self.open(connection, now, place)

    def _take_up(self, secret: str, password: str, place: Place) -> Opened:
        with self._database.write() as connection:
            person_id = link_store.person_of(connection, hashed(secret), self._clock())
            known = store.known(connection, person_id) if person_id else None
            if known is None or not known.person.active:
                raise SpentLinkError
            link_store.use(connection, hashed(secret), self._clock())
            store.set_password(connection, known.person.id, password)
            session_store.end_all(connection, known.person.id)
            return self.open(connection, known, place)

    def _found_school(self, secret: str, wanted: NewSchool, password: str, place: Place) -> Opened:
        created = self._clock()
        with self._database.write() as connection:
            link_store.use(connection, hashed(secret), created)
            school = School(
                id=new_id(), name=wanted.school, code=_free_code(connection, wanted.school),
                accounts_required=False,
            )  # fmt: skip
            store.add_school(connection, school, created)
            person = Person(
                id=new_id(), school_id=school.id, name=wanted.name, role="administrator", active=True,
                created=created,
            )  # fmt: skip
            store.add(connection, person, password)
            opened = self.open(connection, store.Known(person, school, password), place)
        self._needed = None
        return opened


def _free_code(connection: Transaction, name: str) -> str:
    """What one types for the school: its name in plain letters, told apart where another has the same."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = "".join(each if each.isalnum() else " " for each in plain).split()
    code = "-".join(words)[:40].strip("-") or "school"
    while not store.code_is_free(connection, code):
        code = f"{code[:40]}-{secrets.token_hex(2)}"
    return code
