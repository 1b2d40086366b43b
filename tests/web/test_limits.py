"""A token bucket for each address: a full burst, then evenly."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from markscheme.domain.errors import RateLimitedError
from markscheme.web import limits
from markscheme.web.limits import RateLimit


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def taken(limit: RateLimit, address: str, tries: int) -> int:
    """How many of so many tries get through."""
    count = 0
    for _ in range(tries):
        try:
            limit.take(address)
        except RateLimitedError:
            continue
        count += 1
    return count


def test_gives_a_full_burst_then_refuses(clock: Clock) -> None:
    assert taken(RateLimit(3, 60, clock=clock), "10.0.0.1", 10) == 3


def test_says_how_long_to_wait_and_keeps_its_word(clock: Clock) -> None:
    limit = RateLimit(3, 60, clock=clock)
    taken(limit, "10.0.0.1", 3)
    with pytest.raises(RateLimitedError) as refused:
        limit.take("10.0.0.1")
    assert refused.value.retry_after == timedelta(seconds=20)
    clock.now += 19.9
    assert taken(limit, "10.0.0.1", 1) == 0
    clock.now += 0.1
    assert taken(limit, "10.0.0.1", 2) == 1


def test_a_refusal_costs_nothing(clock: Clock) -> None:
    limit = RateLimit(3, 60, clock=clock)
    taken(limit, "10.0.0.1", 100)
    clock.now += 60
    assert taken(limit, "10.0.0.1", 10) == 3


def test_addresses_do_not_share(clock: Clock) -> None:
    limit = RateLimit(2, 60, clock=clock)
    assert [taken(limit, each, 5) for each in ("10.0.0.1", "10.0.0.2")] == [2, 2]


@pytest.mark.parametrize(("address", "count"), [("127.0.0.1", 9), ("::1", 9), ("10.0.0.1", 1), ("name", 1)])
def test_can_spare_this_machine(clock: Clock, address: str, count: int) -> None:
    assert taken(RateLimit(1, 60, spare_loopback=True, clock=clock), address, 9) == count


def test_forgets_addresses_whose_bucket_is_full_again(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_ADDRESSES", 10)
    limit = RateLimit(1, 60, clock=clock)
    for number in range(10):
        limit.take(f"10.0.0.{number}")
    clock.now += 61
    limit.take("10.0.1.1")
    assert set(limit._full_at) == {"10.0.1.1"}


@pytest.mark.parametrize(("text", "burst"), [("2/second", 2), (" 5 / minute ", 5), ("7/Hour", 7)])
def test_reads_a_rate(text: str, burst: int) -> None:
    limit = RateLimit.parse(text)
    assert limit is not None
    assert taken(limit, "10.0.0.1", 20) == burst


def test_off_is_no_limit() -> None:
    assert RateLimit.parse("off") is None


@pytest.mark.parametrize("text", ["", "0/minute", "5", "5/day", "-1/minute", "1e3/minute"])
def test_refuses_what_is_not_a_rate(text: str) -> None:
    with pytest.raises(ValueError, match="a rate is a number"):
        RateLimit.parse(text)


def test_over_http_it_is_429_with_the_time_to_wait(client: TestClient, clock: Clock) -> None:
    client.app.state.rate_limit = RateLimit(2, 60, clock=clock)  # type: ignore[attr-defined]
    body = {"question_id": "council-fall", "text": "Bread."}
    replies = [client.post(path, json=body) for path in ("/api/v1/marks", "/api/v1/answers", "/api/v1/marks")]
    assert [each.status_code for each in replies] == [200, 201, 429]
    assert replies[2].headers["Retry-After"] == "30"
    assert replies[2].json()["type"] == "/problems/too-many-requests"
    assert client.get("/api/v1/questions").status_code == 200
