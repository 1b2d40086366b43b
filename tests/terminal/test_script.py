import io

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from markscheme.domain.reports import MarkReport
from markscheme.terminal.escapes import visible
from markscheme.terminal.script import MEASURE, notes, script


def lines(report: MarkReport, text: str, console: Console) -> list[str]:
    console.print(script(console, text, notes(report)))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


def test_notes_are_numbered_in_the_order_of_their_words(report: MarkReport) -> None:
    made = notes(report)
    assert [(note.label, note.about) for note in made] == [
        ("[1]", "grain"), ("[2·]", "prices"), ("[3×]", "space"), ("[4!]", f"M07@{made[3].spans[0].start}"),
    ]  # fmt: skip


def test_labels_stand_before_their_words_and_notes_below(report: MarkReport, text: str) -> None:
    shown = " ".join(lines(report, text, Console(file=io.StringIO(), width=100)))
    for part in (
        "[1] The grain",
        "[2·] Prices rose",
        "[3×] blame the space race",
        "[4!] that came",
        "Error (high)",
    ):
        assert part in shown
    assert (
        shown.index("Grain shortage: developed")
        < shown.index("Prices rose")
        < shown.index("Price rises: mentioned")
    )


def test_on_a_wide_terminal_notes_stand_beside_their_line(report: MarkReport, text: str) -> None:
    console = Console(file=io.StringIO(), force_terminal=True, color_system=None, width=120)
    shown = lines(report, text, console)
    first = next(line for line in shown if "[1] The grain" in line)
    assert "│ [1] Grain shortage: developed" in first
    assert first.index("│") == MEASURE + 1
    # Two notes belong to the line of the second paragraph, so one of them waits a line.
    assert sum("│ [" in line for line in shown) == 4


def test_the_words_are_all_there_in_order(report: MarkReport, text: str) -> None:
    console = Console(file=io.StringIO(), force_terminal=True, color_system=None, width=120)
    left = " ".join(line.split("│")[0] for line in lines(report, text, console)[:-1])
    words = [word for word in left.split() if not word.startswith("[")]
    assert words == text.split()


def test_an_empty_answer_says_so(report: MarkReport) -> None:
    bare = report.model_copy(update={"factors": (), "misconceptions": ()})
    assert lines(bare, "", Console(file=io.StringIO())) == ["(no words)"]


@given(st.text())
def test_visible_text_keeps_its_length_and_controls_nothing(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not any((ord(c) < 32 and c not in "\n\t") or c in "\x7f\x9b\u202e\u200b" for c in shown)
    assert visible(shown) == shown
