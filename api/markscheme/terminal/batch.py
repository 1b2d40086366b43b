"""Many answers, one after another: a progress bar, failures that stop nothing, a table of marks."""

import csv
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from markscheme.domain.reports import MarkReport

from .escapes import visible
from .inputs import InputError, read_answer

COLUMNS = (
    "file", "question_id", "mark", "max_mark", "level", "range_low", "range_high", "withheld", "words",
    "developed", "mentioned", "errors", "flags", "confidence", "needs_review",
)  # fmt: skip


def each_file(
    names: Sequence[str],
    mark: Callable[[str], MarkReport],
    emit: Callable[[str, MarkReport], None],
    prints: bool,
) -> int:
    """Mark every file in order and hand each report on; say which failed on standard error and count them.

    `prints` says that `emit` writes to standard output: on one and the same terminal the reports are the
    progress, and a bar would run through them.
    """
    failures = 0
    bar = progress_bar() if sys.stderr.isatty() and not (prints and sys.stdout.isatty()) else None
    with bar or nullcontext():
        task = bar.add_task("Marking", total=len(names)) if bar else None
        for name in names:
            try:
                emit(name, mark(read_answer(name)))
            except InputError as error:
                failures += 1
                _complain(bar, f"markscheme: {error}")
            if bar and task is not None:
                bar.advance(task)
    return failures


class CsvReports:
    """A table of marks, one row a file; raises InputError where it cannot be written."""

    def __init__(self, name: str) -> None:
        try:
            # Closed by __exit__, since the rows come one at a time.
            self._file = Path(name).open("w", encoding="utf-8", newline="")  # noqa: SIM115
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "its name cannot be used"
            raise InputError(f"{visible(name)} cannot be written: {reason}; give a file to write") from None
        self._rows = csv.writer(self._file)
        self._rows.writerow(COLUMNS)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, name: str, report: MarkReport) -> None:
        """Write the row of one file."""
        self._rows.writerow(row(name, report))


def row(name: str, report: MarkReport) -> list[object]:
    """The cells of one report, in the order of COLUMNS; an unknown is an empty cell."""
    low, high = report.mark_range or (None, None)
    coverages = [finding.coverage for finding in report.factors]
    return [
        _cell(name), report.question_id, report.mark, report.max_mark, report.level, low, high,
        report.withheld, report.words, coverages.count("developed"), coverages.count("mentioned"),
        " ".join(m.misconception_id for m in report.misconceptions), " ".join(f.kind for f in report.flags),
        round(report.confidence, 3), "yes" if report.needs_review else "no",
    ]  # fmt: skip


def _cell(name: str) -> str:
    """A spreadsheet runs a cell that starts like a formula; file names come from students."""
    return f"'{name}" if name[:1] in "=+-@\t\r" else name


def progress_bar() -> Progress:
    """How many are done of how many, and how long the rest may take, on standard error."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), redirect_stdout=False, redirect_stderr=False)


def _complain(bar: Progress | None, line: str) -> None:
    if bar:
        bar.console.out(line, highlight=False)
    else:
        sys.stderr.write(f"{line}\n")
