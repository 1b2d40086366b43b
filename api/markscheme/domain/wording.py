"""What a language model may say about a finished report, and how its turn ended."""

from typing import Literal

from .base import Noun

FailureKind = Literal[
    "dead", "slow", "refused", "throttled", "malformed", "huge", "budget", "open_circuit",
]  # fmt: skip
# Told by the report, never by the model.
Standing = Literal["explained", "named", "not_yet", "quality"]


class WordedClaim(Noun):
    """One checked remark on one factor or quality of the report; `quote` is a literal slice of the answer."""

    text: str
    factor_id: str | None = None
    quality_id: str | None = None
    quote: str | None = None
    standing: Standing


class WordingOutcome(Noun):
    """How wording ended. `cost` is in millionths of the unit that prices are in, null where prices are not known;
    `estimated` says that the model's server did not count the tokens itself."""

    ended: Literal["worded", "stopped"]
    reason: FailureKind | Literal["nothing_kept"] | None = None
    model: str
    kept: int = 0
    dropped: int = 0
    cached: bool = False
    cost: int | None = None
    estimated: bool = False
