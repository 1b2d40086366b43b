"""Whose work it is: a person's with an account, or a browser's that keeps a private token."""

from dataclasses import dataclass
from hashlib import sha256

# No hash of a token begins like this, so no browser's token can ever name a person.
OF_A_PERSON = "person:"


@dataclass(frozen=True)
class Visitor:
    """Who asks: a private random token that the browser keeps, or none yet.

    `kept` is the owner of something stored, where that is known and the token is not.
    """

    token: str | None
    kept: str = ""

    @property
    def owner(self) -> str:
        """What is stored of the token; empty without one."""
        return sha256(self.token.encode()).hexdigest() if self.token else self.kept

    def may_read(self, owner: str) -> bool:
        """Whether what this owner has stored is open to the asker who knows its id: a person's is theirs alone."""
        return not owner.startswith(OF_A_PERSON) or owner == self.owner
