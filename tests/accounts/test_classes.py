"""Classes and their codes: what a code gives, what it never gives, and a school that asks for an account."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fastapi import FastAPI

from accounts.conftest import PASSWORD, Browser, School
from accounts.test_people import invite, take_up
from markscheme.domain.people import CODE_LETTERS
from markscheme.web.limits import RateLimit


def make_class(browser: Browser, name: str = "10B History") -> dict[str, Any]:
    reply = browser.post("/api/v1/classes", json={"name": name})
    assert reply.status_code == 201, reply.text
    found: dict[str, Any] = reply.json()
    return found


def join(browser: Browser, code: str, name: str = "Kit Shaw", password: str = PASSWORD) -> tuple[int, str]:
    body = {"code": code, "name": name, "password": password}
    reply = browser.post("/api/v1/joins", json=body)
    return reply.status_code, reply.json().get("type", "")


def teacher(school: School, browser: Callable[..., Browser], name: str = "Tom Reed") -> Browser:
    page = browser()
    assert take_up(page, invite(school, name)["secret"]) == 201
    return page


def students(browser: Browser, class_id: str) -> list[str]:
    return [each["name"] for each in browser.get(f"/api/v1/classes/{class_id}/students").json()["items"]]


UNKNOWN = (404, "/problems/unknown-class-code")


def test_a_code_has_no_letters_that_look_alike(school: School) -> None:
    codes = {make_class(school.admin, f"Class {n}")["code"] for n in range(20)}
    assert len(codes) == 20
    assert all(re.fullmatch(f"[{CODE_LETTERS}]{{8}}", each) for each in codes)
    assert not set(CODE_LETTERS) & set("0O1IL5S2Z8BUV")


@pytest.mark.parametrize("typed", ["{0}", " {0} ", "{1}-{2}", "{1} {2}", "{3}"])
def test_a_student_comes_by_the_code_however_it_is_typed(
    school: School, browser: Callable[..., Browser], typed: str
) -> None:
    tom = teacher(school, browser)
    code = (made := make_class(tom))["code"]
    written = typed.format(code, code[:4], code[4:], code.lower())
    page = browser()
    found = page.post("/api/v1/codes", json={"code": written}).json()
    assert found == {"name": "10B History", "school": "Hill School"}
    assert join(page, written) == (201, "")
    assert page.account["person"]["role"] == "student"
    assert students(tom, made["id"]) == ["Kit Shaw"]
    assert tom.get("/api/v1/classes").json()["items"][0]["students"] == 1


def test_a_code_never_gives_more_than_a_student(school: School, browser: Callable[..., Browser]) -> None:
    code, page = make_class(school.admin)["code"], browser()
    body = {"code": code, "name": "Kit Shaw", "password": PASSWORD, "role": "administrator"}
    assert page.post("/api/v1/joins", json=body).status_code == 422
    assert join(page, code) == (201, "")
    for method, path in (("GET", "people"), ("GET", "classes"), ("POST", "classes"), ("PATCH", "school")):
        body = {"json": {"name": "X1"} if method == "POST" else {"accounts_required": True}}
        reply = page.request(method, f"/api/v1/{path}", **({} if method == "GET" else body))
        assert reply.status_code == 403, path


def test_another_code_ends_the_one_before(
    app: FastAPI, school: School, browser: Callable[..., Browser]
) -> None:
    made = make_class(school.admin)
    new = school.admin.post(f"/api/v1/classes/{made['id']}/code").json()["code"]
    assert join(browser(), made["code"]) == UNKNOWN
    assert join(browser(), new) == (201, "")
    app.state.classes._clock = lambda: datetime.now(UTC) + timedelta(days=28, seconds=1)
    assert join(browser(), new, "Lia Moor") == UNKNOWN


def test_a_code_changed_while_the_password_is_hashed_joins_nothing(
    app: FastAPI, school: School, browser: Callable[..., Browser], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, passwords = make_class(school.admin), app.state.accounts.passwords
    real = passwords.hash

    async def meanwhile(password: str) -> str:
        app.state.classes.new_code(
            app.state.accounts.standing(school.admin.cookies["__Host-markscheme"]), made["id"]
        )
        stored: str = await real(password)
        return stored

    monkeypatch.setattr(passwords, "hash", meanwhile)
    assert join(browser(), made["code"]) == UNKNOWN
    assert students(school.admin, made["id"]) == []


def test_a_deactivated_teachers_codes_join_nothing(school: School, browser: Callable[..., Browser]) -> None:
    code = make_class(tom := teacher(school, browser))["code"]
    person_id = tom.account["person"]["id"]
    school.admin.patch(f"/api/v1/people/{person_id}", json={"active": False})
    assert join(browser(), code) == UNKNOWN


@pytest.mark.parametrize("code", ["", "AAAAAAAA", "' OR 1=1 --", "%", "________", "ＡＣＤＥ", "A" * 40])
def test_a_code_that_is_none_is_refused(school: School, browser: Callable[..., Browser], code: str) -> None:
    make_class(school.admin)
    assert join(browser(), code) == UNKNOWN
    assert browser().post("/api/v1/codes", json={"code": code}).status_code == 404


def test_codes_cannot_be_tried_without_end(
    app: FastAPI, school: School, browser: Callable[..., Browser]
) -> None:
    app.state.code_limit = RateLimit(3, 60.0)
    page = browser()
    tries = [page.post("/api/v1/codes", json={"code": f"AAAAAAA{n}"}) for n in range(4)]
    assert [each.status_code for each in tries] == [404, 404, 404, 429]
    assert int(tries[3].headers["retry-after"]) >= 1
    code = make_class(school.admin)["code"]
    assert join(page, code) == (429, "/problems/too-many-tries")
    assert join(browser(address="192.0.2.77"), code) == (201, "")


def test_of_two_of_one_name_the_first_has_it(app: FastAPI, school: School) -> None:
    made = make_class(school.admin)
    with ThreadPoolExecutor(5) as threads:
        replies = list(threads.map(lambda n: join(Browser(app), made["code"], "Kit " * n + "Kit"), [0] * 5))
    assert sorted(replies) == [(201, ""), *[(409, "/problems/name-taken")] * 4]
    assert students(school.admin, made["id"]) == ["Kit"]


def test_a_student_joins_one_more_class_and_no_other_school(
    school: School, browser: Callable[..., Browser], found: Callable[..., School]
) -> None:
    first, second = make_class(school.admin), make_class(school.admin, "Debating")
    foreign = make_class(found("Lake School", "Lee Wood").admin)
    page = browser()
    join(page, first["code"])
    for _ in range(2):
        assert page.post("/api/v1/memberships", json={"code": second["code"]}).status_code == 201
    assert page.post("/api/v1/memberships", json={"code": foreign["code"]}).status_code == 404
    assert school.admin.post("/api/v1/memberships", json={"code": second["code"]}).status_code == 403
    assert students(school.admin, second["id"]) == ["Kit Shaw"]


def test_a_teacher_sees_their_own_classes_and_a_head_all(
    school: School, browser: Callable[..., Browser]
) -> None:
    tom, una = teacher(school, browser), teacher(school, browser, "Una Moss")
    made = make_class(tom)
    assert una.get("/api/v1/classes").json()["items"] == []
    for reply in (
        una.get(f"/api/v1/classes/{made['id']}/students"), una.post(f"/api/v1/classes/{made['id']}/code"),
    ):  # fmt: skip
        assert (reply.status_code, reply.json()["type"]) == (404, "/problems/unknown-class")
    assert [each["teacher"] for each in school.admin.get("/api/v1/classes").json()["items"]] == ["Tom Reed"]
    assert school.admin.post(f"/api/v1/classes/{made['id']}/code").status_code == 200


# Practice that needs an account.

ANSWER = {"question_id": "council-fall", "text": "The grain shortage mattered."}


def practise(browser: Browser) -> list[int]:
    """Every way to practise: marks, answers, conversations, messages."""
    conversation = browser.post("/api/v1/conversations", json={})
    spoken = conversation.json().get("id", "x")
    return [
        browser.post("/api/v1/marks", json=ANSWER).status_code,
        browser.post("/api/v1/answers", json=ANSWER).status_code,
        conversation.status_code,
        browser.post(f"/api/v1/conversations/{spoken}/messages", json={"action": "help"}).status_code,
    ]


def require(school: School, required: bool) -> None:
    reply = school.admin.patch("/api/v1/school", json={"accounts_required": required})
    assert (reply.status_code, reply.json()["accounts_required"]) == (200, required)


def test_practice_needs_no_account_by_default(school: School, browser: Callable[..., Browser]) -> None:
    assert practise(browser()) == [200, 201, 201, 200]


def test_a_school_can_ask_for_an_account(school: School, browser: Callable[..., Browser]) -> None:
    require(school, True)
    visitor, student = browser(), browser()
    assert practise(visitor) == [401] * 4
    refused = visitor.post("/api/v1/answers", json=ANSWER)
    assert refused.json()["type"] == "/problems/account-needed"
    assert visitor.get("/api/v1/questions").status_code == 200
    assert visitor.account["required"] is True
    join(student, make_class(school.admin)["code"])
    assert practise(student) == [200, 201, 201, 200]
    require(school, False)
    assert practise(visitor) == [200, 201, 201, 200]


def test_on_a_shared_server_it_takes_every_school(
    school: School, browser: Callable[..., Browser], found: Callable[..., School]
) -> None:
    require(school, True)
    other = found("Lake School", "Lee Wood")
    assert practise(browser())[0] == 200
    require(other, True)
    assert practise(browser())[0] == 401
    assert practise(other.admin)[0] == 200
