"""Marked answers as a teacher gives them, and the reasons why they cannot be learnt from."""

import json
from collections.abc import Sequence
from hashlib import sha256
from itertools import pairwise

from markscheme.domain.base import Noun
from markscheme.domain.reports import Coverage

ENOUGH = 20


class CannotCalibrateError(ValueError):
    """These answers cannot make a calibration; the message is one line that says why."""


class MarkedAnswer(Noun):
    """One answer with the teacher's mark in the scheme's own marks. `factors` are those the teacher found, all others
    being absent; None where the teacher did not say."""

    text: str
    mark: int
    factors: dict[str, Coverage] | None = None

    @property
    def key(self) -> str:
        """sha256 of the text: names the answer without holding it."""
        return sha256(self.text.encode()).hexdigest()


def in_order(answers: Sequence[MarkedAnswer], max_mark: int) -> list[MarkedAnswer]:
    """The answers in an order of their own, so that a fit does not depend on that of a file; raises
    CannotCalibrateError for a mark outside the scheme or an answer given twice."""
    for answer in answers:
        if not 0 <= answer.mark <= max_mark:
            raise CannotCalibrateError(f"a mark of {answer.mark} is outside the scheme's 0 to {max_mark}")
    ordered = sorted(answers, key=lambda answer: answer.key)
    for one, next_one in pairwise(ordered):
        if one.key == next_one.key:
            raise CannotCalibrateError(
                f"one answer is given twice (it begins {one.text.strip()[:40]!r}); give each once"
            )
    return ordered


def data_hash(ordered: Sequence[MarkedAnswer]) -> str:
    """sha256 over every answer's own hash, mark and factors; 64 hex digits."""
    rows = [[each.key, each.mark, each.factors] for each in ordered]
    return sha256(json.dumps(rows, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
