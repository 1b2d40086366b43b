"""Setting a school up, signing in and out: as a person does it, by keyboard too, and what it says when it goes wrong."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.chromium import Watch
from browser.conftest import ROOT
from browser.desk import FIRST, sideways, tab_to
from browser.test_accessibility import DESK, PHONE, violations

pytestmark = pytest.mark.browser
PASSWORD = "three quiet rivers"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """A server of this module's own, and the path of the link it prints at its first start."""
    environment = os.environ | {
        "MARKSCHEME_DATA_DIR": str(tmp_path_factory.mktemp("people")), "MARKSCHEME_WORKERS": "1",
        "PYTHONPATH": str(ROOT / "api"), "PYTHONUNBUFFERED": "1",
    }  # fmt: skip
    command = [sys.executable, "-m", "markscheme.cli", "serve", "--port", "0"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        for line in server.stdout:
            if found := re.search(r"(http://\S+)(/setup#\S+)", line):
                yield found[1], found[2]
                break
        server.terminate()


@pytest.fixture(scope="module")
def base_url(served: tuple[str, str], browser: Browser) -> str:
    """The server with one school, Hill School, set up by hand through its link."""
    address, link = served
    context = browser.new_context(base_url=address, reduced_motion="reduce")
    page = context.new_page()
    watch = Watch(address)
    watch.follow(page)
    page.goto(link)
    expect(page.get_by_role("heading", name="Set up a school")).to_be_visible()
    assert violations(page) == []
    page.get_by_label("The school’s name").fill("Hill School")
    page.get_by_label("Your name").fill("Ada Park")
    page.get_by_label("Password", exact=True).fill("Ada Park")
    page.get_by_role("button", name="Set up the school").click()
    expect(page.get_by_text("This password would be guessed first")).to_be_visible()
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Set up the school").click()
    expect(page.get_by_role("heading", name="Your account")).to_be_visible()
    watch.expected = ("422",)
    watch.check()
    context.close()
    return address


def sign_in(page: Page, password: str = PASSWORD) -> None:
    page.goto("/sign-in")
    page.get_by_label("Your name").fill("Ada Park")
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()


def signed_in(page: Page) -> None:
    sign_in(page)
    expect(page.get_by_role("heading", name="Your account")).to_be_visible()


def test_a_used_link_says_so(served: tuple[str, str], page: Page, watch: Watch) -> None:
    watch.expected = ("410",)
    page.goto(served[1])
    expect(page.get_by_role("heading", name="This link no longer works")).to_be_visible()
    assert violations(page) == []


def test_signing_in_by_keyboard_alone(page: Page) -> None:
    page.goto("/")
    tab_to(page, "Sign in")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Sign in to Hill School")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("ada park")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your account")).to_be_visible()
    expect(page.get_by_role("link", name="Ada Park")).to_be_visible()


def test_a_wrong_password_and_many_wrong_passwords(page: Page, watch: Watch) -> None:
    watch.expected = ("401", "429")
    page.goto("/sign-in")
    page.get_by_label("Your name").fill("Nobody Here")
    for tried in range(6):
        page.get_by_label("Password", exact=True).fill(f"guess {tried}")
        with page.expect_response("**/api/v1/sessions"):
            page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("button", name="Sign in")).to_be_visible()
        words = "do not belong together" if tried < 5 else "Wait 1 second"
        expect(page.get_by_role("alert")).to_contain_text(words)
        assert page.get_by_label("Your name").input_value() == "Nobody Here"
    assert violations(page) == []


def test_what_is_handed_in_follows_the_person(visit: Callable[..., Page]) -> None:
    first, second = visit(), visit()
    for page in (first, second):
        signed_in(page)
    answer = hand_in_as_a_page_does(first)
    second.goto("/answers")
    expect(second.locator(f"a[href='/answers/{answer}']")).to_be_visible()
    second.goto("/account")
    second.get_by_role("button", name="Sign out", exact=True).click()
    expect(second.get_by_role("heading", name="Sign in to Hill School")).to_be_visible()
    second.goto("/answers")
    expect(second.get_by_text("You have not handed anything in")).to_be_visible()


