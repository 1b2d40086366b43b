"""The breaker leaves a failing model alone, and tries it again with one request at a time."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing

import pytest

from markscheme.llm.breaker import Breaker
from markscheme.llm.model import Chunk, JsonSchema, ModelFailedError, Prompt

PROMPT = Prompt("p", 1, "", "")


class Shaky:
    """Fails while it is told to."""

    name = "shaky"

    def __init__(self) -> None:
        self.failing: ModelFailedError | None = ModelFailedError("dead", "planted")
        self.asked = 0

    async def stream(self, prompt: Prompt, schema: JsonSchema | None) -> AsyncGenerator[Chunk, None]:
        """As LanguageModel."""
        self.asked += 1
        yield Chunk("a")
        if self.failing:
            raise self.failing


class Bench:
    """A breaker with a clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0
        self.model = Shaky()
        self.breaker = Breaker(self.model, failures=3, rest=60.0, clock=lambda: self.now)

    def ask(self, times: int = 1) -> str | None:
        """What the last request ended in."""
        for _ in range(times):
            kind = asyncio.run(self._ask())
        return kind

    async def _ask(self) -> str | None:
        try:
            [chunk async for chunk in self.breaker.stream(PROMPT, None)]
        except ModelFailedError as failed:
            return failed.kind
        return None


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_it_opens_after_failures_in_a_row_and_asks_no_more(bench: Bench) -> None:
    assert bench.ask(3) == "dead"
    assert bench.ask(5) == "open_circuit"
    assert bench.model.asked == 3


def test_a_success_between_them_counts_anew(bench: Bench) -> None:
    bench.ask(2)
    failing, bench.model.failing = bench.model.failing, None
    assert bench.ask() is None
    bench.model.failing = failing
    assert bench.ask(2) == "dead"


def test_after_a_rest_one_request_decides(bench: Bench) -> None:
    bench.ask(3)
    bench.now = 60.0
    assert bench.ask() == "dead"
    assert bench.ask() == "open_circuit"
    bench.now = 120.0
    bench.model.failing = None
    assert bench.ask(2) is None


def test_only_one_request_tries_it(bench: Bench) -> None:
    bench.ask(3)
    bench.now, bench.model.failing = 60.0, None

    async def run() -> str | None:
        async with aclosing(bench.breaker.stream(PROMPT, None)) as trial:
            await anext(trial)
            return await bench._ask()

    assert asyncio.run(run()) == "open_circuit"
    # The reader who left told nothing of the model, and kept no one out.
    assert bench.ask() is None


def test_it_rests_as_long_as_it_was_asked_to(bench: Bench) -> None:
    bench.model.failing = ModelFailedError("throttled", "planted", retry_after=500.0)
    bench.ask(3)
    bench.now = 499.0
    assert bench.ask() == "open_circuit"
    bench.now = 500.0
    assert bench.ask() == "throttled"
