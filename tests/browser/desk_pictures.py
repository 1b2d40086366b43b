"""States of the desk for the album: what is asked before a mark, and what it becomes."""

from typing import TYPE_CHECKING

from playwright.sync_api import Page

from browser import desk
from browser.desk import QUESTION, give_in, hand_in
from browser.essays import STRONG, WEAK

if TYPE_CHECKING:
    from browser.screenshots import Camera

FIRST, SECOND = (text.replace(" 🙂", "") for text in (desk.FIRST, desk.SECOND))


def begin(page: Page, text: str = FIRST) -> None:
    page.goto(f"/questions/{QUESTION}")
    editor = page.get_by_label("Your answer")
    editor.wait_for(state="attached")
    tab = page.get_by_role("tab", name="Write")
    if tab.count():
        tab.click()
    if text:
        editor.fill(text)


def predicting(page: Page) -> None:
    begin(page)
    page.get_by_role("button", name="Hand in").click()


def predicted(page: Page) -> None:
    begin(page)
    give_in(page, "Level 4")
    page.wait_for_selector(".report")


def beside_the_tutor(page: Page) -> None:
    begin(page)
    tab = page.get_by_role("tab", name="Tutor")
    (tab if tab.count() else page.get_by_role("button", name="Ask the tutor")).click()
    page.wait_for_timeout(1000)


def paragraph_in_hand(page: Page) -> None:
    begin(page)
    page.get_by_label("Your answer").press("ArrowUp")
    page.get_by_label("Your answer").press("ArrowUp")
    page.get_by_label("Your answer").press("ArrowUp")
    page.get_by_label("Your answer").press("ArrowUp")
    page.get_by_role("button", name="Start the clock").click()
    page.wait_for_timeout(1200)


def progress(page: Page) -> None:
    before = None
    for text in (WEAK, FIRST, SECOND, STRONG):
        before = hand_in(page, text, previous=before)["id"]
    hand_in(page, "Khrushchev rose because he ran the Party. " * 12, "rise-to-power")
    page.goto("/progress")
    page.wait_for_selector(".mastered >> nth=1")


def no_progress(page: Page) -> None:
    page.goto("/progress")
    page.wait_for_selector(".progress-nothing")


def album(camera: "Camera") -> None:
    """Every state that the desk has added."""
    camera.take("predicting", predicting, "phone tablet desk", whole=False)
    camera.take("tutor-beside", beside_the_tutor, "phone tablet desk", whole=False)
    camera.take("paragraph", paragraph_in_hand, "phone desk", whole=False)
    camera.take("predicted", predicted, "phone tablet desk", whole=False)
    camera.take("progress", progress, "phone tablet desk")
    camera.take("progress-empty", no_progress, "phone", whole=False)
