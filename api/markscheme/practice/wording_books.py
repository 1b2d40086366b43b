"""The model's books in the database: what it cost, and what it has said before."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from markscheme.db.database import Database
from markscheme.llm.budget import Caps, Spend
from markscheme.llm.model import Usage

from . import spend_store
from .spend_store import ReplyKey


def _now() -> datetime:
    return datetime.now(UTC)


class Books:
    """A Ledger and a Replies over the database; each call is a transaction of its own."""

    def __init__(self, database: Database, now: Callable[[], datetime] = _now) -> None:
        self._database, self._now = database, now

    def reserve(self, spend: Spend, caps: Caps) -> int | None:
        """As Ledger."""
        with self._database.write() as connection:
            return spend_store.reserve(connection, spend, caps)

    def settle(self, entry: int, usage: Usage, cost: int) -> None:
        """As Ledger."""
        with self._database.write() as connection:
            spend_store.settle(connection, entry, usage, cost)

    def spent(self, day: date, student: str | None = None) -> int:
        """As Ledger."""
        with self._database.read() as connection:
            return spend_store.spent(connection, day, student)

    def get(self, key: ReplyKey) -> str | None:
        """As Replies."""
        with self._database.read() as connection:
            return spend_store.reply(connection, key)

    def keep(self, key: ReplyKey, document: str) -> None:
        """As Replies."""
        created = self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        with self._database.write() as connection:
            spend_store.keep_reply(connection, key, document, created)
