"""A circuit breaker: a model that keeps failing is left alone for a while, so that nobody waits for it."""

import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

from .model import Chunk, JsonSchema, LanguageModel, ModelFailedError, Prompt

FAILURES = 3
REST_SECONDS = 60.0


class Breaker:
    """A language model that opens after `failures` failures in a row; after `rest` seconds one request may try it."""

    def __init__(
        self,
        model: LanguageModel,
        *,
        failures: int = FAILURES,
        rest: float = REST_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = model.name
        self._model, self._most, self._rest, self._clock = model, failures, rest, clock
        self._failures = 0
        self._until = 0.0
        self._trying = False

    async def stream(self, prompt: Prompt, schema: JsonSchema | None) -> AsyncGenerator[Chunk, None]:
        """The model's reply; raises ModelFailedError("open_circuit") at once while it is left alone."""
        trial = self._failures >= self._most
        left = self._until - self._clock()
        if trial and (left > 0 or self._trying):
            raise ModelFailedError("open_circuit", "it has failed too often", max(left, 0.0))
        self._trying = self._trying or trial
        try:
            async with aclosing(self._model.stream(prompt, schema)) as chunks:
                async for chunk in chunks:
                    yield chunk
            self._failures = 0
        except ModelFailedError as failed:
            self._failures += 1
            self._until = self._clock() + max(self._rest, failed.retry_after or 0.0)
            raise
        finally:
            # A reader who leaves in the middle tells nothing of the model.
            self._trying = self._trying and not trial
