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


def to_tutor(page: Page) -> None:
    tab = page.get_by_role("tab", name="Tutor")
    (tab if tab.count() else page.get_by_role("button", name="Ask the tutor")).click()
    page.get_by_label("Message to the tutor").wait_for()


def beside_the_tutor(page: Page) -> None:
    begin(page)
    to_tutor(page)


def planned(page: Page) -> None:
    begin(page, "The men who had saved him in 1957 voted against him in 1964. ")
    to_tutor(page)
    field = page.get_by_label("Message to the tutor")
    page.get_by_role("button", name="Plan").first.click()
    page.get_by_text("List the reasons you would use").first.wait_for()
    field.fill("destalinisation, the split of the Party, failed harvests, Cuba")
    field.press("Enter")
    page.get_by_role("button", name="That is my list").click()
    page.get_by_role("button", name="Leave that for now").click()
    page.get_by_text("Now your line").first.wait_for()
    field.fill("The split of the Party mattered most, because those who lost by it could vote.")
    field.press("Enter")
    page.get_by_role("button", name="Put it in the editor").click()


def marked_beside(page: Page) -> None:
    begin(page)
    to_tutor(page)
    page.get_by_role("button", name="Mark").first.click()
    page.get_by_role("button", name="Level 3").click()
    page.locator(".tutor-ledger").wait_for()
    page.wait_for_timeout(500)


def paragraph_read(page: Page) -> None:
    begin(page)
    for _ in range(4):
        page.get_by_label("Your answer").press("ArrowUp")
    page.get_by_role("button", name="Start the clock").click()
    page.get_by_role("button", name="Read this paragraph").click()
    page.locator(".tutor-paragraph").wait_for()


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
    camera.take("predicted", predicted, "phone tablet desk", whole=False)
    camera.take("progress", progress, "phone tablet desk")
    camera.take("progress-empty", no_progress, "phone", whole=False)
    camera.take("tutor-beside", beside_the_tutor, "phone tablet desk", whole=False)
    camera.take("outline", planned, "phone tablet desk", whole=False)
    camera.take("paragraph", paragraph_read, "phone tablet desk", whole=False)
    camera.take("marked-beside", marked_beside, "phone tablet desk", whole=False)
    camera.take("marked-beside-dark", marked_beside, scheme="dark", whole=False)
