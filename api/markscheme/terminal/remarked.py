"""What marking again would change, as a person reads it."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from markscheme.answers.remarking import Change, Progress, Remarked

from .batch import progress_bar
from .escapes import visible

_COLUMNS = ("answer", "question", "name", "mark", "level", "by")


@contextmanager
def remarking_bar() -> Iterator[Progress]:
    """A progress bar on standard error where that is a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    with progress_bar() as bar:
        task = bar.add_task("Marking again", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def print_remarked(console: Console, result: Remarked, applied: bool) -> None:
    """The table of changed answers, then how many change, by how much, and what was stored."""
    if result.changes:
        console.print(_table(result.changes))
        console.print()
    for line in sentences(result, applied):
        console.print(Text(line))


def sentences(result: Remarked, applied: bool) -> Iterator[str]:
    """The result in words."""
    if not result.answers:
        yield "No answers are stored, so there is nothing to mark again."
        return
    changed = len(result.changes)
    yield f"{changed} of {_count(result.answers, 'answer')} {_verb(changed)}, {result.crossing} cross a level."
    if changed:
        yield f"By how much: {_spread(result.changes)}."
    if result.unknown:
        yield f"{_count(result.unknown, 'answer')} not marked again: no pack asks the question any more."
    if applied:
        yield (
            f"{_count(result.appended, 'new report')} stored beside the old ones. A server that is running shows them, "
            "and marks by the rubric it started with until it is restarted."
        )
    elif result.reports:
        differing = _count(result.reports, "report")
        yield f"Nothing was stored. {differing} would differ; --apply stores them beside the old ones."


def _table(changes: tuple[Change, ...]) -> Table:
    table = Table(*_COLUMNS, box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for change in changes:
        level = (
            f"{_shown(change.level_before)} -> {_shown(change.level)}"
            if change.crosses
            else _shown(change.level)
        )
        by = "" if change.by is None else f"{change.by:+d}"
        cells = (change.answer_id, change.question_id, visible(change.external_ref or ""),
                 f"{_shown(change.mark_before)} -> {_shown(change.mark)} of {change.max_mark}", level, by)  # fmt: skip
        table.add_row(*map(Text, cells))
    return table


def _spread(changes: tuple[Change, ...]) -> str:
    """Such as "-1 in 3, +2 in 9, withheld or given in 1"."""
    counts = Counter(change.by for change in changes)
    known = sorted(by for by in counts if by is not None)
    parts = [f"{by:+d} in {counts[by]}" for by in known]
    return ", ".join([*parts, *([f"withheld or given in {counts[None]}"] if None in counts else [])])


def _shown(value: int | None) -> str:
    return "none" if value is None else str(value)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _verb(number: int) -> str:
    return "changes" if number == 1 else "change"
