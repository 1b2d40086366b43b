"""Paragraphs, sentences and clauses."""

from hypothesis import given
from hypothesis import strategies as st

from markscheme.marking.segmenting import clauses, paragraphs, sentences


def cut(text: str) -> list[str]:
    return [text[a:b] for left, right in paragraphs(text) for a, b in sentences(text, left, right)]


def test_paragraphs_part_at_blank_lines() -> None:
    text = "One.\n\nTwo.\n \nThree."
    assert [text[a:b] for a, b in paragraphs(text)] == ["One.", "Two.", "Three."]


def test_an_abbreviation_or_a_decimal_ends_no_sentence() -> None:
    assert cut("Mr. Khrushchev fell. It took c. 11.8 million votes.") == [
        "Mr. Khrushchev fell.", "It took c. 11.8 million votes.",
    ]  # fmt: skip


def test_a_line_break_ends_a_sentence() -> None:
    assert cut("- Cuba 1962\n- China 1960") == ["- Cuba 1962", "- China 1960"]


def test_a_full_stop_before_a_small_letter_ends_a_sentence() -> None:
    assert cut("he lost. they won") == ["he lost.", "they won"]


def test_clauses_part_at_conjunctions_and_strong_stops() -> None:
    text = "He split the Party in 1962, which angered officials because they lost power; Cuba mattered less"
    assert [text[a:b] for a, b in clauses(text.lower(), 0, len(text))] == [
        "He split the Party in 1962", "which angered officials", "because they lost power", "Cuba mattered less",
    ]  # fmt: skip


@given(st.text(alphabet="abc .,;!?\n-", max_size=120))
def test_pieces_are_in_order_and_inside(text: str) -> None:
    last = 0
    for left, right in paragraphs(text):
        for start, end in sentences(text, left, right):
            assert last <= start < end <= right
            last = end
