"""Whose a stored thing is."""

from markscheme.db.database import Database

from . import owner_store


class Ownership:
    """Looks owners up, and moves what a browser did without an account to the person who claims it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def owner_of(self, name: str, thing_id: str) -> str:
        """The owner of the thing that a path's parameter names; empty where there is none."""
        with self._database.read() as connection:
            return owner_store.owner_of(connection, name, thing_id)
