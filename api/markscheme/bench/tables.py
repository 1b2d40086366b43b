"""Tables of results: drawn by rich on a terminal, Markdown when piped, ready for docs/."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

Cell: TypeAlias = str | int | float | None
_NUMBER = re.compile(r"[-+]?[\d,]+(?:\.\d+)?%?|–")


class Sheet:
    """A titled table; columns of numbers stand to the right. Cells are text, never markup."""

    def __init__(
        self, title: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]], note: str = ""
    ) -> None:
        self.title, self.columns, self.note = title, columns, note
        self.rows = [[shown(cell) for cell in row] for row in rows]
        cells = zip(*self.rows, strict=True) if rows else ((column,) for column in columns)
        self.numeric = [all(map(_NUMBER.fullmatch, column)) for column in cells]

    def rich(self) -> Table:
        """The table as a terminal draws it."""
        table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
        for column, numeric in zip(self.columns, self.numeric, strict=True):
            table.add_column(Text(column), justify="right" if numeric else "left", overflow="fold")
        for row in self.rows:
            table.add_row(*map(Text, row))
        return table

    def markdown(self) -> Iterator[str]:
        """The table in lines of Markdown, title and note included."""
        yield f"### {self.title}"
        yield ""
        yield _row(self.columns)
        yield _row(["---:" if numeric else "---" for numeric in self.numeric])
        yield from map(_row, self.rows)
        if self.note:
            yield f"\n{self.note}"
        yield ""


def shown(cell: Cell) -> str:
    """Fractions to three places, a dash for nothing."""
    if cell is None:
        return "–"
    # Adding zero turns a negative zero into a plain one.
    return f"{round(cell, 3) + 0:.3f}" if isinstance(cell, float) else str(cell)


def percent(value: float | None) -> str:
    """A share as a whole percentage, or a dash."""
    return "–" if value is None else f"{value:.0%}"


def short(value: float | None) -> str:
    """A number to two places, or a dash."""
    return "–" if value is None else f"{value:.2f}"


def show(console: Console, sheets: Sequence[Sheet]) -> None:
    """Print them one under another."""
    for sheet in sheets:
        if console.is_terminal:
            console.print(
                Text(sheet.title, style="bold"), sheet.rich(), Text(sheet.note, style="dim"), sep="\n"
            )
            console.print()
        else:
            console.file.write("\n".join(sheet.markdown()) + "\n")


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
