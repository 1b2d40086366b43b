"""The learning curve on planted marks: it falls where there is something to learn, and sees what is too few."""

import numpy as np
import pytest

from markscheme.bench.curve import CurveResult, curve
from markscheme.bench.curve_tables import curve_sheets
from markscheme.domain.packs import Pack
from markscheme.fitting.evidence import SHARED, Read
from markscheme.marking.levels import Reached


def read(pack: Pack, count: int, seed: int, lift: float = 4.0) -> Read:
    """Answers whose teacher gives `lift` marks more than the engine, give or take two."""
    chance = np.random.default_rng(seed)
    sides = chance.uniform(0.1, 0.95, (count, 2)).tolist()
    reached = [[Reached(knowledge, judgement)] * len(SHARED) for knowledge, judgement in sides]
    plain = Read.of([0] * count, pack.schemes[0], reached).plain
    marks = np.clip(np.round(plain + lift + chance.normal(0, 2, count)), 0, 25).astype(int).tolist()
    return Read.of(marks, pack.schemes[0], reached)


@pytest.fixture
def quiet() -> list[str]:
    return []


def test_more_answers_teach_more_and_are_used_more_often(pack: Pack, quiet: list[str]) -> None:
    found = curve("planted", {"": read(pack, 130, 1)}, quiet.append)
    assert [place.answers for place in found.places] == [10, 20, 50, 100]
    before, after, used = (
        [place.error[rival].mean for place in found.places] for rival in ("before", "after", "used")
    )
    assert all(error > 3.3 for error in before)
    assert after[-1] < after[0] < before[0]
    assert used[0] == before[0]
    assert used[-1] == after[-1]
    assert [place.applied for place in found.places][::3] == [0.0, 1.0]
    for place in found.places:
        low, high = place.error["after"].interval
        assert low <= place.error["after"].mean <= high
    assert quiet[0] == "planted: 10 answers"


def test_marks_at_random_are_hardly_ever_used(pack: Pack, quiet: list[str]) -> None:
    drawn = read(pack, 120, 2)
    marks = np.random.default_rng(3).integers(0, 26, 120).tolist()
    shuffled = Read(tuple(marks), drawn.scheme, drawn.plain, drawn.held)
    found = curve("random", {"": shuffled}, quiet.append)
    assert sum(place.applied for place in found.places) <= 0.2
    assert found.places[-1].kappa["after"].mean < 0.2


def test_a_group_too_small_is_left_out_and_many_groups_give_the_interval(
    pack: Pack, quiet: list[str]
) -> None:
    groups = {str(n): read(pack, 40, n) for n in range(5)} | {"few": read(pack, 20, 9)}
    found = curve("groups", groups, quiet.append)
    assert [(place.answers, place.groups) for place in found.places] == [(10, 5), (20, 5)]
    assert (found.groups, found.answers) == (6, 220)


def test_the_table_shows_every_place_with_a_bar(pack: Pack, quiet: list[str]) -> None:
    found = curve("planted", {"": read(pack, 70, 4)}, quiet.append)
    again = curve("planted", {"": read(pack, 70, 4)}, quiet.append)
    assert found == again
    result = CurveResult(engine="e", encoder="x", data="0" * 64, curves=(found,))
    (sheet,) = curve_sheets(result)
    assert [row[0] for row in sheet.rows] == ["10", "20", "50"]
    assert all("█" in row[-1] for row in sheet.rows)
    assert "intervals over draws" in sheet.note
