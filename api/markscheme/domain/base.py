"""What every noun shares: frozen, and strict about unknown fields."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[_-][a-z0-9]+)*$", max_length=80)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Noun(BaseModel):
    """Base of all domain models: immutable, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Quote(Noun):
    """A literal slice of the answer: half-open [start, end) in code points, `quote == text[start:end]`."""

    start: int
    end: int
    quote: str
