"""The OpenAI chat protocol against a server on loopback that speaks it, well and badly. Time and chance are given."""

import asyncio
import logging
from collections.abc import Callable

import pytest
from pydantic import SecretStr

from markscheme.llm.model import Limits, ModelFailedError, Prompt, Usage
from markscheme.llm.openai_chat import OpenAIChat
from model_server import USAGE, ModelServer, Step, chunked, delta, event, opening, reply, serving, status

PROMPT = Prompt("feedback", 1, "Be kind.", "The essay.")
SCHEMA = {"type": "object", "properties": {}}
KEY = SecretStr("sk-planted-secret")
# Only the server's silence is waited for, and that briefly.
BRIEF = Limits(connect=3.0, idle=0.1, total=30.0)


class Talk:
    """What came of one or more calls."""

    def __init__(self) -> None:
        self.text = ""
        self.usage: Usage | None = None
        self.slept: list[float] = []
        self.server: ModelServer
        self.failed: ModelFailedError | None = None


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def talk(
    *steps: Step,
    limits: Limits = BRIEF,
    clock: Callable[[], float] = lambda: 0.0,
    calls: int = 1,
    server: ModelServer | None = None,
) -> Talk:
    """Ask a server that answers so."""
    told = Talk()

    async def sleep(seconds: float) -> None:
        told.slept.append(seconds)

    async def run() -> None:
        async with serving(*steps) as told.server:
            model = OpenAIChat(
                "m", url=told.server.url, key=KEY, limits=limits, clock=clock, sleep=sleep, chance=lambda: 0.5
            )
            for _ in range(calls):
                try:
                    async for chunk in model.stream(PROMPT, SCHEMA):
                        told.text += chunk.text
                        told.usage = chunk.usage or told.usage
                except ModelFailedError as failed:
                    told.failed = failed

    asyncio.run(run())
    return told


def kind(told: Talk) -> str | None:
    return told.failed.kind if told.failed else None


def test_a_reply_arrives_in_pieces_with_what_it_used() -> None:
    told = talk(reply('{"claims"', ": []}"))
    assert (told.text, told.usage, told.failed) == ('{"claims": []}', Usage(1000, 200), None)
    (request,) = told.server.requests
    assert request.path == "/v1/chat/completions"
    assert request.headers["authorization"] == "Bearer sk-planted-secret"
    body = request.body
    assert (body["model"], body["stream"], body["stream_options"]) == ("m", True, {"include_usage": True})
    assert body["messages"] == [
        {"role": "system", "content": "Be kind."},
        {"role": "user", "content": "The essay."},
    ]
    assert body["response_format"]["json_schema"] == {"name": "feedback", "strict": True, "schema": SCHEMA}


def test_an_unfamiliar_form_is_put_plainly_and_that_is_remembered() -> None:
    told = talk(status(400), reply("a"), reply("b"), calls=2)
    assert (told.text, told.slept) == ("ab", [])
    first, second, third = (request.body for request in told.server.requests)
    assert "response_format" in first
    for body in (second, third):
        assert not body.keys() & {"response_format", "stream_options", "max_completion_tokens"}
        assert '{"type":"object","properties":{}}' in body["messages"][0]["content"]


def test_a_request_that_is_refused_plainly_too_is_not_remembered_as_plain() -> None:
    told = talk(status(404), status(404), status(404), status(404), calls=2)
    assert kind(told) == "refused"
    assert ["response_format" in request.body for request in told.server.requests] == [True, False] * 2


def test_a_server_that_counts_no_tokens_tells_no_usage() -> None:
    told = talk(reply("a", usage=None))
    assert (told.text, told.usage, told.failed) == ("a", None, None)


def test_after_the_end_a_silent_server_is_not_waited_for_in_vain() -> None:
    ended = delta("a") + event({"choices": [{"delta": {}, "finish_reason": "stop"}]})

    async def run() -> str:
        async with serving() as server:
            server.steps.append(server.begins(opening() + ended))
            model = OpenAIChat("m", url=server.url, limits=BRIEF)
            return "".join([chunk.text async for chunk in model.stream(PROMPT, None)])

    assert asyncio.run(run()) == "a"


@pytest.mark.parametrize("said", [b"", opening(), opening() + delta("a"), opening() + b": still here\n\n"])
def test_a_server_that_falls_silent_is_slow(said: bytes) -> None:
    async def run() -> ModelFailedError:
        async with serving() as server:
            server.steps.append(server.begins(said))
            model = OpenAIChat("m", url=server.url, limits=BRIEF)
            with pytest.raises(ModelFailedError) as caught:
                [chunk async for chunk in model.stream(PROMPT, None)]
            assert len(server.requests) == 1
            return caught.value

    assert asyncio.run(run()).kind == "slow"


def test_a_server_that_drips_for_ever_is_cut_at_the_total() -> None:
    ticks = iter(range(0, 1000, 7))
    dripping = opening() + b"".join(delta("a") for _ in range(50))
    told = talk(dripping, clock=lambda: float(next(ticks)))
    assert kind(told) == "slow"
    assert 0 < len(told.text) < 10


def test_a_dead_address_is_tried_three_times_with_growing_waits() -> None:
    async def run() -> tuple[str, list[float]]:
        async with serving() as server:
            url = server.url
        slept: list[float] = []

        async def sleep(seconds: float) -> None:
            slept.append(seconds)

        model = OpenAIChat("m", url=url, sleep=sleep, chance=lambda: 0.5)
        with pytest.raises(ModelFailedError) as caught:
            [chunk async for chunk in model.stream(PROMPT, None)]
        return caught.value.kind, slept

    assert asyncio.run(run()) == ("dead", [0.25, 0.5])


