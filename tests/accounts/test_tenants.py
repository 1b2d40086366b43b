"""Schools never see each other, and nobody another's work: every route there is, walked by strangers."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from fastapi import FastAPI

from accounts.conftest import PASSWORD, Browser, School

TEXT = "The grain shortage mattered because people lost trust in Quagmire Lane."
SAID = {"action": "help", "draft": "Quagmire Lane"}


def make_things(browser: Browser) -> dict[str, str]:
    """One of everything that somebody can have, by the name of its place in a path."""
    answer = browser.post("/api/v1/answers", json={"question_id": "council-fall", "text": TEXT}).json()
    conversation = browser.post("/api/v1/conversations", json={"question_id": "council-fall"}).json()
    browser.post(f"/api/v1/conversations/{conversation['id']}/messages", json=SAID)
    things = {"answer_id": answer["id"], "conversation_id": conversation["id"]}
    if browser.account["person"]:
        phone = Browser(browser.app_of)
        phone.post("/api/v1/sessions", json={"name": browser.account["person"]["name"], "password": PASSWORD,
                                             "school": browser.account["school"]["code"]})  # fmt: skip
        invited = browser.post("/api/v1/people", json={"name": "Quagmire Head"}).json()
        things["class_id"] = browser.post("/api/v1/classes", json={"name": "Quagmire Class"}).json()["id"]
        things["person_id"] = invited["person"]["id"]
        things["session_id"] = phone.get("/api/v1/account/sessions").json()["current"]
    return things


PUBLIC = {"question_id": "council-fall", "scheme_id": "levels-25", "number": "1"}
# What a route may be sent, so that it gets past what any body must be.
BODIES: dict[str, Any] = {"send_message": SAID, "change_person": {"active": True}}
# What somebody without an account is told to sign in for, before anything is looked for.
PEOPLES = {"session_id", "person_id", "class_id"}


@dataclass(frozen=True)
class Route:
    """One thing that can be asked for."""

    name: str
    method: str
    path: str

    @property
    def places(self) -> list[str]:
        return re.findall(r"{(\w+)}", self.path)


def routes(app: FastAPI) -> list[Route]:
    """Every route there is, from the API's own description."""
    found = [
        Route(operation["operationId"], method.upper(), path)
        for path, operations in app.openapi()["paths"].items()
        for method, operation in operations.items()
    ]
    assert len(found) >= 24
    return found


def test_every_place_in_a_path_is_known_here(app: FastAPI, school: School) -> None:
    """A new kind of thing in a path must be walked by strangers too."""
    places = {name for route in routes(app) for name in route.places}
    assert places == {*make_things(school.admin), *PUBLIC}


@pytest.fixture(params=["another school", "nobody", "a browser with answers"])
def stranger(request: pytest.FixtureRequest, app: FastAPI, found: Callable[..., School]) -> Browser:
    if request.param == "another school":
        return found("Lake School", "Lee Wood").admin
    browser = Browser(app)
    if request.param == "a browser with answers":
        make_things(browser)
    return browser


def test_to_a_stranger_a_persons_things_do_not_exist(app: FastAPI, school: School, stranger: Browser) -> None:
    things = make_things(school.admin)
    for route in routes(app):
        if not things.keys() & set(route.places):
            continue
        body = {"json": BODIES.get(route.name, {})} if route.method not in ("GET", "DELETE") else {}
        path = route.path.format(**PUBLIC, **things)
        reply = stranger.request(route.method, path, **body)
        never = {name: "A" * len(value) for name, value in things.items()}
        unknown = stranger.request(route.method, route.path.format(**PUBLIC, **never), **body)
        wanted = 404 if not PEOPLES & set(route.places) or stranger.account["person"] else 401
        assert reply.status_code == wanted, f"{route.name}: {reply.status_code}"
        assert reply.content == unknown.content, f"{route.name} tells that there is something"
        assert school.admin.request(route.method, path, **body).status_code != 404, route.name


def test_nothing_that_lists_tells_of_another_school(app: FastAPI, school: School, stranger: Browser) -> None:
    make_things(school.admin)
    for route in routes(app):
        if route.method == "GET" and set(route.places) <= set(PUBLIC):
            text = stranger.get(route.path.format(**PUBLIC)).text
            assert "Quagmire" not in text, route.path
            assert "Ada Park" not in text, route.path
            if stranger.account["person"]:
                assert "Hill School" not in text, route.path


def test_an_answer_of_anothers_cannot_be_improved_on(school: School, stranger: Browser) -> None:
    body = {
        "question_id": "council-fall",
        "text": TEXT,
        "previous_id": make_things(school.admin)["answer_id"],
    }
    reply = stranger.post("/api/v1/answers", json=body)
    assert (reply.status_code, reply.json()["type"]) == (404, "/problems/unknown-answer")
    assert school.admin.post("/api/v1/answers", json=body).json()["attempt"] == 2


def test_without_an_account_the_id_is_still_the_key(app: FastAPI, school: School, stranger: Browser) -> None:
    things = make_things(Browser(app))
    for browser in (school.admin, stranger):
        assert browser.get(f"/api/v1/answers/{things['answer_id']}").status_code == 200


def test_signed_in_the_browsers_own_list_is_not_the_persons(school: School) -> None:
    browser = school.admin
    make_things(browser)
    browser.delete("/api/v1/sessions/current")
    assert browser.get("/api/v1/answers").json()["items"] == []
    assert "markscheme_visitor" not in browser.cookies
