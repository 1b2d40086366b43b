import pytest

from markscheme.bench.machine import cores, resident_mb, this_machine
from markscheme.bench.timing import one_core, percentile, time_calls, times


def test_percentile_is_the_nearest_rank() -> None:
    ordered = [float(n) for n in range(1, 21)]
    assert percentile(ordered, 0.95) == 19.0
    assert percentile(ordered[:10], 0.95) == 10.0
    assert percentile([4.0], 0.95) == 4.0


def test_durations_are_summed_up() -> None:
    summed = times([(0.003, 0.001), (0.001, 0.0005), (0.002, 0.002)])
    assert (summed.n, summed.median_ms, summed.p95_ms, summed.least_ms, summed.cpu_ms) == (
        3,
        2.0,
        3.0,
        1.0,
        1.0,
    )


def test_every_text_is_warmed_and_then_taken_in_turn() -> None:
    seen: list[str] = []
    assert time_calls(seen.append, ["a", "b"], 3).n == 3
    assert seen == ["a", "b", "a", "b", "a"]


def test_one_core_is_given_back() -> None:
    before = cores()
    with one_core():
        assert len(cores()) == 1
    assert cores() == before


def test_the_machine_tells_its_facts() -> None:
    machine = this_machine()
    assert machine.cores >= 1
    assert machine.cpu
    memory = resident_mb()
    assert memory is not None
    now, high = memory
    assert high == pytest.approx(now) or high > now > 1
