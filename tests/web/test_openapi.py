"""The API describes itself, and the copy that the front end is built from is up to date."""

import json
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient

from markscheme.main import openapi_document

CHECKED_IN = Path(__file__).resolve().parents[2] / "frontend" / "openapi.json"


def operations(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [operation for path in document["paths"].values() for operation in path.values()]


def test_the_checked_in_copy_is_up_to_date() -> None:
    assert CHECKED_IN.read_text(encoding="utf-8") == openapi_document(), (
        "run: python -m markscheme.main > frontend/openapi.json"
    )


def test_it_is_served_where_the_contract_says(client: TestClient) -> None:
    assert client.get("/api/v1/openapi.json").json() == json.loads(openapi_document())


def test_every_error_is_described_as_a_problem(client: TestClient) -> None:
    document = client.get("/api/v1/openapi.json").json()
    for operation in operations(document):
        for status, response in operation["responses"].items():
            if int(status) >= 400:
                assert list(response["content"]) == ["application/problem+json"], operation["operationId"]
    assert "HTTPValidationError" not in document["components"]["schemas"]


def test_every_operation_has_a_plain_name_a_tag_and_words(client: TestClient) -> None:
    found = operations(client.get("/api/v1/openapi.json").json())
    assert len({each["operationId"] for each in found}) == len(found)
    assert [
        each for each in found if not (each["operationId"].islower() and each["tags"] and each["description"])
    ] == []


def test_a_reply_always_holds_every_field(client: TestClient) -> None:
    report = client.get("/api/v1/openapi.json").json()["components"]["schemas"]["MarkReport"]
    assert set(report["required"]) == set(report["properties"])


def test_a_request_may_leave_out_what_has_a_default(client: TestClient) -> None:
    request = client.get("/api/v1/openapi.json").json()["components"]["schemas"]["AnswerRequest"]
    assert set(request["required"]) == {"question_id", "text"}


def test_every_reference_leads_somewhere() -> None:
    text = openapi_document()
    parts = json.loads(text)["components"]["schemas"]
    found = {line.rpartition("/")[2].strip('" ,') for line in text.splitlines() if '"$ref"' in line}
    assert found
    assert found <= set(parts)


def test_no_page_loads_anything_from_elsewhere(app: FastAPI) -> None:
    client = TestClient(app)
    assert [client.get(path).status_code for path in ("/docs", "/redoc")] == [404, 404]
