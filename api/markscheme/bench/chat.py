"""How long a student waits for the tutor: to the first event, to the ledger, to the end of the turn."""

import http.client
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from time import perf_counter
from urllib.parse import urlsplit

from markscheme.domain.base import Noun

from .desk import Desk
from .essays import Essays
from .tables import Sheet
from .throughput import ServerError, served

ROUNDS = 20
WORDS = 800
Message = Mapping[str, str]


class Wait(Noun):
    """What a student waits for one kind of message, in milliseconds: the median and the slowest in twenty."""

    message: str
    turns: int
    first_median: float
    first_p95: float
    ledger_median: float | None
    ledger_p95: float | None
    done_median: float
    done_p95: float


class ChatResult(Noun):
    """Waits by kind of message, over loopback on a really started server with an empty database."""

    waits: tuple[Wait, ...]


class Line:
    """One conversation over one connection."""

    def __init__(self, address: str, question_id: str) -> None:
        place = urlsplit(address)
        self._line = http.client.HTTPConnection(place.hostname or "", place.port, timeout=60)
        opened = self._post("/api/v1/conversations", {"question_id": question_id})
        self._path = f"/api/v1/conversations/{json.load(opened)['id']}/messages"

    def say(self, message: Message) -> dict[str, float]:
        """Seconds from sending to each kind of event; the first of all is under ""."""
        start = perf_counter()
        reply = self._post(self._path, message)
        seen: dict[str, float] = {}
        for name in _events(reply):
            took = perf_counter() - start
            seen.setdefault("", took)
            seen.setdefault(name, took)
        return seen

    def close(self) -> None:
        """Hang up."""
        self._line.close()

    def _post(self, path: str, body: Message) -> http.client.HTTPResponse:
        self._line.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
        reply = self._line.getresponse()
        if reply.status not in (200, 201):
            raise ServerError(f"POST {path} answered {reply.status}")
        return reply


def measure(knowledge: Path, rounds: int = ROUNDS) -> ChatResult:
    """Serve, warm up with one round, then send each kind of message in turn."""
    pack = Desk.open(knowledge).packs[0]
    question_id = pack.questions[0].id
    essays = Essays(pack, question_id)
    times: dict[str, list[dict[str, float]]] = {}
    with served() as address, closing(Line(address, question_id)) as line:
        for turn in range(rounds + 1):
            for name, message in _messages(essays.of_words(WORDS, turn)).items():
                seen = line.say(message)
                if turn:
                    times.setdefault(name, []).append(seen)
    return ChatResult(waits=tuple(_wait(name, seen) for name, seen in times.items()))


def chat_sheets(result: ChatResult) -> Iterator[Sheet]:
    """The table."""
    columns = ("message", "turns", "first event", "p95", "ledger", "p95", "end of turn", "p95")
    rows = [
        (each.message, each.turns, *map(_shown, (each.first_median, each.first_p95, each.ledger_median,
         each.ledger_p95, each.done_median, each.done_p95)))
        for each in result.waits
    ]  # fmt: skip
    yield Sheet("Waiting for the tutor (ms from sending, over loopback)", columns, rows)


def _messages(essay: str) -> dict[str, Message]:
    return {
        "a button": {"action": "help"},
        "a typed wish": {"text": "what does the question want from me"},
        "a question on the topic": {"text": "when did Stalin die?"},
        f"a draft of {WORDS} words marked": {"action": "mark", "argument": "now", "draft": essay},
    }


def _events(reply: http.client.HTTPResponse) -> Iterator[str]:
    name = ""
    while line := reply.readline():
        text = line.decode().rstrip("\n")
        if text.startswith("event: "):
            name = text.removeprefix("event: ")
        elif not text and name:
            yield name
            name = ""


def _wait(name: str, seen: Sequence[Mapping[str, float]]) -> Wait:
    first, ledger, done = (
        sorted(1000 * each[kind] for each in seen if kind in each) for kind in ("", "ledger", "done")
    )
    return Wait(
        message=name, turns=len(seen), first_median=_at(first, 0.5), first_p95=_at(first, 0.95),
        ledger_median=_at(ledger, 0.5) if ledger else None, ledger_p95=_at(ledger, 0.95) if ledger else None,
        done_median=_at(done, 0.5), done_p95=_at(done, 0.95),
    )  # fmt: skip


def _at(ordered: Sequence[float], share: float) -> float:
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def _shown(value: float | None) -> str | None:
    return None if value is None else f"{value:.1f}"
