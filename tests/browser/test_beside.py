"""The tutor beside the sheet: a column or a tab, a plan into the editor, one paragraph read, a draft marked."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.chromium import Watch
from browser.desk import FIRST, MORE, QUESTION, SECOND, hand_in

pytestmark = pytest.mark.browser
OWN = "A first sentence of my own."
LINE = "The split of the Party mattered most, because the men who lost posts could vote."


def open_desk(page: Page, text: str = "") -> Locator:
    """The desk with the tutor's column open; returns the column."""
    page.goto(f"/questions/{QUESTION}")
    if text:
        page.get_by_label("Your answer").fill(text)
    page.get_by_role("button", name="Ask the tutor").click()
    column = page.locator(".desk-tutor")
    expect(column.get_by_role("button", name="Plan")).to_be_visible()
    return column


def say(tutor: Locator, words: str) -> None:
    turns = tutor.locator(".tutor-turn")
    before = turns.count()
    tutor.get_by_label("Message to the tutor").fill(words)
    tutor.get_by_label("Message to the tutor").press("Enter")
    expect(turns).to_have_count(before + 1)
    expect(tutor.get_by_label("Message to the tutor")).to_have_value("")


def caret_at(editor: Locator, place: int) -> None:
    """Put the caret there: set beside it, then moved by a key, as a student's would be."""
    editor.focus()
    editor.evaluate("(field, at) => field.setSelectionRange(at, at)", place)
    editor.press("ArrowLeft")


def plan(tutor: Locator) -> Locator:
    """Lead the tutor to a finished plan; returns the button that puts it in the editor."""
    tutor.get_by_role("button", name="Plan").first.click()
    expect(tutor.get_by_text("List the reasons you would use")).to_be_visible()
    say(tutor, "destalinisation, the split of the Party, failed harvests, Cuba")
    tutor.get_by_role("button", name="That is my list").click()
    expect(tutor.get_by_text("What is your evidence for it")).to_be_visible()
    tutor.get_by_role("button", name="Leave that for now").click()
    expect(tutor.get_by_text("Now your line")).to_be_visible()
    say(tutor, LINE)
    button = tutor.get_by_role("button", name="Put it in the editor")
    expect(button).to_be_visible()
    return button


def test_the_column_opens_on_demand_and_stays_as_it_was_left(page: Page) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"/questions/{QUESTION}")
    expect(page.get_by_label("Your answer")).to_be_visible()
    assert not [url for url in fetched if "/assets/Tutor" in url]
    page.get_by_role("button", name="Ask the tutor").click()
    heading = page.get_by_role("heading", name="Tutor", exact=True)
    expect(heading).to_be_focused()
    expect(page.get_by_label("Message to the tutor")).to_be_visible()
    assert [url for url in fetched if "/assets/Tutor" in url]
    page.reload()
    expect(page.get_by_label("Message to the tutor")).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_role("button", name="Ask the tutor")).to_be_focused()
    expect(page.get_by_label("Message to the tutor")).to_be_hidden()
    page.reload()
    expect(page.get_by_role("button", name="Ask the tutor")).to_be_visible()
    expect(page.get_by_label("Message to the tutor")).to_have_count(0)


def test_a_plan_comes_to_stand_above_what_was_written(page: Page) -> None:
    tutor = open_desk(page, OWN)
    put = plan(tutor)
    put.click()
    editor = page.get_by_label("Your answer")
    expect(editor).to_have_value(re.compile(rf"^My line: {LINE}\n1\. .*Verdict:\n\n{OWN}$", re.DOTALL))
    expect(editor).to_be_focused()
    put.click()
    assert editor.input_value().count("My line:") == 1
    page.get_by_role("button", name="Take it out again").click()
    expect(editor).to_have_value(OWN)
    put.click()
    expect(editor).to_have_value(re.compile("^My line:"))
    page.keyboard.press("Control+z")
    expect(editor).to_have_value(OWN)
    page.reload()
    expect(editor).to_have_value(OWN)


def test_on_a_phone_the_tutor_is_a_tab(visit: Callable[..., Page]) -> None:
    page = visit(viewport={"width": 320, "height": 640})
    page.goto(f"/questions/{QUESTION}")
    page.get_by_role("tab", name="Write").click()
    page.get_by_label("Your answer").fill(OWN)
    page.get_by_role("tab", name="Tutor").click()
    expect(page.get_by_label("Your answer")).to_be_hidden()
    put = plan(page.get_by_role("tabpanel", name="Tutor"))
    put.click()
    expect(page.get_by_role("tab", name="Write")).to_have_attribute("aria-selected", "true")
    expect(page.get_by_label("Your answer")).to_have_value(re.compile(rf"Verdict:\n\n{OWN}$"))


