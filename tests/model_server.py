"""A language model's server on loopback that says exactly what a test wants, in the real wire protocols."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

Act = Callable[[asyncio.StreamWriter], Awaitable[None]]
Step = bytes | Act
USAGE = {"prompt_tokens": 1000, "completion_tokens": 200, "total_tokens": 1200}


@dataclass
class Request:
    """One request as it came in."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]


@dataclass
class ModelServer:
    """Answers the n-th request with the n-th step, the last one again and again."""

    steps: list[Step]
    requests: list[Request] = field(default_factory=list)
    gone: asyncio.Event = field(default_factory=asyncio.Event)
    url: str = ""

    async def hang(self, writer: asyncio.StreamWriter) -> None:
        """Say nothing until the test is over."""
        await self.gone.wait()

    def begins(self, said: bytes) -> Act:
        """Say this much, then nothing until the test is over."""

        async def act(writer: asyncio.StreamWriter) -> None:
            writer.write(said)
            await writer.drain()
            await self.gone.wait()

        return act

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            headers = {
                name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:])
            }
            body = await reader.readexactly(int(headers.get("content-length", "0")))
            self.requests.append(Request(head[0].split(" ")[1], headers, json.loads(body)))
            step = self.steps[min(len(self.requests), len(self.steps)) - 1]
            if isinstance(step, bytes):
                writer.write(step)
                await writer.drain()
            else:
                await step(writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def serving(*steps: Step) -> AsyncIterator[ModelServer]:
    """A server on a free port while the block runs."""
    server = ModelServer(list(steps))
    listening = await asyncio.start_server(server._serve, "127.0.0.1", 0)
    server.url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}/v1"
    try:
        yield server
    finally:
        server.gone.set()
        listening.close()
        await listening.wait_closed()


def status(code: int, *headers: str, body: bytes = b"{}") -> bytes:
    """A whole reply that is not a stream."""
    lines = (
        f"HTTP/1.1 {code} X",
        "content-type: application/json",
        f"content-length: {len(body)}",
        "connection: close",
    )
    return "\r\n".join([*lines, *headers, "", ""]).encode() + body


def opening(*headers: str) -> bytes:
    """The head of a stream that ends when the connection does."""
    lines = ("HTTP/1.1 200 OK", "content-type: text/event-stream", "connection: close", *headers, "", "")
    return "\r\n".join(lines).encode()


def event(data: object) -> bytes:
    """One server-sent event."""
    return f"data: {data if isinstance(data, str) else json.dumps(data)}\n\n".encode()


def delta(text: str) -> bytes:
    """One piece of the reply."""
    return event({"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": None}]})


def chunked(said: Iterable[bytes]) -> bytes:
    """A body whose end can be told from a cut."""
    return b"".join(b"%x\r\n%b\r\n" % (len(each), each) for each in said if each) + b"0\r\n\r\n"


def reply(*pieces: str, usage: dict[str, int] | None = USAGE, finish: str = "stop") -> bytes:
    """A whole streamed reply, as OpenAI's server words it."""
    events = [event({"choices": [{"index": 0, "delta": {"role": "assistant"}, "finish_reason": None}]})]
    events += [delta(piece) for piece in pieces]
    events += [event({"choices": [{"index": 0, "delta": {}, "finish_reason": finish}]})]
    events += [event({"choices": [], "usage": usage})] if usage else []
    return opening("transfer-encoding: chunked") + chunked([*events, event("[DONE]")])
