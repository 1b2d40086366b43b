"""Words are read as the ones that were meant."""

import pytest

from markscheme.marking.compiled import CompiledPack


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Kruschev", "khrushchev"), ("destalinization", "destalinisation"), ("Malenkof", "malenkov"),
        ("organized", "organised"), ("beleived", "believed"), ("importent", "important"), ("Brezhniev", "brezhnev"),
        ("comunist", "communist"), ("harvests", "harvests"), ("Peterson", "peterson"), ("1962", "1962"), ("the", "the"),
    ],
)  # fmt: skip
def test_variants_and_slips_are_repaired_and_good_words_are_left(
    ready: CompiledPack, written: str, read: str
) -> None:
    assert ready.speller.words(written)[0] == read


def test_a_variant_of_several_words_keeps_its_place(ready: CompiledPack) -> None:
    tokens = ready.speller.read("the CMC of 1962")
    assert [t.word for t in tokens] == ["the", "cuban", "missile", "crisis", "of", "1962"]
    assert {(t.start, t.end) for t in tokens[1:4]} == {(4, 7)}


def test_a_possessive_is_dropped(ready: CompiledPack) -> None:
    assert ready.speller.words("Stalin's body") == ("stalin", "body")
