"""Anthropic's and Google's own protocols, by pydantic-ai (extra `llm`), which is imported only here and only when used."""

from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing, contextmanager
from typing import TYPE_CHECKING

import httpx2
from pydantic import SecretStr

from .model import LIMITS, Chunk, JsonSchema, Limits, ModelFailedError, Prompt, Usage
from .retries import refusal

if TYPE_CHECKING:
    from pydantic_ai.models import Model


class _PydanticAI(ABC):
    """One model by pydantic-ai; its client waits, tries again and reads Retry-After by itself, within our limits."""

    provider: str

    def __init__(
        self, model: str, *, url: str | None = None, key: SecretStr | None = None, limits: Limits = LIMITS
    ) -> None:
        self.name = f"{self.provider}:{model}"
        self._model, self._url, self._limits = model, url, limits
        self._key = key.get_secret_value() if key else ""

    @abstractmethod
    def _native(self, client: httpx2.AsyncClient) -> "Model":
        """The model of pydantic-ai."""

    async def stream(self, prompt: Prompt, schema: JsonSchema | None) -> AsyncGenerator[Chunk, None]:
        """The reply as it arrives. Raises ModelFailedError."""
        limits, left = self._limits, self._limits.most_bytes
        timeout = httpx2.Timeout(limits.idle, connect=limits.connect)
        with _told_apart():
            async with (
                httpx2.AsyncClient(timeout=timeout) as client,
                aclosing(self._chunks(client, prompt, schema)) as chunks,
            ):
                async for chunk in chunks:
                    left -= len(chunk.text.encode())
                    if left < 0:
                        raise ModelFailedError("huge", "it says more than it may")
                    yield chunk

    async def _chunks(
        self, client: httpx2.AsyncClient, prompt: Prompt, schema: JsonSchema | None
    ) -> AsyncGenerator[Chunk, None]:
        from pydantic_ai.direct import model_request_stream
        from pydantic_ai.messages import (
            ModelRequest,
            PartDeltaEvent,
            PartStartEvent,
            TextPart,
            TextPartDelta,
            UserPromptPart,
        )
        from pydantic_ai.models import ModelRequestParameters
        from pydantic_ai.output import OutputObjectDefinition
        from pydantic_ai.settings import ModelSettings

        limits = self._limits
        request = ModelRequest([UserPromptPart(prompt.user)], instructions=prompt.system)
        settings = ModelSettings(
            max_tokens=limits.most_tokens,
            timeout=limits.idle,
            max_retries=limits.tries - 1,
            request_timeout=limits.total,
        )
        shape = ModelRequestParameters()
        if schema:
            wanted = OutputObjectDefinition(json_schema=schema, name=prompt.name, strict=True)
            shape = ModelRequestParameters(output_mode="native", output_object=wanted)
        async with model_request_stream(
            self._native(client), [request], model_settings=settings, model_request_parameters=shape
        ) as stream:
            async for event in stream:
                match event:
                    case (
                        PartStartEvent(part=TextPart(content=text))
                        | PartDeltaEvent(delta=TextPartDelta(content_delta=text))
                    ) if text:
                        yield Chunk(text)
            counted = stream.usage
            if counted.input_tokens:
                yield Chunk(usage=Usage(counted.input_tokens, counted.output_tokens))
            if stream.finish_reason is None:
                raise ModelFailedError("dead", "the reply was cut off")
            if stream.finish_reason == "length":
                raise ModelFailedError("huge", "it says more than it may")
            if stream.finish_reason == "content_filter":
                raise ModelFailedError("refused", "its provider withheld the reply")


class Anthropic(_PydanticAI):
    """A Claude model by Anthropic's own protocol."""

    provider = "anthropic"

    def _native(self, client: httpx2.AsyncClient) -> "Model":
        from pydantic_ai.models.anthropic import AnthropicModel
        from pydantic_ai.providers.anthropic import AnthropicProvider

        provider = AnthropicProvider(api_key=self._key, base_url=self._url, http_client=client)
        return AnthropicModel(self._model, provider=provider)


class Gemini(_PydanticAI):
    """A Gemini model by Google's own protocol."""

    provider = "gemini"

    def _native(self, client: httpx2.AsyncClient) -> "Model":
        from pydantic_ai.models.google import GoogleModel
        from pydantic_ai.providers.google import GoogleProvider

        provider = GoogleProvider(api_key=self._key, base_url=self._url, http_client=client)
        return GoogleModel(self._model, provider=provider)


@contextmanager
def _told_apart() -> Iterator[None]:
    # `from None` throughout: what the library raises quotes the reply.
    from pydantic_ai import exceptions as theirs

    try:
        yield
    except ModelFailedError:
        raise
    except theirs.ModelHTTPError as error:
        raise refusal(error.status_code, error.headers or {}) from None
    except (theirs.ModelTimeoutError, theirs.ModelRequestTimeout, TimeoutError, httpx2.TimeoutException):
        raise ModelFailedError("slow", "nothing came in time") from None
    except (
        theirs.ModelConnectionError,
        theirs.ModelServerError,
        theirs.ModelUnavailableError,
        httpx2.HTTPError,
    ):
        raise ModelFailedError("dead", "its server cannot be reached or hung up") from None
    except (theirs.UserError, theirs.ModelRequestRejectedError):
        raise ModelFailedError("refused", "it does not take the request") from None
    except Exception:
        # The libraries below raise kinds of their own for a reply that they cannot read.
        raise ModelFailedError("malformed", "the reply cannot be read") from None
