"""A student's way through: choose, write, hand in, read, improve, compare, read on."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.desk import FIRST, MORE, QUESTION, SECOND, TITLE, hand_in, tab_to

pytestmark = pytest.mark.browser


def test_a_question_is_chosen_and_answered_by_keyboard_alone(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", name="Write an essay. Read it back marked.")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    tab_to(page, TITLE)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(QUESTION))
    expect(page.get_by_role("heading", name=TITLE)).to_be_focused()
    tab_to(page, "Give me a nudge", most=3)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Point me a little further")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Your answer")).to_be_focused()
    page.keyboard.insert_text(FIRST)
    expect(page.get_by_text(f"{len(FIRST.split())} words")).to_be_visible()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("group", name="which level would you give it")).to_be_focused()
    page.keyboard.press("3")
    expect(page.get_by_role("heading", name="Your script")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Marked.")).to_have_count(1)
    expect(page.get_by_text("Your teacher decides").first).to_be_visible()


def test_questions_are_narrowed_by_topic_command_word_and_marks(page: Page) -> None:
    page.goto("/")
    rows = page.locator("li.row")
    expect(rows).to_have_count(10)
    page.get_by_label("Command word").select_option("how_significant")
    expect(rows).to_have_count(1)
    expect(page.get_by_text("1 of 10 questions")).to_be_visible()
    page.get_by_label("Topic").select_option(index=1)
    expect(page.get_by_text("No question has all three")).to_be_visible()
    page.get_by_role("button", name="Show all").click()
    expect(rows).to_have_count(10)


def test_nothing_is_lost_when_the_page_is_loaded_again(page: Page) -> None:
    page.goto(f"/questions/{QUESTION}")
    page.get_by_label("Your answer").fill(FIRST)
    page.get_by_role("button", name="Give me a nudge").click()
    page.reload()
    expect(page.get_by_label("Your answer")).to_have_value(FIRST)
    expect(page.get_by_text("Saved on this device")).to_be_visible()
    expect(page.get_by_role("button", name="Point me a little further")).to_be_visible()
    page.goto("/")
    expect(page.get_by_role("heading", name="Drafts on this device")).to_be_visible()
    expect(page.get_by_text(f"Draft, {len(FIRST.split())} words")).to_be_visible()


def test_a_very_short_answer_is_asked_about_first(page: Page) -> None:
    page.goto(f"/questions/{QUESTION}")
    # Force: the button says that it is not ready, and answers all the same.
    page.get_by_role("button", name="Hand in").click(force=True)
    expect(page.get_by_label("Your answer")).to_be_focused()
    page.get_by_label("Your answer").fill("He fell because of Cuba.")
    page.keyboard.press("Control+Enter")
    dialog = page.get_by_role("dialog", name="This is only 5 words")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.get_by_role("button", name="Hand in").click()
    dialog.get_by_role("button", name="Hand it in anyway").click()
    expect(page.get_by_role("heading", name="Your script")).to_be_visible()


def test_too_long_an_answer_stays_and_says_by_how_much(page: Page) -> None:
    page.goto(f"/questions/{QUESTION}")
    page.get_by_label("Your answer").fill("word " * 4001)
    expect(page.get_by_text("20,005 characters, 5 too many")).to_be_visible()
    page.get_by_role("button", name="Hand in").click(force=True)
    expect(page).to_have_url(re.compile(QUESTION))
    page.get_by_label("Your answer").fill(
        "word 🙂 " * 2857
    )  # 19,999 characters, though JavaScript counts more
    expect(page.get_by_text("too many")).to_have_count(0)


def test_the_clock_runs_pauses_and_never_stops_anyone(page: Page) -> None:
    page.clock.install()
    page.goto(f"/questions/{QUESTION}")
    page.get_by_role("button", name="Start the clock").click()
    page.clock.run_for(61_000)
    expect(page.get_by_role("timer")).to_have_text("43:59")
    page.get_by_role("button", name="Pause").click()
    page.clock.run_for(60_000)
    expect(page.get_by_role("timer")).to_have_text("43:59")
    page.get_by_role("button", name="Go on").click()
    page.clock.run_for(39 * 60_000)
    notice = page.locator(".notice").filter(has_text="Five minutes left")
    expect(notice).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Five minutes left")).to_have_count(1)
    page.get_by_label("Your answer").fill("Still writing.")
    page.clock.run_for(5 * 60_000)
    expect(page.get_by_role("timer")).to_contain_text("over")
    expect(notice).to_have_count(0)
    ended = page.locator(".notice").filter(has_text="The time is up")
    expect(ended).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="The time is up")).to_have_count(1)
    ended.get_by_role("button", name="All right").click()
    expect(ended).to_have_count(0)
    expect(page.get_by_label("Your answer")).to_have_value("Still writing.")


def test_an_answer_is_improved_and_compared(page: Page) -> None:
    first = hand_in(page)
    page.goto(f"/answers/{first['id']}")
    page.get_by_role("link", name="Improve and resubmit").first.click()
    editor = page.get_by_label("Your answer")
    expect(editor).to_have_value(FIRST)
    expect(page.get_by_role("heading", name="Do next")).to_be_visible()
    editor.fill(SECOND)
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_text("Attempt 2")).to_be_visible()
    expect(page.get_by_text("Since then:")).to_be_visible()
    page.get_by_role("link", name="Compare the two").click()
    expect(page.get_by_role("region", name="Gained")).to_contain_text("Party reform")
    expect(page.get_by_role("region", name="Put right")).to_contain_text("1956")
    expect(page.locator("ins").filter(has_text=MORE[:40])).to_have_count(1)
    expect(page.locator("del").filter(has_text="In conclusion, there were many reasons")).to_have_count(1)
    page.get_by_text("The same as a table").click()
    expect(page.get_by_role("row")).to_have_count(3)
    page.go_back()
    expect(page.get_by_text("Attempt 2")).to_be_visible()


def test_improving_keeps_the_draft_of_a_fresh_answer(page: Page) -> None:
    first = hand_in(page)
    page.goto(f"/questions/{QUESTION}")
    page.get_by_label("Your answer").fill("A fresh start that must not be lost.")
    page.goto(f"/answers/{first['id']}/improve")
    expect(page.get_by_label("Your answer")).to_have_value(FIRST)
    page.get_by_label("Your answer").fill(SECOND)
    page.goto(f"/questions/{QUESTION}")
    expect(page.get_by_label("Your answer")).to_have_value("A fresh start that must not be lost.")


def test_after_answering_there_is_something_to_read(page: Page) -> None:
    first = hand_in(page)
    page.goto(f"/answers/{first['id']}/study")
    tabs = page.get_by_role("tab")
    expect(tabs.nth(2)).to_be_visible()
    expect(page.get_by_role("heading", name="The script")).to_be_visible()
    tabs.last.focus()
    page.keyboard.press("Home")
    expect(tabs.first).to_be_focused()
    expect(tabs.first).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("heading", name="Works your factors rest on")).to_be_visible()
    page.locator(".related a").first.click()
    expect(page.get_by_label("Your answer")).to_be_visible()


def test_a_visitor_sees_only_their_own_answers(page: Page, visit: Callable[..., Page]) -> None:
    hand_in(page)
    page.goto("/answers")
    expect(page.get_by_role("heading", level=2)).to_have_count(1)
    other = visit()
    other.goto("/answers")
    expect(other.get_by_text("You have not handed anything in")).to_be_visible()
