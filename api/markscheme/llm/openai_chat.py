"""The OpenAI chat protocol over httpx2: what nearly every server of language models speaks."""

import asyncio
import random
import ssl
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from contextlib import aclosing, contextmanager
from functools import cache
from typing import Any, TypeVar, cast

import httpx2
from pydantic import BaseModel, Field, SecretStr, ValidationError

from markscheme.domain.wording import FailureKind

from .model import LIMITS, Chunk, JsonSchema, Limits, ModelFailedError, Prompt, Usage, schema_in_words
from .retries import refusal, wait_before

DEFAULT_URL = "https://api.openai.com/v1"
_NOT_THIS_FORM = {400, 404, 415, 422, 501}
_DONE = "[DONE]"
# How a reply may end without being whole; "" is one that was cut off.
_UNFINISHED: dict[str, tuple[FailureKind, str]] = {
    "": ("dead", "the reply was cut off"),
    "length": ("huge", "it says more than it may"),
    "content_filter": ("refused", "its provider withheld the reply"),
}
_T = TypeVar("_T")


class _Delta(BaseModel):
    content: str | None = None


class _Choice(BaseModel):
    delta: _Delta | None = None
    finish_reason: str | None = None


class _Counted(BaseModel):
    prompt_tokens: int = Field(default=0, ge=0)
    completion_tokens: int = Field(default=0, ge=0)


class _Event(BaseModel):
    choices: list[_Choice] = []
    usage: _Counted | None = None
    error: Any = None


