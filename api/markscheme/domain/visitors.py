"""Who practises without an account: a browser that keeps a private token."""

from dataclasses import dataclass
from hashlib import sha256


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
