import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from markscheme.bench.load import WARM, Order, UnexpectedAnswerError, run


class Endpoint(BaseHTTPRequestHandler):
    """Answers every POST with the server's status and remembers the bodies."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.bodies.append((self.path, body))  # type: ignore[attr-defined]
        self.send_response(self.server.status)  # type: ignore[attr-defined]
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@contextmanager
def endpoint(status: int) -> Iterator[tuple[str, list[tuple[str, bytes]]]]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    server.status, server.bodies = status, []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", server.bodies  # type: ignore[attr-defined]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_every_client_sends_until_the_count_is_up() -> None:
    jobs = [("council-fall", "one"), ("town-trust", "two")]
    with endpoint(200) as (address, bodies):
        result = run(Order(address=address, jobs=jobs, clients=3, seconds=30, limit=11))
    assert result["answers"] == 11
    assert result["clients"] == 3
    assert len(bodies) == 11 + WARM * len(jobs)
    assert {path for path, _ in bodies} == {"/api/v1/marks"}
    assert {body for _, body in bodies} == {
        b'{"question_id": "council-fall", "text": "one"}', b'{"question_id": "town-trust", "text": "two"}',
    }  # fmt: skip


def test_anything_but_200_ends_it() -> None:
    with endpoint(429) as (address, _), pytest.raises(UnexpectedAnswerError, match="answered 429"):
        run(Order(address=address, jobs=[("q", "t")], clients=1, seconds=30, limit=5))
