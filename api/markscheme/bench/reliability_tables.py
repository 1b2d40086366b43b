"""Tables and plots of whether probabilities mean what they say."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from markscheme.marking.summary import SURE

from .plot import Series, reliability_plot
from .reliability import CLOSE, Close, ConfidenceShown, Reliability
from .tables import Cell, Sheet, percent

FACTORS_TITLE = "How likely a factor is, said and seen"
MARKS_TITLE = f"Confidence in a mark, and marks within {CLOSE} of the person's"
_MARKERS = {"A": "hollow", "B": "filled", "all": "square"}


def reliability_sheets(
    factors: Mapping[str, Reliability], marks: Mapping[str, ConfidenceShown]
) -> Iterator[Sheet]:
    """By split: the probability of factors, then the confidence of marks."""
    yield _bins(FACTORS_TITLE, "probability", factors, "Every answer and every factor of the pack.")
    confidences = {name: shown.reliability for name, shown in marks.items()}
    yield _bins(MARKS_TITLE, "confidence", confidences, "Marks that were given.")
    yield _sure(marks)


def _bins(title: str, column: str, splits: Mapping[str, Reliability], what: str) -> Sheet:
    columns = [column, *(f"{name}: {each}" for name in splits for each in ("n", "said", "seen"))]
    rows: list[list[Cell]] = []
    for cells in zip(*(each.bins for each in splits.values()), strict=True):
        rows.append([f"{cells[0].low:.1f} to {cells[0].high:.1f}",
                     *(value for cell in cells for value in (cell.n, cell.said, cell.seen))])  # fmt: skip
    for name, measure in (("gap", "gap"), ("too sure by", "excess"), ("Brier score", "brier")):
        rows.append([name, *(v for each in splits.values() for v in (each.n, None, getattr(each, measure)))])
    note = (
        f"{what} Said: mean prediction; seen: share that came true. Gap: mean distance of the two over the bins, by size; "
        "too sure by: said less seen over all."
    )
    return Sheet(title, columns, rows, note)


def _sure(marks: Mapping[str, ConfidenceShown]) -> Sheet:
    rows: list[list[Cell]] = []
    for name, shown in marks.items():
        groups = (shown.sure, shown.unsure, shown.reviewed, shown.unreviewed)
        rows.append([name, shown.reliability.n, *map(_close, groups), shown.unsure_unreviewed])
    columns = [
        "split",
        "marks",
        f"above {SURE}",
        f"{SURE} or less",
        "asks for a look",
        "does not",
        "unsure, silent",
    ]
    note = (
        f"Marks within {CLOSE} of the person's, of the marks in the group. Unsure, silent: {SURE} or less, and does not "
        "ask for a look."
    )
    return Sheet("Confidence and asking for a look", columns, rows, note)


def _close(group: Close) -> str:
    return f"{group.close} of {group.n} ({percent(group.share)})"


def write_plots(
    folder: Path, factors: Mapping[str, Reliability], marks: Mapping[str, ConfidenceShown]
) -> tuple[Path, ...]:
    """factors.svg and confidence.svg in the folder, which is made if need be; raises OSError."""
    confidences = {name: shown.reliability for name, shown in marks.items()}
    folder.mkdir(parents=True, exist_ok=True)
    plots = (
        ("factors.svg", FACTORS_TITLE, "probability said", "share truly there", factors),
        ("confidence.svg", MARKS_TITLE, "confidence said", f"share within {CLOSE} marks", confidences),
    )
    paths = []
    for name, title, across, up, splits in plots:
        series = [Series(split, _MARKERS[split], each.bins) for split, each in splits.items()]
        (folder / name).write_text(reliability_plot(title, across, up, series), encoding="utf-8")
        paths.append(folder / name)
    return tuple(paths)
