"""The same report in every process, the same mark on every processor; and what breaks either is seen to."""

import sys
from functools import reduce
from math import fsum
from operator import add
from pathlib import Path

import numpy as np
import pytest

from markscheme.bench.desk import Desk
from markscheme.bench.determinism import Determinism, across_processes, answers, settings, shakes
from markscheme.bench.digests import Job, digests
from markscheme.bench.shaking import noisy, other_orders
from markscheme.domain.packs import Pack
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.bands import BAND, near, reaches
from markscheme.marking.compiled import CompiledPack, compiled
from markscheme.marking.grid import COARSE, FINE, on_grid, solve, step
from markscheme.marking.levels import knowledge_ledger
from markscheme.marking.qualities.detectors import DETECTORS, judgement

ROOT = Path(__file__).resolve().parents[2]
# A summary that lists a set, as careless code might.
HASTY = """
import sys
from markscheme.marking import engine
engine.summarise = lambda *_: " ".join({"hasty", "words", "in", "no", "order", "of", "their", "own"})
from markscheme.bench.digests import main
main(*sys.argv[1:])
"""


@pytest.fixture(scope="module")
def desk(khrushchev: Pack, encoder: StaticEncoder) -> Desk:
    return Desk([khrushchev], encoder)


@pytest.fixture(scope="module")
def jobs(khrushchev: Pack) -> list[Job]:
    return answers(khrushchev)[::3]


def test_processes_agree_whatever_their_hash_seed_threads_and_batches(jobs: list[Job]) -> None:
    runs = across_processes(ROOT / "knowledge", jobs[:6], settings(8)[::2] + settings(8)[-1:])
    assert [run.differing for run in runs] == [0] * 5
    assert {(run.threads, run.batch, run.oldest) for run in runs} >= {
        ("1", 1, False),
        ("1", 32, True),
        ("2", 32, True),
    }


def test_every_way_to_start_a_process_has_its_turn() -> None:
    chosen = settings(20)
    assert len({run.hash_seed for run in chosen}) == 20
    assert len({(run.threads, run.batch, run.oldest) for run in chosen}) == 8
    assert "NPY_DISABLE_CPU_FEATURES" in chosen[-1].environment | chosen[7].environment


def test_a_report_that_depends_on_the_order_of_a_set_is_caught(jobs: list[Job]) -> None:
    runs = across_processes(ROOT / "knowledge", jobs[:2], settings(2), ("-c", HASTY))
    assert runs[0].differing == 0
    assert sum(run.differing for run in runs) > 0


def test_what_was_marked_before_changes_nothing(desk: Desk, jobs: list[Job]) -> None:
    assert digests(desk, jobs, 1) == digests(desk, jobs, 32)


def test_last_digits_of_vectors_move_no_mark_and_no_coverage(desk: Desk, jobs: list[Job]) -> None:
    found = list(shakes(desk, jobs, seeds=2))
    assert [
        (shake.how, shake.marks, shake.coverages) for shake in found if shake.marks or shake.coverages
    ] == []
    orders = [shake for shake in found if shake.how.startswith("columns")]
    assert [shake.reports for shake in orders] == [0, 0, 0]


def test_vectors_that_are_really_others_are_caught(desk: Desk, jobs: list[Job]) -> None:
    found = list(shakes(desk, jobs, seeds=1, noise=1.0))
    assert found[-1].coverages > 0
    assert not Determinism(answers=len(jobs), processes=(), shakes=tuple(found)).same


def test_tables_are_the_same_in_any_order_of_summing(ready: CompiledPack, khrushchev: Pack) -> None:
    for other in other_orders(ready.encoder):
        if other.how.startswith("columns"):
            shaken = compiled(khrushchev, other).references
            scores = on_grid(other.encode([("wheat", "harvest")])) @ shaken.heads
            true = on_grid(ready.encoder.encode([("wheat", "harvest")])) @ ready.references.heads
            assert np.array_equal(scores, true)


def test_sums_on_the_grid_are_exact_and_others_are_not() -> None:
    chance = np.random.default_rng(1)
    one, other = chance.normal(size=(40, 256)), chance.normal(size=(256, 38))
    order = chance.permutation(256)
    assert not np.array_equal(one @ other, one[:, order] @ other[order])
    one, other = on_grid(one), on_grid(other)
    assert np.array_equal(one @ other, one[:, order] @ other[order])
    assert step(0.3, COARSE) == 307 / 1024
    assert float(on_grid(np.array(0.3))) == step(0.3, FINE)


def test_ledgers_add_up_the_same_in_any_order() -> None:
    credits = [0.1, 0.2, 0.3]
    scores = {detector.quality_id: round(0.137 * place % 1, 3) for place, detector in enumerate(DETECTORS)}
    turned = credits[::-1]
    assert reduce(add, credits) != reduce(add, turned)
    assert knowledge_ledger(credits) == knowledge_ledger(turned)
    parts = [detector.weight * scores[detector.quality_id] for detector in DETECTORS]
    spared = 1.0 - 0.3 * (1.0 - scores["q_accuracy"])
    assert judgement(scores) == fsum(reversed(parts)) * spared


def test_elimination_solves() -> None:
    chance = np.random.default_rng(2)
    rows, right = chance.normal(size=(50, 20)), chance.normal(size=(20, 3))
    matrix = rows.T @ rows + np.eye(20)
    assert np.allclose(matrix @ solve(matrix, right), right)


@pytest.mark.parametrize(("value", "told", "reached"), [
    (0.5 + BAND / 2, False, False), (0.5 - BAND / 2, True, True),
    (0.5 + 2 * BAND, False, True), (0.5 - 2 * BAND, True, False),
])  # fmt: skip
def test_inside_the_band_words_decide(value: float, told: bool, reached: bool) -> None:
    assert reaches(value, 0.5, told) is reached
    assert near(value, 0.5) is (abs(value - 0.5) < BAND)


def test_noise_is_the_same_for_the_same_seed(encoder: StaticEncoder) -> None:
    texts = [("the", "harvest", "failed")]
    vectors = [noisy(encoder, 1e-6, seed).encode(texts) for seed in (1, 1, 2)]
    assert np.array_equal(vectors[0], vectors[1])
    assert not np.array_equal(vectors[0], vectors[2])
    assert np.allclose(vectors[0], encoder.encode(texts), rtol=1e-6)


def test_other_interpreters_take_turns() -> None:
    assert [python for python, *_ in settings(4, ["other"])] == [sys.executable, "other"] * 2
