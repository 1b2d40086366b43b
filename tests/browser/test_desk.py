"""The desk before a first mark: what the writer expects, what becomes of it, and that nothing is lost over it."""

import re

import pytest
from playwright.sync_api import Page, expect

from browser.chromium import Watch
from browser.desk import FIRST, QUESTION, SECOND, give_in, hand_in

pytestmark = pytest.mark.browser


def begin(page: Page, text: str = FIRST) -> None:
    page.goto(f"/questions/{QUESTION}")
    page.get_by_label("Your answer").fill(text)


def stored(page: Page) -> dict[str, object]:
    """The visitor's only answer."""
    items = page.request.get("/api/v1/answers").json()["items"]
    assert len(items) == 1
    found: dict[str, object] = page.request.get(f"/api/v1/answers/{items[0]['id']}").json()
    return found


def test_a_level_expected_stands_on_the_ladder_and_in_a_sentence(page: Page) -> None:
    begin(page)
    page.keyboard.press("Control+Enter")
    question = page.get_by_role("group", name="which level would you give it")
    expect(question).to_be_focused()
    page.keyboard.press("4")
    expect(page.get_by_role("heading", name="Your script")).to_be_visible()
    answer = stored(page)
    assert answer["predicted_level"] == 4
    expect(page.get_by_text(re.compile("You expected level 4; it reads .*lower"))).to_be_visible()
    flag, rung = page.locator(".ladder-expected"), page.locator(".ladder-levels li").nth(1)
    expect(rung).to_contain_text("Level 4")
    expect(rung).to_contain_text("what you expected")
    placed, meant = flag.bounding_box(), rung.bounding_box()
    assert placed
    assert meant
    assert abs(placed["y"] + placed["height"] / 2 - meant["y"] - meant["height"] / 2) < 4
    # By another mark scheme its five levels are others: no flag of ours stands there.
    page.get_by_label("Read by").select_option("essay-30")
    expect(page.get_by_text("Level 6").first).to_be_visible()
    expect(flag).to_have_count(0)


def test_without_a_level_expected_nothing_is_said_of_it(page: Page) -> None:
    begin(page)
    give_in(page)
    expect(page.get_by_role("heading", name="Your script")).to_be_visible()
    assert stored(page)["predicted_level"] is None
    expect(page.get_by_text("You expected")).to_have_count(0)
    expect(page.locator(".ladder-expected")).to_have_count(0)


def test_the_level_is_asked_for_once_and_can_be_left(page: Page) -> None:
    begin(page)
    question = page.get_by_role("group", name="which level")
    page.keyboard.press("Control+Enter")
    expect(question).to_be_visible()
    page.keyboard.press("Escape")
    expect(question).to_have_count(0)
    expect(page.get_by_label("Your answer")).to_be_focused()
    expect(page.get_by_label("Your answer")).to_have_value(FIRST)
    # Going on to write takes the question away too; handing in brings it back.
    page.keyboard.press("Control+Enter")
    page.get_by_label("Your answer").press_sequentially("More. ")
    expect(question).to_have_count(0)
    page.keyboard.press("Control+Enter")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", name="Your script")).to_be_visible()
    assert stored(page)["predicted_level"] is None


def test_the_level_asked_for_outlives_a_lost_network_and_a_reload(page: Page, watch: Watch) -> None:
    watch.expected = ("ERR_INTERNET_DISCONNECTED", "ERR_FAILED")
    begin(page)
    page.route("**/api/v1/answers", lambda route: route.abort())
    give_in(page, "Level 5")
    expect(page.get_by_text("Not handed in yet")).to_be_visible()
    page.get_by_label("Your answer").fill(SECOND)
    page.reload()
    expect(page.get_by_label("Your answer")).to_have_value(SECOND)
    page.unroute("**/api/v1/answers")
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("heading", name="Your script")).to_be_visible()
    assert stored(page)["predicted_level"] == 5


def test_do_not_ask_again_is_kept_to(page: Page) -> None:
    begin(page)
    page.get_by_role("button", name="Hand in").click()
    page.get_by_label("Do not ask again").check()
    page.get_by_role("button", name="Just mark it").click()
    expect(page.get_by_role("heading", name="Your script")).to_be_visible()
    page.goto("/questions/rise-to-power")
    page.get_by_label("Your answer").fill(FIRST)
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("heading", name="Your script")).to_be_visible()


def test_comparing_remembers_what_was_expected(page: Page) -> None:
    begin(page)
    give_in(page, "Level 1")
    expect(page.get_by_role("heading", name="Your script")).to_be_visible()
    second = hand_in(page, SECOND, previous=str(stored(page)["id"]))
    page.goto(f"/answers/{second['id']}/compare")
    expect(page.get_by_text(re.compile("You expected level 1; it reads .*higher"))).to_have_count(1)
