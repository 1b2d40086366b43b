"""Who may do what: the one place that knows. A thing of another school is as if it were not there."""

from collections.abc import Mapping
from typing import Literal, Protocol

from markscheme.domain.errors import NotAllowedError, NotSignedInError
from markscheme.domain.people import STAFF, Person, Role

Deed = Literal["own-account", "manage-people", "change-school", "teach"]
EVERYBODY: frozenset[Role] = frozenset({"student", *STAFF})
DEEDS: Mapping[Deed, frozenset[Role]] = {
    "own-account": EVERYBODY,
    "manage-people": frozenset({"administrator"}),
    "change-school": frozenset({"administrator"}),
    "teach": frozenset(STAFF),
}


class OfASchool(Protocol):
    """A thing that belongs to one school."""

    @property
    def school_id(self) -> str:
        """The school's id."""
        ...


def authorize(asker: Person | None, deed: Deed, thing: OfASchool | None = None, *,
              unknown: Exception | None = None) -> Person:  # fmt: skip
    """The asker, where they may do this, to this thing.

    Raises NotSignedInError; NotAllowedError where the role may not; `unknown` where the thing is another school's.
    """
    if asker is None or not asker.active:
        raise NotSignedInError
    if asker.role not in DEEDS[deed]:
        raise NotAllowedError
    if thing is not None and thing.school_id != asker.school_id:
        raise unknown or NotAllowedError
    return asker
