"""A real server as its own process: what it acknowledged survives kill -9, and nothing outlives it."""

import os
import re
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2
import pytest

pytestmark = pytest.mark.slow
TEXT = "Destalinisation mattered because it cost Khrushchev the support of Party officials in 1962."


class Server:
    """uvicorn on a free port of the loopback."""

    def __init__(self, data: Path, **settings: str) -> None:
        environment = os.environ | {"MARKSCHEME_DATA_DIR": str(data), "MARKSCHEME_WORKERS": "2"} | settings
        command = [sys.executable, "-m", "uvicorn", "--factory", "markscheme.main:app", "--port", "0"]
        self.process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True, cwd=data)
        assert self.process.stderr is not None
        self.said = []
        for line in self.process.stderr:
            self.said.append(line)
            if found := re.search(r"running on (http://\S+)", line):
                self.client = httpx2.Client(base_url=found[1], timeout=30)
                return
        self.process.wait()
        self.process.stderr.close()
        raise AssertionError("the server did not start: " + "".join(self.said))

    def children(self) -> list[int]:
        """Every process below this one."""
        found, todo = [], [self.process.pid]
        while todo:
            pid = todo.pop()
            below = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
            found += map(int, below)
            todo += map(int, below)
        return found

    def stop(self, how: signal.Signals) -> None:
        self.client.close()
        self.process.send_signal(how)
        self.process.wait(timeout=20)
        assert self.process.stderr is not None
        self.said += self.process.stderr
        self.process.stderr.close()

    def store(self, key: str, text: str = TEXT) -> httpx2.Response:
        body = {"question_id": "fall-destalinisation", "text": text}
        return self.client.post("/api/v1/answers", json=body, headers={"Idempotency-Key": key})


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Starts servers on one data folder, and ends those that a test leaves running."""
    started = []

    def start(**settings: str) -> Server:
        started.append(Server(tmp_path, **settings))
        return started[-1]

    yield start
    for server in started:
        if server.process.poll() is None:
            server.stop(signal.SIGKILL)


def wait_until_dead(pids: list[int]) -> None:
    for pid in pids:
        try:
            process = os.pidfd_open(pid)
        except ProcessLookupError:
            continue
        with open(process, "rb"):
            assert select.select([process], [], [], 10)[0], f"process {pid} did not end"


def test_an_acknowledged_answer_survives_kill_9(serve: Callable[..., Server]) -> None:
    server = serve()
    acknowledged: dict[str, bytes] = {}
    for attempt in range(3):
        below = server.children()
        # The last of these is acknowledged at the moment of the kill; others are still on their way.
        with ThreadPoolExecutor(4) as threads:
            sent = {
                f"{attempt}-{n}": threads.submit(server.store, f"{attempt}-{n}", f"{TEXT} {n}")
                for n in range(4)
            }
            first = sent[f"{attempt}-0"].result()
            server.process.send_signal(signal.SIGKILL)
        assert first.status_code == 201
        for key, reply in sent.items():
            if reply.exception() is None and reply.result().status_code == 201:
                acknowledged[key] = reply.result().content
        server.stop(signal.SIGKILL)
        wait_until_dead(below)
        assert "Traceback" not in "".join(server.said)
        cookies = server.client.cookies
        server = serve()
        server.client.cookies = cookies
        for key, content in acknowledged.items():
            n = key.split("-")[1]
            again = server.store(key, f"{TEXT} {n}")
            assert (again.status_code, again.content) == (201, content)
            assert server.client.get(again.headers["location"]).content == content
    assert len(acknowledged) >= 3


def test_a_turn_that_was_told_survives_kill_9(serve: Callable[..., Server]) -> None:
    server = serve()
    opened = server.client.post("/api/v1/conversations", json={"question_id": "fall-destalinisation"})
    path = f"/api/v1/conversations/{opened.json()['id']}"
    for turn in range(2, 5):
        body = {"action": "mark", "argument": "now", "draft": f"{TEXT} {turn}"}
        # Killed as soon as the turn's first event is here, while the rest may be on its way.
        with server.client.stream("POST", f"{path}/messages", json=body) as reply:
            assert "event: turn" in next(reply.iter_text())
            server.process.send_signal(signal.SIGKILL)
        server.stop(signal.SIGKILL)
        server = serve()
        turns = server.client.get(path).json()["turns"]
        assert [each["number"] for each in turns] == list(range(1, turn + 1))
        (ledger,) = (block for block in turns[-1]["blocks"] if block["kind"] == "ledger")
        assert ledger["answer"]["text"] == body["draft"]
        told = server.client.get(f"{path}/turns/{turn}/events", headers={"Last-Event-ID": f"{turn}.0"})
        assert told.text.startswith("event: ledger")
        assert "event: done" in told.text


def test_stopping_it_ends_every_process_and_answers_what_it_took(serve: Callable[..., Server]) -> None:
    server = serve()
    assert server.store("k").status_code == 201
    below = server.children()
    assert len(below) >= 2
    server.stop(signal.SIGTERM)
    wait_until_dead(below)
    assert "Traceback" not in "".join(server.said)


def test_a_data_folder_that_cannot_be_used_is_one_clear_refusal(
    serve: Callable[..., Server], tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(AssertionError, match="cannot be written"):
        serve(MARKSCHEME_DATA_DIR=str(tmp_path / "file" / "data"))