def test_retry_after_is_waited_for() -> None:
    told = talk(status(429, "retry-after: 7"), status(503), reply("a"))
    assert (told.text, told.slept) == ("a", [7.0, 0.5])


def test_retry_after_may_be_a_date() -> None:
    dates = "date: Mon, 02 Nov 2026 10:00:00 GMT", "retry-after: Mon, 02 Nov 2026 10:00:09 GMT"
    assert talk(status(429, *dates), reply("a")).slept == [9.0]


@pytest.mark.parametrize("told", ["soon", "-3", "1e3", "²", "Mon, 99 Nov 2026 10:00:00 GMT", "9" * 400])
def test_a_retry_after_that_cannot_be_kept_to_stops_no_one(told: str) -> None:
    found = talk(status(429, f"retry-after: {told}".encode().decode("latin-1")), reply("a"))
    assert found.text == "a" or kind(found) == "throttled"


def test_a_wait_beyond_the_total_is_not_begun() -> None:
    told = talk(status(429, "retry-after: 3600"), reply("a"))
    assert (kind(told), told.slept) == ("throttled", [])
    assert told.failed
    assert told.failed.retry_after == 3600.0


def test_three_tries_are_all() -> None:
    told = talk(status(500))
    assert (kind(told), len(told.server.requests)) == ("dead", 3)


def test_what_has_begun_is_not_tried_again() -> None:
    told = talk(opening("transfer-encoding: chunked") + b"400\r\n" + delta("a"), reply("b"))
    assert (told.text, kind(told), len(told.server.requests)) == ("a", "dead", 1)


@pytest.mark.parametrize("code", [401, 403])
def test_a_refusal_is_final(code: int) -> None:
    told = talk(status(code))
    assert (kind(told), len(told.server.requests)) == ("refused", 1)


def test_an_address_is_not_left_for_another() -> None:
    assert kind(talk(status(302, "location: http://127.0.0.1:1/"))) == "refused"


@pytest.mark.parametrize(
    "said",
    [
        status(200, body=b'{"choices": []}'),
        opening() + event("not JSON"),
        opening() + event('{"choices": 3}'),
        opening() + event("[1]"),
        opening() + event('{"usage": {"prompt_tokens": -5}}'),
        opening() + event('{"choices": [{"delta": {"content": "\\ud800"}}]}'),
        opening("content-encoding: gzip") + b"\x1f\x8b",
    ],
)
def test_what_is_not_the_protocol_is_malformed(said: bytes) -> None:
    assert kind(talk(said)) == "malformed"


def test_an_error_in_the_stream_is_the_servers() -> None:
    assert kind(talk(opening() + event({"error": {"message": "sk-planted-secret"}}))) == "dead"


@pytest.mark.parametrize(
    "said",
    [
        reply("a" * 70_000),
        reply(*["a" * 1000] * 70),
        opening() + b"data: " + b"a" * 70_000,
        reply("a", finish="length"),
    ],
)
def test_more_than_a_reply_may_be_is_huge(said: bytes) -> None:
    told = talk(said)
    assert kind(told) == "huge"
    assert len(told.text) <= 64 * 1024


def test_a_withheld_reply_is_refused() -> None:
    assert kind(talk(reply("a", finish="content_filter"))) == "refused"


def test_a_reply_that_is_stopped_still_tells_what_it_cost() -> None:
    told = talk(reply("a", finish="length"))
    assert (told.text, told.usage, kind(told)) == ("a", Usage(1000, 200), "huge")


def test_a_reply_cut_at_any_byte_is_whole_or_fails() -> None:
    whole = reply("ab", "c", usage=USAGE)
    outcomes = set()
    for cut in range(len(whole)):
        told = talk(whole[:cut], limits=Limits(tries=1))
        assert "abc".startswith(told.text)
        outcomes.add((told.text, kind(told)))
    # After the model's own “stop” nothing is missing but the count.
    assert outcomes == {("", "dead"), ("ab", "dead"), ("abc", "dead"), ("abc", None)}


def test_neither_key_nor_essay_is_told_by_a_failure(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    body = b'{"error": "sk-planted-secret The essay."}'
    for said in (status(401, body=body), status(500, body=body), opening() + event(body.decode())):
        told = talk(said)
        assert told.failed
        assert "planted" not in repr(told.failed) + str(told.failed) + str(told.failed.__cause__)
        assert told.failed.__suppress_context__ or told.failed.__context__ is None
    spoken = "\n".join(
        record.getMessage() for record in caplog.records if not record.name.startswith("asyncio")
    )
    assert "essay" not in spoken
    assert "planted" not in "\n".join(
        record.getMessage() for record in caplog.records if record.levelno > logging.DEBUG
    )


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/v1", "http://", "http://127.0.0.1:99999/v1", "nonsense"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    async def run() -> None:
        [chunk async for chunk in OpenAIChat("m", url=url, limits=Limits(tries=1)).stream(PROMPT, None)]

    with pytest.raises(ModelFailedError, match=r"refused|dead"):
        asyncio.run(run())


def test_chunks_of_one_byte_change_nothing() -> None:
    whole = reply("é", "—")
    body = whole.partition(b"\r\n\r\n")[2]
    events = b"".join(line for line in body.split(b"\r\n")[1::2])
    single = opening("transfer-encoding: chunked") + chunked(events[at : at + 1] for at in range(len(events)))
    assert talk(single).text == "é—"
