"""Migrations make exactly the tables that the code uses, all or nothing, and are quick when done."""

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from markscheme.db import migrate
from markscheme.db.database import Database
from markscheme.db.tables import metadata
from markscheme.domain.errors import StorageUnavailableError


@pytest.fixture
def fresh(tmp_path: Path) -> Database:
    return Database.open(f"sqlite:///{tmp_path / 'fresh.sqlite'}")


def test_head_is_the_newest_script() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrate.SCRIPTS))
    assert ScriptDirectory.from_config(config).get_current_head() == migrate.HEAD


def test_migrations_make_the_tables_that_the_code_uses(database: Database) -> None:
    with database.read() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, metadata) == []


def test_an_up_to_date_database_needs_no_alembic(database: Database, tmp_path: Path) -> None:
    code = (
        "import sys; from markscheme.db.database import Database; from markscheme.db.migrate import upgrade\n"
        f"upgrade(Database.open('sqlite:///{tmp_path / 'answers.sqlite'}')); print('alembic' in sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"


def test_a_migration_that_fails_leaves_no_table(fresh: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alembic.op.create_index", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        migrate.upgrade(fresh)
    with fresh.read() as connection:
        assert inspect(connection).get_table_names() == []
    fresh.close()


def test_migrating_twice_changes_nothing(database: Database) -> None:
    migrate.upgrade(database)
    with database.read() as connection:
        assert set(inspect(connection).get_table_names()) == {*metadata.tables, "alembic_version"}


def test_a_database_of_a_later_version_is_refused(database: Database) -> None:
    with database.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StorageUnavailableError, match="another version of Markscheme"):
        migrate.upgrade(database)
