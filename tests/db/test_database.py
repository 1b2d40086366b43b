"""One writer at a time, durable commits, and a clear word when the disk says no."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import insert, select, text

from markscheme.db import database as module
from markscheme.db.database import PRAGMAS, SOUND_SQLITE, Database, sqlite_module
from markscheme.db.tables import answers
from markscheme.domain.errors import StorageUnavailableError

ROW = {
    "owner": "o",
    "question_id": "q",
    "attempt": 1,
    "created": "2026-01-01T00:00:00.000000Z",
    "revision": 1,
    "document": "{}",
}


def ids(database: Database) -> set[str]:
    with database.read() as connection:
        return set(connection.execute(select(answers.c.id)).scalars())


def test_runs_on_a_sqlite_without_the_log_fault() -> None:
    assert sqlite_module().sqlite_version_info >= SOUND_SQLITE


def test_an_unsound_sqlite_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        module, "sqlite3", SimpleNamespace(sqlite_version_info=(3, 40, 1), sqlite_version="3.40.1")
    )
    monkeypatch.setitem(__import__("sys").modules, "pysqlite3", None)
    with pytest.raises(StorageUnavailableError, match=r"3\.40\.1 can corrupt"):
        sqlite_module()


def test_a_sound_sqlite_of_the_standard_library_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = SimpleNamespace(sqlite_version_info=SOUND_SQLITE)
    monkeypatch.setattr(module, "sqlite3", sound)
    assert sqlite_module() is sound


@pytest.mark.parametrize("connect", ["read", "write"])
def test_every_connection_is_set_up(database: Database, connect: str) -> None:
    with getattr(database, connect)() as connection:
        found = {name: connection.execute(text(f"PRAGMA {name}")).scalar() for name in
                 ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")}  # fmt: skip
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}
    assert len(PRAGMAS) == len(found)


def test_a_write_is_seen_by_the_next_read(database: Database) -> None:
    with database.write() as connection:
        connection.execute(insert(answers).values(id="a", **ROW))
    assert ids(database) == {"a"}


def test_an_error_leaves_nothing_half_stored(database: Database) -> None:
    def fail() -> None:
        with database.write() as connection:
            connection.execute(insert(answers).values(id="a", **ROW))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert ids(database) == set()


def test_writes_from_many_threads_all_arrive(database: Database) -> None:
    def write(number: int) -> None:
        with database.write() as connection:
            # Read, then write: under a deferred transaction this is what fails.
            seen = connection.execute(select(answers.c.id)).all()
            connection.execute(insert(answers).values(id=f"{number}-{len(seen)}", **ROW))

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(write, range(40)))
    assert sorted(int(each.split("-")[1]) for each in ids(database)) == list(range(40))


def test_a_reader_is_not_held_up_by_a_writer(database: Database) -> None:
    with database.write() as connection:
        connection.execute(insert(answers).values(id="a", **ROW))
        assert ids(database) == set()


def test_a_write_that_never_ends_does_not_hang_the_others(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "WRITER_WAIT_SECONDS", 0.01)
    with database.write(), pytest.raises(StorageUnavailableError, match="another write"), database.write():
        pass


def test_a_lock_of_another_program_is_a_clear_error(database: Database, tmp_path: Path) -> None:
    with database.write() as connection:
        connection.execute(text("PRAGMA busy_timeout = 10"))
    other = sqlite_module().connect(tmp_path / "answers.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(StorageUnavailableError, match="locked"), database.write():
            pass
    finally:
        other.close()


def test_a_full_disk_is_a_clear_error_and_stores_nothing(database: Database) -> None:
    with database.write() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar()
        connection.execute(text(f"PRAGMA max_page_count = {pages}"))
    big = ROW | {"document": "x" * 100_000}
    with pytest.raises(StorageUnavailableError, match="full"), database.write() as connection:
        connection.execute(insert(answers).values(id="a", **big))
    assert ids(database) == set()


def test_a_foreign_key_is_held(database: Database) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"), database.write() as connection:
        connection.execute(insert(answers).values(id="a", previous_id="none", **ROW))


@pytest.mark.parametrize("url", ["postgresql://localhost/x", "sqlite://", "sqlite:///:memory:"])
def test_other_databases_are_refused(url: str) -> None:
    with pytest.raises(StorageUnavailableError, match="not a SQLite file"):
        Database.open(url)


def test_a_folder_that_cannot_be_written_is_refused_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageUnavailableError, match="cannot be written"):
        Database.open(f"sqlite:///{tmp_path / 'file' / 'x.sqlite'}")


def test_a_full_disk_is_refused_at_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.shutil, "disk_usage", lambda _: SimpleNamespace(free=3 * 2**20))
    with pytest.raises(StorageUnavailableError, match="has 3 MiB free; 16 are needed"):
        Database.open(f"sqlite:///{tmp_path / 'x.sqlite'}")


def test_a_file_that_is_no_database_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "x.sqlite").write_bytes(b"This is not a database. " * 100)
    database = Database.open(f"sqlite:///{tmp_path / 'x.sqlite'}")
    with pytest.raises(StorageUnavailableError, match="not a database"):
        database.check()
    database.close()


def test_readers_that_are_all_busy_are_a_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WRITER_WAIT_SECONDS", 0.01)
    database = Database.open(f"sqlite:///{tmp_path / 'x.sqlite'}")
    with ExitStack() as stack:
        for _ in range(module.READERS):
            stack.enter_context(database.read())
        with pytest.raises(StorageUnavailableError, match="busy"):
            database.check()
    database.close()
