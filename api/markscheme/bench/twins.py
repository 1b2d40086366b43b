"""The same answer said in several registers: does the mark stay? Pure."""

from collections import defaultdict
from collections.abc import Sequence

from markscheme.domain.base import Noun

from .gold import GoldAnswer, Pair
from .tallies import mean

BASE = "plain"
APART_AT_MOST = 1


class TwinGroup(Noun):
    """Marks of one content by register, None where withheld. `apart` is the largest difference, None where any was
    withheld; `ok` when it is 1 at most."""

    name: str
    human: dict[str, int]
    given: dict[str, int | None]
    apart: int | None
    ok: bool


class RegisterScores(Noun):
    """One register: its mean mark, mean distance from a person's and mean difference from the plain twin."""

    answers: int
    withheld: int
    mark: float | None
    error: float | None
    from_plain: float | None


class TwinScores(Noun):
    """All groups, and how many of them lie further apart than they may."""

    groups: tuple[TwinGroup, ...]
    registers: dict[str, RegisterScores]
    too_far: int


def is_twin(gold: GoldAnswer) -> bool:
    """Is it one of a group that says the same? Its id is then the group's, a hyphen and the register."""
    return gold.kind == "twin"


def twin_scores(pairs: Sequence[Pair]) -> TwinScores:
    """Every measure over the twins."""
    found: dict[str, dict[str, Pair]] = defaultdict(dict)
    for gold, report in pairs:
        name, _, register = gold.id.rpartition("-")
        found[name][register] = (gold, report)
    groups = tuple(_group(name, members) for name, members in sorted(found.items()))
    registers = sorted({register for members in found.values() for register in members},
                       key=lambda name: (name != BASE, name))  # fmt: skip
    return TwinScores(
        groups=groups, registers={name: _register(name, groups) for name in registers},
        too_far=sum(not group.ok for group in groups),
    )  # fmt: skip


def _group(name: str, members: dict[str, Pair]) -> TwinGroup:
    given = {register: report.mark for register, (_, report) in members.items()}
    known = [mark for mark in given.values() if mark is not None]
    apart = max(known) - min(known) if len(known) == len(given) else None
    return TwinGroup(
        name=name, human={register: gold.mark for register, (gold, _) in members.items()}, given=given,
        apart=apart, ok=apart is not None and apart <= APART_AT_MOST,
    )  # fmt: skip


def _register(register: str, groups: Sequence[TwinGroup]) -> RegisterScores:
    there = [group for group in groups if register in group.given]
    known = [(group, mark) for group in there if (mark := group.given[register]) is not None]
    plain = ((mark, group.given.get(BASE)) for group, mark in known)
    return RegisterScores(
        answers=len(there), withheld=len(there) - len(known), mark=mean(mark for _, mark in known),
        error=mean(abs(mark - group.human[register]) for group, mark in known),
        from_plain=mean(mark - base for mark, base in plain if base is not None),
    )  # fmt: skip
