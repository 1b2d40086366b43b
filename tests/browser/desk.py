"""What the browser tests write and do again and again."""

from typing import Any

from playwright.sync_api import Page

QUESTION = "fall-destalinisation"
TITLE = "To what extent was destalinisation responsible"

# An emoji and curly quotes stand before the evidence, so that spans are put to the test; the plan is of 1959.
FIRST = """\
Khrushchev fell from power in 1964 for several reasons 🙂. “Destalinisation” was one of them, and people \
argue about it.

The Secret Speech of 1956 attacked Stalin, and officials who had worked for him felt attacked as well, so \
the hardliners never trusted Khrushchev again. His Seven-Year Plan of 1956 promised a lot and its targets \
were missed.

The Virgin Lands scheme failed, and after the terrible harvest of 1963 grain had to be bought from Canada, \
which made him look foolish because farming was supposed to be his subject. The Cuban Missile Crisis of 1962 \
was a humiliation.

In conclusion, there were many reasons for his fall.
"""

MORE = """\
Most important was what he did to the Party. In November 1962 he split the regional committees into \
industrial and agricultural halves, so every regional secretary lost half of his power, and the men who had \
saved him in 1957 had a reason to vote against him in October 1964. The harvest mattered less, because a bad \
harvest alone had never removed a Soviet leader.
"""

SECOND = FIRST.replace("In conclusion, there were many reasons for his fall.\n", MORE).replace(
    "Seven-Year Plan of 1956", "Seven-Year Plan of 1959"
)


def hand_in(
    page: Page, text: str = FIRST, question: str = QUESTION, previous: str | None = None
) -> dict[str, Any]:
    """Store an answer as this visitor through the API; returns it."""
    body = {"question_id": question, "text": text, "previous_id": previous}
    reply = page.request.post("/api/v1/answers", data=body)
    assert reply.status == 201, reply.text()
    stored: dict[str, Any] = reply.json()
    return stored


def give_in(page: Page, expected: str = "Just mark it") -> None:
    """Press "Hand in", and answer what is asked before a first mark."""
    page.get_by_role("button", name="Hand in").click()
    page.get_by_role("group", name="which level").get_by_role("button", name=expected).click()


def tab_to(page: Page, name: str, most: int = 60) -> None:
    """Press Tab until the focus stands on something whose words begin with `name`."""
    for _ in range(most):
        page.keyboard.press("Tab")
        found = page.evaluate(
            "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"
        )
        if found.strip().startswith(name):
            return
    raise AssertionError(f"Tab never came to {name!r}")


def sideways(page: Page) -> int:
    """How many pixels the page is wider than its window."""
    width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert isinstance(width, int)
    return width
