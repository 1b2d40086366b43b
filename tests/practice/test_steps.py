"""Passages are literal slices, and a rewrite changes nothing but its passage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markscheme.domain.base import Quote
from markscheme.practice.steps import rewritten, sentence

TEXT = "One came first. “Two came next.” Was three last?\n\nFour stood alone"
prose = st.text(alphabet="ab .!?\n”", max_size=60)


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("came first", "One came first."),
        ("came next", "“Two came next.”"),
        ("three", "Was three last?"),
        ("stood", "Four stood alone"),
        ("first. “Two", "One came first. “Two came next.”"),
    ],
)
def test_a_passage_is_the_whole_sentence(words: str, whole: str) -> None:
    start = TEXT.index(words)
    found = sentence(TEXT, start, start + len(words))
    assert (found.quote, TEXT[found.start : found.end]) == (whole, whole)


@given(prose, st.data())
def test_a_passage_is_a_slice_that_holds_the_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = sentence(text, start, end)
    assert text[found.start : found.end] == found.quote
    assert text[start:end].strip() in found.quote


@given(prose, st.data())
def test_a_rewrite_changes_only_its_passage(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    place = Quote(start=start, end=end, quote=text[start:end])
    assert rewritten(text, place, " new words ") == text[:start] + "new words" + text[end:]


@given(prose)
def test_something_new_keeps_every_word_that_stood_there(text: str) -> None:
    new = rewritten(text, None, "NEW")
    assert [word for word in new.split() if word != "NEW"] == text.split()
    stale = Quote(start=0, end=3, quote="zzz")
    assert rewritten(text, stale, "NEW") == new
