"""The one-time link that sets a school up."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fastapi import FastAPI

from accounts.conftest import PASSWORD, Browser, School

WANTED = {"school": "Hill School", "name": "Ada Park", "password": PASSWORD}


def wanted(secret: str, **more: str) -> dict[str, Any]:
    return WANTED | {"secret": secret} | more


def test_a_first_start_makes_a_link_and_a_later_one_does_not(
    app: FastAPI, browser: Callable[..., Browser]
) -> None:
    first, second = (app.state.accounts.setup_secret() for _ in range(2))
    page = browser()
    assert page.post("/api/v1/links", json={"secret": first}).status_code == 410
    assert page.post("/api/v1/links", json={"secret": second}).json() == {"name": None, "school": None}
    assert page.post("/api/v1/setup", json=wanted(second)).status_code == 201
    assert app.state.accounts.setup_secret() is None


def test_the_link_is_not_in_the_database(app: FastAPI) -> None:
    secret = app.state.accounts.setup_secret()
    with app.state.accounts._database.read() as connection:
        assert secret not in str(connection.exec_driver_sql("SELECT * FROM links").all())


def test_a_link_works_once_and_for_a_day(app: FastAPI, browser: Callable[..., Browser]) -> None:
    page, secret = browser(), app.state.accounts.setup_secret()
    assert page.post("/api/v1/setup", json=wanted(secret)).status_code == 201
    for path, body in (("links", {"secret": secret}), ("setup", wanted(secret, school="Two"))):
        assert page.post(f"/api/v1/{path}", json=body).json()["type"] == "/problems/link-spent"
    late = app.state.accounts.setup_secret(another=True)
    app.state.accounts._clock = lambda: datetime.now(UTC) + timedelta(hours=24, seconds=1)
    assert page.post("/api/v1/setup", json=wanted(late)).status_code == 410


@pytest.mark.parametrize("secret", ["", "x", "' OR 1=1 --", "a" * 100])
def test_a_link_that_never_was_is_like_one_that_was_used(
    app: FastAPI, browser: Callable[..., Browser], secret: str
) -> None:
    app.state.accounts.setup_secret()
    assert browser().post("/api/v1/setup", json=wanted(secret)).status_code == 410
    assert browser().account["open"] is False


def test_of_many_tabs_with_one_link_exactly_one_wins(app: FastAPI) -> None:
    secret = app.state.accounts.setup_secret()

    def tab(number: int) -> int:
        body = wanted(secret, school=f"School {number}")
        return Browser(app).post("/api/v1/setup", json=body).status_code

    with ThreadPoolExecutor(6) as threads:
        assert sorted(threads.map(tab, range(6))) == [201, *[410] * 5]
    with app.state.accounts._database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM schools").scalar() == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "\u202eAda"), ("name", "Ada\x00"), ("name", "a" * 61), ("name", "a" * 10_000), ("name", " \u200d "),
        ("name", "\ud800"), ("name", "Ada\u2066"), ("name", "…"), ("school", "\u200b"), ("school", ""),
        ("password", "short"), ("password", "x" * 201), ("password", "three\x00quiet"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_and_the_link_stays(
    app: FastAPI, browser: Callable[..., Browser], field: str, value: str
) -> None:
    page, secret = browser(), app.state.accounts.setup_secret()
    reply = page.post("/api/v1/setup", content=_json(wanted(secret, **{field: value})), headers=JSON)
    assert reply.status_code == 422, reply.text
    assert reply.json()["errors"][0]["location"] == f"body.{field}"
    assert page.post("/api/v1/setup", json=wanted(secret)).status_code == 201


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "سارا علی‌پور", "Zoë O’Neill-Ng", "李小龍", "नेहा"]
)
def test_a_name_is_kept_as_it_is_written(app: FastAPI, browser: Callable[..., Browser], name: str) -> None:
    page = browser()
    reply = page.post("/api/v1/setup", json=wanted(app.state.accounts.setup_secret(), name=name))
    assert reply.json()["person"]["name"] == name
    assert reply.headers["content-type"] == "application/json"
    assert page.account["person"]["name"] == name


@pytest.mark.parametrize("password", ["Ada  Park ", "hill school", "aaaaaaaaaaaa", "abababab"])
def test_a_password_that_is_guessed_first_is_refused(
    app: FastAPI, browser: Callable[..., Browser], password: str
) -> None:
    secret = app.state.accounts.setup_secret()
    reply = browser().post("/api/v1/setup", json=wanted(secret, password=password))
    assert (reply.status_code, reply.json()["type"]) == (422, "/problems/weak-password")


def test_two_schools_of_one_name_have_codes_of_their_own(found: Callable[..., School]) -> None:
    first, second = found(), found()
    assert first.code == "hill-school"
    assert second.code.startswith("hill-school-")
    assert found("学校").code == "school"


JSON = {"content-type": "application/json"}


def _json(body: dict[str, Any]) -> bytes:
    import json

    return json.dumps(body).encode()
