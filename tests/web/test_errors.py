"""Every error is a problem with the right status; nothing of the inside shows."""

import logging
import re
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from markscheme.domain import errors as refusals
from markscheme.web.errors import INTERNAL, INVALID, STATUSES, TABLE

DOCS = Path(__file__).resolve().parents[2] / "docs" / "api.md"


def test_every_refusal_has_a_row() -> None:
    named = {
        each for each in vars(refusals).values() if isinstance(each, type) and issubclass(each, Exception)
    }
    assert named <= set(TABLE)


def test_names_are_unique_and_listed_in_the_docs() -> None:
    kinds = [*TABLE.values(), *STATUSES.values(), INVALID, INTERNAL]
    names = [each.name for each in kinds]
    assert len(set(names)) == len(names)
    listed = dict(
        re.findall(r"^\| `([a-z-]+)` \| (\d{3}) \|", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert listed == {each.name: str(each.status) for each in kinds}


def test_a_fault_of_ours_shows_an_id_that_the_log_has_and_no_more(
    app: FastAPI, caplog: pytest.LogCaptureFixture
) -> None:
    @app.get("/api/v1/broken")
    def broken() -> None:
        raise ZeroDivisionError("the secret place")

    client = TestClient(app, raise_server_exceptions=False)
    with caplog.at_level(logging.ERROR, "markscheme.web"):
        reply = client.get("/api/v1/broken")
    assert reply.status_code == 500
    assert reply.headers["content-type"] == "application/problem+json"
    assert "secret" not in reply.text
    assert "Traceback" not in reply.text
    assert f"internal error {reply.json()['id']} on GET /api/v1/broken" in caplog.text
    assert "the secret place" in caplog.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "GET"])
def test_a_wrong_method_says_which_is_right(client: TestClient, method: str) -> None:
    reply = client.request(method, "/api/v1/marks")
    assert (reply.status_code, reply.headers["allow"]) == (405, "POST")
    assert reply.json()["type"] == "/problems/method-not-allowed"


def test_when_nothing_can_be_marked_it_says_when_to_try_again(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: str) -> bytes:
        raise refusals.MarkerUnavailableError("every marker is busy")

    monkeypatch.setattr("markscheme.answers.inline.InlineMarker.report_json", fail)
    reply = client.post("/api/v1/answers", json={"question_id": "council-fall", "text": "Bread."})
    assert (reply.status_code, reply.headers["retry-after"]) == (503, "5")
    assert client.get("/api/v1/answers").json()["items"] == []


def test_readiness_fails_with_the_database(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise refusals.StorageUnavailableError("disk I/O error")

    assert client.get("/readyz").json() == {"status": "ok"}
    client.app.state.checks = (fail,)  # type: ignore[attr-defined]
    reply = client.get("/readyz")
    assert (reply.status_code, reply.json()["type"]) == (503, "/problems/storage-unavailable")
    assert client.get("/healthz").status_code == 200
