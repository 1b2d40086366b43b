"""The tables that `bench stance` prints."""

from collections.abc import Iterator

from .stance import Denied, Kept, StanceResult
from .tables import Cell, Sheet, percent

_HALVES = {"A": "A (tuning half)", "B": "B (test half)"}


def stance_sheets(result: StanceResult) -> Iterator[Sheet]:
    """Both tables; the half tuned on stands first."""
    yield _denials(result)
    yield _kept(result)


def _denials(result: StanceResult) -> Sheet:
    rows: list[list[Cell]] = []
    for half, scores in result.halves.items():
        rows += [_denied(_HALVES[half], form, denied) for form, denied in scores.forms.items()]
        rows.append(_denied(_HALVES[half], "all", scores.denials))
    note = (
        "Of the facts that earn credit when truly said, how many earn none when falsely denied. "
        "Without directions: where the pack has none. "
        f"{result.pairs} pairs, each statement marked in a neutral frame; halves by the id's hash."
    )
    columns = [
        "half",
        "denied by",
        "pairs",
        "credited when true",
        "nothing when denied",
        "share",
        "without directions",
    ]
    return Sheet("False denials", columns, rows, note)


def _denied(half: str, form: str, denied: Denied) -> list[Cell]:
    return [half, form, denied.pairs, denied.facts, denied.nothing, percent(denied.share), denied.undirected]


def _kept(result: StanceResult) -> Sheet:
    rows: list[list[Cell]] = []
    for half, scores in result.halves.items():
        rows.append(_row(_HALVES[half], "argued rejections", scores.argued))
        rows.append(_row(_HALVES[half], "harmless negations", scores.harmless))
    columns = ["half", "", "statements", "keep their credit", "share", "shown as rejected"]
    return Sheet(
        "Negations that are no denials",
        columns,
        rows,
        "Of the statements credited where the pack has no directions.",
    )


def _row(half: str, kind: str, kept: Kept) -> list[Cell]:
    return [half, kind, kept.statements, kept.kept, percent(kept.share), kept.rejected]
