"""A school with an administrator, and browsers to visit it with."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from markscheme.accounts import passwords as hashing

PASSWORD = "three quiet rivers"


class Browser(TestClient):
    """A browser over TLS that says, as browsers do, that its requests come from our own page."""

    def __init__(
        self, app: FastAPI, base_url: str = "https://testserver", address: str = "192.0.2.1"
    ) -> None:
        super().__init__(app, base_url=base_url, raise_server_exceptions=False, client=(address, 50_000))
        self.app_of = app
        self.headers["sec-fetch-site"] = "same-origin"

    @property
    def account(self) -> dict[str, Any]:
        found: dict[str, Any] = self.get("/api/v1/account").json()
        return found


@dataclass(frozen=True)
class School:
    """A school that was set up, and the browser its administrator did it in."""

    admin: Browser
    code: str
    name: str


@pytest.fixture(autouse=True)
def _quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Real argon2id at its least cost: what is tested is who calls it, when and how often."""
    from pwdlib import PasswordHash
    from pwdlib.hashers.argon2 import Argon2Hasher

    least = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),))
    monkeypatch.setattr(hashing, "argon2id", lambda: least)


@pytest.fixture
def browser(app: FastAPI) -> Callable[..., Browser]:
    """Open a browser that has been nowhere."""
    return lambda **options: Browser(app, **options)


@pytest.fixture
def found(app: FastAPI) -> Callable[..., School]:
    """Set a school up by a one-time link."""

    def set_up(school: str = "Hill School", name: str = "Ada Park") -> School:
        admin = Browser(app)
        secret = app.state.accounts.setup_secret(another=True)
        body = {"secret": secret, "school": school, "name": name, "password": PASSWORD}
        reply = admin.post("/api/v1/setup", json=body)
        assert reply.status_code == 201, reply.text
        return School(admin, reply.json()["school"]["code"], name)

    return set_up


@pytest.fixture
def school(found: Callable[..., School]) -> School:
    """One school."""
    return found()
