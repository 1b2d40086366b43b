"""Timing calls in this process, on one core."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from statistics import median
from time import perf_counter, process_time

from markscheme.domain.base import Noun

from .machine import cores


class Times(Noun):
    """What calls took, in milliseconds; `cpu_ms` is the median processor time, whatever else ran."""

    n: int
    median_ms: float
    p95_ms: float
    least_ms: float
    cpu_ms: float


def time_calls(call: Callable[[str], object], texts: Sequence[str], n: int) -> Times:
    """Time `n` calls over the texts in turn, after one untimed round over them all."""
    for text in texts:
        call(text)
    return times([_took(call, texts[number % len(texts)]) for number in range(n)])


def times(took: Sequence[tuple[float, float]]) -> Times:
    """Summarise pairs of seconds: by the clock, of the processor."""
    ordered = sorted(wall for wall, _ in took)
    return Times(
        n=len(ordered), median_ms=1000 * median(ordered), p95_ms=1000 * percentile(ordered, 0.95),
        least_ms=1000 * ordered[0], cpu_ms=1000 * median(cpu for _, cpu in took),
    )  # fmt: skip


def percentile(ordered: Sequence[float], share: float) -> float:
    """The value that `share` of the sorted values do not exceed (nearest rank)."""
    return ordered[max(0, -(-int(share * 1000) * len(ordered) // 1000) - 1)]


@contextmanager
def one_core() -> Iterator[None]:
    """Keep this process on one core meanwhile, where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    allowed = cores()
    os.sched_setaffinity(0, {allowed[-1]})
    try:
        yield
    finally:
        os.sched_setaffinity(0, allowed)


def _took(call: Callable[[str], object], text: str) -> tuple[float, float]:
    wall, cpu = perf_counter(), process_time()
    call(text)
    return perf_counter() - wall, process_time() - cpu
