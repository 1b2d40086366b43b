"""Cross-validation: every answer marked by calibrations that have not seen it, several times over."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.calibrations import Gain, MarksApart
from markscheme.domain.schemes import MarkScheme

from .agreement import Marks, apart, gain
from .solver import Array, Candidate, fit, mark_of, targets_of

FOLDS, REPEATS = 5, 5
SEED = 1956
Rows = NDArray[np.intp]


class Evidence(Protocol):
    """Marked answers read by the engine. `plain` is each answer's standard as the engine gives it."""

    @property
    def marks(self) -> Sequence[int]:
        """The teacher's marks, in the scheme's own."""

    @property
    def scheme(self) -> MarkScheme:
        """The scheme of those marks."""

    @property
    def plain(self) -> Array:
        """The uncalibrated standards, 0..25."""

    def candidates(self, rows: Rows) -> Sequence[Candidate]:
        """The thresholds to try, learnt from the answers in `rows` alone; each candidate holds all answers."""


def cross_validated(evidence: Evidence) -> tuple[MarksApart, MarksApart, Gain]:
    """Agreement before and after, and what was gained. Each repeat deals the answers into folds anew, alike in marks."""
    gold, scheme = np.asarray(evidence.marks), evidence.scheme
    before = np.array([mark_of(float(standard), scheme) for standard in evidence.plain])
    after = np.zeros((REPEATS, len(gold)), dtype=np.int_)
    for repeat, folds in enumerate(_deals(gold)):
        for fold in range(FOLDS):
            learnt, held = np.nonzero(folds != fold)[0], np.nonzero(folds == fold)[0]
            after[repeat, held] = marks_by(evidence, learnt, held)
    gained = gain(gold, before, after, scheme)
    return apart(gold, before[None], scheme), apart(gold, after, scheme), gained


def marks_by(evidence: Evidence, learnt: Rows, held: Rows) -> Marks:
    """Marks for the answers in `held` by a calibration fitted on those in `learnt`."""
    candidates = evidence.candidates(learnt)
    place, tilt, adjustment = fit(candidates, targets_of(evidence.marks, evidence.scheme), learnt)
    unseen = candidates[place].only(held)
    pairs = zip(unseen.standards[tilt].tolist(), unseen.ceilings.tolist(), strict=True)
    return np.array([mark_of(standard, evidence.scheme, adjustment, ceiling) for standard, ceiling in pairs])


def _deals(gold: Marks) -> list[NDArray[np.int_]]:
    """The fold of each answer, once a repeat: in order of mark, each next answer to the next fold."""
    chance = np.random.default_rng(SEED)
    deals = []
    for _ in range(REPEATS):
        shuffled = chance.permutation(len(gold))
        order = shuffled[np.argsort(gold[shuffled], kind="stable")]
        folds = np.empty(len(gold), dtype=np.int_)
        for start in range(0, len(gold), FOLDS):
            among = order[start : start + FOLDS]
            folds[among] = chance.permutation(FOLDS)[: len(among)]
        deals.append(folds)
    return deals
