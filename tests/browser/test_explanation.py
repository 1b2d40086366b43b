"""How a mark came about, as the page shows it."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.desk import hand_in, sideways
from browser.essays import NOTES

pytestmark = pytest.mark.browser


def numbers(page: Page, column: int) -> list[float]:
    """The figures of a column of the table of steps."""
    cells = page.locator(f".explained-steps tbody tr td:nth-child({column})").all_inner_texts()
    return [float(cell.replace("−", "-")) for cell in cells]


def test_the_steps_in_the_table_add_up_to_the_mark(page: Page) -> None:
    answer = hand_in(page)
    page.goto(f"/answers/{answer['id']}")
    page.get_by_role("link", name="How this mark came about").click()
    expect(page.get_by_role("heading", name="Step by step")).to_be_visible()
    assert round(sum(numbers(page, 2)), 3) == answer["report"]["mark"] == numbers(page, 3)[-1]
    quoted = page.locator(".explained-steps q").first.inner_text().strip("“” …")
    assert " ".join(quoted.split()) in " ".join(answer["text"].split())
    expect(page.locator(".waterfall svg").first).to_be_visible()


def test_the_page_to_print_is_one_sheet(page: Page) -> None:
    answer = hand_in(page)
    page.goto(f"/answers/{answer['id']}/explanation")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="One page to print").click()
    sheet = opened.value
    expect(sheet.get_by_role("heading", name="Step by step")).to_be_visible()
    # The sheet's own style is in use, so its policy lets it through.
    assert sheet.evaluate("getComputedStyle(document.body).maxWidth") == "768px"
    pdf = sheet.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


def test_a_withheld_mark_shows_what_was_found_without_figures(page: Page) -> None:
    answer = hand_in(page, NOTES)
    page.goto(f"/answers/{answer['id']}/explanation")
    expect(page.get_by_role("heading", name="No mark")).to_be_visible()
    expect(page.get_by_role("heading", name="What was found")).to_be_visible()
    expect(page.locator(".waterfall")).to_have_count(0)


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_it_is_accessible_and_fits(visit: Callable[..., Page], width: int, scheme: str) -> None:
    page = visit(viewport={"width": width, "height": 900}, color_scheme=scheme)
    answer = hand_in(page)
    page.goto(f"/answers/{answer['id']}/explanation")
    expect(page.get_by_role("heading", name="Step by step")).to_be_visible()
    assert sideways(page) <= 0
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_the_same_answer_is_read_by_another_mark_scheme(page: Page) -> None:
    answer = hand_in(page)
    page.goto(f"/answers/{answer['id']}")
    choice = page.get_by_label("Read by another mark scheme")
    choice.focus()
    choice.select_option("Essay, 15 marks")
    expect(page.locator(".opening-range")).to_contain_text("of 15 marks")
    expect(choice).to_be_focused()
    expect(page.get_by_text("Your stored report stays as it is")).to_be_visible()
    page.get_by_role("link", name="How this mark came about").click()
    expect(page.locator(".explained-result")).to_contain_text("of 15 marks")
    page.get_by_label("Read by another mark scheme").select_option("Essay, 25 marks")
    expect(page.locator(".explained-result")).to_contain_text("of 25 marks")
    assert "scheme" not in page.url
    again = page.request.get(f"/api/v1/answers/{answer['id']}").json()
    assert again["report"] == answer["report"]


def test_what_the_command_word_asks_and_does_not_get_is_told(page: Page) -> None:
    reasons = (
        "Khrushchev attacked Stalin above all in order to defeat his rivals. Molotov and Malenkov had signed more of "
        "the lists of the 1930s, so the Speech of February 1956 put them on the defensive. He also believed that "
        "Stalin's cult had bent the Party away from Lenin, and he wanted collective leadership back."
    )
    answer = hand_in(page, reasons, "destalinisation-reasons-results")
    page.goto(f"/answers/{answer['id']}")
    demands = page.locator(".demands")
    expect(demands).to_contain_text("Both halves answered: not yet.")
    expect(demands).to_contain_text("The results are thin")
