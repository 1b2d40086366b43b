"""Whether a calibration helps is told by answers it has not seen. Each verdict is tried on planted marks."""

import numpy as np

from markscheme.fitting.solver import Array
from markscheme.fitting.validation import cross_validated

from .conftest import Draw


def at_random(plain: Array, chance: np.random.Generator) -> Array:
    """Marks that have nothing to do with the answers."""
    return chance.integers(0, 26, len(plain)).astype(np.float64)


def alike(plain: Array, chance: np.random.Generator) -> Array:
    """Much the same mark for everybody, whatever the answer."""
    return chance.normal(14, 4, len(plain))


def generous(plain: Array, chance: np.random.Generator) -> Array:
    """Three marks more than the engine, give or take one."""
    return plain + 3 + chance.normal(0, 1, len(plain))


def agreeing(plain: Array, chance: np.random.Generator) -> Array:
    """The engine's own marks, give or take two."""
    return plain + chance.normal(0, 2, len(plain))


def test_three_marks_more_are_learnt_from_twenty(draw: Draw) -> None:
    before, after, gain = cross_validated(draw(1, 20, generous))
    assert gain.refusal is None
    assert before.error > 2
    assert after.error < 1.5
    assert gain.error_interval[0] > 0.8
    assert after.kappa is not None
    assert before.kappa is not None
    assert after.kappa > before.kappa


def test_random_marks_are_refused(draw: Draw) -> None:
    accepted = [
        (rule.__name__, seed) for rule in (at_random, alike) for seed in range(15)
        if cross_validated(draw(seed, 30, rule))[2].refusal is None
    ]  # fmt: skip
    # Chance alone makes marks that follow the answers about once in a hundred draws.
    assert len(accepted) <= 1
    assert at_random.__name__ not in dict(accepted)


def test_marks_without_order_lower_the_error_and_are_refused_all_the_same(draw: Draw) -> None:
    for rule in (at_random, alike):
        before, after, gain = cross_validated(draw(7, 60, rule))
        assert after.error < before.error
        assert gain.refusal is not None
    assert gain.error_interval[0] > 0
    assert "do not follow what the engine reads" in gain.refusal


def test_where_the_engine_agrees_already_nothing_is_applied(draw: Draw) -> None:
    gain = cross_validated(draw(3, 50, agreeing))[2]
    assert gain.refusal is not None
    assert "not sure to help" in gain.refusal


def test_an_answer_is_never_marked_by_a_fit_that_has_seen_it(draw: Draw) -> None:
    seen: list[set[int]] = []
    drawn = draw(4, 23, generous)

    class Watched:
        marks, scheme, plain = drawn.marks, drawn.scheme, drawn.plain

        def candidates(self, rows: np.ndarray) -> tuple[object, ...]:
            seen.append(set(rows.tolist()))
            return drawn.held

    cross_validated(Watched())  # type: ignore[arg-type]
    left_out = [set(range(23)) - rows for rows in seen]
    assert len(left_out) == 25
    for repeat in range(5):
        folds = left_out[5 * repeat : 5 * repeat + 5]
        assert sorted(n for fold in folds for n in fold) == list(range(23))
        assert max(map(len, folds)) - min(map(len, folds)) <= 1


def test_the_same_figures_every_time(draw: Draw) -> None:
    assert cross_validated(draw(5, 25, generous)) == cross_validated(draw(5, 25, generous))
