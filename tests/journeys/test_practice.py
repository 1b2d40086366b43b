"""A student's whole way through the real pack: choose, write, read, improve, compare, study."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from markscheme import assets
from markscheme.answers.inline import InlineMarker
from markscheme.db.database import Database
from markscheme.encoders.static import StaticEncoder
from markscheme.main import assemble
from markscheme.packs.loader import load_all

FIRST = (
    "Destalinisation was one reason why Khrushchev fell in 1964. It angered Stalinists in the Party "
    "because the Secret Speech of 1956 attacked the leader they had served.\n\n"
    "Agriculture failed too. The Virgin Lands scheme brought a poor harvest in 1963 and grain was bought."
)
SECOND = (
    f"{FIRST}\n\nOverall the failures at home mattered more than destalinisation, because officials lost "
    "their posts when the Party was split in 1962 and so had a reason to remove him."
)


@pytest.fixture
def client(database: Database, encoder: StaticEncoder) -> TestClient:
    """Bob's browser on the real pack."""
    packs = load_all(assets.knowledge())
    return TestClient(assemble(packs, database, InlineMarker(packs, encoder)))


def quotes(report: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for factor in report["factors"]:
        yield from factor["evidence"]
    for quality in report["qualities"]:
        yield from quality["evidence"]
    yield from report["misconceptions"]


def test_bob_practises(client: TestClient) -> None:
    questions = client.get("/api/v1/questions").json()["items"]
    assert len(questions) == 10
    question = client.get("/api/v1/questions/fall-destalinisation").json()
    assert question["hints"]
    first = client.post("/api/v1/answers", json={"question_id": question["id"], "text": FIRST}).json()
    body = {"question_id": question["id"], "text": SECOND, "previous_id": first["id"]}
    second = client.post("/api/v1/answers", json=body).json()
    for answer in (first, second):
        assert answer["report"]["max_mark"] == question["max_mark"]
        assert all(
            each["quote"] == answer["text"][each["start"] : each["end"]] for each in quotes(answer["report"])
        )
        assert any(each["coverage"] != "absent" for each in answer["report"]["factors"])
    attempts = client.get(f"/api/v1/answers/{second['id']}/history").json()["items"]
    assert [(each["attempt"], each["mark"]) for each in attempts] == [
        (1, first["report"]["mark"]),
        (2, second["report"]["mark"]),
    ]
    study = client.get(f"/api/v1/answers/{second['id']}/study").json()
    assert {each["standard"] for each in study["exemplars"]} == {"strong", "middling", "weak"}
    assert study["sources"]
    assert len(study["related_questions"]) == 3
    assert [each["id"] for each in client.get("/api/v1/answers").json()["items"]] == [
        second["id"],
        first["id"],
    ]


def test_a_blank_answer_is_nought_and_says_what_to_do(client: TestClient) -> None:
    answer = client.post("/api/v1/answers", json={"question_id": "removal-cuba", "text": "  \n"}).json()
    assert (answer["report"]["mark"], answer["report"]["level"]) == (0, 0)
    assert answer["feedback"]["paragraphs"]
