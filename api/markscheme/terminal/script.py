"""The essay as a marked script: credited words underlined and numbered, with notes in the margin."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.text import Text

from markscheme.domain.base import Quote
from markscheme.domain.reports import FactorFinding, MarkReport, MisconceptionFinding

from .escapes import visible

MEASURE = 66
MARGIN = 34
GAP = " │ "
STYLES = {
    "developed": Style(underline=True, color="cyan"),
    "mentioned": Style(underline=True, dim=True),
    "argued down": Style(underline=True, italic=True, color="cyan"),
    "error": Style(bold=True, color="red"),
}
SIGNS = {"developed": "", "mentioned": "·", "argued down": "×", "error": "!"}
LEGEND = "[1] developed   [1·] mentioned   [1×] argued down   [1!] error"


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered remark: the factor or error it is about, what the words show and where they are."""

    number: int
    about: str
    kind: str
    remark: str
    spans: tuple[Quote, ...]

    @property
    def label(self) -> str:
        """The number with the sign of its kind, such as [2!]."""
        return f"[{self.number}{SIGNS[self.kind]}]"


def notes(report: MarkReport) -> tuple[Note, ...]:
    """One note for each factor with evidence and for each error, in the order of their first words."""
    found: list[tuple[str, str, str, tuple[Quote, ...]]] = [
        (f.factor_id, _kind(f), f"{f.name}: {_kind(f)}", f.evidence)
        for f in report.factors
        if f.coverage != "absent" and f.evidence
    ]
    found += [(error_key(m), "error", f"Error ({m.severity})", (m,)) for m in report.misconceptions]
    found.sort(key=lambda note: min((span.start, span.end) for span in note[3]))
    return tuple(Note(number, *rest) for number, rest in enumerate(found, start=1))


def error_key(error: MisconceptionFinding) -> str:
    """What a note about this error is filed under: its id and its place."""
    return f"{error.misconception_id}@{error.start}"


def script(console: Console, text: str, remarks: Sequence[Note]) -> RenderableType:
    """The essay with its notes beside the lines where there is room, else under each paragraph."""
    wide = console.is_terminal and console.width >= MEASURE + len(GAP) + MARGIN
    parts: list[RenderableType] = []
    for paragraph, here in _paragraphs(text, remarks):
        parts += _beside(console, paragraph, here) if wide else _below(paragraph, here)
        parts.append(Text())
    return Group(*parts, Text(LEGEND, style="dim")) if parts else Text("(no words)", style="dim")


def _kind(finding: FactorFinding) -> str:
    return "argued down" if finding.stance == "rejected" else finding.coverage


def _paragraphs(text: str, remarks: Sequence[Note]) -> Iterator[tuple[Text, list[Note]]]:
    body = Text(visible(text))
    for note in remarks:
        for span in note.spans:
            body.stylize(STYLES[note.kind], span.start, span.end)
    for block in re.finditer(r"[^\n]+", text):
        first, last = block.span()
        places = [(s.start, n) for n in remarks for s in n.spans if first <= s.start < last]
        here = [n for n in remarks if first <= min(s.start for s in n.spans) < last]
        yield _numbered(body[first:last], sorted((at - first, n.number, n) for at, n in places)), here


def _numbered(paragraph: Text, places: Sequence[tuple[int, int, Note]]) -> Text:
    numbered = Text()
    done = 0
    for at, number, note in places:
        label = Text(note.label, style=STYLES[note.kind] + Style(meta={"note": number}))
        numbered = numbered + paragraph[done:at] + label + " " if at > done else numbered + label + " "
        done = at
    return numbered + paragraph[done:]


def _below(paragraph: Text, here: Sequence[Note]) -> list[RenderableType]:
    lines = [Padding(Text(f"{note.label} {note.remark}"), (0, 0, 0, 4)) for note in here]
    return [paragraph, *lines]


def _beside(console: Console, paragraph: Text, here: Sequence[Note]) -> list[RenderableType]:
    remark = {
        note.number: Text(f"{note.label} {note.remark}", style=STYLES[note.kind].without_color)
        for note in here
    }
    left = list(paragraph.wrap(console, MEASURE))
    rows: list[RenderableType] = []
    waiting: list[Text] = []
    while left or waiting:
        line = left.pop(0) if left else Text()
        for number in _numbers(line):
            if number in remark:
                waiting += remark.pop(number).wrap(console, MARGIN)
        line.rstrip()
        line.pad_right(max(0, MEASURE - line.cell_len))
        rows.append(line + Text(GAP, style="dim") + (waiting.pop(0) if waiting else ""))
    return rows


def _numbers(line: Text) -> list[int]:
    styles = (span.style for span in line.spans)
    return [s.meta["note"] for s in styles if isinstance(s, Style) and "note" in s.meta]
