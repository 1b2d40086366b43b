"""Budgets: true cost, two limits a day, and no way past them by asking twice at once. The same for both ledgers."""

from datetime import date
from decimal import Decimal

import pytest

from markscheme.db.database import Database
from markscheme.llm.budget import Budget, Caps, Ledger, MemoryLedger, Prices
from markscheme.llm.model import LIMITS, ModelFailedError, Prompt, Usage, estimate
from markscheme.practice.wording_books import Books

PROMPT = Prompt("feedback", 1, "", "x" * 300)
PRICES = Prices(Decimal("2.50"), Decimal(10))
# What one request can cost at most: 100 tokens of prompt, and as many as a reply may have.
MOST = 250 + LIMITS.most_tokens * 10


class Days:
    """A calendar to turn over."""

    def __init__(self) -> None:
        self.today = date(2026, 11, 2)

    def __call__(self) -> date:
        return self.today


@pytest.fixture(params=["memory", "database"])
def ledger(request: pytest.FixtureRequest, database: Database) -> Ledger:
    return MemoryLedger() if request.param == "memory" else Books(database)


def test_cost_is_rounded_up_to_a_millionth() -> None:
    assert PRICES.cost(Usage(1, 0)) == 3
    assert PRICES.cost(Usage(1000, 200)) == 4500
    assert Prices(Decimal(0), Decimal(0)).cost(Usage(10**9, 10**9)) == 0


def test_what_is_reserved_gives_way_to_the_true_cost(ledger: Ledger) -> None:
    budget = Budget(ledger, PRICES, today=Days())
    entry = budget.open("ann", "m", PROMPT)
    assert budget.spent() == MOST
    assert budget.close(entry, Usage(1000, 200)) == 4500
    assert (budget.spent(), budget.spent("ann"), budget.spent("bob")) == (4500, 4500, 0)


def test_a_student_and_a_site_have_their_limits(ledger: Ledger) -> None:
    days = Days()
    budget = Budget(ledger, PRICES, Caps(student=MOST, site=2 * MOST), days)
    budget.open("ann", "m", PROMPT)
    with pytest.raises(ModelFailedError, match="budget"):
        budget.open("ann", "m", PROMPT)
    budget.open("bob", "m", PROMPT)
    with pytest.raises(ModelFailedError, match="budget"):
        budget.open("cleo", "m", PROMPT)
    days.today = date(2026, 11, 3)
    budget.open("ann", "m", PROMPT)


def test_a_settled_request_makes_room(ledger: Ledger) -> None:
    budget = Budget(ledger, PRICES, Caps(student=MOST + 4500), Days())
    budget.close(budget.open("ann", "m", PROMPT), Usage(1000, 200))
    budget.open("ann", "m", PROMPT)


def test_without_prices_nothing_is_counted_in_money(ledger: Ledger) -> None:
    budget = Budget(ledger, None, today=Days())
    assert budget.close(budget.open("ann", "m", PROMPT), Usage(10, 10)) is None
    assert budget.spent() == 0


def test_an_estimate_errs_on_the_dear_side() -> None:
    essay = "The harvest of 1963 failed, and the state bought grain abroad with gold. " * 40
    assert estimate(Prompt("p", 1, "", essay), 0).tokens_in > len(essay.split()) * 1.4
