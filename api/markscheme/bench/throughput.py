"""How many answers a second: the bare engine on one core and on all, and the API over loopback."""

import json
import multiprocessing
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from markscheme.domain.base import Noun

from .desk import Desk

BATCH_SECONDS = 3.0
BATCH_LIMIT = 5000
PATIENCE = 120
READY = "Markscheme is ready at "
Job = tuple[str, str]


class ServerError(RuntimeError):
    """The server did not start or did not answer as it should."""


class Rate(Noun):
    """Answers marked in that time."""

    answers: int
    seconds: float
    per_second: float


class ApiRate(Rate):
    """The same over HTTP, with what a client waits."""

    clients: int
    median_ms: float
    p95_ms: float


def engine_together(rounds: Sequence[Rate]) -> Rate:
    """Several rounds as one."""
    answers, seconds = sum(r.answers for r in rounds), sum(r.seconds for r in rounds)
    return Rate(answers=answers, seconds=seconds, per_second=answers / seconds)


def api_together(rounds: Sequence[ApiRate]) -> ApiRate:
    """Several rounds as one: the mean of their medians, the worst of their 95 %."""
    whole = engine_together(rounds)
    return ApiRate(
        answers=whole.answers, seconds=whole.seconds, per_second=whole.per_second, clients=rounds[0].clients,
        median_ms=sum(r.median_ms for r in rounds) / len(rounds), p95_ms=max(r.p95_ms for r in rounds),
    )  # fmt: skip


def engine_rate(knowledge: Path, jobs: Sequence[Job], processes: int, seconds: float = BATCH_SECONDS) -> Rate:
    """Mark the jobs in turn in so many processes at once, each warm before the clock starts."""
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(processes)
    receivers: list[Connection] = []
    for number in range(processes):
        receiver, sender = context.Pipe(duplex=False)
        turned = [*jobs[number:], *jobs[:number]]
        context.Process(
            target=_mark_for, args=(knowledge, turned, barrier, seconds, sender), daemon=True
        ).start()
        # Only the worker may hold this end, so that its death ends our waiting.
        sender.close()
        receivers.append(receiver)
    counts: list[tuple[int, float]] = [receiver.recv() for receiver in receivers]
    answers = sum(count for count, _ in counts)
    per_second = sum(count / took for count, took in counts)
    return Rate(answers=answers, seconds=max(took for _, took in counts), per_second=per_second)


def _mark_for(
    knowledge: Path, jobs: Sequence[Job], barrier: Barrier, seconds: float, results: Connection
) -> None:
    desk = Desk.open(knowledge)
    for question_id, text in jobs:
        desk.mark(question_id, text)
    barrier.wait(PATIENCE)
    count, start = 0, perf_counter()
    while count < BATCH_LIMIT and perf_counter() - start < seconds:
        desk.mark(*jobs[count % len(jobs)])
        count += 1
    results.send((count, perf_counter() - start))


def api_rate(jobs: Sequence[Job], clients: int, seconds: float = BATCH_SECONDS) -> ApiRate:
    """Mark the jobs over HTTP from a process of its own."""
    with served() as address:
        return _load(address, jobs, clients, seconds)


@contextmanager
def served(**settings: str) -> Iterator[str]:
    """The address of a server on a free port with an empty database, while open. Raises ServerError."""
    with TemporaryDirectory() as folder:
        environment = os.environ | {"MARKSCHEME_DATA_DIR": folder, "MARKSCHEME_RATE": "off"} | settings
        command = [sys.executable, "-m", "markscheme.cli", "serve", "--port", "0"]
        server = subprocess.Popen(command, env=environment, cwd=folder, stdout=subprocess.PIPE, text=True)
        try:
            yield _address(server)
        finally:
            server.terminate()
            server.wait(PATIENCE)
            if server.stdout:
                server.stdout.close()


def _address(server: "subprocess.Popen[str]") -> str:
    for line in server.stdout or ():
        if line.startswith(READY):
            return line.removeprefix(READY).strip()
    raise ServerError(f"the server ended with exit code {server.wait(PATIENCE)} before it was ready")


def _load(address: str, jobs: Sequence[Job], clients: int, seconds: float) -> ApiRate:
    order = {
        "address": address,
        "jobs": list(jobs),
        "clients": clients,
        "seconds": seconds,
        "limit": BATCH_LIMIT,
    }
    done = subprocess.run(
        [sys.executable, "-m", "markscheme.bench.load"],
        input=json.dumps(order), capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise ServerError(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "the load failed")
    return ApiRate.model_validate_json(done.stdout)
