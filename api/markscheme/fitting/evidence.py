"""Marked answers read at fixed places of the thresholds: what can be dealt out, fitted on and tested on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from markscheme.domain.calibrations import Adjustment
from markscheme.domain.schemes import MarkScheme
from markscheme.marking.levels import Reached, fitted

from .solver import SHIFTS, Array, Candidate, candidate
from .validation import Rows

SHARED = tuple(Adjustment(shared_shift=shift) for shift in SHIFTS)


@dataclass(frozen=True)
class Read:
    """Evidence whose thresholds teachers' marks alone choose. `plain` is the engine's own standard, 0..25."""

    marks: tuple[int, ...]
    scheme: MarkScheme
    plain: Array
    held: tuple[Candidate, ...]

    @classmethod
    def of(cls, marks: Sequence[int], scheme: MarkScheme, reached: Sequence[Sequence[Reached]]) -> Self:
        """From what each answer reaches at each of SHARED, in their order."""
        plain = np.array([fitted(k, j) for k, j, _ in (each[SHIFTS.index(0.0)] for each in reached)])
        held = [candidate(each, [row[place] for row in reached]) for place, each in enumerate(SHARED)]
        return cls(tuple(marks), scheme, plain, tuple(held))

    def candidates(self, rows: Rows) -> Sequence[Candidate]:
        """The same for all."""
        return self.held

    def only(self, rows: Rows) -> Self:
        """These answers alone."""
        return replace(
            self, marks=tuple(self.marks[n] for n in rows.tolist()), plain=self.plain[rows],
            held=tuple(each.only(rows) for each in self.held),
        )  # fmt: skip
