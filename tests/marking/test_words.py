"""Words are read as the ones that were meant."""

import pytest

from markscheme.domain.packs import Gazetteer, Pack
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.compiled import CompiledPack
from markscheme.marking.words import Speller


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
    assert tokens.words == ("the", "cuban", "missile", "crisis", "of", "1962")
    assert set(zip(tokens.starts[1:4], tokens.ends[1:4], strict=True)) == {(4, 7)}


def test_a_possessive_is_dropped(ready: CompiledPack) -> None:
    assert ready.speller.words("Stalin's body") == ("stalin", "body")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("cos", "because"), ("becos", "because"), ("gonna", "going to"), ("thats", "that"), ("aint", "is not"),
        ("it would of failed", "it would have failed"), ("wouldve", "would have"), ("hes", "he"), ("tho", "though"),
        ("alot", "a lot"), ("till", "until"), ("thier", "their"), ("arguement", "argument"), ("coudnt", "couldn't"),
    ],
)  # fmt: skip
def test_words_as_people_speak_are_read_as_meant(ready: CompiledPack, written: str, read: str) -> None:
    assert ready.speller.words(written) == tuple(read.split())


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("policys", "policies"), ("tryed", "tried"), ("churchs", "churches"), ("stoped", "stopped"),
        ("makeing", "making"), ("confesing", "confessing"), ("ploted", "plotted"), ("biger", "bigger"),
    ],
)  # fmt: skip
def test_an_ending_spelt_without_its_rule_is_read_with_it(
    ready: CompiledPack, written: str, read: str
) -> None:
    assert ready.speller.words(written) == (read,)


@pytest.mark.parametrize(
    "word",
    ["hoping", "stared", "rated", "later", "writing", "voted", "flopped", "binned", "slagging", "used"],
)
def test_words_that_are_right_are_left_alone(ready: CompiledPack, word: str) -> None:
    assert ready.speller.words(word) == (word,)


def test_the_words_of_a_text_are_those_of_its_tokens(ready: CompiledPack, khrushchev: Pack) -> None:
    variants = [v for spelling in khrushchev.manifest.spellings for v in spelling.variants if " " in v]
    begun = [variant.rsplit(" ", 1)[0] for variant in variants]
    assert variants
    for text in (
        *(f"In {variant} we see" for variant in variants),
        *begun,
        "Caf\u00e9 CMC",
        "\u0130 CMC \u212a",
    ):
        assert ready.speller.words(text) == ready.speller.read(text).words, text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("brezhnevite", "brezhnevite"), ("brezhnevita", "brezhnevite"), ("brezhnevti", "brezhnevite"),
        ("bezhnevit", "brezhnevite"), ("berzhnevtie", "brezhnevite"), ("brehxznevite", "brezhnevite"),
        ("brehxznevita", "brehxznevita"), ("vilk", "volk"), ("vlk", "vlk"), ("vliko", "vliko"),
    ],
)  # fmt: skip
def test_a_slip_is_at_most_two_changes_or_one_in_a_short_word(
    encoder: StaticEncoder, written: str, read: str
) -> None:
    # Letters exchanged around one put between them are two changes.
    own = Speller((), Gazetteer(), {"brezhnevite", "volk"}, _Wordless(encoder))
    assert own.standard(written) == read


class _Wordless(StaticEncoder):
    """An encoder that knows no word."""

    def __init__(self, other: StaticEncoder) -> None:
        super().__init__(other.name, (), other._table, other._scale)
