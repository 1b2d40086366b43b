from markscheme.bench.condense import condense
from markscheme.domain.packs import Pack

TEXT = (
    "The grain shortage of 1901 was really very bad for Mayor Hill because people starved. "
    "It was a thing that happened and it went on for some time, which was how it was. "
    "Prices rose in 1902, and the council lost Mill Street.\n\n"
    "In conclusion it was the grain that did it."
)


def test_empty_words_go_before_facts() -> None:
    short = condense(TEXT, 0.7)
    assert "really" not in short
    for fact in ("1901", "Mayor Hill", "because people starved", "1902"):
        assert fact in short
    # Target 36 of 52 words; what is left to drop comes in larger pieces.
    assert len(short.split()) == 38


def test_paragraphs_stay_and_every_word_was_there_before() -> None:
    short = condense(TEXT, 0.8)
    assert short.count("\n\n") == 1
    before = iter(TEXT.replace(".", " ").replace(",", " ").lower().split())
    assert all(word in before for word in short.replace(".", " ").replace(",", " ").lower().split())


def test_the_same_every_time() -> None:
    assert condense(TEXT) == condense(TEXT)


def test_what_cannot_be_shortened_is_left(pack: Pack) -> None:
    assert condense("Bread ran out.") == "Bread ran out."
    assert condense("") == ""
    assert condense("Really bad.", 1.0) == "Bad."


def test_every_sentence_ends_like_one() -> None:
    for share in (0.9, 0.7, 0.5, 0.3):
        for block in condense(TEXT, share).split("\n\n"):
            assert block[-1] in ".!?"
            assert not any(end in block for end in (",.", " .", ";."))
