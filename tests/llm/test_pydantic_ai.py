"""Anthropic's and Google's own protocols, through pydantic-ai, against a server on loopback that speaks them."""

import asyncio
from collections.abc import Callable

import pytest
from pydantic import SecretStr

from markscheme.llm.model import Limits, ModelFailedError, Prompt, Usage
from markscheme.llm.pydantic_ai import Anthropic, Gemini
from model_server import ModelServer, chunked, event, opening, serving, status
from wording_cases import GOOD, listen, said, texts, wording

pytest.importorskip("pydantic_ai", reason="the extra is not installed: pip install 'markscheme[llm]'")

PROMPT = Prompt("feedback", 1, "Be kind.", "The essay.")
SCHEMA = {
    "type": "object",
    "properties": {"a": {"type": "string"}},
    "required": ["a"],
    "additionalProperties": False,
}
ONCE = Limits(connect=3.0, idle=0.5, total=20.0, tries=1)
Model = Anthropic | Gemini


def named(name: str, data: dict[str, object]) -> bytes:
    return f"event: {name}\n".encode() + event({"type": name} | data)


def anthropic(*pieces: str, stop: str = "end_turn") -> list[bytes]:
    """A reply as Anthropic streams it."""
    message = {
        "id": "m1", "type": "message", "role": "assistant", "model": "m", "content": [], "stop_reason": None,
        "stop_sequence": None, "usage": {"input_tokens": 1000, "output_tokens": 1},
    }  # fmt: skip
    return [
        named("message_start", {"message": message}),
        named("content_block_start", {"index": 0, "content_block": {"type": "text", "text": ""}}),
        *(
            named("content_block_delta", {"index": 0, "delta": {"type": "text_delta", "text": piece}})
            for piece in pieces
        ),
        named("content_block_stop", {"index": 0}),
        named(
            "message_delta",
            {"delta": {"stop_reason": stop, "stop_sequence": None}, "usage": {"output_tokens": 200}},
        ),
        named("message_stop", {}),
    ]


def gemini(*pieces: str, stop: str = "STOP") -> list[bytes]:
    """A reply as Google streams it."""
    said = [
        event({"candidates": [{"content": {"parts": [{"text": piece}], "role": "model"}, "index": 0}]})
        for piece in pieces
    ]
    last = {
        "candidates": [
            {"content": {"parts": [{"text": ""}], "role": "model"}, "finishReason": stop, "index": 0}
        ]
    }
    counted = {
        "usageMetadata": {"promptTokenCount": 1000, "candidatesTokenCount": 200, "totalTokenCount": 1200}
    }
    return [*said, event(last | counted)]


BOTH = pytest.mark.parametrize(
    ("kind", "speak"), [(Anthropic, anthropic), (Gemini, gemini)], ids=["anthropic", "gemini"]
)
Speak = Callable[..., list[bytes]]


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def whole(events: list[bytes]) -> bytes:
    return opening("transfer-encoding: chunked") + chunked(events)


def made(kind: type[Model], server: ModelServer, limits: Limits = ONCE) -> Model:
    name = "claude-sonnet-5-5" if kind is Anthropic else "gemini-2.5-flash"
    return kind(name, url=server.url.removesuffix("/v1"), key=SecretStr("sk-planted-secret"), limits=limits)


def ask(
    kind: type[Model], *steps: bytes, limits: Limits = ONCE
) -> tuple[str, Usage | None, str | None, ModelServer]:
    async def run() -> tuple[str, Usage | None, str | None, ModelServer]:
        text, usage, failed, told = "", None, None, ""
        async with serving(*steps) as server:
            try:
                async for chunk in made(kind, server, limits).stream(PROMPT, SCHEMA):
                    text, usage = text + chunk.text, chunk.usage or usage
            except ModelFailedError as error:
                failed = error.kind
                told = str(error)
        assert "planted" not in told
        return text, usage, failed, server

    return asyncio.run(run())


@BOTH
def test_a_reply_arrives_with_what_it_used(kind: type[Model], speak: Speak) -> None:
    text, usage, failed, server = ask(kind, whole(speak('{"a":', '"b"}')))
    assert (text, usage, failed) == ('{"a":"b"}', Usage(1000, 200), None)
    (request,) = server.requests
    assert any("sk-planted-secret" in value for value in request.headers.values())
    assert "Be kind." in str(request.body)
    assert "additionalProperties" in str(request.body) or "responseJsonSchema" in str(request.body)


@BOTH
@pytest.mark.parametrize(
    ("step", "expected"),
    [(status(401), "refused"), (status(400), "refused"), (status(429), "throttled"), (status(500), "dead")],
)
def test_a_status_becomes_a_kind(kind: type[Model], speak: Speak, step: bytes, expected: str) -> None:
    assert ask(kind, step)[2] == expected


@BOTH
def test_a_busy_server_is_tried_again(kind: type[Model], speak: Speak) -> None:
    steps = status(429, "retry-after: 0"), whole(speak("a"))
    text, _, failed, server = ask(kind, *steps, limits=Limits(idle=5.0, total=20.0))
    assert (text, failed, len(server.requests)) == ("a", None, 2)


@BOTH
def test_a_silent_server_is_slow(kind: type[Model], speak: Speak) -> None:
    async def run() -> str:
        async with serving() as server:
            server.steps.append(server.begins(opening() + speak("a")[0]))
            with pytest.raises(ModelFailedError) as caught:
                [chunk async for chunk in made(kind, server).stream(PROMPT, SCHEMA)]
            return caught.value.kind

    assert asyncio.run(run()) == "slow"


@BOTH
def test_a_reply_cut_off_or_too_long_is_told(kind: type[Model], speak: Speak) -> None:
    assert ask(kind, opening() + b"".join(speak("a", "b")[:-2]))[2] in ("dead", "malformed")
    assert ask(kind, whole(speak("a" * 70_000)))[2] == "huge"
    assert ask(kind, whole(speak("a", stop="max_tokens" if kind is Anthropic else "MAX_TOKENS")))[2] == "huge"


@BOTH
def test_what_is_not_the_protocol_is_malformed(kind: type[Model], speak: Speak) -> None:
    assert ask(kind, opening() + event("not JSON"))[2] in ("malformed", "dead")


@BOTH
def test_a_report_is_worded(kind: type[Model], speak: Speak) -> None:
    async def run() -> tuple[list[str | None], str]:
        async with serving(whole(speak(said(GOOD)))) as server:
            claims, outcome = await listen(wording(made(kind, server)))
            return texts(claims), outcome.ended

    assert asyncio.run(run()) == ([GOOD["text"]], "worded")
