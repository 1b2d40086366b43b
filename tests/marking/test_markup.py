"""Tags, comments and what they would hide."""

from time import perf_counter

import pytest

from markscheme.marking.markup import hidden_markup


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("He fell.", "He fell."),
        ("a < b and c > d", "a < b and c > d"),
        ("<b>He</b> fell.", "He fell."),
        ("He<!-- a note --> fell.", "He fell."),
        ("He fell <!-- and never closed", "He fell <!-- and never closed"),
        ("<script>x(1)</script>He fell.", "He fell."),
        ("<SCRIPT>x</script >He fell.", "He fell."),
        ("<script>x He fell.", "x He fell."),
        ('A <span style="display: none">b</span> c', "A  c"),
        ('A <font color="white">b</font> c <i>d</i>', "A  c d"),
        ("A <p hidden>b</p> c", "A  c"),
    ],
)
def test_what_is_left_is_what_a_reader_sees(text: str, left: str) -> None:
    for start, end in reversed(hidden_markup(text)):
        text = text[:start] + text[end:]
    assert text == left


@pytest.mark.parametrize("unit", ["<script>", "<!--", "<a", "<span hidden>", "</script>"])
def test_time_grows_with_the_text(unit: str) -> None:
    begun = perf_counter()
    hidden_markup(unit * (20_000 // len(unit)))
    assert perf_counter() - begun < 1.0
