"""One's own account: sessions ended, a password changed, and practice of before claimed by who did it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from fastapi import FastAPI

from accounts.conftest import PASSWORD, Browser, School
from markscheme.accounts import owner_store
from markscheme.accounts.throttle import FREE_TRIES
from markscheme.db.tables import metadata

NEW = "four louder oceans"


def signed_in(browser: Browser, password: str = PASSWORD) -> Browser:
    reply = browser.post("/api/v1/sessions", json={"name": "Ada Park", "password": password})
    assert reply.status_code == 201
    return browser


def sessions(browser: Browser) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = browser.get("/api/v1/account/sessions").json()["items"]
    return found


def change(browser: Browser, current: str = PASSWORD, new: str = NEW) -> int:
    body = {"current": current, "password": new}
    return browser.post("/api/v1/account/password", json=body).status_code


def test_one_sees_where_one_is_signed_in_and_ends_it_there(
    school: School, browser: Callable[..., Browser]
) -> None:
    phone = browser()
    phone.headers["user-agent"] = "Mozilla/5.0 (Linux; Android 15) Gecko/140 Firefox/140.0 <script>"
    signed_in(phone)
    own = sessions(school.admin)
    assert own[0]["device"] == "Firefox on Android"
    assert len(own) == 2
    assert school.admin.get("/api/v1/account/sessions").json()["current"] == own[1]["id"]
    path = f"/api/v1/account/sessions/{own[0]['id']}"
    assert [school.admin.delete(path).status_code for _ in range(2)] == [204, 404]
    assert phone.account["person"] is None
    assert len(sessions(school.admin)) == 1


def test_one_ends_every_session_but_this(school: School, browser: Callable[..., Browser]) -> None:
    others = [signed_in(browser()) for _ in range(3)]
    assert school.admin.delete("/api/v1/account/sessions").status_code == 204
    assert [each.account["person"] for each in others] == [None] * 3
    assert school.admin.account["person"] is not None


def test_another_password_ends_every_session_and_renews_this_one(
    school: School, browser: Callable[..., Browser]
) -> None:
    other, before = signed_in(browser()), school.admin.cookies["__Host-markscheme"]
    assert change(school.admin) == 200
    assert school.admin.cookies["__Host-markscheme"] != before
    assert school.admin.account["person"] is not None
    assert other.account["person"] is None
    thief = browser()
    thief.cookies.set("__Host-markscheme", before)
    assert thief.account["person"] is None
    signed_in(browser(), NEW)
    reply = browser().post("/api/v1/sessions", json={"name": "Ada Park", "password": PASSWORD})
    assert reply.status_code == 401


def test_the_password_as_it_is_must_be_known(school: School) -> None:
    assert change(school.admin, current="wrong") == 401
    assert change(school.admin, new="ada park") == 422
    assert change(school.admin, new="short") == 422
    assert [change(school.admin, current=f"guess {n}") for n in range(FREE_TRIES + 1)][-1] == 429
    assert school.admin.account["person"] is not None


def test_without_a_session_there_is_no_account(school: School, browser: Callable[..., Browser]) -> None:
    visitor = browser()
    for method, path in (
        ("GET", "sessions"), ("DELETE", "sessions"), ("DELETE", "sessions/x"), ("GET", "claim"), ("POST", "claim"),
    ):  # fmt: skip
        reply = visitor.request(method, f"/api/v1/account/{path}")
        assert (reply.status_code, reply.json()["type"]) == (401, "/problems/not-signed-in")
        assert reply.headers["www-authenticate"] == "Session"


# Practice of before.


def practise(browser: Browser, key: str | None = None) -> str:
    body = {"question_id": "council-fall", "text": "The grain shortage mattered."}
    headers = {"idempotency-key": key} if key else {}
    answer: str = browser.post("/api/v1/answers", json=body, headers=headers).json()["id"]
    browser.post("/api/v1/conversations", json={})
    return answer


def listed(browser: Browser) -> set[str]:
    return {each["id"] for each in browser.get("/api/v1/answers").json()["items"]}


def test_practice_of_before_becomes_the_persons(school: School, browser: Callable[..., Browser]) -> None:
    page = browser()
    before = practise(page)
    signed_in(page)
    after = practise(page)
    assert listed(page) == {after}
    assert page.get("/api/v1/account/claim").json() == {"answers": 1, "conversations": 1}
    assert page.post("/api/v1/account/claim").json() == {"answers": 1, "conversations": 1}
    assert listed(page) == listed(school.admin) == {before, after}
    assert len(school.admin.get("/api/v1/conversations").json()["items"]) == 2
    assert page.post("/api/v1/account/claim").json() == {"answers": 0, "conversations": 0}
    # It is the person's alone now.
    assert browser().get(f"/api/v1/answers/{before}").status_code == 404


def test_nobody_elses_practice_can_be_claimed(
    app: FastAPI, school: School, browser: Callable[..., Browser], found: Callable[..., School]
) -> None:
    other = browser()
    theirs = practise(other)
    persons = practise(school.admin)
    with app.state.accounts._database.read() as connection:
        owners = [row[0] for row in connection.exec_driver_sql("SELECT owner FROM answers")]
    thief = found("Lake School", "Lee Wood").admin
    for token in (*owners, owners[0][:32], theirs, "A" * 43, "", "%", "person:" + "x" * 30):
        thief.cookies.set("markscheme_visitor", token, domain="testserver.local", path="/api")
        assert thief.post("/api/v1/account/claim").json() == {"answers": 0, "conversations": 0}
    assert listed(thief) == set()
    assert listed(other) == {theirs}
    assert listed(school.admin) == {persons}


def test_two_tabs_claim_it_once(school: School, browser: Callable[..., Browser]) -> None:
    page = browser()
    practise(page)
    signed_in(page)
    cookies = {"cookie": "; ".join(f"{name}={value}" for name, value in page.cookies.items())}

    def tab(_: int) -> int:
        moved: int = browser().post("/api/v1/account/claim", headers=cookies).json()["answers"]
        return moved

    with ThreadPoolExecutor(4) as threads:
        assert sorted(threads.map(tab, range(4))) == [0, 0, 0, 1]


def test_a_key_sent_again_after_claiming_gives_the_same_answer(
    school: School, browser: Callable[..., Browser]
) -> None:
    page = browser()
    practise(page)
    first = practise(page, key="k-1")
    signed_in(page)
    page.post("/api/v1/account/claim")
    assert practise(page, key="k-1") == first


def test_every_table_of_things_with_an_owner_moves() -> None:
    """Planted: a room's new table with an owner is among them without a line here."""
    named = {column.table.name for column in owner_store.OWNERS}
    assert named >= {table.name for table in metadata.tables.values() if "owner" in table.c}
    assert named >= {"answers", "conversations", "cards", "card_reviews", "idempotency", "model_spend"}
