"""What holds a mark down whatever the ledgers say, each with its reason in plain words."""

from collections.abc import Mapping

from markscheme.domain.reports import FlagKind
from markscheme.domain.schemes import TOP

from .guards.guard import Guarded
from .levels import Ceiling

_REASONS: Mapping[FlagKind, str] = {
    "blank": "there is no answer",
    "other_language": "it is not in English",
    "keyword_list": "it is a list of terms",
    "off_question": "it is not about the question",
    "other_question": "most of it is about another time",
    "too_short": "it is too short to show more",
    "copied_source": "what is copied earns nothing",
    "copied_question": "the question's own words earn nothing",
    "instruction_to_marker": "talk to the marker earns nothing",
}


def ceilings(guarded: Guarded) -> tuple[Ceiling, ...]:
    """The ceiling that a text has for being what it is; none for an ordinary answer."""
    if guarded.cap >= TOP:
        return ()
    kinds = dict.fromkeys(flag.kind for flag in guarded.flags)
    reasons = [_REASONS[kind] for kind in kinds if kind in _REASONS]
    return (
        Ceiling(guarded.cap, f"Held down, because {' and '.join(reasons) or 'nothing in it can be read'}"),
    )
