import io
import re

import pytest
from rich.console import Console

from markscheme.domain.packs import Pack
from markscheme.domain.reports import MarkReport
from markscheme.terminal.report import console_for, print_report

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
CONTENT = (
    "Level 3, secure: you explain one cause well.",
    "Level 3 · 12 of 25 · likely range 10 to 14 · 25 words", "Stated factor", "Alternatives", "Context",
    "● developed", "◐ mentioned", "argued down", "? not quite said", "○ missing",
    "Annals of the Town, ch. 1", "Mostly on the question.", "M07, high", "It came in 1904.",
    "check this: not yet verified", "Annals, ch. 3", "+1 mark ", "+3 marks", "Say who left the party.",
    "too short", "a teacher should look", "two readings of one sentence", "Your teacher decides.",
    "made-1", "abababababab",
)  # fmt: skip


class Terminal(io.StringIO):
    """Text that says it is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


def drawn(report: MarkReport, text: str, pack: Pack, console: Console) -> str:
    print_report(console, report, text, pack.schemes[0])
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_piped_it_is_plain_text_with_everything(report: MarkReport, text: str, pack: Pack) -> None:
    plain = drawn(report, text, pack, console_for(io.StringIO()))
    assert "\x1b" not in plain
    for part in CONTENT:
        assert part in plain
    assert not [line for line in plain.splitlines() if line != line.rstrip()]


@pytest.mark.parametrize("width", [70, 140])
def test_a_terminal_shows_the_same_in_colour(report: MarkReport, text: str, pack: Pack, width: int) -> None:
    console = Console(
        file=Terminal(), force_terminal=True, width=width, color_system="truecolor", highlight=False
    )
    coloured = drawn(report, text, pack, console)
    assert "\x1b[" in coloured
    joined = " ".join(ESCAPE.sub("", coloured).split())
    for part in CONTENT[:2] + CONTENT[-8:]:
        assert " ".join(part.split()) in joined


def test_piped_output_stays_plain_whatever_the_environment_asks(
    report: MarkReport, text: str, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in drawn(report, text, pack, console_for(io.StringIO()))


def test_a_withheld_mark_is_explained(report: MarkReport, text: str, pack: Pack) -> None:
    without = report.model_copy(update={"mark": None, "level": None, "mark_range": None, "withheld": "notes"})
    plain = drawn(without, text, pack, console_for(io.StringIO()))
    assert "No mark: these are notes" in plain
    assert "█" not in plain
    assert "▶" not in plain
    assert "Say who left the party." in plain


def test_the_ladder_marks_level_range_and_mark(report: MarkReport, text: str, pack: Pack) -> None:
    lines = drawn(report, text, pack, console_for(io.StringIO())).splitlines()
    rungs = {line.split()[1 if "▶" in line else 0]: line for line in lines if re.search(r"\d–\d", line)}
    assert list(rungs) == ["5", "4", "3", "2", "1"]
    assert "▒█▒▒·" in rungs["3"]
    assert "····▒" in rungs["2"]
    assert [n for n, line in rungs.items() if "▶" in line] == ["3"]


def test_a_students_escape_codes_do_not_reach_the_terminal(report: MarkReport, text: str, pack: Pack) -> None:
    hostile = text.replace("Some", "\x1b[2J\x9b1")
    bare = report.model_copy(update={"factors": (), "misconceptions": ()})
    shown = drawn(bare, hostile, pack, console_for(io.StringIO()))
    assert "\x1b" not in shown
    assert "\x9b" not in shown
    assert "␛[2J�1" in shown


def test_a_students_markup_is_not_obeyed(report: MarkReport, text: str, pack: Pack) -> None:
    bare = report.model_copy(update={"factors": (), "misconceptions": ()})
    assert "[bold]x[/bold]" in drawn(bare, f"[bold]x[/bold] {text}", pack, console_for(io.StringIO()))
