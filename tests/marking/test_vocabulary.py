"""Groups of words, found in one pass."""

import numpy as np

from markscheme.marking.compiled import CompiledPack
from markscheme.marking.vocabulary import Vocabulary, presence


def scan(ready: CompiledPack, groups: list[list[str]], text: str) -> list[tuple[int, ...]]:
    vocabulary = Vocabulary(ready.speller)
    for number, terms in enumerate(groups):
        vocabulary.add(str(number), terms)
    vocabulary.freeze()
    return [tuple(row) for row in vocabulary.scan(ready.speller.words(text)).tolist()]


def test_long_words_match_as_beginnings_and_short_ones_whole(ready: CompiledPack) -> None:
    assert scan(ready, [["resent"], ["base"], ["main="]], "resented basement mainly base") == [
        (0, 0, 1),
        (1, 3, 4),
    ]


def test_a_stem_that_is_no_word_matches_as_a_beginning(ready: CompiledPack) -> None:
    assert scan(ready, [["angr"]], "they were angrily silent") == [(0, 2, 3)]


def test_phrases_match_word_by_word_and_longer_ones_too(ready: CompiledPack) -> None:
    assert scan(ready, [["attack on stalin"], ["attack"]], "his attacks on Stalin") == [(0, 1, 4), (1, 1, 2)]


def test_one_term_may_belong_to_several_groups(ready: CompiledPack) -> None:
    assert scan(ready, [["harvest"], ["harvest", "grain"]], "the harvest") == [(0, 1, 2), (1, 1, 2)]


def test_presence_needs_the_whole_occurrence_in_the_unit() -> None:
    found = np.array([[0, 0, 1], [1, 1, 3]])
    table = presence(found, [np.array([0, 0, 1])], groups=2, units=2)
    assert table.tolist() == [[True, False], [False, False]]
