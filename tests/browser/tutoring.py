"""Talking with the tutor on its own page, as a student does it."""

import json

from playwright.sync_api import Locator, Page, expect

from browser.desk import QUESTION

OPENED = "Plan it first, or write straight away."


def meet(page: Page) -> None:
    """Open the tutor's page."""
    page.goto("/practice")
    expect(page.get_by_label("Message to the tutor")).to_be_visible()


def reply(page: Page) -> Locator:
    """The tutor's last reply."""
    return page.get_by_role("article", name="Tutor").last


def turns(page: Page) -> int:
    """How many replies there are on the page."""
    return page.get_by_role("article", name="Tutor").count()


def press(page: Page, name: str) -> Locator:
    """Press a button, and wait for the reply that it brings."""
    before = turns(page)
    page.get_by_role("button", name=name, exact=True).last.click()
    return arrived(page, before)


def say(page: Page, words: str) -> Locator:
    """Type something and send it, and wait for the reply."""
    before = turns(page)
    page.get_by_label("Message to the tutor").fill(words)
    page.get_by_label("Message to the tutor").press("Enter")
    return arrived(page, before)


def arrived(page: Page, before: int) -> Locator:
    """The reply once it has come, and its buttons."""
    expect(page.get_by_role("article", name="Tutor")).not_to_have_count(before)
    expect(page.locator(".tutor-turn.is-current")).to_have_count(1)
    return reply(page)


def open_question(page: Page, question: str = QUESTION) -> None:
    """Go on with a conversation that has this question open, as if chosen in another tab; the page is read again."""
    page.goto("/practice")
    begun = page.request.post("/api/v1/conversations", data={"question_id": question}).json()
    page.evaluate("id => localStorage.setItem('markscheme:tutor:conversation', id)", begun["id"])
    page.reload()
    expect(reply(page)).to_be_visible()


def keep_draft(page: Page, text: str, question: str = QUESTION) -> None:
    """A draft of the question on this device."""
    draft = {"id": question, "questionId": question, "previousId": None, "text": text, "saved": 1, "spent": 0,
             "hints": 0, "handing": None}  # fmt: skip
    page.evaluate(
        "([id, draft]) => localStorage.setItem('markscheme:draft:' + id, draft)",
        [question, json.dumps(draft)],
    )
