"""The embedded database: many readers, one writer, and a reply only after a durable commit."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryFile
from threading import Lock
from types import ModuleType
from typing import Self

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, TimeoutError

from markscheme.domain.errors import StorageUnavailableError

# Before this version two connections that write at once can corrupt a write-ahead log.
SOUND_SQLITE = (3, 51, 3)
WRITER_WAIT_SECONDS = 10.0
READERS = 5
LEAST_FREE_BYTES = 16 * 2**20
# What a room's service may name without knowing what makes it.
Transaction = Connection
PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "busy_timeout = 5000")


class Database:
    """Hands out connections: `read()` sees one snapshot, `write()` is the only writer until it commits."""

    def __init__(self, writer: Engine, reader: Engine) -> None:
        self.writer = writer
        self._reader = reader
        # SQLite's own waiting polls and is unfair: one lock keeps the slowest commit near the median.
        self._turn = Lock()

    @classmethod
    def open(cls, url: str, existing: bool = False) -> Self:
        """Open the file at a SQLite URL, making it and its folder unless it must be `existing`.

        Raises StorageUnavailableError.
        """
        parsed = make_url(url)
        if parsed.get_backend_name() != "sqlite" or not parsed.database or parsed.database == ":memory:":
            raise StorageUnavailableError(
                f"{parsed.render_as_string()} is not a SQLite file, such as sqlite:///answers.sqlite"
            )
        if existing and not Path(parsed.database).is_file():
            raise StorageUnavailableError(
                f"there is no database at {parsed.database}; MARKSCHEME_DATA_DIR says where one is"
            )
        _prepare(Path(parsed.database).resolve().parent)
        return cls(_engine(parsed, "BEGIN IMMEDIATE", 1), _engine(parsed, "BEGIN", READERS))

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One read transaction."""
        with _unavailable(), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One write transaction, committed and on disk when the block ends without an error."""
        if not self._turn.acquire(timeout=WRITER_WAIT_SECONDS):
            raise StorageUnavailableError("another write has not ended")
        try:
            with _unavailable(), self.writer.begin() as connection:
                yield connection
        finally:
            self._turn.release()

    def check(self) -> None:
        """Raise StorageUnavailableError unless the database can be read."""
        with self.read() as connection:
            connection.execute(text("SELECT 1"))

    def close(self) -> None:
        """Give every connection back; the last one folds the write-ahead log into the file."""
        self._reader.dispose()
        self.writer.dispose()


def moment(time: datetime) -> str:
    """A time as stored: UTC, six places, so that text order is time order."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def sqlite_module() -> ModuleType:
    """The standard library's SQLite where it is sound, else the newer one that its own wheel bundles."""
    if sqlite3.sqlite_version_info >= SOUND_SQLITE:
        return sqlite3
    try:
        import pysqlite3  # type: ignore[import-untyped]
    except ImportError:
        wanted = ".".join(map(str, SOUND_SQLITE))
        raise StorageUnavailableError(
            f"SQLite {sqlite3.sqlite_version} can corrupt its log; install pysqlite3 or SQLite {wanted}"
        ) from None
    sound: ModuleType = pysqlite3.dbapi2
    return sound


def _prepare(folder: Path) -> None:
    # Found out at the start, not at the first answer of a lesson.
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder) as probe:
            probe.write(b"\0" * 4096)
            os.fsync(probe.fileno())
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise StorageUnavailableError(f"{folder} cannot be written ({error.strerror})") from error
    if free < LEAST_FREE_BYTES:
        raise StorageUnavailableError(
            f"{folder} has {free // 2**20} MiB free; {LEAST_FREE_BYTES // 2**20} are needed"
        )


def _engine(url: URL, begin: str, connections: int) -> Engine:
    engine = create_engine(
        url, module=sqlite_module(), pool_size=connections, max_overflow=0, pool_timeout=WRITER_WAIT_SECONDS,
        connect_args={"check_same_thread": False},
    )  # fmt: skip

    @event.listens_for(engine, "connect")
    def prepare(connection: DBAPIConnection, _: object) -> None:
        # The driver must not begin transactions by itself: it would begin them deferred.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


@contextmanager
def _unavailable() -> Iterator[None]:
    sqlite = sqlite_module()
    try:
        yield
    except DBAPIError as error:
        # The plain DatabaseError is a file that is no database; its other kinds are faults of ours.
        if type(error.orig) in (sqlite.OperationalError, sqlite.DatabaseError):
            raise StorageUnavailableError(str(error.orig)) from error
        raise
    except TimeoutError as error:
        raise StorageUnavailableError("every reader is busy") from error
