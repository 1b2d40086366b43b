"""axe finds nothing on any screen, in light and dark, at a desk and at 320 px; nothing scrolls sideways."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

from browser.chromium import Watch, no_browser
from browser.desk import FIRST, QUESTION, SECOND, hand_in, sideways

pytestmark = pytest.mark.browser

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DESK: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 320, "height": 640}


def violations(page: Page) -> list[str]:
    """What axe objects to on the page as it is now."""
    # Behind an open dialog the page and its heading are out of reach, as they should be.
    heading = {"page-has-heading-one": {"enabled": page.locator("dialog[open]").count() == 0}}
    results = Axe().run(page, options={"runOnly": WCAG, "rules": heading}).response["violations"]
    return [f"{each['id']}: {node['html'][:120]}" for each in results for node in each["nodes"]]


def to_write(page: Page) -> None:
    page.get_by_label("Your answer").wait_for(state="attached")
    tab = page.get_by_role("tab", name="Write")
    if tab.count():
        tab.click()


def first_visit(page: Page) -> None:
    page.goto("/")
    expect(page.locator("li.row").first).to_be_visible()


def choosing(page: Page) -> None:
    hand_in(page)
    page.goto(f"/questions/{QUESTION}")
    to_write(page)
    page.get_by_label("Your answer").fill("A draft.")
    page.goto("/")
    expect(page.get_by_role("heading", name="Last marked")).to_be_visible()
    expect(page.locator("li.row").first).to_be_visible()


def reading_the_question(page: Page) -> None:
    page.goto(f"/questions/{QUESTION}")
    page.get_by_role("button", name="Give me a nudge").click()
    expect(page.get_by_role("button", name="Point me")).to_be_visible()


def writing(page: Page) -> None:
    page.goto(f"/questions/{QUESTION}")
    to_write(page)
    page.get_by_label("Your answer").fill(FIRST)
    page.get_by_role("button", name="Start the clock").click()


def asking(page: Page) -> None:
    page.goto(f"/questions/{QUESTION}")
    to_write(page)
    page.get_by_label("Your answer").fill("Too short.")
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("dialog")).to_be_visible()


def predicting(page: Page) -> None:
    page.goto(f"/questions/{QUESTION}")
    to_write(page)
    page.get_by_label("Your answer").fill(FIRST)
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("group", name="which level")).to_be_visible()


def predicted(page: Page) -> None:
    predicting(page)
    page.get_by_role("button", name="Level 4").click()
    expect(page.get_by_text("You expected level 4")).to_be_visible()


def offline(page: Page) -> None:
    page.goto(f"/questions/{QUESTION}")
    to_write(page)
    page.get_by_label("Your answer").fill("word " * 4001)
    page.context.set_offline(True)
    expect(page.get_by_text("You are offline")).to_be_visible()


def report(page: Page) -> None:
    page.goto(f"/answers/{hand_in(page)['id']}")
    page.locator(".ref").nth(1).click()
    page.locator(".chip").first.click()
    page.get_by_text("What levels").click()
    page.get_by_text("How this was marked").click()


def withheld(page: Page) -> None:
    page.goto(f"/answers/{hand_in(page, '- Cuba 1962. - Farming 1963. - The Party.')['id']}")
    expect(page.get_by_role("heading", name="Your script")).to_be_visible()


def comparing(page: Page) -> None:
    first = hand_in(page)
    second = hand_in(page, SECOND, previous=first["id"])
    page.goto(f"/answers/{second['id']}/compare")
    page.get_by_text("The same as a table").click()
    expect(page.locator(".step-path")).to_be_attached()


def improving(page: Page) -> None:
    page.goto(f"/answers/{hand_in(page)['id']}/improve")
    expect(page.locator("#hints-title")).to_be_attached()


def studying(page: Page) -> None:
    page.goto(f"/answers/{hand_in(page)['id']}/study")
    expect(page.locator(".related")).to_be_visible()


def past_answers(page: Page) -> None:
    hand_in(page)
    page.goto("/answers")
    expect(page.get_by_role("heading", level=2)).to_have_count(1)


def beside_the_tutor(page: Page) -> None:
    writing(page)
    tab = page.get_by_role("tab", name="Tutor")
    tab.click()
    page.get_by_role("button", name="Mark").first.click()
    page.get_by_role("button", name="Just mark it").click()
    expect(page.locator(".tutor-ledger")).to_be_visible()
    tab.click()


def reading_a_paragraph(page: Page) -> None:
    writing(page)
    page.get_by_label("Your answer").press("ArrowUp")
    page.get_by_role("button", name="Read this paragraph").click()
    expect(page.locator(".tutor-paragraph")).to_be_visible()
    page.evaluate("localStorage.setItem('markscheme:switch:tutor', 'on')")
    page.get_by_role("tab", name="Write").click()
    expect(page.get_by_role("button", name="Read this paragraph")).to_be_visible()


def no_progress(page: Page) -> None:
    page.goto("/progress")
    expect(page.get_by_text("There is nothing to draw yet")).to_be_visible()


def progress(page: Page) -> None:
    first = hand_in(page)
    hand_in(page, SECOND, previous=first["id"])
    page.goto("/progress")
    page.get_by_text("The same as a table").click()
    expect(page.locator(".mastered").first).to_be_visible()


def nowhere(page: Page) -> None:
    page.goto("/nowhere")
    expect(page.get_by_role("heading", name="There is no page")).to_be_visible()


SCREENS = (first_visit, choosing, reading_the_question, writing, asking, predicting, predicted, offline, report,
           withheld, comparing, improving, studying, past_answers,
           beside_the_tutor, reading_a_paragraph,
           no_progress, progress, nowhere)  # fmt: skip


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_axe_finds_nothing(visit: Callable[..., Page], screen: Callable[[Page], None]) -> None:
    page = visit(viewport=PHONE, color_scheme="light")
    screen(page)
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert violations(page) == [], f"{scheme}, {size['width']} px"
        assert sideways(page) == 0, f"at {size['width']} px"


def test_axe_would_find_a_fault(page: Page) -> None:
    first_visit(page)
    assert violations(page) == []
    page.evaluate("document.querySelector('li.row a').style.color = '#c9c9c9'")
    page.evaluate("document.querySelector('select').parentElement.querySelector('span').remove()")
    found = {each.split(":")[0] for each in violations(page)}
    assert found == {"color-contrast", "select-name"}


def test_at_twice_the_size_nothing_is_cut_off(visit: Callable[..., Page]) -> None:
    page = visit(viewport={"width": 640, "height": 450}, device_scale_factor=2)
    report(page)
    assert sideways(page) == 0


def test_large_letters_do_not_push_the_page_sideways(visit: Callable[..., Page]) -> None:
    page = visit(viewport=PHONE)
    report(page)
    page.evaluate("document.documentElement.style.fontSize = '225%'")
    assert sideways(page) == 0


def test_the_chosen_theme_lasts(page: Page) -> None:
    page.goto("/")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    button = page.get_by_role("button", name="Colours:")
    button.click()
    button.click()
    dark = page.evaluate(paper)
    assert dark != light
    page.reload()
    assert page.evaluate(paper) == dark


def test_something_moves_only_where_motion_is_welcome(visit: Callable[..., Page]) -> None:
    moving = "getComputedStyle(document.querySelector('.button')).transitionDuration"
    calm = visit(reduced_motion="reduce")
    nowhere(calm)
    assert calm.evaluate(moving) == "0s"
    lively = visit(reduced_motion="no-preference")
    nowhere(lively)
    assert 0 < float(lively.evaluate(moving).split("s")[0]) <= 0.2


def test_the_watch_would_hear_a_stranger(page: Page, base_url: str) -> None:
    heard = Watch(base_url)
    heard.follow(page)
    page.goto("/")
    heard.check()
    heard.strangers.append("https://fonts.example/serif.woff2")
    with pytest.raises(AssertionError, match="strangers"):
        heard.check()


@pytest.mark.parametrize("environment", [{"CI": "true"}, {"MARKSCHEME_REQUIRE_BROWSER": "1"}])
def test_without_a_browser_ci_fails(environment: dict[str, str]) -> None:
    with pytest.raises(pytest.fail.Exception, match="NO BROWSER"):
        no_browser(environment)


def test_without_a_browser_a_person_is_told() -> None:
    with pytest.raises(pytest.skip.Exception, match="NO BROWSER"):
        no_browser({})
