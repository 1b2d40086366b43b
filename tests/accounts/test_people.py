"""An administrator's work: inviting, letting back in, deactivating; and what others may not."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fastapi import FastAPI

from accounts.conftest import PASSWORD, Browser, School

NEW = "four louder oceans"


def invite(school: School, name: str = "Tom Reed", role: str = "teacher") -> dict[str, Any]:
    reply = school.admin.post("/api/v1/people", json={"name": name, "role": role})
    assert reply.status_code == 201, reply.text
    found: dict[str, Any] = reply.json()
    return found


def take_up(browser: Browser, secret: str, password: str = PASSWORD) -> int:
    body = {"secret": secret, "password": password}
    return browser.post("/api/v1/links/password", json=body).status_code


def sign_in(browser: Browser, name: str = "Tom Reed", password: str = PASSWORD) -> int:
    return browser.post("/api/v1/sessions", json={"name": name, "password": password}).status_code


def set_active(school: School, person_id: str, active: bool) -> tuple[int, str]:
    reply = school.admin.patch(f"/api/v1/people/{person_id}", json={"active": active})
    return reply.status_code, reply.json().get("type", "")


def listed(school: School) -> list[tuple[str, str, bool, bool]]:
    items = school.admin.get("/api/v1/people").json()["items"]
    return [(each["name"], each["role"], each["active"], each["joined"]) for each in items]


def test_somebody_invited_chooses_a_password_and_is_there(
    school: School, browser: Callable[..., Browser]
) -> None:
    invited, page = invite(school), browser()
    assert listed(school)[1] == ("Tom Reed", "teacher", True, False)
    assert sign_in(page) == 401
    link = page.post("/api/v1/links", json={"secret": invited["secret"]}).json()
    assert link == {"name": "Tom Reed", "school": "Hill School"}
    assert take_up(page, invited["secret"], "tom reed") == 422
    assert take_up(page, invited["secret"]) == 201
    assert page.account["person"]["role"] == "teacher"
    assert listed(school)[1] == ("Tom Reed", "teacher", True, True)
    assert sign_in(browser()) == 201


def test_a_link_works_once_and_for_a_week(
    app: FastAPI, school: School, browser: Callable[..., Browser]
) -> None:
    secret = invite(school)["secret"]
    assert [take_up(browser(), secret) for _ in range(2)] == [201, 410]
    late = invite(school, "Una Moss")["secret"]
    app.state.accounts._clock = lambda: datetime.now(UTC) + timedelta(days=7, seconds=1)
    assert take_up(browser(), late) == 410


def test_of_two_tabs_with_one_link_one_wins(
    app: FastAPI, school: School, browser: Callable[..., Browser]
) -> None:
    secret = invite(school)["secret"]
    tabs, passwords = [browser() for _ in range(6)], [f"{NEW} {n}" for n in range(6)]
    with ThreadPoolExecutor(6) as threads:
        replies = list(threads.map(lambda tab, word: take_up(tab, secret, word), tabs, passwords))
    assert sorted(replies) == [201, *[410] * 5]
    assert [
        sign_in(browser(address=f"192.0.2.{n}"), password=word) for n, word in enumerate(passwords)
    ].index(201) == replies.index(201)


def test_a_link_that_sets_a_school_up_is_none_for_a_password(
    app: FastAPI, school: School, browser: Callable[..., Browser]
) -> None:
    setup = app.state.accounts.setup_secret(another=True)
    assert take_up(browser(), setup) == 410
    body = {"secret": invite(school)["secret"], "school": "X1", "name": "Eve", "password": PASSWORD}
    assert browser().post("/api/v1/setup", json=body).status_code == 410


def test_a_forgotten_password_is_replaced_by_a_new_link(
    school: School, browser: Callable[..., Browser]
) -> None:
    invited, page = invite(school), browser()
    take_up(page, invited["secret"])
    path = f"/api/v1/people/{invited['person']['id']}/links"
    first, second = (school.admin.post(path).json()["secret"] for _ in range(2))
    assert take_up(browser(), first, NEW) == 410
    assert page.account["person"] is not None
    assert take_up(browser(), second, NEW) == 201
    assert page.account["person"] is None
    assert (sign_in(browser()), sign_in(browser(), password=NEW)) == (401, 201)


def test_deactivating_ends_every_session_and_link_and_deletes_nothing(
    school: School, browser: Callable[..., Browser]
) -> None:
    invited, page = invite(school), browser()
    take_up(page, invited["secret"])
    body = {"question_id": "council-fall", "text": "The grain shortage mattered."}
    answer = page.post("/api/v1/answers", json=body).json()["id"]
    person_id = invited["person"]["id"]
    link = school.admin.post(f"/api/v1/people/{person_id}/links").json()["secret"]
    assert set_active(school, person_id, False) == (200, "")
    assert page.account["person"] is None
    assert page.get(f"/api/v1/answers/{answer}").status_code == 404
    assert sign_in(browser()) == 401
    assert take_up(browser(), link) == 410
    assert school.admin.post(f"/api/v1/people/{person_id}/links").status_code == 404
    assert set_active(school, person_id, True) == (200, "")
    assert page.account["person"] is None
    assert sign_in(page) == 201
    assert page.get(f"/api/v1/answers/{answer}").status_code == 200


def test_somebody_must_be_left_to_administer(school: School, browser: Callable[..., Browser]) -> None:
    own = school.admin.account["person"]["id"]
    assert set_active(school, own, False) == (409, "/problems/last-administrator")
    assert school.admin.account["person"] is not None
    second, page = invite(school, "Sue Lane", "administrator"), browser()
    # Who never took an invitation up can administer nothing.
    assert set_active(school, own, False)[0] == 409
    take_up(page, second["secret"])
    assert set_active(school, own, False)[0] == 200
    assert school.admin.account["person"] is None


def test_a_name_is_one_persons(school: School, found: Callable[..., School]) -> None:
    invite(school)
    reply = school.admin.post("/api/v1/people", json={"name": "tom  REED"})
    assert (reply.status_code, reply.json()["type"]) == (409, "/problems/name-taken")
    invite(found("Lake School", "Lee Wood"))


@pytest.mark.parametrize("role", ["student", "owner", "", None, ["administrator"]])
def test_no_other_role_can_be_invited(school: School, role: Any) -> None:  # noqa: ANN401
    reply = school.admin.post("/api/v1/people", json={"name": "Tom Reed", "role": role})
    assert reply.status_code == 422


@pytest.mark.parametrize("role", ["teacher", "head_of_department"])
def test_only_an_administrator_may(school: School, browser: Callable[..., Browser], role: str) -> None:
    invited, page = invite(school, role=role), browser()
    take_up(page, invited["secret"])
    person_id = school.admin.account["person"]["id"]
    replies = [
        page.get("/api/v1/people"),
        page.post("/api/v1/people", json={"name": "Eve", "role": "administrator"}),
        page.post(f"/api/v1/people/{person_id}/links"),
        page.patch(f"/api/v1/people/{person_id}", json={"active": False}),
        # Also of one who is not there.
        page.post("/api/v1/people/x/links"),
    ]
    assert [(each.status_code, each.json()["type"]) for each in replies] == [
        (403, "/problems/not-allowed")
    ] * 5
    assert listed(school)[0][:3] == ("Ada Park", "administrator", True)


def test_a_long_list_is_read_page_by_page(school: School) -> None:
    names = ["Ada Park", *(f"Person {n:02}" for n in range(7)), "Élodie", "李小龍"]
    for name in names[1:]:
        invite(school, name)
    found, cursor = [], ""
    while cursor is not None:
        page = school.admin.get(f"/api/v1/people?limit=3{cursor and '&cursor=' + cursor}").json()
        found += [each["name"] for each in page["items"]]
        cursor = page["next_cursor"]
    assert found == names
    assert school.admin.get("/api/v1/people?cursor=nonsense").status_code == 422
