"""A process that asks the API for marks from several clients at once; reads its order on standard input."""

import http.client
import json
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from time import perf_counter
from urllib.parse import urlsplit

WARM = 2


@dataclass(frozen=True, slots=True)
class Order:
    """What to send where, from how many clients, for how long and how often at most."""

    address: str
    jobs: Sequence[tuple[str, str]]
    clients: int
    seconds: float
    limit: int


class UnexpectedAnswerError(RuntimeError):
    """The API answered something else than 200."""


def run(order: Order) -> dict[str, float | int]:
    """Warm up, then keep every client busy until time or count is up."""
    bodies = [json.dumps({"question_id": q, "text": text}).encode() for q, text in order.jobs]
    _all_clients(order, bodies, seconds=60.0, limit=WARM * len(bodies))
    start = perf_counter()
    waits = _all_clients(order, bodies, order.seconds, order.limit)
    took = perf_counter() - start
    ordered = sorted(waits)
    return {
        "answers": len(ordered), "seconds": took, "per_second": len(ordered) / took, "clients": order.clients,
        "median_ms": 1000 * ordered[len(ordered) // 2], "p95_ms": 1000 * ordered[int(len(ordered) * 0.95)],
    }  # fmt: skip


def _all_clients(order: Order, bodies: Sequence[bytes], seconds: float, limit: int) -> list[float]:
    tickets = count()
    deadline = perf_counter() + seconds

    def client(_: int) -> list[float]:
        address = urlsplit(order.address)
        waits = []
        with closing(http.client.HTTPConnection(address.hostname or "", address.port, timeout=60)) as line:
            while (ticket := next(tickets)) < limit and perf_counter() < deadline:
                waits.append(_ask(line, bodies[ticket % len(bodies)]))
        return waits

    with ThreadPoolExecutor(order.clients) as pool:
        return [wait for waits in pool.map(client, range(order.clients)) for wait in waits]


def _ask(connection: http.client.HTTPConnection, body: bytes) -> float:
    start = perf_counter()
    connection.request("POST", "/api/v1/marks", body, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise UnexpectedAnswerError(f"POST /api/v1/marks answered {answer.status}")
    return perf_counter() - start


if __name__ == "__main__":
    print(json.dumps(run(Order(**json.load(sys.stdin)))))
