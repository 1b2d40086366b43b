"""Answers over HTTP: marked, stored, listed only to their owner, compared and studied from."""

import json
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from markscheme.domain.packs import Pack

TEXT = "The grain shortage mattered because people lost trust.\n\n  “Quoted” 🙂 naïve\ttext.  \n"


def store(client: TestClient, text: str = TEXT, **more: str) -> dict[str, Any]:
    """A stored answer."""
    reply = client.post("/api/v1/answers", json={"question_id": "council-fall", "text": text} | more)
    assert reply.status_code == 201, reply.text
    answer: dict[str, Any] = reply.json()
    return answer


def events(text: str) -> list[tuple[str, str, Any]]:
    """The (id, event, data) of a stream."""
    found = []
    for block in text.strip().split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.split("\n"))
        found.append((fields["id"], fields["event"], json.loads(fields["data"])))
    return found


def test_marking_stores_nothing(client: TestClient) -> None:
    reply = client.post("/api/v1/marks", json={"question_id": "council-fall", "text": TEXT})
    assert reply.status_code == 200
    assert reply.json()["question_id"] == "council-fall"
    assert {each["factor_id"] for each in reply.json()["factors"]} >= {"grain_shortage", "party_split"}
    assert "set-cookie" not in reply.headers
    assert client.get("/api/v1/answers").json() == {"items": [], "next_cursor": None}


def test_a_stored_answer_reads_back_byte_for_byte(client: TestClient) -> None:
    reply = client.post(
        "/api/v1/answers", json={"question_id": "council-fall", "text": TEXT, "external_ref": "ref-1"}
    )
    answer = reply.json()
    assert reply.headers["location"] == f"/api/v1/answers/{answer['id']}"
    assert answer["text"] == TEXT
    assert (answer["revision"], answer["attempt"], answer["external_ref"]) == (1, 1, "ref-1")
    assert answer["created"].endswith("Z")
    assert answer["feedback"]["paragraphs"][0] == answer["report"]["summary"]
    assert client.get(reply.headers["location"]).content == reply.content


def test_the_report_is_the_one_that_marking_alone_gives(client: TestClient) -> None:
    report = client.post("/api/v1/marks", json={"question_id": "council-fall", "text": TEXT}).json()
    assert store(client)["report"] == report


def test_ids_cannot_be_guessed(client: TestClient) -> None:
    found = {store(client)["id"] for _ in range(5)}
    assert len(found) == 5
    assert all(len(each) >= 22 for each in found)


def test_the_cookie_is_private_and_set_once(client: TestClient) -> None:
    body = {"question_id": "council-fall", "text": TEXT}
    cookie = client.post("/api/v1/answers", json=body).headers["set-cookie"].lower()
    for part in ("httponly", "samesite=lax", "path=/api"):
        assert part in cookie
    assert "set-cookie" not in client.post("/api/v1/answers", json=body).headers


def test_the_cookie_is_secure_over_https(app: FastAPI) -> None:
    safe = TestClient(app, base_url="https://testserver")
    reply = safe.post("/api/v1/answers", json={"question_id": "council-fall", "text": TEXT})
    assert "; secure" in reply.headers["set-cookie"].lower()


def test_the_stored_owner_is_not_the_cookie(client: TestClient, app: FastAPI) -> None:
    store(client)
    token = client.cookies["markscheme_visitor"]
    with app.state.answers._database.read() as connection:
        (owner,) = connection.exec_driver_sql("SELECT owner FROM answers").scalars()
    assert owner
    assert token not in owner


def test_only_the_owner_lists_an_answer(app: FastAPI) -> None:
    bob, charlie, nobody = (TestClient(app) for _ in range(3))
    mine, his = store(bob, external_ref="essay")["id"], store(charlie, external_ref="essay")["id"]
    for client, found in ((bob, [mine]), (charlie, [his]), (nobody, [])):
        listed = client.get("/api/v1/answers", params={"external_ref": "essay"}).json()["items"]
        assert [each["id"] for each in listed] == found
    assert nobody.get(f"/api/v1/answers/{mine}").status_code == 200


def test_a_made_up_cookie_lists_nothing(app: FastAPI) -> None:
    store(TestClient(app))
    for token in ("", "x", "x" * 43, "' OR 1=1 --" + "x" * 30):
        client = TestClient(app, cookies={"markscheme_visitor": token})
        assert client.get("/api/v1/answers").json()["items"] == []


