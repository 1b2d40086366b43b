"""Who may do what: the one place that knows. A thing of another school is as if it were not there."""

from collections.abc import Mapping
from typing import Literal

from markscheme.domain.errors import NotAllowedError, NotSignedInError
from markscheme.domain.people import STAFF, Person, Role, SchoolClass

Deed = Literal["own-account", "manage-people", "change-school", "teach"]
EVERYBODY: frozenset[Role] = frozenset({"student", *STAFF})
DEEDS: Mapping[Deed, frozenset[Role]] = {
    "own-account": EVERYBODY,
    "manage-people": frozenset({"administrator"}),
    "change-school": frozenset({"administrator"}),
    "teach": frozenset(STAFF),
}


# Who teaches sees what they teach; these see what anybody of the school does.
OVERSEERS: frozenset[Role] = frozenset({"head_of_department", "administrator"})


def authorize(asker: Person | None, deed: Deed, thing: Person | SchoolClass | None = None, *,
              unknown: Exception | None = None) -> Person:  # fmt: skip
    """The asker, where they may do this, to this thing.

    Raises NotSignedInError; NotAllowedError where the role may not; `unknown` where the thing is not theirs to know of:
    another school's, or to teach a class that somebody else teaches.
    """
    if asker is None or not asker.active:
        raise NotSignedInError
    if asker.role not in DEEDS[deed]:
        raise NotAllowedError
    foreign = thing is not None and thing.school_id != asker.school_id
    anothers = isinstance(thing, SchoolClass) and thing.teacher_id != asker.id
    if foreign or (deed == "teach" and anothers and asker.role not in OVERSEERS):
        raise unknown or NotAllowedError
    return asker
