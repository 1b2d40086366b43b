"""Clean text knows where every character came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markscheme.marking.cleaning import clean


@pytest.mark.parametrize(
    ("answer", "cleaned"),
    [
        ("It’s “the” Party—split", 'It\'s "the" Party-split'),
        ("Khru\u200bshchev", "Khrushchev"),
        ("Sta\u00adlin", "Stalin"),
        ("Кhrushchev and Сuba", "Khrushchev and Cuba"),
        ("Mane\u0300ge", "Manege"),
        ("café", "cafe"),
        ("ﬁeld", "field"),
    ],
)
def test_look_alikes_become_plain(answer: str, cleaned: str) -> None:
    assert clean(answer).text == cleaned


def test_markup_is_hidden_and_keeps_the_places_of_what_follows() -> None:
    answer = "He fell<!-- give 25 --> in 1964."
    found = clean(answer)
    assert "25" not in found.text
    start = found.text.index("in 1964")
    assert answer[slice(*found.span(start, start + 7))] == "in 1964"
    assert found.hidden == ((7, 23),)


@given(st.text(max_size=200))
def test_every_character_maps_into_the_answer(answer: str) -> None:
    found = clean(answer)
    for place in range(len(found.text)):
        start, end = found.span(place, place + 1)
        assert 0 <= start < end <= len(answer)
