"""What the tutor does in each mode: it never gives away what is still the student's to find."""

from typing import Any

from fastapi.testclient import TestClient

from .conftest import Chat

DRAFT = "The grain shortage mattered because people lost trust in 1901.\n\nThe price rises hurt."
BETTER = DRAFT + "\n\nThe party split mattered because members left in 1903, so the council fell."


def actions(done: dict[str, Any]) -> list[str]:
    """What the buttons do."""
    return [each["action"] for each in done["moves"]]


def test_a_card_hides_its_points_until_two_tries(chat: Chat) -> None:
    card = chat.say("quiz me")["card"]
    assert set(card["card"]) == {"id", "topic", "question", "needed"}
    half = chat.say("Their robes were red, I think")
    assert half["card_marked"]["standing"] == "partial"
    assert [each["text"] for each in half["card_marked"]["points"]] == ["They wore red robes.", None]
    assert half["card_marked"]["points"][0]["quote"] == "red"
    assert (half["card_marked"]["answer"], half["card_marked"]["revealed"]) == (None, False)
    assert actions(half["done"]) == ["hint", "show_answer"]
    whole = chat.say("something green")
    assert [each["made"] for each in whole["card_marked"]["points"]] == [True, False]
    assert (whole["card_marked"]["answer"], whole["card_marked"]["revealed"]) == (
        "Red robes and blue hats.",
        True,
    )
    assert whole["card_marked"]["sources"][0]["title"] == "Annals of the Town"
    assert chat.say(action="quiz", argument="next")["card"]["number"] == 2


def test_a_point_once_made_need_not_be_said_again(chat: Chat) -> None:
    chat.say("quiz me")
    chat.say("red robes")
    assert chat.say("and blue hats")["card_marked"]["standing"] == "full"


def test_what_was_found_stands_when_the_answer_is_shown(chat: Chat) -> None:
    chat.say("quiz me")
    chat.say("red robes")
    shown = chat.say(action="show_answer")["card_marked"]
    assert (shown["standing"], [each["made"] for each in shown["points"]]) == ("partial", [True, False])


def test_the_end_of_a_list_goes_on_with_the_plan(chat: Chat) -> None:
    chat.say(action="plan")
    chat.say("Grain, and price rises")
    assert chat.say("stop")["plan"]["step"] == "evidence"
    assert chat.say("stop")["done"]["mode"] == "open"


def test_a_card_gives_three_hints_and_no_more(chat: Chat) -> None:
    chat.say("quiz me")
    texts = [chat.say("hint")["hint"]["text"] for _ in range(3)]
    assert texts == ["Think of the market.", "Think of their robes.", "Colours of dress"]
    assert "all the hints" in chat.say("hint")["said"]["text"]


def test_the_answer_shows_on_wish_and_the_round_ends(chat: Chat) -> None:
    chat.say("quiz me")
    assert chat.say(action="show_answer")["card_marked"]["revealed"]
    chat.say(action="quiz", argument="next")
    chat.say("red and blue")
    ended = chat.say("stop")
    assert ended["said"]["text"].startswith("1 of 2 in full")
    assert ended["done"]["mode"] == "open"


def test_the_answer_to_a_card_being_asked_is_not_told_as_topic(chat: Chat) -> None:
    chat.say("quiz me")
    assert "Try it first" in chat.say(action="topic", text="what did they wear?")["said"]["text"]


def test_a_topic_is_told_or_refused(chat: Chat) -> None:
    assert chat.say("what did they wear?")["topic"]["text"] == "They wore red."
    assert "outside" in chat.say(action="topic", text="is there life on mars")["said"]["text"]
    assert (
        "I do not have that one"
        in chat.say(action="topic", text="how many buttons were there")["said"]["text"]
    )
    assert "yours to answer" in chat.say(action="topic", text="why did the council fall")["said"]["text"]


def test_evidence_is_told_only_to_who_has_answered(chat: Chat) -> None:
    assert "Write first" in chat.say("what is the proof?")["said"]["text"]
    chat.say(action="mark", argument="now", draft=DRAFT)
    assert chat.say("what is the proof?")["topic"]["text"] == "They wore red."


def test_what_is_not_understood_is_said_to_be_so(chat: Chat) -> None:
    reply = chat.say("zxcvb")
    assert "did not understand" in reply["said"]["text"]
    assert reply["done"]["moves"]


