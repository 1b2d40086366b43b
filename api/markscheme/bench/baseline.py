"""The words-only baseline: a mark from the number of words and nothing else. Pure."""

from collections.abc import Sequence

import numpy as np

from .gold import GoldAnswer


class WordsOnly:
    """The best rising curve from words to marks (pooled adjacent violators), straight between points."""

    def __init__(self, words: Sequence[int], marks: Sequence[float]) -> None:
        points = sorted(set(words))
        blocks: list[tuple[float, int, int]] = []
        for point in points:
            here = [mark for count, mark in zip(words, marks, strict=True) if count == point]
            blocks.append((sum(here), len(here), 1))
            while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] >= blocks[-1][0] / blocks[-1][1]:
                last, before = blocks.pop(), blocks.pop()
                blocks.append((before[0] + last[0], before[1] + last[1], before[2] + last[2]))
        self._points = points
        self._marks = [total / count for total, count, width in blocks for _ in range(width)]

    def mark(self, words: int) -> int:
        """The predicted mark, to the nearest whole mark."""
        return int(np.floor(np.interp(words, self._points, self._marks) + 0.5))


def words_only_marks(answers: Sequence[GoldAnswer]) -> dict[str, int]:
    """A mark for each answer id by its words alone; the curve for each half is fitted on the other half."""
    marks: dict[str, int] = {}
    for half in ("A", "B"):
        others = [answer for answer in answers if answer.half != half]
        if others:
            curve = WordsOnly([a.words for a in others], [a.mark for a in others])
            marks |= {answer.id: curve.mark(answer.words) for answer in answers if answer.half == half}
    return marks


def words_only_left_out(answers: Sequence[GoldAnswer]) -> dict[str, int]:
    """A mark for each answer id by its words alone; each curve is fitted on all the other answers."""
    marks: dict[str, int] = {}
    for answer in answers:
        others = [other for other in answers if other.id != answer.id]
        if others:
            curve = WordsOnly([a.words for a in others], [a.mark for a in others])
            marks[answer.id] = curve.mark(answer.words)
    return marks
