"""The explanation of a stored answer over HTTP, in each of its forms."""

from base64 import b64encode
from hashlib import sha256

import pytest
from fastapi.testclient import TestClient

from markscheme.domain.explanations import Explanation

TEXT = "The grain shortage mattered because people lost trust. However, the price rises mattered more."


@pytest.fixture
def place(client: TestClient) -> str:
    body = {"question_id": "council-fall", "text": TEXT}
    return str(client.post("/api/v1/answers", json=body).headers["location"]) + "/explanation"


def test_it_is_json_unless_asked_otherwise(client: TestClient, place: str) -> None:
    page = Explanation.model_validate_json(client.get(place).content)
    assert page.question_id == "council-fall"
    assert page.steps[-1].running == (page.mark or 0) * 1000


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html; charset=utf-8"),
        ("text/plain", "text/plain; charset=utf-8"),
        ("application/json;q=0.5, text/plain;q=0.9", "text/plain; charset=utf-8"),
        ("text/html;q=0, application/json", "application/json"),
        ("text/plain;q=rubbish", "application/json"),
        ("image/png", "application/json"),
        ("", "application/json"),
    ],
)
def test_accept_chooses_the_form(client: TestClient, place: str, accept: str, media: str) -> None:
    reply = client.get(place, headers={"Accept": accept})
    assert reply.status_code == 200
    assert reply.headers["content-type"] == media
    assert "accept" in reply.headers["vary"].lower()


@pytest.mark.parametrize(("form", "start"), [("html", "<!doctype"), ("text", "HOW THIS"), ("json", "{")])
def test_format_goes_before_accept(client: TestClient, place: str, form: str, start: str) -> None:
    reply = client.get(place, params={"format": form}, headers={"Accept": "text/html"})
    assert reply.text.startswith(start)


def test_the_page_may_use_its_own_style_sheet_and_nothing_else(client: TestClient, place: str) -> None:
    reply = client.get(place, params={"format": "html"})
    policy = reply.headers["content-security-policy"]
    sheet = reply.text.partition("<style>")[2].partition("</style>")[0]
    assert f"'sha256-{b64encode(sha256(sheet.encode()).digest()).decode()}'" in policy
    assert "default-src 'none'" in policy
    assert reply.headers["cache-control"] == "no-store"


def test_what_is_not_there_is_a_problem(client: TestClient, place: str) -> None:
    missing = client.get("/api/v1/answers/nobody/explanation")
    assert (missing.status_code, missing.json()["type"]) == (404, "/problems/unknown-answer")
    assert client.get(place, params={"format": "pdf"}).status_code == 422
