"""Marking off this process: a fixed number of worker processes, forked from one that is warm."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from queue import Empty, LifoQueue
from threading import Lock, Thread

from markscheme.domain.errors import MarkerUnavailableError
from markscheme.domain.packs import Pack
from markscheme.domain.readings import Task

# What the processes say to each other: a worker is wanted; a report follows; a traceback follows.
HIRE, REPORT, FAILED = b"+", b"R", b"F"
# The first line of a request says what is asked: a mark, a mark of a marked example, or a task of reading.
MARK, EXAMPLE = "mark", "example"
START_SECONDS = 30.0
QUEUE_SECONDS = 30.0
TRIES = 2
# The workers are the parallelism: threads inside one would only fight the others for cores.
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class MarkingFailedError(RuntimeError):
    """The engine raised: a fault of ours, not of the answer."""


class PooledMarker:
    """Marks in worker processes. A crash costs its request a second try; a worker that hangs is killed."""

    def __init__(self, encoder: Path, workers: int, seconds: float) -> None:
        self._packs: tuple[Pack, ...] = ()
        self._encoder = encoder
        self._seconds = seconds
        self._hiring = Lock()
        self._nursery = _Nursery(encoder)
        # A place is empty until its first request and after a crash; the last one used is the warmest.
        self._places: LifoQueue[_Worker | None] = LifoQueue()
        for _ in range(workers):
            self._places.put(None)

    def feed(self, packs: Sequence[Pack]) -> None:
        """Say what to mark by; until then the processes only start."""
        self._packs = tuple(packs)
        self._nursery.feed(self._packs)

    def report_json(
        self, question_id: str, text: str, scheme_id: str | None = None, *, published: bool = True
    ) -> bytes:
        """The MarkReport as JSON. Raises MarkerUnavailableError, MarkingFailedError for a fault of ours."""
        return self._ask(MARK if published else EXAMPLE, question_id, scheme_id or "", text)

    def read_json(self, task: Task, subject: str, text: str) -> bytes:
        """What the task reads out of the text, as JSON; raises as `report_json` does."""
        return self._ask(task, subject, "", text)

    def check(self) -> None:
        """Raise MarkerUnavailableError unless a worker can be had."""
        place = self._take()
        try:
            place = place or self._hire()
        finally:
            self._places.put(place)

    def close(self) -> None:
        """End every worker that is not marking now; the others end when they are done."""
        self._nursery.close()
        with suppress(Empty):
            while True:
                worker = self._places.get_nowait()
                if worker is not None:
                    worker.close()

    def _ask(self, *parts: str) -> bytes:
        reply = self._send("\n".join(parts).encode())
        if reply[:1] == FAILED:
            raise MarkingFailedError(reply[1:].decode())
        return reply[1:]

    def _send(self, request: bytes) -> bytes:
        worker = self._take()
        try:
            for _ in range(TRIES):
                worker = worker or self._hire()
                try:
                    return worker.ask(request, self._seconds)
                except TimeoutError:
                    worker.kill()
                    worker = None
                    raise MarkerUnavailableError(f"marking took over {self._seconds:g} seconds") from None
                except (EOFError, OSError):
                    worker.close()
                    worker = None
            raise MarkerUnavailableError(f"marking failed {TRIES} times")
        finally:
            self._places.put(worker)

    def _take(self) -> "_Worker | None":
        try:
            return self._places.get(timeout=QUEUE_SECONDS)
        except Empty:
            raise MarkerUnavailableError("every marker is busy") from None

    def _hire(self) -> "_Worker":
        with self._hiring:
            try:
                return self._nursery.hire()
            except OSError:
                self._nursery.close()
                self._nursery = _Nursery(self._encoder)
                self._nursery.feed(self._packs)
            try:
                return self._nursery.hire()
            except OSError as error:
                raise MarkerUnavailableError(f"no marker could be started: {error}") from error


class _Worker:
    """One worker process: asked one thing at a time over a socket that lives as long as it does."""

    def __init__(self, pid: int, connection: Connection) -> None:
        self._pid = pid
        self._connection = connection

    def ask(self, request: bytes, seconds: float) -> bytes:
        """Its reply. Raises TimeoutError when it hangs; EOFError or OSError when it died."""
        self._connection.send_bytes(request)
        if not self._connection.poll(seconds):
            raise TimeoutError
        return self._connection.recv_bytes()

    def kill(self) -> None:
        """End it in the middle of what it does."""
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        self.close()

    def close(self) -> None:
        """Let it end by itself."""
        self._connection.close()


class _Nursery:
    """The warm process. It starts at once, and is fed in the background while the server goes on starting."""

    def __init__(self, encoder: Path) -> None:
        self._control, theirs = socket.socketpair()
        self._control.settimeout(START_SECONDS)
        with theirs:
            self._process = subprocess.Popen(
                [
                    sys.executable,
                    "-P",
                    "-m",
                    "markscheme.answers.nursery",
                    str(encoder),
                    str(theirs.fileno()),
                ],
                stdin=subprocess.PIPE,
                pass_fds=[theirs.fileno()],
                env=os.environ | ONE_THREAD,
            )
        self._meal: list[bytes] = []
        self._feeder = Thread(target=self._write, name="feed-markers")

    def feed(self, packs: Sequence[Pack]) -> None:
        """Send it the packs, once."""
        self._meal = [pack.model_dump_json().encode() + b"\n" for pack in packs]
        self._feeder.start()

    def hire(self) -> _Worker:
        """A new worker; raises OSError when the process is gone or does not answer."""
        self._control.sendall(HIRE)
        data, fds, _, _ = socket.recv_fds(self._control, 8, 1)
        if not fds:
            raise ConnectionResetError(f"the marking process ended with code {self._process.poll()}")
        return _Worker(int.from_bytes(data, "big"), Connection(fds[0]))

    def close(self) -> None:
        """End it, and wait until it has."""
        self._control.close()
        self._process.terminate()
        self._process.wait()
        if self._feeder.ident is not None:
            self._feeder.join()
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):
            self._process.stdin.close()

    def _write(self) -> None:
        assert self._process.stdin is not None
        with suppress(BrokenPipeError, ValueError), self._process.stdin as feed:
            feed.writelines(self._meal)
        self._meal = []
