"""Shifts of the factors' thresholds from what teachers found: logistic regression with the engine's log odds given."""

from collections.abc import Mapping, Sequence

import numpy as np

from markscheme.domain.calibrations import Adjustment

from .solver import Array

# Below so many answers with factors, marks alone decide; below so many of either kind a factor has no shift of its own.
ENOUGH_LABELLED, ENOUGH_EACH = 10, 5
_SHARED_WIDTH, _OWN_WIDTH, _LIMIT = 0.5, 0.35, 1.5
_GRID = 0.05


def learn_shifts(presence: Sequence[Mapping[str, float]], found: Sequence[frozenset[str]]) -> Adjustment:
    """The shared shift and those of factors seen both there and not there often enough, all shrunk to 0. `presence` is
    the engine's chance of each factor, `found` what the teacher found, an answer each."""
    from scipy.optimize import minimize

    names = sorted(presence[0])
    odds = _odds(np.array([[each[name] for name in names] for each in presence]))
    there = np.array([[name in each for name in names] for each in found], dtype=np.float64)
    seen = there.sum(axis=0)
    own = np.nonzero((seen >= ENOUGH_EACH) & (len(found) - seen >= ENOUGH_EACH))[0]

    def cost(parameters: Array) -> tuple[float, Array]:
        shift = np.full(len(names), parameters[0])
        shift[own] += parameters[1:]
        moved = odds + shift
        slope = 1 / (1 + np.exp(-moved)) - there
        width = np.concatenate([[_SHARED_WIDTH], np.full(len(own), _OWN_WIDTH)])
        value = float(
            (np.logaddexp(0, moved) - there * moved).sum() + 0.5 * ((parameters / width) ** 2).sum()
        )
        return value, np.concatenate([[slope.sum()], slope[:, own].sum(axis=0)]) + parameters / width**2

    limits = [(-_LIMIT, _LIMIT)] * (1 + len(own))
    solved = minimize(cost, np.zeros(1 + len(own)), jac=True, method="L-BFGS-B", bounds=limits).x
    shared = _rounded(solved[0])
    shifts = {names[i]: _rounded(solved[0] + d) for i, d in zip(own.tolist(), solved[1:], strict=True)}
    return Adjustment(shared_shift=shared, factor_shifts={f: s for f, s in shifts.items() if s != shared})


def _odds(p: Array) -> Array:
    odds: Array = np.log(p + 1e-6) - np.log(1 - p + 1e-6)
    return odds


def _rounded(shift: float) -> float:
    """On a grid, so that near-equal solutions are one, and its readings can be kept."""
    return round(round(float(shift) / _GRID) * _GRID, 2) + 0.0
