import io

from rich.console import Console

from markscheme.bench.tables import Sheet, percent, show, shown

SHEET = Sheet(
    "Marks", ["who", "mark", "share"], [["Bob | [red]x", 7, 0.5], ["Charlie", None, "12%"]], "Two of them."
)


def test_markdown_aligns_numbers_and_keeps_cells_apart() -> None:
    assert list(SHEET.markdown()) == [
        "### Marks", "", "| who | mark | share |", "| --- | ---: | ---: |", "| Bob / [red]x | 7 | 0.500 |",
        "| Charlie | – | 12% |", "\nTwo of them.", "",
    ]  # fmt: skip


def test_a_terminal_shows_the_same_cells_and_no_markup() -> None:
    drawn = io.StringIO()
    show(Console(file=drawn, force_terminal=True, width=80), [SHEET])
    for cell in ("Marks", "[red]x", "0.500", "Charlie", "Two of them."):
        assert cell in drawn.getvalue()


def test_a_table_without_rows_is_a_table() -> None:
    empty = Sheet("None", ["a"], [])
    assert list(empty.markdown())[2:4] == ["| a |", "| --- |"]
    show(Console(file=io.StringIO(), force_terminal=True), [empty])


def test_numbers_as_shown() -> None:
    assert [shown(c) for c in (None, 1, -0.0001, 1 / 3, "x")] == ["–", "1", "0.000", "0.333", "x"]
    assert [percent(p) for p in (None, 0.125, 1.0)] == ["–", "12%", "100%"]
