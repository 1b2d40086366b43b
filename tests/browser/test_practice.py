"""The tutor's page: a student who quizzes, plans, has a draft marked and improves it; by keyboard; in two tabs."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.chromium import Watch
from browser.desk import FIRST, MORE, tab_to
from browser.tutoring import keep_draft, meet, open_question, press, reply, say, turns

pytestmark = pytest.mark.browser


def test_a_student_quizzes(page: Page) -> None:
    meet(page)
    expect(page.get_by_text("Where shall we start?")).to_be_visible()
    page.get_by_role("button", name="Quiz").click()
    expect(reply(page)).to_contain_text("Card 1 of")
    expect(press(page, "Give me a hint")).to_contain_text("Hint 1 of 3")
    marked = say(page, "It rained on the farm that spring.")
    expect(marked).to_contain_text("Not yet")
    shown = press(page, "Show me the answer")
    expect(shown).to_contain_text("A full answer")
    expect(press(page, "Next card")).to_contain_text("Card 2 of")
    # What was said is there after a reload, and the card is still open.
    page.reload()
    expect(reply(page)).to_contain_text("Card 2 of")
    expect(press(page, "Skip")).to_contain_text("Card 3 of")


def test_a_student_plans_and_takes_the_plan_to_the_editor(page: Page) -> None:
    open_question(page)
    press(page, "Help me plan")
    listed = say(page, "destalinisation made enemies in the Party; the bad harvest of 1963; Cuba")
    expect(listed).to_contain_text("Your plan")
    expect(listed.locator(".chip.is-developed").first).to_be_visible()
    asked = press(page, "That is my list")
    expect(asked).to_contain_text("evidence")
    asked = say(
        page, "In November 1962 he split the regional committees, so secretaries lost half their power."
    )
    expect(asked).to_contain_text("your line")
    done = say(page, "The Party reforms mattered most, because the men who voted him in then voted him out.")
    expect(done).to_contain_text("My line: The Party reforms mattered most")
    done.get_by_role("link", name="Take it to the editor").click()
    expect(page.get_by_label("Your answer")).to_have_value(
        re.compile("My line: The Party reforms mattered most")
    )


def test_a_student_predicts_has_a_draft_marked_and_improves_it(page: Page) -> None:
    open_question(page)
    keep_draft(page, FIRST)
    press(page, "Write")
    press(page, "Mark my draft")
    # The ladder answers to the number keys: whoever pressed the button stands at the reply.
    page.keyboard.press("4")
    ledger = page.locator(".tutor-ledger")
    expect(ledger).to_contain_text("of 25 marks")
    expect(ledger.locator(".rungs")).to_contain_text("you said")
    assert page.evaluate("localStorage.getItem('markscheme:draft:fall-destalinisation')") is None
    expect(press(page, "Why not more marks?")).to_contain_text("What held the mark down")
    step = press(page, "Improve my answer")
    expect(step).to_contain_text("Put this right")
    box = page.get_by_label("Rewrite it here")
    expect(box).to_have_value(re.compile("Seven-Year Plan of 1956"))
    before = turns(page)
    box.fill("His Seven-Year Plan of 1959 promised a lot and its targets were missed. " + MORE)
    page.get_by_role("button", name="Read it again").click()
    expect(page.get_by_role("article", name="Tutor")).to_have_count(before + 1)
    moved = reply(page)
    expect(moved).to_contain_text("Gained")
    expect(moved).to_contain_text("marks before")
    expect(moved).to_contain_text("That did it.")
    expect(page.get_by_label("it here")).to_have_count(0)
    page.locator(".tutor-ledger").last.get_by_role("link", name="Open the full report").click()
    expect(page.get_by_role("heading", name="Your script")).to_be_visible()


def test_a_student_marks_an_exemplar(page: Page) -> None:
    open_question(page)
    keep_draft(page, FIRST)
    press(page, "Write")
    press(page, "Mark my draft")
    press(page, "Just mark it")
    shown = press(page, "Mark an exemplar")
    expect(shown.locator(".tutor-exemplar")).to_be_visible()
    expect(press(page, "Level 3")).to_contain_text("The examiner")


def test_the_tutor_understands_what_is_typed_and_says_so_where_not(page: Page) -> None:
    meet(page)
    expect(say(page, "quiz me")).to_contain_text("Card 1 of")
    open_question(page)
    expect(say(page, "what does this question want?")).to_contain_text("The trap")
    expect(say(page, "blorp fizz wug")).to_contain_text("I did not understand that")


def test_with_the_keyboard_alone(page: Page) -> None:
    page.goto("/")
    tab_to(page, "Practice")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Practice")).to_be_focused()
    tab_to(page, "Quiz")
    page.keyboard.press("Enter")
    expect(reply(page)).to_contain_text("Card 1 of")
    # The pressed button is gone with its turn; the reader stands at the reply, with its buttons next.
    expect(reply(page)).to_be_focused()
    tab_to(page, "Give me a hint", most=3)
    page.keyboard.press("Enter")
    expect(reply(page)).to_contain_text("Hint 1 of 3")
    expect(reply(page)).to_be_focused()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "tutor-field":
            break
    field = page.get_by_label("Message to the tutor")
    expect(field).to_be_focused()
    page.keyboard.type("One line")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("and another")
    expect(field).to_have_value("One line\nand another")
    page.keyboard.press("Escape")
    expect(reply(page)).to_be_focused()
    expect(field).to_have_value("One line\nand another")


def test_what_comes_in_is_said_aloud_once(page: Page) -> None:
    meet(page)
    page.evaluate(
        """() => {
          window.said = [];
          const heard = () => window.said.push(document.querySelector('.shell > [role=status]').textContent);
          new MutationObserver(heard).observe(document.querySelector('.shell > [role=status]'),
            {childList: true, characterData: true, subtree: true});
        }"""
    )
    page.get_by_role("button", name="Quiz").click()
    expect(reply(page)).to_contain_text("Card 1 of")
    page.wait_for_function("window.said.length > 0")
    said = page.evaluate("window.said")
    assert len(said) == 1
    assert said[0].startswith("Card 1 of 8.")
    expect(page.get_by_role("log")).to_have_attribute("aria-live", "off")


def test_what_is_typed_is_there_after_a_reload(page: Page) -> None:
    meet(page)
    page.get_by_label("Message to the tutor").fill("Because the Party")
    page.reload()
    expect(page.get_by_label("Message to the tutor")).to_have_value("Because the Party")


def test_two_tabs_do_not_talk_across_each_other(page: Page, watch: Watch) -> None:
    watch.expected = ("status of 409",)
    meet(page)
    page.get_by_role("button", name="Quiz").click()
    expect(reply(page)).to_contain_text("Card 1 of")
    other = page.context.new_page()
    watch.follow(other)
    other.goto("/practice")
    expect(reply(other)).to_contain_text("Card 1 of")
    expect(press(other, "Skip")).to_contain_text("Card 2 of")
    # The first tab still shows the first card: its answer would be read against another.
    field = page.get_by_label("Message to the tutor")
    field.fill("Beria held the police.")
    field.press("Enter")
    expect(page.get_by_text("has gone on in another tab")).to_be_visible()
    expect(reply(page)).to_contain_text("Card 2 of")
    expect(field).to_have_value("Beria held the police.")
    field.press("Enter")
    expect(page.get_by_text("has gone on in another tab")).to_have_count(0)
    expect(reply(page).locator(".tutor-card-marked")).to_be_visible()


def test_old_turns_are_folded(page: Page) -> None:
    open_question(page)
    here = page.evaluate("localStorage.getItem('markscheme:tutor:conversation')")
    for _ in range(18):
        page.request.post(f"/api/v1/conversations/{here}/messages", data={"action": "command_word"})
    page.reload()
    expect(page.get_by_role("article", name="Tutor")).to_have_count(12)
    page.get_by_role("button", name="Show 7 earlier turns").click()
    expect(page.get_by_role("article", name="Tutor")).to_have_count(19)


def test_a_new_conversation_leaves_the_old_one(page: Page) -> None:
    open_question(page)
    page.get_by_role("button", name="New conversation").click()
    expect(page.get_by_text("Where shall we start?")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Where shall we start?")).to_be_visible()


def test_on_paper_there_is_the_talk_and_no_buttons(visit: Callable[..., Page]) -> None:
    page = visit()
    open_question(page)
    page.emulate_media(media="print")
    expect(reply(page)).to_be_visible()
    expect(page.get_by_label("Message to the tutor")).to_be_hidden()