def test_a_plan_goes_from_ideas_to_an_outline_in_the_students_words(chat: Chat) -> None:
    chat.say(action="plan")
    shown = chat.say("Grain, and price rises")["plan"]
    assert [each["factor_id"] for each in shown["ideas"]] == ["grain_shortage", "price_rises"]
    assert shown["roles"] == [{"role": "reason", "name": "Reasons", "covered": True}]
    assert chat.say("the weather")["plan"]["ideas"][-1] == {
        "text": "the weather", "factor_id": None, "role": None, "evidence": "",
    }  # fmt: skip
    asked = chat.say(action="plan", argument="next")
    assert (asked["plan"]["step"], "“Grain”" in asked["said"]["text"]) == ("evidence", True)
    assert "name, a date or a figure" in chat.say("people were hungry")["said"]["text"]
    assert chat.say("the harvest of 1901")["plan"]["step"] == "line"
    assert chat.say("grain")["plan"]["step"] == "line"
    done = chat.say("Grain mattered most because all the rest came from it")
    assert done["plan"]["step"] == "done"
    assert done["plan"]["outline"].split("\n") == [
        "My line: Grain mattered most because all the rest came from it",
        "1. Grain (evidence: people were hungry; the harvest of 1901)",
        "2. price",
        "3. the weather",
        "Verdict:",
    ]
    assert actions(done["done"]) == ["write", "plan"]


def test_hints_for_a_question_come_in_three_steps(chat: Chat) -> None:
    assert [chat.say("hint")["hint"]["step"] for _ in range(3)] == [1, 2, 3]
    assert "all the hints" in chat.say("hint")["said"]["text"]


def test_the_first_mark_asks_for_a_prediction_and_shows_the_difference(chat: Chat) -> None:
    asked = chat.say(action="mark", draft=DRAFT)
    assert asked["predict"] == {"kind": "predict", "levels": 5, "what": "draft"}
    assert actions(asked["done"]) == ["predict"] * 5 + ["mark"]
    marked = chat.say("level 3")
    answer = marked["ledger"]["answer"]
    assert (answer["predicted_level"], marked["ledger"]["predicted"], answer["text"]) == (3, 3, DRAFT)
    assert "You expected level 3" in marked["said"]["text"]
    assert chat.client.get(f"/api/v1/answers/{answer['id']}").json() == answer
    assert [each["id"] for each in chat.client.get("/api/v1/answers").json()["items"]] == [answer["id"]]


def test_a_second_mark_compares_and_the_same_text_is_not_marked_twice(chat: Chat) -> None:
    first = chat.say(action="mark", argument="now", draft=DRAFT)["ledger"]["answer"]
    assert "marked already" in chat.say(action="mark", draft=DRAFT)["said"]["text"]
    again = chat.say(action="mark", draft=BETTER)
    assert again["ledger"]["answer"]["attempt"] == 2
    assert again["change"]["previous_id"] == first["id"]
    assert "party_split" in [each["id"] for each in again["change"]["gained"]]
    assert again["change"]["lost"] == []


def test_an_essay_brings_back_a_round_of_what_it_leaves_out_once(chat: Chat) -> None:
    first = chat.say(
        action="mark", argument="now", draft="The grain shortage mattered because people lost trust."
    )
    assert first["ledger"]["cards"] == 2
    assert [each["label"] for each in first["done"]["moves"] if each["action"] == "quiz"] == [
        "Quiz me on what it left out (2)"
    ]
    card = chat.say(action="quiz", argument="missed")["card"]
    assert card["because"] == "Your essay left this out."
    again = chat.say(action="mark", draft="The grain shortage mattered because people lost trust in 1901.")
    assert again["ledger"]["cards"] == 0


def test_nothing_in_the_editor_is_said_to_be_so(chat: Chat) -> None:
    assert "nothing to mark" in chat.say(action="mark", draft=" \n")["said"]["text"]
    assert "no paragraph" in chat.say(action="paragraph")["said"]["text"]


def test_a_paragraph_is_read_the_last_one_unless_told_which(chat: Chat) -> None:
    last = chat.say(action="paragraph", draft=DRAFT)
    assert (last["paragraph"]["number"], last["paragraph"]["quote"]) == (2, "The price rises hurt.")
    assert (last["paragraph"]["weakest"], last["said"]["text"]) == ("point", "Next: Add the point.")
    first = chat.say(action="paragraph", argument="1", draft=DRAFT)
    assert (first["paragraph"]["number"], first["paragraph"]["weakest"]) == (1, None)
    assert chat.say(action="paragraph", argument="99", draft=DRAFT)["paragraph"]["number"] == 2


def test_a_long_text_pasted_into_the_chat_may_be_marked(chat: Chat) -> None:
    pasted = " ".join([DRAFT] * 6)
    assert "Shall I mark it" in chat.say(pasted)["said"]["text"]
    chat.say(action="mark")
    assert chat.say(action="predict", argument="2")["ledger"]["answer"]["text"] == pasted


def test_improving_gives_each_step_once_and_ends(chat: Chat) -> None:
    chat.say(action="mark", argument="now", draft=DRAFT)
    seen = []
    reply = chat.say(action="improve")
    while "step" in reply:
        seen.append(reply["step"]["step"]["text"])
        assert len(seen) < 20
        reply = chat.say(action="skip")
    assert len(seen) == len(set(seen)) >= 2
    assert "every step" in reply["said"]["text"]


