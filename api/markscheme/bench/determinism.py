"""Is a report the same in every process, and a mark the same on every processor?"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

import numpy as np

from markscheme.domain.base import Noun
from markscheme.domain.packs import Pack
from markscheme.domain.reports import MarkReport

from .desk import Desk
from .digests import Job
from .gold import GoldAnswer
from .shaking import Shaken, noisy, other_orders

PROCESSES, SEEDS, NOISE = 20, 20, 1e-6
THREADS, BATCHES = ("1", "2"), (1, 32)
PATIENCE = 600
Tell = Callable[[str], None]


class Process(Noun):
    """One process, how it was set, and how many of its reports differ by a byte from the first process's."""

    python: str
    hash_seed: int
    threads: str
    batch: int
    oldest: bool
    differing: int


class Shake(Noun):
    """Another processor's last digits, played: how many marks, coverages and whole reports change."""

    how: str
    marks: int
    coverages: int
    reports: int


class Determinism(Noun):
    """What `bench determinism` prints."""

    answers: int
    processes: tuple[Process, ...]
    shakes: tuple[Shake, ...]

    @property
    def same(self) -> bool:
        """No report differs between processes, and no mark or coverage between processors."""
        moved = any(shake.marks or shake.coverages for shake in self.shakes)
        return not moved and not any(process.differing for process in self.processes)


def measure(knowledge: Path, gold: Sequence[GoldAnswer], pythons: Sequence[str], tell: Tell) -> Determinism:
    """Everything, some minutes: the pack's examples and the gold answers, in 20 processes and shaken 24 ways."""
    desk = Desk.open(knowledge)
    jobs = answers(desk.packs[0], gold)
    tell(f"marking {len(jobs)} answers in {PROCESSES} processes")
    processes = across_processes(knowledge, jobs, settings(PROCESSES, pythons))
    tell(f"marking them as other processors might, {SEEDS} ways and more")
    return Determinism(answers=len(jobs), processes=processes, shakes=tuple(shakes(desk, jobs, SEEDS)))


def answers(pack: Pack, gold: Sequence[GoldAnswer] = ()) -> list[Job]:
    """The pack's examples, and gold answers by their question's letter."""
    letters = {question.letter: question.id for question in pack.questions}
    own = [(example.question, example.text) for example in pack.examples]
    return own + [(letters[answer.question], answer.text) for answer in gold if answer.question in letters]


class Setting(NamedTuple):
    """How to start one process. `oldest` is to use no instructions that the oldest processors lack."""

    python: str
    hash_seed: int
    threads: str
    batch: int
    oldest: bool

    @property
    def environment(self) -> dict[str, str]:
        """What to add to the environment."""
        names = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
        chosen = dict.fromkeys(names, self.threads) | {"PYTHONHASHSEED": str(self.hash_seed)}
        if self.oldest:
            found = np.show_config(mode="dicts")["SIMD Extensions"]["found"]
            chosen |= {"NPY_DISABLE_CPU_FEATURES": " ".join(found), "OPENBLAS_CORETYPE": "Prescott"}
        return chosen


def settings(count: int, pythons: Sequence[str] = ()) -> list[Setting]:
    """So many processes: the interpreters in turn, hash seeds all unlike, each number of threads with each size of
    batch, on this processor and as on the oldest."""
    ways = cycle((threads, batch, old) for old in (False, True) for batch in BATCHES for threads in THREADS)
    chosen = islice(zip(cycle((sys.executable, *pythons)), ways, strict=False), count)
    # Spread over the range of seeds; chance would make two runs of this command unlike.
    return [
        Setting(python, 1 + 214_748_361 * place % 4_294_967_291, *way)
        for place, (python, way) in enumerate(chosen)
    ]


def across_processes(knowledge: Path, jobs: Sequence[Job], runs: Sequence[Setting],
                     program: Sequence[str] = ("-m", "markscheme.bench.digests")) -> tuple[Process, ...]:  # fmt: skip
    """Mark the jobs in one process after another, each set as asked; the first is the one the others must equal."""
    first: list[str] | None = None
    found = []
    for run in runs:
        command = [run.python, *program, str(knowledge), str(run.batch)]
        done = subprocess.run(command, input=json.dumps(jobs), env=os.environ | run.environment, text=True,
                              capture_output=True, timeout=PATIENCE, check=True)  # fmt: skip
        digests = json.loads(done.stdout)
        first = first or digests
        differing = sum(one != other for one, other in zip(first, digests, strict=True))
        found.append(Process(**{**run._asdict(), "python": _version(run.python)}, differing=differing))
    return tuple(found)


def shakes(desk: Desk, jobs: Sequence[Job], seeds: int, noise: float = NOISE) -> Iterator[Shake]:
    """The jobs marked by each shaken encoder beside the true one."""
    true = [desk.mark_unpublished(*job) for job in jobs]
    others: list[Shaken] = [
        *other_orders(desk.encoder),
        *(noisy(desk.encoder, noise, seed) for seed in range(seeds)),
    ]
    for encoder in others:
        yield _shake(encoder.how, true, [Desk(desk.packs, encoder).mark_unpublished(*job) for job in jobs])


def _shake(how: str, true: Sequence[MarkReport], other: Sequence[MarkReport]) -> Shake:
    pairs = list(zip(true, other, strict=True))
    return Shake(
        how=how,
        marks=sum((a.mark, a.level) != (b.mark, b.level) for a, b in pairs),
        coverages=sum(_coverages(a) != _coverages(b) for a, b in pairs),
        reports=sum(_content(a) != _content(b) for a, b in pairs),
    )


def _coverages(report: MarkReport) -> dict[str, str]:
    return {factor.factor_id: factor.coverage for factor in report.factors if factor.coverage != "absent"}


def _content(report: MarkReport) -> str:
    return report.model_dump_json(exclude={"provenance"})


def _version(python: str) -> str:
    done = subprocess.run([python, "-V"], capture_output=True, text=True, check=True)
    return done.stdout.split()[-1]
