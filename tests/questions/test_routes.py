"""GET questions over HTTP."""

import pytest
from fastapi.testclient import TestClient


def test_lists_and_pages(client: TestClient) -> None:
    first = client.get("/api/v1/questions", params={"limit": 2}).json()
    second = client.get("/api/v1/questions", params={"limit": 2, "cursor": first["next_cursor"]}).json()
    assert [each["id"] for each in first["items"] + second["items"]] == [
        "council-fall",
        "price-anger",
        "town-trust",
    ]
    assert second["next_cursor"] is None


def test_filters(client: TestClient) -> None:
    found = client.get("/api/v1/questions", params={"topic": "The council", "pack": "town-1900"}).json()
    assert [each["id"] for each in found["items"]] == ["council-fall"]


def test_one_question_and_its_scheme(client: TestClient) -> None:
    question = client.get("/api/v1/questions/council-fall").json()
    scheme = client.get(f"/api/v1/mark-schemes/{question['scheme']}").json()
    assert scheme["max_mark"] == question["max_mark"] == 25
    assert len(scheme["levels"]) == question["levels"]


@pytest.mark.parametrize(
    ("path", "status", "problem"),
    [
        ("/api/v1/questions/none", 404, "unknown-question"),
        ("/api/v1/mark-schemes/none", 404, "unknown-mark-scheme"),
        ("/api/v1/questions?command_word=shout", 422, "invalid-request"),
        ("/api/v1/questions?limit=0", 422, "invalid-request"),
        ("/api/v1/questions?limit=101", 422, "invalid-request"),
        ("/api/v1/questions?limit=many", 422, "invalid-request"),
        ("/api/v1/questions?topics=typo", 422, "invalid-request"),
        ("/api/v1/questions?cursor=x", 422, "invalid-cursor"),
        ("/api/v1/questions?cursor=WyJub25lIl0", 422, "invalid-cursor"),
    ],
)
def test_refusals(client: TestClient, path: str, status: int, problem: str) -> None:
    reply = client.get(path)
    assert reply.status_code == status
    assert reply.json()["type"] == f"/problems/{problem}"
    assert reply.json()["status"] == status


def test_an_unknown_question_names_those_there_are(client: TestClient) -> None:
    assert "council-fall" in client.get("/api/v1/questions/none").json()["detail"]


def test_every_mark_scheme_is_listed(client: TestClient) -> None:
    listed = client.get("/api/v1/mark-schemes").json()["items"]
    assert [scheme["id"] for scheme in listed] == ["levels-25"]
    assert client.get("/api/v1/mark-schemes/levels-25").json() == listed[0]
