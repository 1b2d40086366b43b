"""Hashing stands back: a bounded queue, and marks go on while it is full."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from statistics import median
from time import perf_counter

import pytest
from fastapi import FastAPI

from accounts.conftest import PASSWORD, Browser, School
from markscheme.accounts import passwords as hashing
from markscheme.accounts.passwords import AT_ONCE, Passwords
from markscheme.domain.errors import PasswordsBusyError


class Held:
    """Stands in for argon2id: waits until it is let go, and counts how many are inside at once."""

    def __init__(self) -> None:
        self.go, self.inside, self.most = threading.Event(), 0, 0
        self._lock = threading.Lock()

    def verify(self, password: str, stored: str) -> bool:
        with self._lock:
            self.inside += 1
            self.most = max(self.most, self.inside)
        assert self.go.wait(20)
        with self._lock:
            self.inside -= 1
        return True


def test_two_at_once_the_rest_wait_and_too_many_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    held = Held()
    monkeypatch.setattr(hashing, "argon2id", lambda: held)

    async def storm() -> None:
        passwords = Passwords(most_waiting=5)
        tasks = [asyncio.ensure_future(passwords.right("x", None)) for _ in range(AT_ONCE + 5)]
        await asyncio.sleep(0)
        with pytest.raises(PasswordsBusyError):
            await passwords.right("x", None)
        # Who goes away while waiting gives the place to the next.
        tasks.pop().cancel()
        await asyncio.sleep(0)
        tasks.append(asyncio.ensure_future(passwords.right("x", None)))
        held.go.set()
        assert await asyncio.gather(*tasks) == [True] * (AT_ONCE + 5)
        assert await passwords.right("x", None)
        passwords.close()

    asyncio.run(storm())
    assert held.most == AT_ONCE == 2


def test_a_storm_that_is_too_long_is_told_when_to_come_back(
    school: School, app: FastAPI, browser: Callable[..., Browser]
) -> None:
    app.state.accounts.passwords._places = threading.BoundedSemaphore(1)
    app.state.accounts.passwords._places.acquire()
    reply = browser().post("/api/v1/sessions", json={"name": "Ada Park", "password": PASSWORD})
    assert (reply.status_code, reply.json()["type"]) == (503, "/problems/sign-in-busy")
    assert int(reply.headers["retry-after"]) >= 1


def test_marks_keep_their_pace_while_thirty_wait_to_sign_in(
    school: School, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those who wait hold no thread that requests share; more than two inside at once would be seen below."""
    body = {
        "question_id": "council-fall",
        "text": "The grain shortage mattered because people lost trust. " * 20,
    }

    def pace(client: Browser) -> float:
        taken = []
        for _ in range(15):
            begun = perf_counter()
            assert client.post("/api/v1/marks", json=body).status_code == 200
            taken.append(perf_counter() - begun)
        return median(taken)

    held = Held()
    with Browser(app) as client, ThreadPoolExecutor(30) as threads:
        del client.headers["sec-fetch-site"]
        alone = pace(client)
        monkeypatch.setattr(hashing, "argon2id", lambda: held)
        logins = [
            threads.submit(
                client.post, "/api/v1/sessions", json={"name": f"Pupil {n}", "password": "three quiet rivers"}
            )
            for n in range(30)
        ]
        while app.state.accounts.passwords._threads._work_queue.qsize() < 30 - AT_ONCE:
            assert not any(each.done() for each in logins)
        assert pace(client) < 3 * alone
        held.go.set()
        assert {each.result().status_code for each in logins} == {401}
    assert held.most == AT_ONCE
