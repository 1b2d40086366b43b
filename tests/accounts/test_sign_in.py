"""Signing in: one reply for every wrong guess, one cost, a new session each time."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from fastapi import FastAPI

from accounts.conftest import PASSWORD, Browser, School
from markscheme.accounts import passwords as hashing
from markscheme.accounts.throttle import FORGET_SECONDS, FREE_TRIES, LONGEST_SECONDS, Throttle
from markscheme.domain.errors import ThrottledError

COOKIE = "__Host-markscheme"


def sign_in(browser: Browser, name: str = "Ada Park", password: str = PASSWORD, **more: str) -> int:
    return browser.post("/api/v1/sessions", json={"name": name, "password": password} | more).status_code


def test_without_a_school_nobody_can_sign_in_and_practice_goes_on(browser: Callable[..., Browser]) -> None:
    visitor = browser()
    assert visitor.account == {"open": False, "required": False, "person": None, "school": None}
    assert sign_in(visitor) == 401
    body = {"question_id": "council-fall", "text": "The grain shortage mattered."}
    assert visitor.post("/api/v1/answers", json=body).status_code == 201


def test_setting_up_signs_the_administrator_in(school: School) -> None:
    account = school.admin.account
    assert account["person"]["role"] == "administrator"
    assert account["school"] == {
        "id": account["school"]["id"], "name": "Hill School", "code": "hill-school", "accounts_required": False,
    }  # fmt: skip


def test_the_session_cookie_is_for_this_host_alone(school: School, browser: Callable[..., Browser]) -> None:
    reply = browser().post("/api/v1/sessions", json={"name": "Ada Park", "password": PASSWORD})
    cookie = reply.headers["set-cookie"]
    assert cookie.startswith(f"{COOKIE}=")
    for part in ("HttpOnly", "Secure", "SameSite=lax", "Path=/;"):
        assert part in cookie + ";"
    assert "domain" not in cookie.lower()


def test_without_tls_the_cookie_has_a_name_that_browsers_take(
    school: School, browser: Callable[..., Browser]
) -> None:
    plain = browser(base_url="http://testserver")
    reply = plain.post("/api/v1/sessions", json={"name": "Ada Park", "password": PASSWORD})
    assert reply.headers["set-cookie"].startswith("markscheme_session=")
    assert "secure" not in reply.headers["set-cookie"].lower()
    assert plain.account["person"]["name"] == "Ada Park"


@pytest.mark.parametrize("name", ["Ada Park", "ADA  park", " ada\u00a0park ", "Ａｄａ Park"])
def test_a_name_is_known_however_it_is_typed(
    school: School, browser: Callable[..., Browser], name: str
) -> None:
    assert sign_in(browser(), name) == 201
    assert sign_in(browser(), name, school="Hill-School") == 201


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every hash that a password was checked against."""
    seen: list[str] = []
    real = hashing.argon2id()

    class Counting:
        def verify(self, password: str, stored: str) -> bool:
            seen.append(stored)
            return real.verify(password, stored)

        def hash(self, password: str) -> str:
            return real.hash(password)

    monkeypatch.setattr(hashing, "argon2id", Counting)
    return seen


def test_nothing_tells_who_exists(
    found: Callable[..., School], browser: Callable[..., Browser], checks: list[str]
) -> None:
    found()
    found("Lake School", "Lee Wood")
    guesses = [
        {"school": "hill-school", "name": "Ada Park"}, {"school": "hill-school", "name": "No One"},
        {"school": "lake-school", "name": "Ada Park"}, {"school": "no-school", "name": "Ada Park"},
        {"name": "Ada Park"}, {"school": "hill-school", "name": "<b>\u202eAda</b>"}, {"name": "a" * 240},
    ]  # fmt: skip
    replies = [browser().post("/api/v1/sessions", json=each | {"password": "wrong one"}) for each in guesses]
    assert {(each.status_code, each.content) for each in replies} == {(401, replies[0].content)}
    assert {tuple(sorted(set(each.headers) - {"date"})) for each in replies} == {
        tuple(sorted(set(replies[0].headers) - {"date"}))
    }
    assert len(checks) == len(guesses)
    assert checks.count(hashing.NOBODYS) == len(guesses) - 1


def test_nobody_has_the_password_of_nobody() -> None:
    assert hashing.NOBODYS.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_a_session_that_was_set_beforehand_is_not_taken_up(
    school: School, browser: Callable[..., Browser]
) -> None:
    victim = browser()
    planted = {"cookie": f"{COOKIE}={'A' * 43}"}
    body = {"name": "Ada Park", "password": PASSWORD}
    assert victim.post("/api/v1/sessions", json=body, headers=planted).status_code == 201
    assert victim.cookies[COOKIE] != "A" * 43
    thief = browser()
    thief.cookies.set(COOKIE, "A" * 43)
    assert thief.account["person"] is None


def test_signing_in_again_ends_the_session_before(school: School, browser: Callable[..., Browser]) -> None:
    own, copy = browser(), browser()
    sign_in(own)
    copy.cookies.set(COOKIE, own.cookies[COOKIE])
    assert copy.account["person"] is not None
    sign_in(own)
    assert copy.account["person"] is None
    assert own.account["person"] is not None


