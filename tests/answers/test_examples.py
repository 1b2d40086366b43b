"""The examples that the API's description shows keep the API's promises."""

from fastapi.testclient import TestClient

from markscheme.answers.examples import ANSWER, REPORT
from markscheme.answers.feedback import feedback


def test_every_quote_is_a_slice_of_the_text() -> None:
    quotes = [each for finding in (*REPORT.factors, *REPORT.qualities) for each in finding.evidence]
    assert quotes
    assert [each for each in quotes if each.quote != ANSWER.text[each.start : each.end]] == []


def test_the_feedback_is_what_the_report_gives() -> None:
    assert ANSWER.feedback == feedback(REPORT)


def test_they_are_shown(client: TestClient) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    shown = paths["/api/v1/answers"]["post"]["responses"]["201"]["content"]["application/json"]
    assert shown["example"]["text"] == ANSWER.text
    assert shown["schema"] == {"$ref": "#/components/schemas/Answer"}
