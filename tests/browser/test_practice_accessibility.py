"""axe finds nothing on the tutor's page in any of its states, in light and dark, at a desk and at 320 px."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.chromium import Watch
from browser.desk import FIRST, MORE, sideways
from browser.test_accessibility import DESK, PHONE, violations
from browser.tutoring import keep_draft, meet, open_question, press, reply, say

pytestmark = pytest.mark.browser


def first_visit(page: Page) -> None:
    meet(page)


def cards(page: Page) -> None:
    meet(page)
    page.get_by_role("button", name="Quiz").click()
    expect(reply(page)).to_contain_text("Card 1 of")
    press(page, "Give me a hint")
    say(page, "It rained on the farm that spring.")
    press(page, "Show me the answer")
    press(page, "Next card")


def planning(page: Page) -> None:
    open_question(page)
    press(page, "What does the question want?")
    press(page, "Help me plan")
    say(page, "destalinisation made enemies; the bad harvest of 1963; his manners")
    press(page, "That is my list")
    press(page, "Leave that for now")
    say(page, "The Party reforms mattered most, because the men who voted him in then voted him out.")


def marking(page: Page) -> None:
    open_question(page)
    keep_draft(page, FIRST)
    press(page, "Write")
    press(page, "Read my last paragraph")
    press(page, "Mark my draft")


def marked(page: Page) -> None:
    marking(page)
    press(page, "Level 4")
    say(page, "why did I lose marks on the Secret Speech?")
    press(page, "Improve")


def improved(page: Page) -> None:
    marked(page)
    before = page.get_by_role("article", name="Tutor").count()
    page.get_by_label("it here").fill("The plan of 1959 promised a lot. " + MORE)
    page.get_by_role("button", name="Read it again").click()
    expect(page.get_by_role("article", name="Tutor")).to_have_count(before + 1)
    expect(page.locator(".tutor-turn.is-current")).to_have_count(1)


def judging(page: Page) -> None:
    marking(page)
    press(page, "Just mark it")
    press(page, "Mark an exemplar")
    press(page, "Level 3")
    say(page, "how am I doing?")
    page.get_by_text("The same as a table").click()


def choosing(page: Page) -> None:
    meet(page)
    page.get_by_role("button", name="Plan").click()
    expect(page.locator(".tutor-questions")).to_be_visible()


def offline(page: Page) -> None:
    cards(page)
    page.context.set_offline(True)
    page.get_by_label("Message to the tutor").fill("Beria")
    page.get_by_label("Message to the tutor").press("Enter")
    expect(page.get_by_text("Not sent yet")).to_be_visible()


SCREENS = (first_visit, cards, planning, marking, marked, improved, judging, choosing, offline)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_axe_finds_nothing(visit: Callable[..., Page], watch: Watch, screen: Callable[[Page], None]) -> None:
    watch.expected = ("ERR_INTERNET_DISCONNECTED",)
    page = visit(viewport=PHONE, color_scheme="light")
    screen(page)
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert violations(page) == [], f"{scheme}, {size['width']} px"
        assert sideways(page) == 0, f"at {size['width']} px"


def test_at_twice_the_size_nothing_is_cut_off(visit: Callable[..., Page]) -> None:
    page = visit(viewport={"width": 640, "height": 450}, device_scale_factor=2)
    improved(page)
    assert sideways(page) == 0
    page.evaluate("document.documentElement.style.fontSize = '225%'")
    assert sideways(page) == 0
