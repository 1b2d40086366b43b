"""The fit by itself: it finds what was planted, keeps still where there is nothing, and always rises."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from markscheme.domain.calibrations import Adjustment
from markscheme.domain.packs import Pack
from markscheme.fitting.evidence import Read
from markscheme.fitting.solver import KNOTS, TILTS, candidate, fit, mark_of, targets_of
from markscheme.marking.calibration import placed
from markscheme.marking.levels import Reached, fitted

from .conftest import Draw


def whole(drawn: Read) -> tuple[int, int, Adjustment]:
    """The fit on every answer."""
    everyone = np.arange(len(drawn.marks))
    return fit(drawn.held, targets_of(drawn.marks, drawn.scheme), everyone)


def test_marks_that_agree_move_almost_nothing(draw: Draw) -> None:
    _, tilt, found = whole(draw(1, 40, lambda plain, _: plain))
    assert TILTS[tilt] == 0
    assert all(abs(y - x) < 0.5 for x, y in found.knots)


def test_a_bias_is_found_and_ten_answers_find_less_of_it_than_forty(draw: Draw) -> None:
    lifted = [whole(draw(2, count, lambda plain, _: plain + 3))[2] for count in (4, 40)]
    few, many = (placed(12.5, found) - 12.5 for found in lifted)
    assert 0.5 < few < many
    assert 2.5 < many < 3.5


def test_a_teacher_for_whom_knowledge_counts_more_is_found() -> None:
    chance = np.random.default_rng(3)
    reached = [Reached(float(k), float(j)) for k, j in chance.uniform(0.2, 0.95, (60, 2))]
    marks = [fitted(k**1.8, j**0.55) for k, j, _ in reached]
    _, tilt, found = fit([candidate(Adjustment(), reached)], np.array(marks), np.arange(60))
    assert TILTS[tilt] >= 0.4
    assert found.knowledge_weight > 1 > found.judgement_weight


def test_thresholds_that_explain_the_marks_are_chosen_over_those_that_do_not() -> None:
    chance = np.random.default_rng(4)
    seen = [Reached(float(k), float(j)) for k, j in chance.uniform(0.2, 0.9, (40, 2))]
    unseen = [
        Reached(k * float(lost), j)
        for (k, j, _), lost in zip(seen, chance.choice([0.3, 1.0], 40), strict=True)
    ]
    candidates = [
        candidate(Adjustment(), unseen),
        candidate(Adjustment(shared_shift=0.5), seen),
    ]
    place, _, found = fit(candidates, np.array([fitted(k, j) for k, j, _ in seen]), np.arange(40))
    assert (place, found.shared_shift) == (1, 0.5)


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), st.integers(0, 25)), min_size=2, max_size=30))
def test_whatever_the_marks_the_map_rises_and_leaves_nothing_at_nothing(
    rows: list[tuple[float, float, int]],
) -> None:
    held = candidate(Adjustment(), [Reached(k, j) for k, j, _ in rows])
    _, _, found = fit([held], np.array([float(mark) for *_, mark in rows]), np.arange(len(rows)))
    heights = [placed(float(x), found) for x in np.linspace(0, 25, 101)]
    assert heights[0] == 0
    assert heights == sorted(heights)
    assert heights[-1] <= 25


def test_the_same_fit_twice_is_the_same_to_the_last_digit(draw: Draw) -> None:
    made = [whole(draw(5, 30, lambda plain, chance: 0.7 * plain + chance.normal(4, 2, 30))) for _ in range(2)]
    assert made[0][2].model_dump_json() == made[1][2].model_dump_json()
    assert [x for x, _ in made[0][2].knots] == KNOTS.tolist()


def test_marks_of_another_scheme_are_taken_back_along_its_anchors(pack: Pack) -> None:
    scheme = pack.schemes[0].model_copy(update={"anchors": ((0, 0), (10, 5), (25, 20)), "max_mark": 20})
    assert targets_of([0, 5, 20], scheme).tolist() == [0, 10, 25]
    assert mark_of(10.0, scheme) == 5
    assert mark_of(20.0, scheme, ceiling=10.0) == 5
