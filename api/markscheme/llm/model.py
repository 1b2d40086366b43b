"""What every language model looks like from here: a prompt in, pieces of text out, one kind of failure."""

import json
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from markscheme.domain.wording import FailureKind

JsonSchema = dict[str, Any]
# English runs to about four bytes a token; three errs on the dear side.
_BYTES_PER_TOKEN = 3


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one request; `estimated` where the server did not count them."""

    tokens_in: int = 0
    tokens_out: int = 0
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of text as it arrives. `usage` comes with the last one, from servers that tell it."""

    text: str = ""
    usage: Usage | None = None


@dataclass(frozen=True, slots=True)
class Prompt:
    """A rendered prompt. `values` are what was filled in, for a model that is no model (`scripted`)."""

    name: str
    version: int
    system: str
    user: str
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """Name and version, as a reply is kept under."""
        return f"{self.name}@{self.version}"


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a model may take, in seconds, how often it is tried, and how much it may say."""

    connect: float = 3.0
    idle: float = 10.0
    total: float = 60.0
    tries: int = 3
    most_bytes: int = 64 * 1024
    most_tokens: int = 4096


LIMITS = Limits()


class ModelFailedError(RuntimeError):
    """The model could not be used. Its message never holds what was sent, what came back, or a key."""

    def __init__(self, kind: FailureKind, why: str, retry_after: float | None = None) -> None:
        super().__init__(f"language model {kind}: {why}")
        self.kind: FailureKind = kind
        self.retry_after = retry_after


class LanguageModel(Protocol):
    """Anything that can put words to a prompt."""

    @property
    def name(self) -> str:
        """Provider and model, as the setting names them."""

    def stream(self, prompt: Prompt, schema: JsonSchema | None) -> AsyncGenerator[Chunk, None]:
        """Text as it arrives, JSON that fits `schema` where one is given. Raises ModelFailedError and nothing else."""


def schema_in_words(schema: JsonSchema) -> str:
    """What to tell a model whose server cannot be given a schema."""
    fitting = json.dumps(schema, separators=(",", ":"))
    return f"Reply with one JSON object and nothing else. It must fit this JSON Schema: {fitting}"


def estimate(prompt: Prompt, bytes_out: int) -> Usage:
    """What a request used, from its size alone."""
    bytes_in = len(prompt.system.encode()) + len(prompt.user.encode())
    return Usage(-(-bytes_in // _BYTES_PER_TOKEN), -(-bytes_out // _BYTES_PER_TOKEN), estimated=True)
