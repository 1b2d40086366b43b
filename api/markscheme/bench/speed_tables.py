"""The tables that `bench speed` prints."""

from collections.abc import Iterator

from .remark_rate import RemarkTime
from .speed import SpeedResult
from .tables import Cell, Sheet
from .timing import Times


def speed_sheets(result: SpeedResult) -> Iterator[Sheet]:
    """Every table; the machine first, since the figures are its."""
    yield _machine(result)
    yield _latency(result)
    yield _lengths(result)
    yield _start(result)
    yield _throughput(result)
    yield _remark(result.remark)


def _machine(result: SpeedResult) -> Sheet:
    m = result.machine
    rows: list[list[Cell]] = [
        ["processor", m.cpu], ["cores", str(m.cores)],
        ["memory", "–" if m.memory_mb is None else f"{m.memory_mb:,} MB"],
        ["system", m.system], ["Python", m.python], ["numpy", m.numpy],
        ["load before measuring", "–" if m.load is None else f"{m.load:.2f}"],
    ]  # fmt: skip
    return Sheet("Machine", ["", ""], rows)


def _latency(result: SpeedResult) -> Sheet:
    rows: list[list[Cell]] = [
        ["a different answer each time", *_times(result.rotating)],
        ["the same answer again", *_times(result.same_text)],
    ]
    title = f"Marking an answer of {result.words} words, warm, on one core"
    return Sheet(title, ["", *_TIMES], rows)


def _lengths(result: SpeedResult) -> Sheet:
    rows: list[list[Cell]] = [
        [
            f"{length.characters:,}",
            *_times(length.times),
            f"{length.per_1000_ms:.2f}",
            _ratio(length.to_linear),
        ]
        for length in result.lengths
    ]
    columns = ["characters", *_TIMES, "ms per 1,000", "to linear"]
    note = (
        "To linear: growth in time from the row above over growth in length; 1.00 is linear, less is better. "
        f"Worst: {result.worst_to_linear:.2f}."
    )
    return Sheet("Growth with length", columns, rows, note)


def _start(result: SpeedResult) -> Sheet:
    s = result.start
    rows: list[list[Cell]] = [[f"{s.best_s:.2f}", f"{s.median_s:.2f}", _mb(s.resident_mb), _mb(s.peak_mb)]]
    columns = ["best s", "median s", "resident MB", "highest MB"]
    return Sheet("A fresh process: start, load everything, mark one answer, end", columns, rows)


def _throughput(result: SpeedResult) -> Sheet:
    every, one, api = result.engine_all, result.engine_one, result.api
    rows: list[list[Cell]] = [
        ["bare engine, 1 process", one.answers, f"{one.per_second:.1f}",
         _ratio(one.per_second / every.per_second)],
        [f"bare engine, {result.processes} processes", every.answers, f"{every.per_second:.1f}", "1.00"],
        [f"POST /api/v1/marks, {api.clients} clients", api.answers, f"{api.per_second:.1f}",
         _ratio(result.api_to_engine)],
    ]  # fmt: skip
    note = (
        f"A client waits {api.median_ms:.0f} ms (median), 95 % within {api.p95_ms:.0f} ms. "
        "The clients run on these cores too."
    )
    return Sheet("Throughput", ["", "answers", "a second", "to bare engine"], rows, note)


def _remark(r: RemarkTime) -> Sheet:
    rows: list[list[Cell]] = [
        [
            f"{r.answers:,}",
            r.processes,
            f"{r.seconds:.2f}",
            f"{r.answers / r.seconds:.1f}",
            r.changed,
            r.crossing,
        ]
    ]
    columns = ["answers", "processes", "seconds", "a second", "changed", "cross a level"]
    note = "Stored answers, all different, marked again after the first factor of each question was made to weigh half."
    return Sheet("Marking again after an edit of the rubric", columns, rows, note)


_TIMES = ("n", "median ms", "95 % within ms", "least ms", "processor ms")


def _times(t: Times) -> list[Cell]:
    return [t.n, *(f"{ms:.2f}" for ms in (t.median_ms, t.p95_ms, t.least_ms, t.cpu_ms))]


def _ratio(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _mb(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f}"
