"""Worker processes: same reports, a crash costs a retry, a hang is killed, and nothing outlives the pool."""

import os
import select
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from markscheme.answers import pool
from markscheme.answers.inline import InlineMarker
from markscheme.answers.pool import MarkingFailedError, PooledMarker
from markscheme.domain.errors import MarkerUnavailableError
from markscheme.domain.packs import Pack

ENCODER = Path(__file__).resolve().parents[2] / "knowledge" / "encoders" / "own256-1"


@pytest.fixture
def pooled(pack: Pack) -> Iterator[PooledMarker]:
    """Two workers."""
    marker = PooledMarker(ENCODER, workers=2, seconds=10)
    marker.feed([pack])
    yield marker
    marker.close()


def workers(marker: PooledMarker) -> list[int]:
    """Process ids of the workers that are not marking now."""
    return [each._pid for each in marker._places.queue if each is not None]


def wait_until_dead(pid: int) -> None:
    try:
        process = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    with open(process, "rb"):
        assert select.select([process], [], [], 5)[0], "the process did not end"


def test_gives_the_same_report_as_marking_inline(pooled: PooledMarker, marker: InlineMarker) -> None:
    text = "The grain shortage mattered. £5 a loaf, naïve 🙂 council.\n\nSecond paragraph."
    assert pooled.report_json("council-fall", text) == marker.report_json("council-fall", text)


def test_marks_at_once_from_many_threads(pooled: PooledMarker, marker: InlineMarker) -> None:
    texts = [f"The grain shortage mattered {count} times." for count in range(40)]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda text: pooled.report_json("council-fall", text), texts))
    assert found == [marker.report_json("council-fall", text) for text in texts]
    assert len(workers(pooled)) == 2


def test_a_dead_worker_costs_a_second_try(pooled: PooledMarker) -> None:
    before = pooled.report_json("council-fall", "One.")
    (pid,) = workers(pooled)
    os.kill(pid, signal.SIGKILL)
    assert pooled.report_json("council-fall", "One.") == before
    assert pid not in workers(pooled)


def test_workers_that_keep_dying_are_given_up(pooled: PooledMarker, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def die(worker: pool._Worker, _: bytes, __: float) -> bytes:
        asked.append(worker)
        raise EOFError

    monkeypatch.setattr(pool._Worker, "ask", die)
    with pytest.raises(MarkerUnavailableError, match="2 times"):
        pooled.report_json("council-fall", "One.")
    assert len(asked) == 2


def test_a_worker_that_hangs_is_killed_and_replaced(pooled: PooledMarker) -> None:
    pooled.report_json("council-fall", "One.")
    (pid,) = workers(pooled)
    os.kill(pid, signal.SIGSTOP)
    pooled._seconds = 0.05
    with pytest.raises(MarkerUnavailableError, match="seconds"):
        pooled.report_json("council-fall", "One.")
    wait_until_dead(pid)
    pooled._seconds = 10
    assert pooled.report_json("council-fall", "One.")


def test_a_dead_nursery_is_started_again(pooled: PooledMarker) -> None:
    pooled._nursery._process.kill()
    pooled._nursery._process.wait()
    assert pooled.report_json("council-fall", "One.")


def test_a_fault_of_the_engine_is_told_apart_and_the_worker_lives(pooled: PooledMarker) -> None:
    with pytest.raises(MarkingFailedError, match="no-such-question"):
        pooled.report_json("no-such-question", "One.")
    (pid,) = workers(pooled)
    assert pooled.report_json("council-fall", "One.")
    assert workers(pooled) == [pid]


def test_is_ready_once_a_worker_can_be_had(pooled: PooledMarker) -> None:
    pooled.check()
    assert len(workers(pooled)) == 1


def test_is_not_ready_when_no_worker_can_be_started(
    pooled: PooledMarker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: pool._Nursery) -> pool._Worker:
        raise ConnectionResetError

    monkeypatch.setattr(pool._Nursery, "hire", refuse)
    with pytest.raises(MarkerUnavailableError, match="could be started"):
        pooled.check()
    assert pooled._places.qsize() == 2


def test_nothing_outlives_close(pack: Pack) -> None:
    marker = PooledMarker(ENCODER, workers=2, seconds=10)
    marker.feed([pack])
    marker.check()
    (worker,) = workers(marker)
    nursery = marker._nursery._process.pid
    marker.close()
    wait_until_dead(nursery)
    wait_until_dead(worker)


def test_one_that_was_never_fed_closes() -> None:
    marker = PooledMarker(ENCODER, workers=1, seconds=10)
    nursery = marker._nursery._process.pid
    marker.close()
    wait_until_dead(nursery)
