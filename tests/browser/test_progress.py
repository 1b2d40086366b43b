"""Progress over time: levels by attempt, factors developed at least once, the last marks."""

import pytest
from playwright.sync_api import Page, expect

from browser.desk import FIRST, QUESTION, SECOND, TITLE, hand_in

pytestmark = pytest.mark.browser


def test_without_an_answer_there_is_a_way_to_begin(page: Page) -> None:
    page.goto("/answers")
    page.get_by_role("link", name="Your progress").click()
    expect(page.get_by_role("heading", name="Your progress")).to_be_focused()
    expect(page.get_by_text("There is nothing to draw yet")).to_be_visible()
    page.locator("#main").get_by_role("link", name="Choose a question").click()
    expect(page.get_by_role("heading", name="Choose a question")).to_be_visible()


def test_levels_by_attempt_and_what_was_ever_developed(page: Page) -> None:
    first = hand_in(page)
    second = hand_in(page, SECOND, previous=first["id"])
    # A last attempt that leaves nearly everything out takes nothing away.
    hand_in(page, FIRST[:200], previous=second["id"])
    hand_in(page, "Khrushchev rose because he ran the Party. " * 12, "rise-to-power")
    page.goto("/progress")
    expect(page.get_by_text("4 answers to 2 questions")).to_be_visible()
    marks = page.locator(".last-marks li")
    expect(marks).to_have_count(4)
    expect(marks.first).to_contain_text("rise", ignore_case=True)
    course = page.get_by_role("region", name=TITLE)
    expect(course.locator(".step-range")).to_have_count(3)
    course.get_by_text("The same as a table").click()
    rows = course.get_by_role("row")
    expect(rows).to_have_count(4)
    second_level = str(second["report"]["level"])
    expect(rows.nth(2).get_by_role("cell").nth(2)).to_have_text(second_level)
    developed = {
        factor["name"]
        for answer in (first, second)
        for factor in answer["report"]["factors"]
        if factor["coverage"] == "developed"
    }
    assert developed
    chips = course.locator(".chip.is-developed")
    expect(chips).to_have_count(len(developed))
    assert {each.strip().replace("’", "'") for each in chips.all_inner_texts()} == developed
    rows.nth(2).get_by_role("link", name="2").click()
    expect(page.get_by_text("Attempt 2")).to_be_visible()


def test_an_answer_without_a_mark_leaves_a_gap(page: Page) -> None:
    hand_in(page, "- Cuba 1962\n- the sovnarkhozy of 1957\n" * 4)
    page.goto("/progress")
    course = page.get_by_role("region", name=TITLE)
    expect(course.locator(".step-path")).to_be_attached()
    expect(course.locator(".step-range")).to_have_count(0)
    course.get_by_text("The same as a table").click()
    expect(course.get_by_role("row").nth(1)).to_contain_text("none")


def test_being_asked_for_a_level_can_be_switched_on_again(page: Page) -> None:
    page.goto("/progress")
    switch = page.get_by_label("ask me which level I expect")
    expect(switch).to_be_checked()
    switch.uncheck()
    page.goto(f"/questions/{QUESTION}")
    page.get_by_label("Your answer").fill(FIRST)
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("heading", name="Your script")).to_be_visible()
    page.goto("/progress")
    switch.check()
    page.goto("/questions/rise-to-power")
    page.get_by_label("Your answer").fill(FIRST)
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("group", name="which level")).to_be_visible()
