"""The tutor with a bad connection: nothing typed is lost, nothing is said twice, and what went wrong is said."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from browser.chromium import Watch
from browser.desk import FIRST
from browser.tutoring import keep_draft, meet, open_question, press, reply, say, turns

pytestmark = pytest.mark.browser
MESSAGES = "**/messages"
FIELD = "Message to the tutor"


def refusing(status: int, title: str, kind: str = "", **headers: str) -> Callable[[Route], None]:
    body = f'{{"title": "{title}", "type": "/problems/{kind}", "status": {status}}}'
    return lambda route: route.fulfill(
        status=status, headers=headers, content_type="application/problem+json", body=body
    )


def test_without_a_network_the_message_is_kept_and_goes_out_on_a_click(page: Page, watch: Watch) -> None:
    watch.expected = ("ERR_INTERNET_DISCONNECTED",)
    meet(page)
    page.get_by_role("button", name="Quiz").click()
    expect(reply(page)).to_contain_text("Card 1 of")
    before = turns(page)
    page.context.set_offline(True)
    expect(page.get_by_text("You are offline. What you type is kept")).to_be_visible()
    page.get_by_label(FIELD).fill("The police lost its own ministry.")
    page.get_by_label(FIELD).press("Enter")
    expect(page.get_by_text("Not sent yet. You are offline.")).to_be_visible()
    expect(page.get_by_role("article", name="You").last).to_contain_text("The police lost its own ministry.")
    # Typing goes on meanwhile, and Enter loses nothing.
    page.get_by_label(FIELD).fill("More")
    page.get_by_label(FIELD).press("Enter")
    expect(page.get_by_label(FIELD)).to_have_value("More")
    page.context.set_offline(False)
    page.reload()
    expect(page.get_by_label(FIELD)).to_have_value("More")
    page.get_by_role("button", name="Send it again").click()
    expect(reply(page).locator(".tutor-card-marked")).to_be_visible()
    assert turns(page) == before + 1


def test_a_message_can_be_taken_back(page: Page, watch: Watch) -> None:
    watch.expected = ("ERR_INTERNET_DISCONNECTED",)
    meet(page)
    page.context.set_offline(True)
    page.get_by_label(FIELD).fill("quiz me")
    page.get_by_label(FIELD).press("Enter")
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_label(FIELD)).to_have_value("quiz me")
    expect(page.get_by_text("Not sent yet")).to_have_count(0)


def test_a_reply_that_is_lost_on_its_way_comes_once(page: Page, watch: Watch) -> None:
    watch.expected = ("ERR_CONNECTION_RESET",)
    keys: list[str] = []

    def lose_the_first(route: Route) -> None:
        keys.append(route.request.headers["idempotency-key"])
        if len(keys) > 1:
            route.continue_()
            return
        route.fetch()
        route.abort("connectionreset")

    meet(page)
    page.route(MESSAGES, lose_the_first)
    page.get_by_role("button", name="Quiz").click()
    expect(reply(page)).to_contain_text("Card 1 of")
    assert len(keys) == 2
    assert len(set(keys)) == 1
    page.reload()
    expect(page.get_by_role("article", name="Tutor")).to_have_count(2)


def test_a_stream_that_is_cut_goes_on_where_it_was(page: Page) -> None:
    def cut_after_the_first_event(route: Route) -> None:
        whole = route.fetch()
        first, _, _ = whole.text().partition("\n\n")
        route.fulfill(status=200, content_type="text/event-stream", body=first + "\n\nevent: said\nda")

    meet(page)
    page.route(MESSAGES, cut_after_the_first_event)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/events" in request.url else None)
    page.get_by_role("button", name="Quiz").click()
    expect(reply(page)).to_contain_text("Card 1 of")
    expect(page.locator(".tutor-turn.is-current")).to_have_count(1)
    assert [url.rsplit("/turns/", 1)[1] for url in asked] == ["2/events"]


def test_a_busy_server_and_a_broken_one_are_told_apart(page: Page, watch: Watch) -> None:
    watch.expected = ("status of 429", "status of 500")
    meet(page)
    page.route(MESSAGES, refusing(429, "Too many requests", **{"Retry-After": "7"}))
    page.get_by_role("button", name="Quiz").click()
    expect(page.get_by_text("asks for a pause of 7 seconds")).to_be_visible()
    page.unroute(MESSAGES)
    page.route(MESSAGES, refusing(500, "Something went wrong"))
    page.get_by_role("button", name="Send it again").click()
    expect(page.get_by_text("went wrong on the server")).to_be_visible()
    page.unroute(MESSAGES)
    page.get_by_role("button", name="Send it again").click()
    expect(reply(page)).to_contain_text("Card 1 of")


def test_a_refusal_says_why_and_gives_the_words_back(page: Page, watch: Watch) -> None:
    watch.expected = ("status of 422",)
    meet(page)
    page.route(MESSAGES, refusing(422, "The message cannot be read", "invalid-request"))
    page.get_by_label(FIELD).fill("Why?")
    page.get_by_label(FIELD).press("Enter")
    expect(page.get_by_text("The message cannot be read.")).to_be_visible()
    expect(page.get_by_label(FIELD)).to_have_value("Why?")


def test_a_conversation_that_is_gone_gives_way_to_a_new_one(page: Page, watch: Watch) -> None:
    watch.expected = ("status of 404",)
    page.goto("/practice")
    page.evaluate("localStorage.setItem('markscheme:tutor:conversation', 'no-such-conversation')")
    page.reload()
    expect(page.get_by_text("no longer on the server")).to_be_visible()
    page.get_by_label(FIELD).fill("quiz me")
    page.get_by_role("button", name="Begin a new one").click()
    expect(page.get_by_text("Where shall we start?")).to_be_visible()
    expect(page.get_by_label(FIELD)).to_have_value("quiz me")
    expect(say(page, "quiz me")).to_contain_text("Card 1 of")


def test_while_a_draft_is_read_the_ledger_has_its_shape(page: Page) -> None:
    open_question(page)
    keep_draft(page, FIRST)
    press(page, "Write")
    press(page, "Mark my draft")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(MESSAGES, hold)
    page.get_by_role("button", name="Just mark it").click()
    expect(page.get_by_text("Reading your answer")).to_be_attached()
    assert page.locator(".tutor-thinking .bone").count() > 7
    page.get_by_label(FIELD).fill("Typed meanwhile")
    page.get_by_label(FIELD).press("Enter")
    expect(page.get_by_label(FIELD)).to_have_value("Typed meanwhile")
    held[0].continue_()
    expect(page.locator(".tutor-ledger")).to_be_visible()
    expect(page.get_by_label(FIELD)).to_have_value("Typed meanwhile")


def test_what_a_model_words_stands_under_the_marks_and_its_end_is_told(page: Page) -> None:
    open_question(page)
    keep_draft(page, FIRST)
    press(page, "Write")
    press(page, "Mark my draft")
    page.route(MESSAGES, worded)
    press(page, "Just mark it")
    said = page.locator(".tutor-worded")
    expect(said).to_contain_text("You show what the harvest did to him.")
    expect(said.locator("q")).to_have_text("the terrible harvest of 1963")
    expect(said).to_contain_text("The rest of the wording did not come. Your marks are not affected.")
    expect(page.locator(".tutor-ledger")).to_contain_text("of 25 marks")


def worded(route: Route) -> None:
    """The reply with a sentence of a model's in it, which then breaks off."""
    told = route.fetch().text()
    head, _, done = told.partition("event: done\n")
    claim = {"text": "You show what the harvest did to him.", "factor_id": None, "quality_id": None,
             "quote": "the terrible harvest of 1963", "standing": "explained"}  # fmt: skip
    number, place = done.rsplit("id: ", 1)[1].strip().split(".")
    words = f"event: words\ndata: {json.dumps(claim)}\nid: {number}.{place}\n\n"
    end = done.replace('"stopped":null', '"stopped":"slow"').replace(
        f"id: {number}.{place}", f"id: {number}.{int(place) + 1}"
    )
    route.fulfill(status=200, content_type="text/event-stream", body=f"{head}{words}event: done\n{end}")


def test_a_browser_that_keeps_nothing_can_still_talk(page: Page) -> None:
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
    )
    meet(page)
    page.get_by_role("button", name="Quiz").click()
    expect(reply(page)).to_contain_text("Card 1 of")
    expect(press(page, "Give me a hint")).to_contain_text("Hint 1 of 3")
