"""A conversation over HTTP: stored turn by turn, resumed by event, safe to repeat, safe in two tabs."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from markscheme.db.database import Database
from markscheme.domain.packs import Pack
from markscheme.main import assemble

from .conftest import Chat, PlainReader, events


def test_a_conversation_begins_with_a_greeting_and_buttons(client: TestClient) -> None:
    reply = client.post("/api/v1/conversations", json={})
    assert reply.status_code == 201
    assert reply.headers["location"] == f"/api/v1/conversations/{reply.json()['id']}"
    (turn,) = reply.json()["turns"]
    assert (turn["number"], turn["message"]["text"], turn["complete"]) == (1, "", True)
    assert [each["kind"] for each in turn["blocks"]] == ["said"]
    assert {each["action"] for each in turn["moves"]} == {"quiz", "questions"}


def test_events_are_numbered_by_turn_and_place(chat: Chat) -> None:
    found = events(chat.send(action="command_word").text)
    assert [(number, name) for number, name, _ in found] == [
        ("2.0", "turn"),
        ("2.1", "guide"),
        ("2.2", "done"),
    ]
    assert found[0][2]["message"]["action"] == "command_word"
    assert found[-1][2]["moves"]


def test_the_turn_is_stored_as_it_was_streamed(chat: Chat) -> None:
    found = events(chat.send("quiz me").text)
    turn = chat.read()["turns"][-1]
    assert turn["blocks"] == [data for _, _, data in found[1:-1]]
    assert turn["message"]["text"] == "quiz me"
    assert chat.read()["mode"] == "quiz"


def test_a_cut_stream_goes_on_after_the_last_event_seen(chat: Chat) -> None:
    whole = events(chat.send(action="mark", argument="now", draft="The grain shortage hurt.").text)
    assert [name for _, name, _ in whole][:2] == ["turn", "ledger"]
    path = f"/api/v1/conversations/{chat.id}/turns/2/events"
    for seen, (number, _, _) in enumerate(whole[:-1]):
        rest = chat.client.get(path, headers={"Last-Event-ID": number})
        assert events(rest.text) == whole[seen + 1 :]
    for strange in ("", "1.3", "2.x", "2.99999999999", "é"):
        again = chat.client.get(path, headers={"Last-Event-ID": strange.encode()})
        assert events(again.text) == whole


def test_a_turn_that_is_not_there_yet_is_a_conflict(chat: Chat) -> None:
    reply = chat.client.get(f"/api/v1/conversations/{chat.id}/turns/9/events")
    assert (reply.status_code, reply.json()["type"]) == (409, "/problems/conversation-moved")


def test_the_same_key_takes_a_message_once(chat: Chat) -> None:
    key = {"Idempotency-Key": "k1"}
    first, again = (chat.send("quiz me", headers=key) for _ in range(2))
    assert first.text == again.text
    assert len(chat.read()["turns"]) == 2
    other = chat.send("hint", headers=key)
    assert (other.status_code, other.json()["type"]) == (422, "/problems/idempotency-key-reused")


def test_a_message_for_a_place_already_taken_changes_nothing(chat: Chat) -> None:
    chat.say("quiz me", seen=1)
    before = chat.read()
    reply = chat.send("hint", seen=1)
    assert (reply.status_code, reply.json()["type"]) == (409, "/problems/conversation-moved")
    assert chat.read() == before
    chat.say("hint", seen=2)


def test_two_tabs_at_once_make_one_line_of_turns(chat: Chat) -> None:
    with ThreadPoolExecutor(8) as tabs:
        replies = list(tabs.map(lambda _: chat.send(action="help"), range(24)))
    turns = chat.read()["turns"]
    taken = sum(reply.status_code == 200 for reply in replies)
    assert {reply.status_code for reply in replies} <= {200, 409}
    assert taken >= 8
    assert [turn["number"] for turn in turns] == list(range(1, taken + 2))


def test_only_one_of_two_tabs_that_saw_the_same_is_taken(chat: Chat) -> None:
    with ThreadPoolExecutor(8) as tabs:
        statuses = sorted(tabs.map(lambda _: chat.send(action="help", seen=1).status_code, range(8)))
    assert statuses == [200] + [409] * 7


def test_a_new_server_goes_on_where_the_old_one_stopped(
    chat: Chat, app: FastAPI, town: Pack, database: Database, reader: PlainReader
) -> None:
    asked = chat.say("quiz me")["card"]
    chat.client = TestClient(assemble([town], database, reader))
    marked = chat.say("They were red")["card_marked"]
    assert marked["card"]["id"] == asked["card"]["id"]
    assert marked["standing"] == "partial"


@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        ({}, 422, "empty-message"),
        ({"text": "  \n "}, 422, "empty-message"),
        ({"text": "x" * 20_001}, 422, "invalid-request"),
        ({"text": "a\x00b"}, 422, "invalid-request"),
        ({"action": "conquer"}, 422, "invalid-request"),
        ({"action": "choose_question", "argument": "nowhere"}, 404, "unknown-question"),
        ({"txet": "quiz me"}, 422, "invalid-request"),
        ({"text": "hint", "seen": 0}, 422, "invalid-request"),
    ],
)
def test_rubbish_is_refused_and_nothing_is_stored(
    chat: Chat, body: dict[str, object], status: int, kind: str
) -> None:
    reply = chat.client.post(f"/api/v1/conversations/{chat.id}/messages", json=body)
    assert (reply.status_code, reply.json()["type"]) == (status, f"/problems/{kind}")
    assert len(chat.read()["turns"]) == 1


def test_what_is_not_there_is_said_to_be_so(client: TestClient) -> None:
    assert client.get("/api/v1/conversations/none").status_code == 404
    assert client.post("/api/v1/conversations/none/messages", json={"text": "hi"}).status_code == 404
    assert client.post("/api/v1/conversations", json={"question_id": "nope"}).status_code == 404


def test_the_list_is_the_visitors_own_last_spoken_in_first(client: TestClient, app: FastAPI) -> None:
    first, second = Chat(client), Chat(client, None)
    first.say("quiz me")
    listed = client.get("/api/v1/conversations", params={"limit": 1}).json()
    assert [each["id"] for each in listed["items"]] == [first.id]
    rest = client.get("/api/v1/conversations", params={"cursor": listed["next_cursor"]}).json()
    assert [each["id"] for each in rest["items"]] == [second.id]
    assert rest["next_cursor"] is None
    assert TestClient(app).get("/api/v1/conversations").json()["items"] == []