def test_lists_newest_first_in_pages_and_by_filter(client: TestClient) -> None:
    stored = [
        store(client, f"Answer {number}.", external_ref=f"ref-{number % 2}")["id"] for number in range(5)
    ]
    seen: list[str] = []
    cursor = None
    while True:
        page = client.get(
            "/api/v1/answers", params={"limit": 2} | ({"cursor": cursor} if cursor else {})
        ).json()
        assert len(page["items"]) <= 2
        seen += [each["id"] for each in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == stored[::-1]
    odd = client.get("/api/v1/answers", params={"external_ref": "ref-1"}).json()["items"]
    assert [each["id"] for each in odd] == [stored[3], stored[1]]
    assert client.get("/api/v1/answers", params={"question_id": "price-anger"}).json()["items"] == []


def test_a_list_holds_marks_but_no_text_and_no_ledger(client: TestClient) -> None:
    report = store(client)["report"]
    (line,) = client.get("/api/v1/answers").json()["items"]
    assert "text" not in line
    assert "report" not in line
    for name in ("mark", "level", "max_mark", "mark_range", "withheld", "words", "summary"):
        assert line[name] == report[name]


def test_attempts_are_counted_and_compared(client: TestClient) -> None:
    first = store(client, "One.")
    second = store(client, "One and two.", previous_id=first["id"])
    third = store(client, "One, two, three.", previous_id=second["id"])
    other = store(client, "Another second try.", previous_id=first["id"])
    assert [each["attempt"] for each in (first, second, third, other)] == [1, 2, 3, 2]
    history = client.get(f"/api/v1/answers/{third['id']}/history").json()["items"]
    assert [each["id"] for each in history] == [first["id"], second["id"], third["id"]]


def test_a_history_never_shows_what_others_built_on_it(client: TestClient, app: FastAPI) -> None:
    first = store(client, "One.")
    store(TestClient(app), "Not mine.", previous_id=first["id"])
    history = client.get(f"/api/v1/answers/{first['id']}/history").json()["items"]
    assert [each["id"] for each in history] == [first["id"]]


def test_study_opens_with_exemplars_sources_and_related_questions(client: TestClient, pack: Pack) -> None:
    answer = store(client)
    study = client.get(f"/api/v1/answers/{answer['id']}/study").json()
    assert [each["standard"] for each in study["exemplars"]] == ["strong", "middling", "weak"]
    for each in study["exemplars"]:
        marked = client.post(
            "/api/v1/marks", json={"question_id": "council-fall", "text": each["text"]}
        ).json()
        # The example itself is no copy; handed in, it is one, unless it is a single sentence.
        assert "copied_source" not in {flag["kind"] for flag in each["report"]["flags"]}
        if each["standard"] == "strong":
            assert "copied_source" in {flag["kind"] for flag in marked["flags"]}
            assert marked["mark"] == 0 < each["report"]["mark"]
    assert {each["question"]["id"] for each in study["related_questions"]} == {"price-anger", "town-trust"}
    assert all(each["shared_factors"] == 2 for each in study["related_questions"])


def test_feedback_streams_the_ledger_then_the_words(client: TestClient) -> None:
    answer = store(client)
    reply = client.get(f"/api/v1/answers/{answer['id']}/feedback")
    assert reply.headers["content-type"].startswith("text/event-stream")
    assert "content-encoding" not in reply.headers
    found = events(reply.text)
    assert [each[1] for each in found] == ["ledger", *["paragraph"] * (len(found) - 2), "done"]
    assert [each[0] for each in found] == [str(number) for number in range(len(found))]
    assert found[0][2] == answer["report"]
    assert tuple(each[2]["text"] for each in found[1:-1]) == tuple(answer["feedback"]["paragraphs"])
    assert found[-1][2] == {"paragraphs": len(found) - 2}


@pytest.mark.parametrize("part", ["", "/history", "/study", "/feedback"])
def test_an_unknown_answer_is_404_everywhere(client: TestClient, part: str) -> None:
    reply = client.get(f"/api/v1/answers/AAAAAAAAAAAAAAAAAAAAAA{part}")
    assert (reply.status_code, reply.json()["type"]) == (404, "/problems/unknown-answer")
    assert reply.headers["content-type"] == "application/problem+json"


def test_the_previous_answer_must_exist_and_be_to_the_same_question(client: TestClient) -> None:
    first = store(client)
    for question, previous, status in (("council-fall", "none", 404), ("price-anger", first["id"], 409)):
        body = {"question_id": question, "text": "Next.", "previous_id": previous}
        assert client.post("/api/v1/answers", json=body).status_code == status
    assert len(client.get("/api/v1/answers").json()["items"]) == 1
