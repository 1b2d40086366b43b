"""Speed on this machine: latency, growth with length, start-up, memory, throughput."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from markscheme.domain.base import Noun
from markscheme.domain.packs import Pack

from .desk import Desk
from .essays import Essays
from .machine import Machine, cores, this_machine
from .remark_rate import RemarkTime, remark_time
from .throughput import ApiRate, Job, Rate, api_rate, api_together, engine_rate, engine_together
from .timing import Times, one_core, time_calls

WORDS = 800
LENGTHS = (1000, 2000, 5000, 10_000, 20_000)
QUESTIONS, VARIANTS = 3, 4
CALLS, LENGTH_CALLS = 60, 9
STARTS = 3
CLIENTS = 8
ROUNDS = 2


class Length(Noun):
    """An answer of that length: `to_linear` is growth in time over growth in length."""

    characters: int
    times: Times
    per_1000_ms: float
    to_linear: float | None


class Start(Noun):
    """A fresh process that marks one answer and ends."""

    best_s: float
    median_s: float
    resident_mb: float | None
    peak_mb: float | None


class SpeedResult(Noun):
    """What `bench speed` prints."""

    machine: Machine
    words: int
    rotating: Times
    same_text: Times
    lengths: tuple[Length, ...]
    worst_to_linear: float
    start: Start
    engine_one: Rate
    engine_all: Rate
    processes: int
    api: ApiRate
    api_to_engine: float
    remark: RemarkTime


def measure(knowledge: Path, progress: Callable[[str], None] | None = None) -> SpeedResult:
    """Measure everything, about two minutes; `progress` is told what comes next."""
    tell = progress or (lambda _: None)
    machine = this_machine()
    desk = Desk.open(knowledge)
    pack = desk.packs[0]
    jobs = timed_jobs(pack)
    tell("timing one core")
    with one_core():
        rotating = _time_jobs(desk, jobs, CALLS)
        same = _time_jobs(desk, jobs[:1], CALLS // 2)
        lengths = growth(_length_times(desk, pack))
    tell("starting fresh processes")
    start = first_mark(*jobs[0])
    tell("marking on one core, in a process of its own")
    processes = len(cores())
    one = engine_rate(knowledge, jobs, 1)
    tell(f"marking on all cores and serving {CLIENTS} clients, in turn")
    engines, apis = [], []
    for _ in range(ROUNDS):
        # In turn, so that whatever else this machine does falls on both alike.
        engines.append(engine_rate(knowledge, jobs, processes))
        apis.append(api_rate(jobs, CLIENTS))
    every, api = engine_together(engines), api_together(apis)
    tell("marking stored answers again after an edit of the rubric")
    remark = remark_time(knowledge, WORDS, processes)
    return SpeedResult(
        machine=machine, words=WORDS, rotating=rotating, same_text=same, lengths=lengths,
        worst_to_linear=max(length.to_linear or 0.0 for length in lengths), start=start,
        engine_one=one, engine_all=every, processes=processes,
        api=api, api_to_engine=api.per_second / every.per_second, remark=remark,
    )  # fmt: skip


def timed_jobs(pack: Pack, words: int = WORDS) -> list[Job]:
    """Texts of several questions in turn, so that no text and no question comes twice in a row."""
    questions = [question.id for question in pack.questions[:QUESTIONS]]
    turns = [(place, questions[place % len(questions)]) for place in range(VARIANTS * len(questions))]
    return [(question_id, Essays(pack, question_id).of_words(words, place)) for place, question_id in turns]


def growth(timed: Sequence[tuple[int, Times]]) -> tuple[Length, ...]:
    """Each length beside the one before it: above 1 the cost grows faster than the text."""
    lengths: list[Length] = []
    for place, (characters, times) in enumerate(timed):
        before = timed[place - 1] if place else None
        ratio = before and (times.median_ms / before[1].median_ms) / (characters / before[0])
        per_1000 = times.median_ms / characters * 1000
        lengths.append(Length(characters=characters, times=times, per_1000_ms=per_1000, to_linear=ratio))
    return tuple(lengths)


def first_mark(question_id: str, text: str, starts: int = STARTS) -> Start:
    """Start fresh processes that mark the text from a file, and ask the last what memory it holds.

    They find their modules compiled, as those of an installed program are: one start before the timed ones does that.
    """
    with TemporaryDirectory() as folder:
        keeping = os.environ | {"PYTHONPYCACHEPREFIX": str(Path(folder) / "compiled")}
        keeping.pop("PYTHONDONTWRITEBYTECODE", None)
        file = Path(folder) / "answer.txt"
        file.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "markscheme.bench.probe", "mark", question_id, str(file), "--json"]
        seconds = []
        for _ in range(1 + starts):
            begun = perf_counter()
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=keeping)
            seconds.append(perf_counter() - begun)
    seconds = seconds[1:]
    now, high = json.loads(done.stderr.splitlines()[-1]) or (None, None)
    return Start(best_s=min(seconds), median_s=median(seconds), resident_mb=now, peak_mb=high)


def _time_jobs(desk: Desk, jobs: Sequence[Job], n: int) -> Times:
    by_text = {text: question_id for question_id, text in jobs}
    return time_calls(lambda text: desk.mark(by_text[text], text), list(by_text), n)


def _length_times(desk: Desk, pack: Pack) -> list[tuple[int, Times]]:
    question_id = pack.questions[0].id
    essays = Essays(pack, question_id)
    call = partial(desk.mark, question_id)
    return [
        (characters, time_calls(call, [essays.of_characters(characters, v) for v in range(3)], LENGTH_CALLS))
        for characters in LENGTHS
    ]