def test_the_paragraph_at_the_caret_is_read(page: Page) -> None:
    page.goto(f"/questions/{QUESTION}")
    editor = page.get_by_label("Your answer")
    editor.fill(FIRST)
    caret_at(editor, FIRST.index("The Virgin Lands") + 4)
    read = page.get_by_role("button", name="Read this paragraph")
    expect(read).to_be_visible()
    read.click()
    expect(page.locator(".tutor-paragraph")).to_contain_text("Paragraph 3")
    expect(page.locator(".tutor-pressed").last).to_have_text("Read paragraph 3")
    expect(page.locator(".tutor-paragraph")).to_contain_text("The Virgin Lands scheme failed")
    expect(editor).to_have_value(FIRST)
    # An empty line is no paragraph. (The emoji before it is two places to a browser.)
    caret_at(editor, FIRST.index("\n") + 3)
    expect(read).to_have_count(0)


def test_what_the_tutor_marks_is_the_first_attempt_and_handing_in_the_second(page: Page) -> None:
    tutor = open_desk(page, FIRST)
    tutor.get_by_role("button", name="Mark").first.click()
    tutor.get_by_role("button", name="Level 3").click()
    notice = page.locator(".dock .notice").filter(has_text="The tutor marked attempt 1")
    expect(notice).to_be_visible()
    expect(notice).not_to_contain_text("written on since")
    editor = page.get_by_label("Your answer")
    editor.fill(SECOND)
    expect(notice).to_contain_text("written on since")
    page.reload()
    expect(notice).to_contain_text("written on since")
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_text("Attempt 2")).to_be_visible()
    expect(page.get_by_text("Since then:")).to_be_visible()


def test_the_report_on_what_the_tutor_marked_is_one_press_away(page: Page) -> None:
    tutor = open_desk(page, FIRST)
    tutor.get_by_role("button", name="Mark").first.click()
    tutor.get_by_role("button", name="Just mark it").click()
    page.get_by_role("button", name="Open the report").click()
    expect(page.get_by_role("heading", name="Your script")).to_be_visible()
    assert len(page.request.get("/api/v1/answers").json()["items"]) == 1
    page.goto("/")
    expect(page.get_by_role("heading", name="Drafts on this device")).to_have_count(0)


def test_a_passage_rewritten_with_the_tutor_comes_into_the_editor(page: Page) -> None:
    first = hand_in(page)
    page.goto(f"/answers/{first['id']}/improve")
    page.get_by_role("button", name="Take one step at a time").click()
    box = page.get_by_label(re.compile("Rewrite it here|Write it here"))
    expect(box).to_be_visible()
    box.fill(f"{box.input_value()} {MORE}")
    page.get_by_role("button", name="Read it again").click()
    expect(page.locator(".dock .notice").filter(has_text="The tutor marked attempt 2")).to_be_visible()
    editor = page.get_by_label("Your answer")
    expect(editor).to_have_value(re.compile(re.escape(MORE.strip()[:60])))
    expect(editor).to_have_value(re.compile("Virgin Lands scheme failed"))


def test_a_tutor_that_cannot_be_fetched_leaves_the_sheet_alone(page: Page, watch: Watch) -> None:
    watch.expected = ("ERR_FAILED", "Failed to fetch dynamically imported module", "Tutor")
    page.route("**/assets/Tutor*.js", lambda route: route.abort())
    page.goto(f"/questions/{QUESTION}")
    page.get_by_label("Your answer").fill(OWN)
    page.get_by_role("button", name="Ask the tutor").click()
    expect(page.get_by_text("The tutor stopped working")).to_be_visible()
    page.get_by_label("Your answer").press_sequentially(" And a second.")
    expect(page.get_by_label("Your answer")).to_have_value(f"{OWN} And a second.")


def test_an_exemplar_is_marked_before_it_is_read(page: Page) -> None:
    first = hand_in(page)
    page.goto(f"/answers/{first['id']}/study")
    page.get_by_role("link", name="mark an exemplar yourself").click()
    expect(page.get_by_text("Which level do you give it?").first).to_be_visible()
    expect(page).to_have_url(re.compile("/practice$"))
    page.get_by_role("button", name="Level 2").click()
    expect(page.get_by_text(re.compile("the examiner")).first).to_be_visible()
    # Loading the page again asks for no second one.
    turns = page.locator(".tutor-turn").count()
    page.reload()
    expect(page.locator(".tutor-turn")).to_have_count(turns)
