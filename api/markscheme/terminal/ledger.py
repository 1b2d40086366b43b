"""The parts of a report beside the script: ladder, factors, qualities, errors, next steps, flags."""

from collections import Counter
from collections.abc import Iterator, Sequence
from textwrap import shorten

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from markscheme.domain.base import Quote
from markscheme.domain.reports import FactorFinding, MarkReport
from markscheme.domain.schemes import MarkScheme

from .escapes import visible
from .script import Note, error_key

ROLES = {
    "stated_factor": "Stated factor",
    "reason": "Reasons",
    "alternative": "Alternatives",
    "counter_argument": "Counter-arguments",
    "consequence": "Consequences",
    "limit": "Limits",
    "context": "Context",
    "other": "Beyond the question",
}
COVERAGE = {"developed": "● developed", "mentioned": "◐ mentioned", "absent": "○ missing"}
WITHHELD = {
    "fragment": "No mark: this reads as part of an answer, not a whole one.",
    "notes": "No mark: these are notes, not an answer in sentences.",
    "other_language": "No mark: the answer is not in English.",
}
QUOTE = 90
SOURCE = 60


def standing(report: MarkReport) -> Text:
    """Level, mark and range in one line, or why there is none."""
    if report.withheld:
        return Text(WITHHELD[report.withheld], style="bold")
    low, high = report.mark_range or (report.mark, report.mark)
    line = f"Level {report.level} · {report.mark} of {report.max_mark} · likely range {low} to {high}"
    return Text(f"{line} · {report.words} words", style="bold")


def ladder(report: MarkReport, scheme: MarkScheme) -> RenderableType:
    """The rungs of the scheme, top first: a cell a mark, the range shaded, the mark solid."""
    rows = Table.grid(padding=(0, 2))
    low, high = report.mark_range or (0, -1)
    for level in reversed(scheme.levels):
        first, last = level.marks
        cells = "".join(_cell(mark, report, low, high) for mark in range(first, last + 1))
        here = level.level == report.level
        parts = ("▶" if here else " ", str(level.level), f"{first}–{last}", cells, level.name)
        rows.add_row(*(Text(part, "bold" if here else "dim") for part in parts))
    return rows


def factor_table(report: MarkReport, notes: Sequence[Note]) -> Table:
    """Every factor under its role: how far it is covered, in which words, and what it rests on."""
    label = {note.about: note.label for note in notes}
    table = _table("", "Factor", "Note", "Your words", "Rests on")
    for role, name in ROLES.items():
        findings = [
            f for f in report.factors if f.role == role and (role != "other" or f.coverage != "absent")
        ]
        if findings:
            table.add_section()
            table.add_row(Text(name, style="bold"))
        for f in findings:
            table.add_row(*map(Text, (coverage(f), f.name, label.get(f.factor_id, ""))), *_grounds(f))
    return table


def coverage(finding: FactorFinding) -> str:
    """The state of a factor as a sign and a word."""
    if finding.possible:
        return "? possible, check" if finding.coverage != "absent" else "? not quite said"
    rejected = finding.stance == "rejected" and finding.coverage != "absent"
    return COVERAGE[finding.coverage] + (", argued down ×" if rejected else "")


def quality_table(report: MarkReport) -> Table:
    """Each quality of judgement with its score and a sentence that shows it."""
    table = _table("Quality", "", "What was seen", "Shown by")
    for q in report.qualities:
        filled = round(q.score * 5)
        first = q.evidence[0] if q.evidence else None
        table.add_row(
            Text(q.name), Text("▰" * filled + "▱" * (5 - filled)), Text(q.descriptor), quoted(first)
        )
    return table


def demands(report: MarkReport) -> Iterator[Text]:
    """What the command word asks for: met, in part, or not yet and why that matters."""
    for demand in report.demands:
        state = "● yes" if demand.met else "◐ in part" if demand.score > 0 else "○ not yet"
        yield Text(f"{state}  {demand.name}{'' if demand.met else f': {demand.missing}'}")


def errors(report: MarkReport, notes: Sequence[Note]) -> Iterator[Text]:
    """Each known error: the words, what is right and what that rests on."""
    label = {note.about: note.label for note in notes}
    for m in report.misconceptions:
        sure = "" if m.verified else " (check this: not yet verified)"
        rests = f" Rests on: {'; '.join(m.authority)}." if m.authority else ""
        yield Text.assemble(
            (f"{label[error_key(m)]} {m.misconception_id}, {m.severity}: ", "bold red"),
            quoted(m), f"\n    {m.correction}{sure}{rests}",
        )  # fmt: skip


def next_steps(report: MarkReport) -> Iterator[Text]:
    """What to do next, with the marks each step would add."""
    for number, step in enumerate(report.next_steps, start=1):
        unit = "mark" if step.gain == 1 else "marks"
        gain = f"+{step.gain} {unit}" if step.gain else "for practice"
        yield Text.assemble(f"{number}. ", (f"{gain}  ", "bold green"), step.text)


def flags(report: MarkReport) -> Iterator[Text]:
    """What a reader should know of the text, and why a person should look."""
    for (kind, message), places in Counter((flag.kind, flag.message) for flag in report.flags).items():
        often = f" ({places} places)" if places > 1 else ""
        yield Text.assemble("⚑ ", (kind.replace("_", " "), "bold yellow"), f": {visible(message)}{often}")
    if report.needs_review:
        reasons = " ".join(map(visible, report.review_reasons)) or "the marker is not sure"
        yield Text.assemble("⚑ ", ("a teacher should look", "bold yellow"), f": {reasons}")


def quoted(span: Quote | None) -> Text:
    """The words in quotation marks, shortened; nothing for none."""
    return Text(f"“{shorten(visible(span.quote), QUOTE, placeholder=' …')}”" if span else "", style="italic")


def _cell(mark: int, report: MarkReport, low: int, high: int) -> str:
    if mark == report.mark:
        return "█"
    return "▒" if low <= mark <= high else "·"


def _grounds(finding: FactorFinding) -> tuple[Text, Text]:
    best = max(finding.evidence, key=lambda e: e.strength, default=None)
    # What a missing factor would rest on is in the JSON; here it would bury what was found.
    found = finding.sources[:1] if finding.evidence else ()
    return quoted(best), Text(
        "".join(shorten(_source(s.title, s.place), SOURCE, placeholder=" …") for s in found)
    )


def _source(title: str, place: str | None) -> str:
    return f"{title}, {place}" if place else title


def _table(*columns: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table
