"""Texts to time with, made from a pack's own marked examples: any length, many, always the same."""

import re
from collections.abc import Callable, Iterable, Sequence

from markscheme.domain.packs import Pack

PARAGRAPH = 6
STRIDE = 4
SMALL_WORDS = ("also", "still", "indeed")


class NoExamplesError(LookupError):
    """The pack has too few marked examples to make a text of that length from."""


class Essays:
    """Essays to one question: its own examples' sentences first, then those of the other questions."""

    def __init__(self, pack: Pack, question_id: str) -> None:
        own = [e.text for e in pack.examples if e.question == question_id]
        others = [e.text for e in pack.examples if e.question != question_id]
        self._sentences = _unique([*own, *others])

    def of_words(self, words: int, variant: int = 0) -> str:
        """An essay of that many words; each variant starts elsewhere and no sentence comes twice."""
        return self._essay(lambda sentence: len(sentence.split()), words, variant)

    def of_characters(self, characters: int, variant: int = 0) -> str:
        """An essay of exactly that many characters."""
        return self._essay(lambda sentence: len(sentence) + 2, characters, variant)[:characters]

    def _essay(self, size: Callable[[str], int], wanted: int, variant: int) -> str:
        count = len(self._sentences)
        start = variant * 7 % count if count else 0
        taken: list[str] = []
        total = 0
        for sentence in (*self._sentences[start:], *self._sentences[:start]):
            taken.append(sentence)
            total += size(sentence)
            if total >= wanted:
                return _paragraphs(taken)
        raise NoExamplesError(f"the marked examples give {total} of {wanted} words or characters")


def _unique(texts: Iterable[str]) -> Sequence[str]:
    pieces = (piece.strip() for text in texts for piece in re.split(r"(?<=[.!?])\s+|\n+", text))
    return [_loosened(piece) for piece in dict.fromkeys(piece for piece in pieces if piece)]


def _loosened(sentence: str) -> str:
    """The sentence with a small word after every fourth, so that it is not timed as a copy of an example."""
    words = sentence.split()
    for turn, place in enumerate(range(STRIDE, len(words), STRIDE)):
        words[place] = f"{SMALL_WORDS[turn % len(SMALL_WORDS)]} {words[place]}"
    return " ".join(words)


def _paragraphs(sentences: Sequence[str]) -> str:
    groups = (sentences[at : at + PARAGRAPH] for at in range(0, len(sentences), PARAGRAPH))
    return "\n\n".join(" ".join(group) for group in groups)