class OpenAIChat:
    """One model of one server. Clock, sleep and chance can be replaced, for tests."""

    def __init__(
        self,
        model: str,
        *,
        url: str | None = None,
        key: SecretStr | None = None,
        limits: Limits = LIMITS,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self.name = f"openai:{model}"
        self._model = model
        self._url = (url or DEFAULT_URL).rstrip("/") + "/chat/completions"
        self._key = key
        self._limits = limits
        self._clock, self._sleep, self._chance = clock, sleep, chance
        # Learnt from the server: it knows neither schemas nor the newer names of fields.
        self._plain = False

    async def stream(self, prompt: Prompt, schema: JsonSchema | None) -> AsyncGenerator[Chunk, None]:
        """The reply as it arrives; tried again only while none of it has. Raises ModelFailedError."""
        deadline = self._clock() + self._limits.total
        plain = self._plain
        for attempt in range(self._limits.tries):
            begun = False
            try:
                async with aclosing(self._reply(self._body(prompt, schema, plain), deadline)) as chunks:
                    async for chunk in chunks:
                        begun, self._plain = True, plain
                        yield chunk
                return
            except ModelFailedError as failed:
                if begun or attempt + 1 == self._limits.tries:
                    raise
                if not plain and isinstance(failed, _OtherFormError):
                    plain = True
                    continue
                wait = wait_before(attempt, failed, deadline - self._clock(), self._chance())
                if wait is None:
                    raise
            await self._sleep(wait)

    def _body(self, prompt: Prompt, schema: JsonSchema | None, plain: bool) -> dict[str, Any]:
        system, body = prompt.system, {"model": self._model, "stream": True}
        if plain:
            system += "\n\n" + schema_in_words(schema) if schema else ""
            body |= {"max_tokens": self._limits.most_tokens}
        else:
            body |= {
                "max_completion_tokens": self._limits.most_tokens,
                "stream_options": {"include_usage": True},
            }
            if schema:
                shape = {"name": prompt.name, "strict": True, "schema": schema}
                body["response_format"] = {"type": "json_schema", "json_schema": shape}
        said = (("system", system), ("user", prompt.user))
        return body | {"messages": [{"role": role, "content": content} for role, content in said]}

    async def _reply(self, body: dict[str, Any], deadline: float) -> AsyncGenerator[Chunk, None]:
        # A client for each reply: it costs a handshake, and belongs to no event loop and needs no closing.
        with _told_apart():
            async with httpx2.AsyncClient(timeout=self._timeout(), verify=_trusted()) as client:
                request = client.build_request("POST", self._url, json=body, headers=self._headers())
                response = await self._within(deadline, lambda: client.send(request, stream=True))
                try:
                    _check(response)
                    async with aclosing(self._chunks(response, deadline)) as chunks:
                        async for chunk in chunks:
                            yield chunk
                finally:
                    await response.aclose()

    async def _chunks(self, response: httpx2.Response, deadline: float) -> AsyncGenerator[Chunk, None]:
        left, ended, counted = self._limits.most_bytes, "", None
        source = httpx2.EventSource(response, max_event_size=left)
        async with aclosing(cast("AsyncGenerator[httpx2.ServerSentEvent, None]", aiter(source))) as events:
            while event := await self._next(events, deadline, bool(ended)):
                if event.data == _DONE:
                    ended = ended or _DONE
                    break
                read = _read(event.data)
                counted = read.usage or counted
                for choice in read.choices[:1]:
                    text = (choice.delta.content if choice.delta else None) or ""
                    left -= len(text.encode())
                    if left < 0:
                        raise ModelFailedError("huge", "it says more than it may")
                    ended = choice.finish_reason or ended
                    if text:
                        yield Chunk(text)
        if counted:
            yield Chunk(usage=Usage(counted.prompt_tokens, counted.completion_tokens))
        if ended in _UNFINISHED:
            raise ModelFailedError(*_UNFINISHED[ended])

    async def _next(
        self, events: AsyncGenerator[httpx2.ServerSentEvent, None], deadline: float, finished: bool
    ) -> httpx2.ServerSentEvent | None:
        try:
            return await self._within(deadline, lambda: anext(events, None))
        except (httpx2.TransportError, TimeoutError):
            # Some servers count no tokens and never say that they are done.
            if finished:
                return None
            raise

    async def _within(self, deadline: float, act: Callable[[], Awaitable[_T]]) -> _T:
        left = deadline - self._clock()
        if left <= 0:
            raise TimeoutError
        async with asyncio.timeout(left):
            return await act()

    def _timeout(self) -> httpx2.Timeout:
        return httpx2.Timeout(self._limits.idle, connect=self._limits.connect)

    def _headers(self) -> dict[str, str]:
        # Uncompressed, so that the limit of bytes is one of memory too.
        headers = {"Accept": "text/event-stream", "Accept-Encoding": "identity"}
        if self._key is not None:
            headers["Authorization"] = f"Bearer {self._key.get_secret_value()}"
        return headers


class _OtherFormError(ModelFailedError):
    """The server may not know the form that the request has."""


def _check(response: httpx2.Response) -> None:
    status = response.status_code
    if status in _NOT_THIS_FORM:
        raise _OtherFormError("refused", f"its server answers {status}")
    if status != 200:
        raise refusal(status, response.headers)
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "text/event-stream" or response.headers.get("content-encoding", "identity") != "identity":
        raise ModelFailedError("malformed", "its server does not stream plain events")


def _read(data: str) -> _Event:
    try:
        read = _Event.model_validate_json(data)
    except ValidationError:
        raise ModelFailedError("malformed", "an event is not of the chat protocol") from None
    if read.error is not None:
        raise ModelFailedError("dead", "its server tells of an error of its own")
    return read


@cache
def _trusted() -> ssl.SSLContext:
    # Reading the machine's certificates is the slow part of making a client.
    return httpx2.create_ssl_context()


@contextmanager
def _told_apart() -> Iterator[None]:
    # `from None`: what httpx2 raises may quote the request.
    try:
        yield
    except httpx2.SSEError:
        raise ModelFailedError("huge", "one event is larger than a whole reply may be") from None
    except httpx2.DecodingError:
        raise ModelFailedError("malformed", "the reply cannot be decoded") from None
    except (httpx2.ReadTimeout, httpx2.WriteTimeout, TimeoutError):
        raise ModelFailedError("slow", "nothing came in time") from None
    except (httpx2.UnsupportedProtocol, httpx2.InvalidURL):
        raise ModelFailedError("refused", "its address cannot be used") from None
    except httpx2.HTTPError:
        raise ModelFailedError("dead", "its server cannot be reached or hung up") from None
    except ModelFailedError:
        raise
    except Exception:
        # An address that no socket takes, a key that no header can hold: of many kinds, and none of them passing.
        raise ModelFailedError("refused", "its address or key cannot be used") from None