def test_signing_out_ends_it_on_the_server(school: School, browser: Callable[..., Browser]) -> None:
    own, copy = browser(), browser()
    sign_in(own)
    copy.cookies.set(COOKIE, own.cookies[COOKIE])
    assert own.delete("/api/v1/sessions/current").status_code == 204
    assert COOKIE not in own.cookies
    assert copy.account["person"] is None
    assert own.delete("/api/v1/sessions/current").status_code == 204


def test_the_secret_is_not_in_the_database(school: School, app: FastAPI) -> None:
    with app.state.accounts._database.read() as connection:
        rows = str(connection.exec_driver_sql("SELECT * FROM sessions").all())
        people = str(connection.exec_driver_sql("SELECT * FROM people").all())
    assert school.admin.cookies[COOKIE] not in rows
    assert PASSWORD not in people


def test_a_session_lasts_while_it_is_used_and_not_for_ever(school: School, app: FastAPI) -> None:
    accounts = app.state.accounts
    secret, begun = school.admin.cookies[COOKIE], datetime.now(UTC)

    def known_after(days: float) -> bool:
        accounts._clock = lambda: begun + timedelta(days=days)
        return accounts.standing(secret) is not None

    assert all(known_after(day) for day in range(0, 60, 6))
    assert not known_after(60.1)
    assert known_after(59)
    accounts.sign_out(secret)
    assert not known_after(59)


def test_a_session_that_is_not_used_ends(school: School, app: FastAPI) -> None:
    app.state.accounts._clock = lambda: datetime.now(UTC) + timedelta(days=7.1)
    assert school.admin.account["person"] is None


def test_wrong_guesses_come_slower_and_lock_nobody_out(
    school: School, browser: Callable[..., Browser]
) -> None:
    guesser = browser(address="198.51.100.7")
    assert [sign_in(guesser, password=f"guess {n}") for n in range(FREE_TRIES)] == [401] * FREE_TRIES
    reply = guesser.post("/api/v1/sessions", json={"name": "Ada Park", "password": PASSWORD})
    assert (reply.status_code, reply.headers["retry-after"]) == (429, "1")
    assert reply.json()["type"] == "/problems/too-many-tries"
    assert sign_in(browser(address="192.0.2.9")) == 201
    assert sign_in(guesser, "No One", "guess") == 401


def test_waits_double_up_to_a_minute_and_are_forgotten() -> None:
    now = 0.0
    throttle = Throttle(lambda: now)
    for _ in range(FREE_TRIES):
        throttle.take("a", "b")
    waits = []
    for _ in range(8):
        with pytest.raises(ThrottledError) as refused:
            throttle.take("a", "b")
        waits.append(refused.value.retry_after.total_seconds())
        now += waits[-1]
        throttle.take("a", "b")
    assert waits == [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, LONGEST_SECONDS, LONGEST_SECONDS]
    throttle.take("a", "c")
    throttle.clear("a", "b")
    for _ in range(FREE_TRIES):
        throttle.take("a", "b")
    with pytest.raises(ThrottledError):
        throttle.take("a", "b")
    now += FORGET_SECONDS + 1
    throttle.take("a", "b")


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "", "origin": "https://evil.example"}, {"origin": "https://testserver.evil.example"},
        {"origin": "http://testserver"}, {"origin": "null"}, {"origin": "https://testserver:444"},
    ],
)  # fmt: skip
def test_another_sites_page_changes_nothing(
    school: School, browser: Callable[..., Browser], headers: dict[str, str]
) -> None:
    del school.admin.headers["sec-fetch-site"]
    sent = [
        school.admin.delete("/api/v1/sessions/current", headers=headers),
        school.admin.post("/api/v1/conversations", json={}, headers=headers),
    ]
    stranger = browser()
    del stranger.headers["sec-fetch-site"]
    body = {"name": "Ada Park", "password": PASSWORD}
    sent.append(stranger.post("/api/v1/sessions", json=body, headers=headers))
    assert [(each.status_code, each.json()["type"]) for each in sent] == [
        (403, "/problems/foreign-origin")
    ] * 3
    assert "set-cookie" not in sent[2].headers
    assert school.admin.account["person"] is not None


@pytest.mark.parametrize(
    "headers",
    [{"sec-fetch-site": "none"}, {"origin": "https://testserver"}, {"sec-fetch-site": "same-origin"}],
)
def test_our_own_page_may(school: School, headers: dict[str, str]) -> None:
    del school.admin.headers["sec-fetch-site"]
    assert school.admin.post("/api/v1/conversations", json={}, headers=headers).status_code == 201


def test_with_a_session_one_must_say_whose_page_it_is(school: School) -> None:
    del school.admin.headers["sec-fetch-site"]
    assert school.admin.post("/api/v1/conversations", json={}).status_code == 403
    school.admin.cookies.clear()
    assert school.admin.post("/api/v1/conversations", json={}).status_code == 201
