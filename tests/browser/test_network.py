"""No network, lost replies, a busy server: the text stays until the server has said that it has it."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from browser.chromium import Watch
from browser.desk import FIRST, QUESTION, give_in

pytestmark = pytest.mark.browser
ANSWERS = "**/api/v1/answers"


def count_stored(page: Page) -> int:
    items = page.request.get("/api/v1/answers").json()["items"]
    return len(items)


def test_offline_the_answer_waits_and_goes_in_when_the_network_is_back(page: Page, watch: Watch) -> None:
    watch.expected = ("ERR_INTERNET_DISCONNECTED",)
    page.goto(f"/questions/{QUESTION}")
    page.get_by_label("Your answer").fill("Begun on the train.")
    page.context.set_offline(True)
    expect(page.get_by_text("You are offline. Write on")).to_be_visible()
    page.get_by_label("Your answer").fill(FIRST)
    give_in(page)
    expect(page.get_by_text("Not handed in yet: you are offline")).to_be_visible()
    expect(page.get_by_label("Your answer")).to_have_value(FIRST)
    page.context.set_offline(False)
    expect(page.get_by_role("heading", name="Your script")).to_be_visible()
    assert count_stored(page) == 1
    page.goto("/")
    expect(page.get_by_role("heading", name="Drafts on this device")).to_have_count(0)


def test_a_lost_reply_does_not_store_the_answer_twice(page: Page, watch: Watch) -> None:
    watch.expected = ("ERR_CONNECTION_RESET",)
    lost: list[str] = []

    def lose(route: Route) -> None:
        if route.request.method != "POST" or lost:
            route.continue_()
            return
        lost.append(route.request.headers["idempotency-key"])
        route.fetch()
        route.abort("connectionreset")

    page.route(ANSWERS, lose)
    page.goto(f"/questions/{QUESTION}")
    page.get_by_label("Your answer").fill(FIRST)
    give_in(page)
    expect(page.get_by_text("the server cannot be reached")).to_be_visible()
    # The page is closed and opened again before the next try: the key is kept with the draft.
    page.reload()
    expect(page.get_by_role("heading", name="Your script")).to_be_visible()
    assert len(lost) == 1
    assert count_stored(page) == 1


def test_a_busy_server_is_tried_again(page: Page, watch: Watch) -> None:
    watch.expected = ("status of 503",)
    busy = [True]

    def refuse_once(route: Route) -> None:
        if route.request.method == "POST" and busy:
            busy.pop()
            route.fulfill(status=503, headers={"Retry-After": "1"}, content_type="application/problem+json",
                          body='{"title": "Busy", "status": 503}')  # fmt: skip
        else:
            route.continue_()

    page.route(ANSWERS, refuse_once)
    page.goto(f"/questions/{QUESTION}")
    page.get_by_label("Your answer").fill(FIRST)
    give_in(page)
    expect(page.get_by_text("the server is busy")).to_be_visible()
    page.get_by_role("button", name="Try now").click()
    expect(page.get_by_role("heading", name="Your script")).to_be_visible()


def test_a_refusal_says_why_and_loses_nothing(page: Page, watch: Watch) -> None:
    watch.expected = ("status of 422",)
    problem = '{"title": "Not accepted", "detail": "The answer holds something unreadable.", "status": 422}'
    page.route(
        ANSWERS,
        lambda route: route.fulfill(status=422, content_type="application/problem+json", body=problem),
    )
    page.goto(f"/questions/{QUESTION}")
    page.get_by_label("Your answer").fill(FIRST)
    give_in(page)
    expect(page.get_by_text("The answer holds something unreadable.")).to_be_visible()
    expect(page.get_by_label("Your answer")).to_have_value(FIRST)


def test_while_marking_the_ledger_has_its_shape(page: Page) -> None:
    held: list[Route] = []
    page.route(
        ANSWERS, lambda route: held.append(route) if route.request.method == "POST" else route.continue_()
    )
    page.goto(f"/questions/{QUESTION}")
    page.get_by_label("Your answer").fill(FIRST)
    give_in(page)
    expect(page.get_by_role("status").filter(has_text="Reading your answer")).to_be_visible()
    assert page.locator(".marking .bone").count() > 10
    held[0].continue_()
    expect(page.get_by_role("heading", name="Your script")).to_be_visible()


def test_a_browser_that_keeps_nothing_says_so(page: Page) -> None:
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
    )
    page.goto(f"/questions/{QUESTION}")
    page.get_by_label("Your answer").fill(FIRST)
    expect(page.get_by_text("This browser will not keep your draft")).to_be_visible()
    expect(page.get_by_text("Not saved")).to_be_visible()


def test_a_tab_left_open_takes_over_what_another_wrote(page: Page) -> None:
    page.goto(f"/questions/{QUESTION}")
    page.get_by_label("Your answer").fill("Written first.")
    other = page.context.new_page()
    other.goto(f"/questions/{QUESTION}")
    expect(other.get_by_label("Your answer")).to_have_value("Written first.")
    page.evaluate("document.hasFocus = () => false")
    other.get_by_label("Your answer").fill("Written first, and then more.")
    expect(page.get_by_label("Your answer")).to_have_value("Written first, and then more.")


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/nowhere", "There is no page at this address"),
        ("/questions/no-such-question", "There is no such question"),
        ("/answers/no-such-answer", "There is no such answer"),
    ],
)
def test_a_wrong_address_is_met_kindly(page: Page, watch: Watch, path: str, title: str) -> None:
    watch.expected = ("status of 404",)
    page.goto(path)
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    page.get_by_role("link", name="Choose a question").click()
    expect(page).to_have_url(re.compile("/$"))


def test_a_broken_server_is_said_and_tried_again(page: Page, watch: Watch) -> None:
    watch.expected = ("status of 500",)
    page.route("**/api/v1/questions*", lambda route: route.fulfill(status=500, body="broken"))
    page.goto("/")
    expect(page.get_by_role("heading", name="The server could not answer")).to_be_visible()
    page.unroute("**/api/v1/questions*")
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("heading", name="Choose a question")).to_be_visible()
