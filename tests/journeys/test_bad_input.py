"""Bad input of every kind, over HTTP: a clear problem, never a 500, nothing stored."""

import json
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

JSON = {"content-type": "application/json"}
GOOD = {"question_id": "council-fall", "text": "The grain shortage mattered."}


def body(**changes: object) -> bytes:
    return json.dumps({key: value for key, value in (GOOD | changes).items() if value is not ...}).encode()


CASES: list[tuple[str, bytes, dict[str, str], int, str]] = [
    ("no body", b"", JSON, 422, "invalid-request"),
    ("not JSON", b"question=1", JSON, 400, "malformed-json"),
    ("cut off", body()[:-5], JSON, 400, "malformed-json"),
    ("two documents", body() + body(), JSON, 400, "malformed-json"),
    ("invalid UTF-8", b'{"question_id": "council-fall", "text": "\xff\xfe"}', JSON, 400, "malformed-json"),
    ("deeply nested", b"[" * 100_000, JSON, 400, "malformed-json"),
    ("a huge number", b'{"question_id": ' + b"9" * 5000 + b', "text": "x"}', JSON, 400, "malformed-json"),
    ("a list", b"[]", JSON, 422, "invalid-request"),
    ("null", b"null", JSON, 422, "invalid-request"),
    ("text missing", body(text=...), JSON, 422, "invalid-request"),
    ("text null", body(text=None), JSON, 422, "invalid-request"),
    ("text a number", body(text=5), JSON, 422, "invalid-request"),
    ("text a list", body(text=["a"]), JSON, 422, "invalid-request"),
    ("text not a number", b'{"question_id": "council-fall", "text": NaN}', JSON, 422, "invalid-request"),
    ("question missing", body(question_id=...), JSON, 422, "invalid-request"),
    ("an unknown field", body(txet="typo"), JSON, 422, "invalid-request"),
    ("a NUL in the text", body(text="one\0two"), JSON, 422, "invalid-request"),
    ("a lone surrogate", body(text="one \ud800 two"), JSON, 422, "invalid-request"),
    ("a NUL in the question", body(question_id="council\0fall"), JSON, 422, "invalid-request"),
    ("a line break in the question", body(question_id="council-fall\nx"), JSON, 404, "unknown-question"),
    ("a long question id", body(question_id="q" * 81), JSON, 422, "invalid-request"),
    ("an unknown question", body(question_id="none"), JSON, 404, "unknown-question"),
    ("an empty question", body(question_id=""), JSON, 404, "unknown-question"),
    ("20,001 characters", body(text="a" * 20_001), JSON, 413, "answer-too-long"),
    ("20,001 wide characters", body(text="😀" * 20_001), JSON, 413, "answer-too-long"),
    ("an oversized body", body(text="a" * 300_000), JSON, 413, "body-too-large"),
    ("plain text", body(), {"content-type": "text/plain"}, 415, "unsupported-media-type"),
    ("a form", b"a=b", {"content-type": "application/x-www-form-urlencoded"}, 415, "unsupported-media-type"),
    ("no type", body(), {"content-type": ""}, 415, "unsupported-media-type"),
    ("compressed", body(), JSON | {"content-encoding": "gzip"}, 415, "unsupported-media-type"),
]


@pytest.mark.parametrize("path", ["/api/v1/marks", "/api/v1/answers"])
@pytest.mark.parametrize(
    ("what", "content", "headers", "status", "problem"), CASES, ids=[each[0] for each in CASES]
)
def test_is_a_clear_problem(
    client: TestClient,
    path: str,
    what: str,
    content: bytes,
    headers: dict[str, str],
    status: int,
    problem: str,
) -> None:
    client.post("/api/v1/answers", json=GOOD)
    reply = client.post(path, content=content, headers=headers)
    assert reply.status_code == status, (what, reply.text)
    assert reply.headers["content-type"] == "application/problem+json"
    found = reply.json()
    assert (found["type"], found["status"]) == (f"/problems/{problem}", status)
    assert found["detail"]
    assert len(reply.content) < 2_000, "an error does not echo what was sent"
    assert len(client.get("/api/v1/answers").json()["items"]) == 1


def test_a_field_error_says_which_field_and_why(client: TestClient) -> None:
    found = client.post("/api/v1/answers", json=GOOD | {"text": "a\0b", "external_ref": "r" * 256}).json()
    assert [each["location"] for each in found["errors"]] == ["body.text", "body.external_ref"]
    assert found["errors"][0]["message"] == "holds a NUL character at place 1; remove it"


def test_an_oversized_body_without_a_length_is_refused_while_it_arrives(client: TestClient) -> None:
    sent = 0

    def chunks() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(1000):
            sent += 1
            yield b" " * 10_000

    reply = client.post("/api/v1/marks", content=chunks(), headers=JSON)
    assert (reply.status_code, reply.json()["type"]) == (413, "/problems/body-too-large")


@pytest.mark.parametrize("path", ["/api/v1/none", "/", "/healthz"])
def test_an_oversized_body_is_a_problem_at_any_address(client: TestClient, path: str) -> None:
    reply = client.post(path, content=b" " * 300_000, headers=JSON)
    assert (reply.status_code, reply.headers["content-type"]) == (413, "application/problem+json")


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n\t", "a" * 20_000, "😀" * 20_000, "\u202e\u200b", "e\u0301" * 9_000]
)
def test_odd_text_that_is_text_is_marked_and_kept_exactly(client: TestClient, text: str) -> None:
    reply = client.post("/api/v1/answers", json=GOOD | {"text": text})
    assert reply.status_code == 201, reply.text[:300]
    assert client.get(reply.headers["location"]).json()["text"] == text


@pytest.mark.parametrize("answer_id", ["x" * 65, "%00", "..%2f..", "a b", "é", "%ff"])
def test_odd_answer_ids_are_refused(client: TestClient, answer_id: str) -> None:
    reply = client.get(f"/api/v1/answers/{answer_id}")
    assert reply.status_code in (404, 422)
    assert reply.headers["content-type"] == "application/problem+json"
