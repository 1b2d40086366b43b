"""Whose a stored thing is, and its move from a browser to the person who claims it."""

from markscheme.db.database import Database
from markscheme.domain.people import Person
from markscheme.domain.visitors import Visitor

from . import owner_store
from .owner_store import Work


class Ownership:
    """Looks owners up, and moves what a browser did without an account to the person who claims it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def owner_of(self, name: str, thing_id: str) -> str:
        """The owner of the thing that a path's parameter names; empty where there is none."""
        with self._database.read() as connection:
            return owner_store.owner_of(connection, name, thing_id)

    def claimable(self, browser: Visitor) -> Work:
        """What this browser has done without an account."""
        with self._database.read() as connection:
            return owner_store.work_of(connection, browser.owner) if browser.token else Work()

    def claim(self, person: Person, browser: Visitor) -> Work:
        """Make what this browser has done the person's; says how much that was. Only the browser's token opens it."""
        if not browser.token:
            return Work()
        with self._database.write() as connection:
            work = owner_store.work_of(connection, browser.owner)
            owner_store.move(connection, browser.owner, person.owner)
        return work
