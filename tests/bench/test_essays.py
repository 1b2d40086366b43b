import pytest

from markscheme.bench.essays import Essays, NoExamplesError
from markscheme.domain.packs import Pack


def test_an_essay_has_the_words_and_no_sentence_twice(pack: Pack) -> None:
    # The examples hold three different sentences of seven or eight words.
    essay = Essays(pack, "council-fall").of_words(20)
    sentences = essay.split(". ")
    assert 20 <= len(essay.split()) < 28
    assert len(set(sentences)) == len(sentences)


def test_no_sentence_is_timed_as_a_copy(pack: Pack) -> None:
    examples = " ".join(example.text for example in pack.examples)
    essay = Essays(pack, "council-fall").of_words(20)
    assert "The grain shortage mattered also because people lost trust." in essay
    assert not [sentence for sentence in essay.split(". ") if sentence in examples]


def test_variants_differ_and_are_the_same_every_time(pack: Pack) -> None:
    essays = Essays(pack, "council-fall")
    assert essays.of_words(8, 0) != essays.of_words(8, 1)
    assert essays.of_words(8, 1) == Essays(pack, "council-fall").of_words(8, 1)


def test_an_essay_of_exactly_so_many_characters(pack: Pack) -> None:
    assert [len(Essays(pack, "council-fall").of_characters(n)) for n in (1, 50, 120)] == [1, 50, 120]


def test_too_few_examples_are_refused(pack: Pack) -> None:
    with pytest.raises(NoExamplesError, match="of 800"):
        Essays(pack, "council-fall").of_words(800)
