"""Sending an answer again with its key stores it once, whoever asks and however often."""

from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

BODY = {"question_id": "council-fall", "text": "The grain shortage mattered."}


def post(client: TestClient, key: str, **changes: str) -> httpx2.Response:
    return client.post("/api/v1/answers", json=BODY | changes, headers={"Idempotency-Key": key})


def count(app: FastAPI) -> int:
    with app.state.answers._database.read() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM answers").scalar_one())


def test_the_same_key_and_answer_give_the_same_reply(client: TestClient, app: FastAPI) -> None:
    first, second = post(client, "k"), post(client, "k")
    assert (first.status_code, second.status_code) == (201, 201)
    assert second.content == first.content
    assert second.headers["location"] == first.headers["location"]
    assert count(app) == 1


def test_the_layout_of_the_json_does_not_matter(client: TestClient, app: FastAPI) -> None:
    post(client, "k")
    spaced = '{ "text" : "The grain shortage m\\u0061ttered.",\n "question_id": "council-fall" }'
    headers = {"Idempotency-Key": "k", "content-type": "application/json; charset=utf-8"}
    assert client.post("/api/v1/answers", content=spaced, headers=headers).status_code == 201
    assert count(app) == 1


@pytest.mark.parametrize(
    "change",
    [{"text": "Other."}, {"question_id": "price-anger"}, {"external_ref": "r"}, {"external_ref": ""}],
)
def test_the_same_key_with_another_answer_is_refused(
    client: TestClient, app: FastAPI, change: dict[str, str]
) -> None:
    post(client, "k")
    reply = post(client, "k", **change)
    assert (reply.status_code, reply.json()["type"]) == (422, "/problems/idempotency-key-reused")
    assert count(app) == 1


def test_other_keys_and_no_key_store_again(client: TestClient, app: FastAPI) -> None:
    post(client, "k")
    post(client, "l")
    for _ in range(2):
        client.post("/api/v1/answers", json=BODY)
    assert count(app) == 4


def test_another_owner_may_use_the_same_key(app: FastAPI) -> None:
    bob, charlie = TestClient(app), TestClient(app)
    for client in (bob, charlie):
        client.post("/api/v1/answers", json=BODY)
    assert post(bob, "k").json()["id"] != post(charlie, "k", text="Other.").json()["id"]


def test_a_first_answer_whose_reply_was_lost_is_found_again_and_owned(app: FastAPI) -> None:
    lost = post(TestClient(app), "k").json()["id"]
    bob = TestClient(app)
    assert post(bob, "k").json()["id"] == lost
    assert [each["id"] for each in bob.get("/api/v1/answers").json()["items"]] == [lost]
    assert post(bob, "k").json()["id"] == lost
    assert count(app) == 1


def test_a_lost_first_reply_is_found_again_after_another_answer_brought_the_cookie(app: FastAPI) -> None:
    lost = post(TestClient(app), "k").json()["id"]
    bob = TestClient(app)
    later = post(bob, "l").json()["id"]
    assert post(bob, "k").json()["id"] == lost
    assert {each["id"] for each in bob.get("/api/v1/answers").json()["items"]} == {lost, later}
    assert count(app) == 2


def test_a_strangers_first_key_does_not_block_mine(app: FastAPI) -> None:
    hers = post(TestClient(app), "k").json()["id"]
    bob = TestClient(app)
    post(bob, "l")
    mine = post(bob, "k", text="Other.")
    assert mine.status_code == 201
    assert mine.json()["id"] != hers
    assert post(bob, "k", text="Other.").json()["id"] == mine.json()["id"]


def test_without_a_cookie_the_same_key_with_another_answer_is_refused(app: FastAPI) -> None:
    post(TestClient(app), "k")
    assert post(TestClient(app), "k", text="Other.").status_code == 422


def test_a_first_key_cannot_be_reused_with_the_cookie_either(client: TestClient, app: FastAPI) -> None:
    post(client, "k")
    assert "markscheme_visitor" in client.cookies
    assert post(client, "k", text="Other.").status_code == 422


@pytest.mark.parametrize("with_cookie", [True, False])
def test_duplicates_at_the_same_moment_store_once(
    app: FastAPI, client: TestClient, with_cookie: bool
) -> None:
    if with_cookie:
        client.post("/api/v1/answers", json=BODY | {"text": "Before."})
    before = count(app)
    cookies = dict(client.cookies) if with_cookie else {}
    clients = [TestClient(app, cookies=cookies) for _ in range(8)]
    with ThreadPoolExecutor(8) as threads:
        replies = list(threads.map(lambda each: post(each, "k"), clients))
    assert {each.status_code for each in replies} == {201}
    assert len({each.json()["id"] for each in replies}) == 1
    assert count(app) == before + 1


def test_a_refused_answer_does_not_use_up_its_key(client: TestClient) -> None:
    assert post(client, "k", question_id="none").status_code == 404
    assert post(client, "k", previous_id="none").status_code == 404
    assert post(client, "k").status_code == 201


@pytest.mark.parametrize(("key", "status"), [("k" * 255, 201), ("k" * 256, 422), ("", 422)])
def test_a_key_has_one_to_255_characters(client: TestClient, key: str, status: int) -> None:
    assert post(client, key).status_code == status