def test_practice_of_before_is_offered_and_added(page: Page) -> None:
    page.goto("/")
    answer = hand_in_as_a_page_does(page)
    signed_in(page)
    offer = page.get_by_role("region", name="Practice from before you signed in")
    expect(offer).to_contain_text("1 answer is kept in this browser")
    assert violations(page) == []
    offer.get_by_role("button", name="That was me").click()
    expect(page.get_by_text("1 answer is now with your account.").first).to_be_visible()
    page.goto("/answers")
    expect(page.locator(f"a[href='/answers/{answer}']")).to_be_visible()


def test_another_password_and_the_sessions_it_ends(visit: Callable[..., Page], watch: Watch) -> None:
    watch.expected = ("401",)
    page, other = visit(), visit()
    signed_in(other)
    signed_in(page)
    rows = page.get_by_role("region", name="Where you are signed in").get_by_role("listitem")
    expect(rows.first).to_contain_text("Chrome on Linux This browser")
    form = page.get_by_role("region", name="Password", exact=True)
    for now, wanted in (("wrong", PASSWORD + " x"), (PASSWORD, PASSWORD + " x"), (PASSWORD + " x", PASSWORD)):
        form.get_by_label("Password now", exact=True).fill(now)
        form.get_by_label("New password", exact=True).fill(wanted)
        with page.expect_response("**/api/v1/account/password"):
            form.get_by_role("button", name="Change the password").click()
        if now == "wrong":
            expect(form.get_by_role("alert")).to_contain_text("not your password")
        else:
            expect(form.get_by_role("status")).to_contain_text("Changed.")
            expect(form.get_by_label("Password now", exact=True)).to_have_value("")
    expect(rows).to_have_count(1)
    other.goto("/account")
    expect(other.get_by_role("heading", name="You are not signed in")).to_be_visible()


def test_a_teacher_is_invited_comes_and_is_deactivated(visit: Callable[..., Page], watch: Watch) -> None:
    watch.expected = ("410", "409")
    admin, teacher = visit(), visit()
    signed_in(admin)
    admin.get_by_role("link", name="The people of your school").click()
    admin.get_by_label("Their name").fill("ada  park")
    admin.get_by_role("button", name="Make a link").click()
    expect(admin.get_by_text("has this name already")).to_be_visible()
    admin.get_by_label("Their name").fill("<i>Tom</i> O’Reed")
    admin.get_by_role("button", name="Make a link").click()
    expect(admin.get_by_role("heading", name="A link for <i>Tom</i> O’Reed")).to_be_focused()
    assert violations(admin) == []
    link = admin.locator(".hand-over-link").inner_text()
    teacher.goto(link)
    expect(teacher.get_by_text("This link is for <i>Tom</i> O’Reed at Hill School")).to_be_visible()
    assert violations(teacher) == []
    teacher.get_by_label("Password", exact=True).fill(PASSWORD)
    teacher.get_by_role("button", name="Sign in with it").click()
    expect(teacher.get_by_role("heading", name="Your account")).to_be_visible()
    teacher.goto("/people")
    expect(teacher.get_by_text("Only administrators")).to_be_visible()
    teacher.goto("about:blank")
    teacher.goto(link)
    expect(teacher.get_by_role("heading", name="This link no longer works")).to_be_visible()
    admin.get_by_role("button", name="Deactivate <i>Tom</i> O’Reed").click()
    expect(admin.get_by_role("listitem").filter(has_text="O’Reed")).to_contain_text("deactivated")
    teacher.goto("/account")
    expect(teacher.get_by_role("heading", name="You are not signed in")).to_be_visible()
    admin.get_by_role("button", name="Let back in: <i>Tom</i>").click()
    expect(admin.get_by_role("button", name="Deactivate <i>Tom</i> O’Reed")).to_be_visible()


