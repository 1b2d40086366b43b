"""The tables that `bench traps` prints."""

from collections.abc import Iterator

from .aims import Aim, aim_row
from .lengths import (
    AHEAD_AT_LEAST,
    CONDENSING_AT_LEAST,
    KAPPA_AT_LEAST,
    PADDING_AT_MOST,
    LengthGroup,
    LengthScores,
)
from .mark_scores import KAPPA, marks_sheet
from .names import PARTS, NameScores
from .tables import Cell, Sheet, short
from .traps import TrapsResult
from .twins import APART_AT_MOST, TwinScores


def traps_sheets(result: TrapsResult) -> Iterator[Sheet]:
    """Every table, what is aimed at first."""
    yield _aims(result)
    if result.lengths:
        yield from _lengths(result.lengths)
    if result.twins:
        yield from _twins(result.twins)
    yield from _names(result.names)


def _aims(result: TrapsResult) -> Sheet:
    rows: list[list[Cell]] = []
    if lengths := result.lengths:
        rows += [
            aim_row(Aim("kappa on the traps", KAPPA_AT_LEAST), lengths.overall.markscheme.kappa),
            aim_row(Aim("kappa above words only", AHEAD_AT_LEAST), lengths.ahead),
            aim_row(Aim("padding, mean change", PADDING_AT_MOST, most=True), lengths.padding),
            aim_row(Aim("condensing, mean change", CONDENSING_AT_LEAST), lengths.condensing),
        ]
    if twins := result.twins:
        name = f"twins more than {APART_AT_MOST} apart, groups of {len(twins.groups)}"
        rows.append(aim_row(Aim(name, 0, most=True), twins.too_far))
    name = f"readings changed by a name, of {result.names.texts}"
    rows.append(aim_row(Aim(name, 0, most=True), len(result.names.swaps)))
    return Sheet("What must not move a mark", ["measure", "reached", "aim", ""], rows)


def _lengths(lengths: LengthScores) -> Iterator[Sheet]:
    note = f"{KAPPA} Words only: the best rising curve from word count to mark, fitted for each answer on all the others."
    groups = [("all traps", lengths.overall), *lengths.families.items()]
    yield marks_sheet("Answers in which length and worth go apart", groups, note)
    rows = [_group(group) for group in lengths.groups]
    columns = ["family", "group", "words", "a person", "Markscheme", "spread", "change"]
    note = "Shortest first. Change: from the first version to the padded or condensed one."
    yield Sheet("One content at several lengths", columns, rows, note)


def _group(group: LengthGroup) -> list[Cell]:
    members = group.members
    return [
        group.family, group.name, " / ".join(str(m.words) for m in members),
        " / ".join(str(m.human) for m in members), " / ".join(_mark(m.given) for m in members),
        group.spread, group.change,
    ]  # fmt: skip


def _twins(twins: TwinScores) -> Iterator[Sheet]:
    names = list(twins.registers)
    rows: list[list[Cell]] = []
    for group in twins.groups:
        marks = [_mark(group.given.get(name)) for name in names]
        human = "/".join(map(str, sorted(set(group.human.values()))))
        rows.append([group.name, human, *marks, group.apart, "ok" if group.ok else "TOO FAR"])
    note = f"{twins.too_far} of {len(twins.groups)} more than {APART_AT_MOST} apart, or without a mark."
    yield Sheet("One content in several registers", ["group", "a person", *names, "apart", ""], rows, note)
    scores: list[list[Cell]] = [
        [name, r.answers, r.withheld, short(r.mark), short(r.error), short(r.from_plain)]
        for name, r in twins.registers.items()
    ]
    columns = ["register", "answers", "withheld", "mean mark", "mean error", "mean difference from plain"]
    yield Sheet("Each register", columns, scores)


def _names(names: NameScores) -> Iterator[Sheet]:
    rows: list[list[Cell]] = [
        [form, s.texts, *(s.changed[part] for part in PARTS), s.lowest, s.highest, s.withheld]
        for form, s in names.forms.items()
    ]
    columns = ["where the name stands", "texts", *(f"other {part}" for part in PARTS), "lowest change", "highest change",
               "mark withheld by it"]  # fmt: skip
    note = f"{len(names.names)} names on each of {names.answers} answers, beside the answer without a name."
    yield Sheet("A name and class on the answer", columns, rows, note)
    swaps = [[s.id, s.form, s.name, ", ".join(s.changed), _mark(s.usual), _mark(s.mark)] for s in names.swaps]
    columns = ["answer", "where", "name", "other", "mark with most names", "mark with this one"]
    note = f"{len(swaps)} of {names.texts} readings are unlike that with most other names in the same place."
    yield Sheet("One name for another", columns, swaps, note)


def _mark(mark: int | None) -> str:
    return "withheld" if mark is None else str(mark)
