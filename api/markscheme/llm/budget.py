"""What a model may cost. Money is counted in millionths of the unit that prices are in: a token at a price of 2.50
for a million costs 2.5 of them."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_UP, Decimal
from typing import Protocol

from .model import LIMITS, ModelFailedError, Prompt, Usage, estimate


@dataclass(frozen=True, slots=True)
class Prices:
    """For a million tokens in and out."""

    tokens_in: Decimal
    tokens_out: Decimal

    def cost(self, usage: Usage) -> int:
        """In millionths, rounded up."""
        exact = usage.tokens_in * self.tokens_in + usage.tokens_out * self.tokens_out
        return int(exact.to_integral_value(ROUND_UP))


@dataclass(frozen=True, slots=True)
class Spend:
    """One request about to be made: for whom, on which day, of which model and prompt, at what cost at most."""

    student: str
    day: date
    model: str
    prompt: str
    cost: int


@dataclass(frozen=True, slots=True)
class Caps:
    """Most for one day, in millionths; None is no limit."""

    student: int | None = None
    site: int | None = None

    def allow(self, spent_by_student: int, spent_in_all: int, more: int) -> bool:
        """Whether `more` still fits."""
        mine = self.student is None or spent_by_student + more <= self.student
        return mine and (self.site is None or spent_in_all + more <= self.site)


NO_CAPS = Caps()


def millionths(amount: Decimal | None) -> int | None:
    """An amount in the unit of the prices, as it is counted here."""
    return None if amount is None else int(amount * 1_000_000)


class Ledger(Protocol):
    """Where spending is written down. `reserve` looks and writes in one step, so that two tabs cannot pass together."""

    def reserve(self, spend: Spend, caps: Caps) -> int | None:
        """The entry's number, or None where it does not fit."""

    def settle(self, entry: int, usage: Usage, cost: int) -> None:
        """Write what it came to. An entry never settled keeps what was reserved."""

    def spent(self, day: date, student: str | None = None) -> int:
        """By one student on that day, or by all."""


class MemoryLedger:
    """A ledger that forgets when the process ends."""

    def __init__(self) -> None:
        self._entries: list[tuple[date, str]] = []
        self._costs: list[int] = []

    def reserve(self, spend: Spend, caps: Caps) -> int | None:
        """As Ledger."""
        if not caps.allow(self.spent(spend.day, spend.student), self.spent(spend.day), spend.cost):
            return None
        self._entries.append((spend.day, spend.student))
        self._costs.append(spend.cost)
        return len(self._entries) - 1

    def settle(self, entry: int, usage: Usage, cost: int) -> None:
        """As Ledger."""
        self._costs[entry] = cost

    def spent(self, day: date, student: str | None = None) -> int:
        """As Ledger."""
        by: Counter[str] = Counter()
        for (when, who), cost in zip(self._entries, self._costs, strict=True):
            by[who] += cost if when == day else 0
        return by.total() if student is None else by[student]


class Budget:
    """Asks the ledger before a request and tells it the true cost after. Without prices nothing is counted in money."""

    def __init__(
        self,
        ledger: Ledger,
        prices: Prices | None,
        caps: Caps = NO_CAPS,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._ledger, self._prices, self._caps, self._today = ledger, prices, caps, today

    def open(self, student: str, model: str, prompt: Prompt) -> int:
        """Reserve what the request can cost at most. Raises ModelFailedError("budget")."""
        most = Usage(estimate(prompt, 0).tokens_in, LIMITS.most_tokens)
        spend = Spend(student, self._today(), model, prompt.label, self.cost(most) or 0)
        entry = self._ledger.reserve(spend, self._caps)
        if entry is None:
            raise ModelFailedError("budget", "the day's budget is spent")
        return entry

    def close(self, entry: int, usage: Usage) -> int | None:
        """Write down the true cost; gives it, or None without prices."""
        cost = self.cost(usage)
        self._ledger.settle(entry, usage, cost or 0)
        return cost

    def cost(self, usage: Usage) -> int | None:
        """What that many tokens cost."""
        return None if self._prices is None else self._prices.cost(usage)

    def spent(self, student: str | None = None) -> int:
        """Today, by one student or by all."""
        return self._ledger.spent(self._today(), student)
