"""Marked essays as the engine reads them: what a calibration of one question is fitted on."""

from collections.abc import Sequence

import numpy as np

from markscheme.domain.calibrations import Adjustment
from markscheme.domain.schemes import MarkScheme
from markscheme.marking.encoding import Encoder
from markscheme.marking.engine import weigh
from markscheme.marking.levels import fitted
from markscheme.marking.rubric import Rubric

from .answers import MarkedAnswer
from .solver import SHIFTS, Array, Candidate, candidate
from .thresholds import ENOUGH_LABELLED, learn_shifts
from .validation import Rows


class Essays:
    """Marked answers of one rubric, read once for each place of the thresholds that is asked for."""

    def __init__(self, rubric: Rubric, answers: Sequence[MarkedAnswer], encoder: Encoder) -> None:
        read = [(answer, weigh(rubric, answer.text, encoder)) for answer in answers]
        kept = [(answer, weighing) for answer, weighing in read if not weighing.settled]
        self._rubric = rubric
        self.answers = [answer for answer, _ in kept]
        self._weighings = [weighing for _, weighing in kept]
        self._presence = [weighing.presence for weighing in self._weighings]
        self._candidates: dict[str, Candidate] = {}
        self.plain: Array = np.array([fitted(k, j) for k, j, _ in (w.reached(None) for w in self._weighings)])

    @property
    def marks(self) -> list[int]:
        """The teacher's marks of the answers that no ceiling decides."""
        return [answer.mark for answer in self.answers]

    @property
    def scheme(self) -> MarkScheme:
        """The question's scheme."""
        return self._rubric.scheme

    def candidates(self, rows: Rows) -> Sequence[Candidate]:
        """Where teachers named factors, the thresholds that fit them; else a shared shift for the marks to choose."""
        labelled = [n for n in rows.tolist() if self.answers[n].factors is not None]
        if len(labelled) < ENOUGH_LABELLED:
            return [self._at(Adjustment(shared_shift=shift)) for shift in SHIFTS]
        found = [self._found(n) for n in labelled]
        return [self._at(learn_shifts([self._presence[n] for n in labelled], found))]

    def _found(self, number: int) -> frozenset[str]:
        factors = self.answers[number].factors or {}
        return frozenset(factor for factor, coverage in factors.items() if coverage != "absent")

    def _at(self, thresholds: Adjustment) -> Candidate:
        key = thresholds.model_dump_json()
        if key not in self._candidates:
            reached = [weighing.reached(thresholds) for weighing in self._weighings]
            self._candidates[key] = candidate(thresholds, reached)
        return self._candidates[key]
