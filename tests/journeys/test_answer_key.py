"""The answer key stays inside until the student has answered; then it opens, through that answer only."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from markscheme import assets
from markscheme.answers.inline import InlineMarker
from markscheme.db.database import Database
from markscheme.domain.packs import Pack
from markscheme.encoders.static import StaticEncoder
from markscheme.main import assemble
from markscheme.packs.loader import load_all


def secrets(pack: Pack) -> Iterator[str]:
    """What would give the answer away: factor ids as JSON writes them, and every sentence of the key."""
    yield from (json.dumps(each.id) for each in pack.factors)
    # One or two words, such as a terse phrasing, are also ordinary words of a mark scheme.
    yield from (text for text in sentences(pack) if len(text.split()) > 3)


def sentences(pack: Pack) -> Iterator[str]:
    """Every text of the answer key."""
    for factor in pack.factors:
        yield from (factor.name, factor.explanation, factor.advice, *(point.text for point in factor.points))
    for bank in pack.phrasings:
        yield from (phrasing.text for phrasing in bank.positive)
    for question in pack.questions:
        yield from question.shape
    yield from (each.claim for each in pack.misconceptions)
    yield from (example.text for example in pack.examples)


def bodies(client: TestClient, known: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """What every GET of the API says, with every known value of its parts and none."""
    document = client.get("/api/v1/openapi.json").json()
    for path, operations in document["paths"].items():
        if "get" not in operations:
            continue
        names = [part["name"] for part in operations["get"].get("parameters", []) if part["in"] == "path"]
        for value in known[names[0]] if names else [""]:
            address = path.replace(f"{{{names[0]}}}", value) if names else path
            yield address, client.get(address, params=None if names else {}).text
    yield "the page", client.get("/", headers={"accept": "text/html"}).text
    yield "the description", json.dumps(document)


def known_ids(packs: tuple[Pack, ...]) -> dict[str, list[str]]:
    questions: list[Any] = [question for pack in packs for question in pack.questions]
    return {
        "question_id": [each.id for each in questions],
        "scheme_id": sorted({each.scheme for each in questions}),
        # No answer is stored yet, so whatever names one is a guess.
        "answer_id": [each.id for each in questions] + [each.id for pack in packs for each in pack.examples],
        # There is no conversation and no class either.
        "conversation_id": ["none"],
        "class_id": ["none"],
    }


@pytest.fixture
def packs(request: pytest.FixtureRequest, pack: Pack) -> tuple[Pack, ...]:
    return load_all(assets.knowledge()) if request.param == "real" else (pack,)


@pytest.mark.parametrize("packs", ["tiny", "real"], indirect=True)
def test_no_get_gives_it_away_before_answering(
    packs: tuple[Pack, ...], database: Database, encoder: StaticEncoder
) -> None:
    client = TestClient(assemble(packs, database, InlineMarker(packs, encoder)))
    read = list(bodies(client, known_ids(packs)))
    assert len(read) > 10
    for address, text in read:
        plain = json.dumps(json.loads(text), ensure_ascii=False) if text.startswith("{") else text
        assert [each for pack in packs for each in secrets(pack) if each in plain] == [], address


def test_the_check_above_sees_a_leak(app: FastAPI, pack: Pack) -> None:
    app.add_api_route("/api/v1/leak", lambda: pack.factors[0].points, methods=["GET"])
    text = TestClient(app).get("/api/v1/leak").text
    assert [each for each in secrets(pack) if each in text]


def test_it_opens_through_an_answer_and_only_for_its_question(client: TestClient, pack: Pack) -> None:
    reply = client.post("/api/v1/answers", json={"question_id": "council-fall", "text": "I do not know."})
    study = client.get(f"{reply.headers['location']}/study")
    assert study.status_code == 200
    assert all(example.text in study.text for example in pack.examples)
    # The fourth factor is asked for by the other questions only, which are not answered yet.
    assert pack.factors[3].id not in study.text
    assert pack.factors[3].name not in study.text
