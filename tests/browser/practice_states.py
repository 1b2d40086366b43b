"""The states of the tutor's page, for its pictures."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from browser import desk
from browser.desk import MORE
from browser.tutoring import keep_draft, meet, open_question, press, reply, say

# Not every machine that takes pictures has letters for an emoji.
FIRST = desk.FIRST.replace(" 🙂", "")
RIGHT = "It was cut down in size and power, kept out of affairs of state and put under the Party."


def at_the_end(page: Page) -> None:
    """The field is not on the picture's way: it stands at the end of what was said."""
    page.evaluate("document.querySelector('.tutor-dock').style.position = 'static'")


def quizzing(page: Page) -> None:
    meet(page)
    page.get_by_role("button", name="Quiz").click()
    expect(reply(page)).to_contain_text("Card 1 of")
    press(page, "Give me a hint")


def card(words: str, *, give_up: bool = False) -> Callable[[Page], None]:
    def state(page: Page) -> None:
        meet(page)
        page.get_by_role("button", name="Quiz").click()
        for _ in range(40):
            if "secret police" in (reply(page).text_content() or ""):
                break
            press(page, "Skip" if page.get_by_role("button", name="Skip").count() else "Quiz")
        say(page, words)
        if give_up:
            press(page, "Show me the answer")
        only_last(page, 2)

    return state


def only_last(page: Page, turns: int) -> None:
    """Leave out what was said before."""
    page.evaluate(
        "n => [...document.querySelectorAll('.tutor-turn')].slice(0, -n).forEach((turn) => (turn.style.display = 'none'))",
        turns,
    )


def planning(page: Page) -> None:
    open_question(page)
    press(page, "Help me plan")
    say(page, "destalinisation made enemies in the Party; the bad harvest of 1963; his manners")


def planned(page: Page) -> None:
    planning(page)
    press(page, "That is my list")
    say(page, "In November 1962 he split the regional committees, so each secretary lost half his power.")
    say(page, "The Party reforms mattered most, because the men who voted him in then voted him out.")
    only_last(page, 2)
    at_the_end(page)


def predicting(page: Page) -> None:
    open_question(page)
    keep_draft(page, FIRST)
    press(page, "Write")
    press(page, "Mark my draft")


def marked(page: Page) -> None:
    predicting(page)
    press(page, "Level 4")
    only_last(page, 1)
    at_the_end(page)


def stepping(page: Page) -> None:
    marked(page)
    press(page, "Improve my answer")
    only_last(page, 1)


def improved(page: Page) -> None:
    stepping(page)
    page.get_by_label("Rewrite it here").fill(
        "The plan of 1959 promised a lot, and its targets were missed. " + MORE
    )
    page.get_by_role("button", name="Read it again").click()
    expect(page.locator(".tutor-change")).to_be_visible()
    expect(page.locator(".tutor-turn.is-current")).to_have_count(1)
    only_last(page, 1)
    at_the_end(page)


def judging(page: Page) -> None:
    predicting(page)
    press(page, "Just mark it")
    press(page, "Mark an exemplar")
    press(page, "Level 3")
    only_last(page, 2)
    at_the_end(page)


def progress(page: Page) -> None:
    improved(page)
    say(page, "how am I doing?")
    only_last(page, 1)


def cut_off(page: Page) -> None:
    quizzing(page)
    page.context.set_offline(True)
    page.get_by_label("Message to the tutor").fill("It was put under the Party.")
    page.get_by_label("Message to the tutor").press("Enter")
    page.get_by_text("Not sent yet").wait_for()


def thinking(page: Page) -> None:
    predicting(page)
    page.evaluate("void (window.fetch = () => new Promise(() => {}))")
    page.get_by_role("button", name="Just mark it").click()
    page.get_by_text("Reading your answer").wait_for(state="attached")
    only_last(page, 1)