def test_a_student_joins_by_the_code_and_a_school_asks_for_that(
    visit: Callable[..., Page], watch: Watch
) -> None:
    watch.expected = ("404", "401")
    admin, student = visit(), visit(viewport=PHONE)
    signed_in(admin)
    admin.get_by_role("link", name="Classes").click()
    admin.get_by_label("Its name").fill("10B History")
    admin.get_by_role("button", name="Make the class").click()
    made = admin.get_by_role("region", name="10B History")
    code = made.locator(".class-code").inner_text()
    student.goto("/sign-in")
    student.get_by_role("link", name="Join a class").click()
    student.get_by_label("Class code").fill("AAAA-AAAA")
    student.get_by_role("button", name="Go on").click()
    expect(student.get_by_role("alert")).to_contain_text("joins no class")
    assert violations(student) == []
    student.get_by_label("Class code").fill(code.lower())
    student.get_by_role("button", name="Go on").click()
    expect(student.get_by_role("heading", name="Join 10B History")).to_be_visible()
    assert violations(student) == []
    student.get_by_label("Your name").fill("Kit Shaw")
    student.get_by_label("Password", exact=True).fill(PASSWORD)
    student.get_by_role("button", name="Join the class").click()
    expect(student.get_by_role("definition").filter(has_text="Student")).to_be_visible()
    admin.reload()
    made.get_by_role("button", name="1 student").click()
    expect(made.get_by_text("Kit Shaw")).to_be_visible()
    assert violations(admin) == []
    made.get_by_role("button", name="New code for 10B History").click()
    expect(made.locator(".class-code")).not_to_have_text(code)
    admin.goto("/people")
    admin.get_by_label("Practice needs an account").check()
    visitor = visit()
    visitor.goto("/")
    expect(visitor.get_by_text("Your school asks you to sign in")).to_be_visible()
    assert violations(visitor) == []
    assert visitor.request.post("/api/v1/conversations", data={}).status == 401
    with admin.expect_response("**/api/v1/school"):
        admin.get_by_label("Practice needs an account").uncheck()
    visitor.reload()
    expect(visitor.get_by_role("link", name="Sign in")).to_be_visible()
    expect(visitor.get_by_text("Your school asks you to sign in")).to_have_count(0)


def joining(page: Page) -> None:
    page.goto("/join")
    expect(page.get_by_label("Class code")).to_be_visible()


def the_classes(page: Page) -> None:
    signed_in(page)
    page.goto("/classes")
    expect(page.get_by_role("heading", name="A new class")).to_be_visible()


def the_people(page: Page) -> None:
    signed_in(page)
    page.goto("/people")
    expect(page.get_by_role("listitem").first).to_be_visible()


def hand_in_as_a_page_does(page: Page) -> str:
    return str(
        page.evaluate(
            """async (text) => (await (await fetch("/api/v1/answers", {method: "POST",
            headers: {"Content-Type": "application/json"},
            body: JSON.stringify({question_id: "fall-destalinisation", text})})).json()).id""",
            FIRST,
        )
    )


def not_signed_in(page: Page) -> None:
    page.goto("/account")
    expect(page.get_by_role("heading", name="You are not signed in")).to_be_visible()


def at_the_door(page: Page) -> None:
    page.goto("/sign-in")
    expect(page.get_by_role("heading", name="Sign in to Hill School")).to_be_visible()
    page.get_by_role("button", name="Show password").click()


@pytest.mark.parametrize(
    "screen",
    [not_signed_in, at_the_door, signed_in, the_people, joining, the_classes],
    ids=lambda screen: screen.__name__,
)
def test_axe_finds_nothing(visit: Callable[..., Page], screen: Callable[[Page], None]) -> None:
    page = visit(viewport=PHONE)
    screen(page)
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert violations(page) == [], f"{scheme}, {size['width']} px"
        assert sideways(page) == 0, f"at {size['width']} px"
