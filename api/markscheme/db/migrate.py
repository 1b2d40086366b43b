"""Bringing the tables up to date; quick when they are."""

from pathlib import Path

from sqlalchemy import inspect, text

from markscheme.domain.errors import StorageUnavailableError

from .database import Database

HEAD = "0007"
SCRIPTS = Path(__file__).parent / "migrations"


def upgrade(database: Database) -> None:
    """Run the migrations that this database has not had, all in one transaction.

    Raises StorageUnavailableError for one that a later version made.
    """
    with database.write() as connection:
        current = None
        if inspect(connection).has_table("alembic_version"):
            current = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if current == HEAD:
            return
        # Alembic takes longer to import than an up-to-date database takes to open.
        from alembic import command
        from alembic.config import Config
        from alembic.util import CommandError

        config = Config()
        config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            reason = f"it was made by another version of Markscheme (tables {current}, here {HEAD})"
            raise StorageUnavailableError(reason) from error
