"""A whole report on a terminal, or as plain text where output is piped."""

from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.text import Text

from markscheme.domain.reports import MarkReport
from markscheme.domain.schemes import MarkScheme

from .ledger import demands, errors, factor_table, flags, ladder, next_steps, quality_table, standing
from .script import notes, script

PIPED_WIDTH = 110
CLOSING = "Practice mark, by Markscheme's own reading of the level descriptors. Your teacher decides."


def console_for(stream: TextIO) -> Console:
    """A console that draws on a terminal and writes plain text, with no escape codes, anywhere else."""
    if stream.isatty():
        return Console(file=stream, highlight=False, markup=False, emoji=False)
    return Console(file=stream, highlight=False, markup=False, emoji=False, width=PIPED_WIDTH,
                   force_terminal=False, color_system=None, legacy_windows=False)  # fmt: skip


def print_report(console: Console, report: MarkReport, text: str, scheme: MarkScheme) -> None:
    """Summary, ladder, script with notes, ledgers, errors, next steps, flags."""
    if console.is_terminal:
        _draw(console, report, text, scheme)
        return
    with console.capture() as drawn:
        _draw(console, report, text, scheme)
    console.file.writelines(f"{line.rstrip()}\n" for line in drawn.get().splitlines())


def _draw(console: Console, report: MarkReport, text: str, scheme: MarkScheme) -> None:
    remarks = notes(report)
    console.print(Text(report.summary, style="bold"))
    console.print(standing(report))
    console.print()
    console.print(ladder(report, scheme))
    _section(console, "Your answer")
    console.print(script(console, text, remarks))
    _section(console, "Knowledge")
    console.print(factor_table(report, remarks))
    _section(console, "Judgement")
    console.print(quality_table(report))
    _list(console, "The question asks for", demands(report))
    _list(console, "Errors", errors(report, remarks))
    _list(console, "Next steps", next_steps(report))
    _list(console, "To know", flags(report))
    console.print()
    console.print(Text(f"{CLOSING}\n{_made_by(report)}", style="dim"))


def _section(console: Console, title: str) -> None:
    console.print()
    console.print(Text(title.upper(), style="bold underline"))
    console.print()


def _list(console: Console, title: str, lines: Iterable[Text]) -> None:
    shown = list(lines)
    if shown:
        _section(console, title)
        for line in shown:
            console.print(line)


def _made_by(report: MarkReport) -> str:
    made = report.provenance
    return (
        f"{made.engine} · {made.pack} {made.pack_version} · {made.encoder} · rubric {made.rubric_hash[:12]}"
        f" · confidence {report.confidence:.0%}"
    )
