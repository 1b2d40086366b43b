import re

import pytest

from markscheme.bench.filler import PARTS, SORTS, filler, pad_between, pad_end

QUESTION = "To what extent did the council fall because of grain shortage?"
ANSWER = "Bread ran out. People were angry!\n\nThe mayor left."


@pytest.mark.parametrize("sort", SORTS)
def test_two_hundred_words_with_no_sentence_twice(sort: str) -> None:
    sentences = filler(sort, QUESTION, 200)
    words = sum(len(s.split()) for s in sentences)
    assert 200 <= words < 240
    assert len(set(sentences)) == len(sentences)
    assert sentences == filler(sort, QUESTION, 200)


def test_empty_words_hold_no_names_and_no_dates() -> None:
    for openings, endings in PARTS.values():
        for ending in endings:
            assert not re.search(r"\d|[A-HJ-Z]", ending)
        assert not re.search(r"\d", " ".join(openings))


def test_echoes_use_the_questions_words() -> None:
    assert "extent" in " ".join(filler("echoes", QUESTION, 60))
    assert "council" in " ".join(filler("echoes", QUESTION, 60))


@pytest.mark.parametrize("pad", [pad_end, pad_between])
@pytest.mark.parametrize("count", [1, 2, 7])
def test_padding_keeps_every_word_in_order(pad: object, count: int) -> None:
    extra = tuple(f"Nothing {'x' * n}." for n in range(1, count + 1))
    padded = pad(ANSWER, extra)  # type: ignore[operator]
    rest = padded
    for sentence in extra:
        assert sentence in rest
        rest = rest.replace(sentence, "", 1)
    assert rest.split() == ANSWER.split()


def test_padding_between_keeps_paragraphs() -> None:
    assert pad_between(ANSWER, ("So it goes.",)) == (
        "Bread ran out. So it goes. People were angry!\n\nThe mayor left."
    )