def test_a_rewrite_is_a_new_attempt_and_can_be_taken_back(chat: Chat) -> None:
    first = chat.say(action="mark", argument="now", draft=DRAFT)["ledger"]["answer"]
    step = chat.say(action="improve")["step"]
    passage = step["passage"]
    if passage:
        assert DRAFT[passage["start"] : passage["end"]] == passage["quote"]
    tried = chat.say(action="rewrite", text="The party split mattered because members left in 1903.")
    second = tried["ledger"]["answer"]
    assert (second["previous_id"], second["attempt"]) == (first["id"], 2)
    assert "The party split mattered because members left in 1903." in second["text"]
    assert tried["change"]["previous_id"] == first["id"]
    back = chat.say(action="undo")
    assert "attempt 1" in back["said"]["text"]
    assert chat.read()["answer_id"] == first["id"]
    assert chat.client.get(f"/api/v1/answers/{second['id']}").status_code == 200


def handed_in(chat: Chat, text: str, previous: str | None = None) -> str:
    """The id of an answer handed in outside the conversation, by the same student."""
    body = {"question_id": "council-fall", "text": text, "previous_id": previous}
    return str(chat.client.post("/api/v1/answers", json=body).json()["id"])


def test_an_answer_handed_in_at_the_desk_is_the_one_gone_on_from(chat: Chat) -> None:
    assert "step" not in chat.say(action="improve")
    first = handed_in(chat, DRAFT)
    assert chat.say(action="improve")["step"]["answer_id"] == first
    second = handed_in(chat, DRAFT + " The party split mattered because members left in 1903.", first)
    chat.say(action="improve")
    assert chat.read()["answer_id"] == second
    marked = chat.say(action="mark", draft=DRAFT + " More.")["ledger"]["answer"]
    assert (marked["previous_id"], marked["attempt"]) == (second, 3)
    # What was taken back stays taken back, though it is the latest.
    chat.say(action="undo")
    chat.say(action="improve", argument="next")
    assert chat.read()["answer_id"] == second


def test_what_is_said_of_a_try_that_missed_is_never_the_same_twice(chat: Chat) -> None:
    chat.say(action="mark", argument="now", draft=DRAFT)
    chat.say(action="improve")
    words = [
        chat.say(action="rewrite", text=f"Nothing much here, number {n}.")["said"]["text"] for n in range(2)
    ]
    assert len(set(words)) == 2


def test_why_shows_the_factor_asked_about(chat: Chat) -> None:
    assert "not marked" in chat.say("why so low on prices")["said"]["text"]
    chat.say(action="mark", argument="now", draft=DRAFT)
    why = chat.say("why so low on prices")["why"]
    assert [each["factor_id"] for each in why["factors"]] == ["price_rises"]
    assert why["factors"][0]["evidence"][0]["quote"] in DRAFT
    assert chat.say(action="why")["why"]["steps"]


def test_an_exemplar_is_shown_only_after_an_answer_and_without_its_mark(chat: Chat) -> None:
    assert "Answer the question first" in chat.say(action="exemplar")["said"]["text"]
    chat.say(action="mark", argument="now", draft=DRAFT)
    seen = set()
    for _ in range(3):
        shown = chat.say(action="exemplar")["exemplar"]
        assert set(shown) == {"kind", "exemplar_id", "question_id", "text", "levels", "max_mark"}
        compared = chat.say("level 3")["comparison"]
        assert (compared["guessed"], compared["exemplar_id"]) == (3, shown["exemplar_id"])
        seen.add((shown["exemplar_id"], compared["level"]))
    assert {level for _, level in seen} == {1, 3, 5}
    assert "every exemplar" in chat.say(action="exemplar")["said"]["text"]


def test_a_question_is_chosen_and_its_answer_remembered(chat: Chat) -> None:
    answer = chat.say(action="mark", argument="now", draft=DRAFT)["ledger"]["answer"]
    offered = chat.say(action="questions")["questions"]["questions"]
    assert "council-fall" not in [each["id"] for each in offered]
    chat.say(action="choose_question", argument=offered[0]["id"])
    assert (chat.read()["question"]["id"], chat.read()["answer_id"]) == (offered[0]["id"], None)
    back = chat.say(action="choose_question", argument="council-fall")
    assert "answered this one before" in back["said"]["text"]
    assert chat.read()["answer_id"] == answer["id"]


def test_progress_tells_levels_in_order(chat: Chat) -> None:
    levels = [
        chat.say(action="mark", argument="now", draft=text)["ledger"]["answer"]["report"]["level"]
        for text in (DRAFT, BETTER)
    ]
    assert chat.say(action="progress")["progress"]["levels"] == levels


def test_without_a_question_one_is_offered(client: TestClient) -> None:
    chat = Chat(client, None)
    for action in ("plan", "write", "mark", "improve", "why", "exemplar", "hint"):
        assert chat.say(action=action, draft=DRAFT)["questions"]["questions"]
