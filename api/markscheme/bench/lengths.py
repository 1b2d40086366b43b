"""Answers in which length and worth go apart: does the mark follow the worth? Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from markscheme.domain.base import Noun

from .baseline import words_only_left_out
from .gold import GoldAnswer, Pair
from .mark_scores import MarkScores, mark_scores
from .tallies import mean

KAPPA_AT_LEAST = 0.80
AHEAD_AT_LEAST = 0.10
PADDING_AT_MOST = 0.5
CONDENSING_AT_LEAST = -1.0
# The second member of a pair says what the first does, in more words or in fewer.
PAIRS = {"padded": ("base", "long"), "condensed": ("full", "short")}


class Member(Noun):
    """One answer of a group; `given` is None where the mark was withheld."""

    role: str
    words: int
    human: int
    given: int | None


class LengthGroup(Noun):
    """Answers with one content at several lengths. `spread` is the largest difference of their marks, `change` that from
    the first to the second of a pair; None where a mark was withheld."""

    family: str
    name: str
    members: tuple[Member, ...]
    spread: int | None
    change: int | None


class LengthScores(Noun):
    """Marks beside those by words alone, whose curve for each answer is fitted on all the others.

    `ahead` is how far kappa is above that of words alone; `padding` and `condensing` are mean changes.
    """

    answers: int
    overall: MarkScores
    ahead: float | None
    families: dict[str, MarkScores]
    groups: tuple[LengthGroup, ...]
    padding: float | None
    condensing: float | None


def is_trap(gold: GoldAnswer) -> bool:
    """Was it written to set length against worth?"""
    return bool(gold.kind) and gold.kind != "twin"


def length_scores(pairs: Sequence[Pair]) -> LengthScores:
    """Every measure over the traps."""
    words_only = words_only_left_out([gold for gold, _ in pairs])
    families = sorted({_family(gold) for gold, _ in pairs})
    overall = mark_scores(pairs, words_only)
    ours, theirs = overall.markscheme.kappa, overall.words_only.kappa
    groups = _groups(pairs)
    return LengthScores(
        answers=len(pairs), overall=overall,
        ahead=None if ours is None or theirs is None else ours - theirs,
        families={name: mark_scores([p for p in pairs if _family(p[0]) == name], words_only) for name in families},
        groups=groups, padding=_mean_change(groups, "padded"), condensing=_mean_change(groups, "condensed"),
    )  # fmt: skip


def _family(gold: GoldAnswer) -> str:
    return gold.kind.split("-")[0]


def _groups(pairs: Iterable[Pair]) -> tuple[LengthGroup, ...]:
    """Groups of two answers or more, by the kind: family-group-role."""
    found: dict[tuple[str, str], dict[str, Member]] = defaultdict(dict)
    for gold, report in pairs:
        family, _, place = gold.kind.partition("-")
        name, _, role = place.partition("-")
        if role:
            member = Member(role=role, words=gold.words, human=gold.mark, given=report.mark)
            found[family, name][role] = member
    return tuple(
        _group(family, name, members) for (family, name), members in found.items() if len(members) > 1
    )


def _group(family: str, name: str, members: dict[str, Member]) -> LengthGroup:
    marks = {role: member.given for role, member in members.items()}
    known = [mark for mark in marks.values() if mark is not None]
    before, after = (marks.get(role) for role in PAIRS.get(family, ("", "")))
    return LengthGroup(
        family=family, name=name, members=tuple(sorted(members.values(), key=lambda member: member.words)),
        spread=max(known) - min(known) if len(known) == len(marks) else None,
        change=None if before is None or after is None else after - before,
    )  # fmt: skip


def _mean_change(groups: Sequence[LengthGroup], family: str) -> float | None:
    return mean(group.change for group in groups if group.family == family)
