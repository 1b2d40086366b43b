"""The learning curve: what a calibration is worth on answers it has not seen, by how many it was fitted on."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.base import Noun
from markscheme.domain.calibrations import Interval
from markscheme.fitting.agreement import apart
from markscheme.fitting.answers import ENOUGH
from markscheme.fitting.evidence import Read
from markscheme.fitting.solver import mark_of
from markscheme.fitting.validation import cross_validated, marks_by

SIZES = (10, 20, 50, 100)
DRAWS = 10
SEED = 1953
RESAMPLES = 2000
# Fewer to test on would tell nothing; fewer groups cannot be resampled.
_LEFT, _GROUPS = 15, 5
RIVALS = ("before", "constant", "after", "used")
Values = NDArray[np.float64]


class Measure(Noun):
    """A mean over groups and draws with the interval that holds 95 %."""

    mean: float
    interval: Interval


class Place(Noun):
    """One place on the curve. `before` is the engine as it is, `constant` one mark for all, `after` every calibration
    applied, `used` only those that prove themselves on the answers they were fitted on; `applied` is their share."""

    answers: int
    tested: float
    groups: int
    applied: float
    error: dict[str, Measure]
    kappa: dict[str, Measure]


class Curve(Noun):
    """One set's places; intervals are over groups where there are five or more, else over draws."""

    name: str
    groups: int
    answers: int
    draws: int
    places: tuple[Place, ...]


class CurveResult(Noun):
    """What `bench calibration` prints. `data` is the sha256 of the public set's files."""

    engine: str
    encoder: str
    data: str
    curves: tuple[Curve, ...]


def curve(name: str, groups: Mapping[str, Read], progress: Callable[[str], None]) -> Curve:
    """Fit on 10, 20, 50 and 100 answers of each group, as far as they leave some to test on, ten draws each."""
    places = []
    for size in SIZES:
        large = [read for _, read in sorted(groups.items()) if len(read.marks) >= size + _LEFT]
        if large:
            progress(f"{name}: {size} answers")
            places.append(_place(size, large))
    total = sum(len(read.marks) for read in groups.values())
    return Curve(name=name, groups=len(groups), answers=total, draws=DRAWS, places=tuple(places))


def _place(size: int, groups: Sequence[Read]) -> Place:
    drawn = np.array([[_draw(read, size, draw) for draw in range(DRAWS)] for read in groups])
    errors, kappas, applied = drawn[..., 0:4], drawn[..., 4:8], drawn[..., 8]
    return Place(
        answers=size, tested=float(np.mean([len(read.marks) - size for read in groups])), groups=len(groups),
        applied=float(applied.mean()),
        error={rival: _measure(errors[..., n]) for n, rival in enumerate(RIVALS)},
        kappa={rival: _measure(kappas[..., n]) for n, rival in enumerate(RIVALS)},
    )  # fmt: skip


def _draw(read: Read, size: int, draw: int) -> list[float]:
    """Four errors and four kappas on the answers not drawn, in the order of RIVALS, and whether it was applied."""
    order = np.random.default_rng([SEED, draw]).permutation(len(read.marks))
    learnt, held = order[:size], order[size:]
    gold = np.asarray(read.marks)
    before = np.array([mark_of(float(standard), read.scheme) for standard in read.plain[held]])
    after = marks_by(read, learnt, held)
    applied = size >= ENOUGH and cross_validated(read.only(learnt))[2].refusal is None
    constant = np.full(len(held), int(np.median(gold[learnt])))
    found = [
        apart(gold[held], given[None], read.scheme)
        for given in (before, constant, after, after if applied else before)
    ]
    return [each.error for each in found] + [each.kappa or 0.0 for each in found] + [float(applied)]


def _measure(values: Values) -> Measure:
    """`values` are groups x draws."""
    spread = values[0] if len(values) == 1 else values.mean(axis=1)
    if len(values) >= _GROUPS:
        rows = np.random.default_rng(SEED).integers(0, len(spread), (RESAMPLES, len(spread)))
        spread = spread[rows].mean(axis=1)
    low, high = np.percentile(spread, [2.5, 97.5]).round(4).tolist()
    return Measure(mean=round(float(values.mean()), 4), interval=(low, high))
