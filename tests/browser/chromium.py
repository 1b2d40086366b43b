"""Finding a browser, or saying loudly that there is none; and hearing what a page must not do."""

import os
import shutil

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request

ARGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
NAMES = ("chromium", "google-chrome", "google-chrome-stable")


def find_browser() -> str | None:
    """$CHROMIUM, or a browser on the path."""
    named = os.environ.get("CHROMIUM", "")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


def no_browser(environment: dict[str, str]) -> None:
    """Fail where a browser is required (CI), else skip; both out loud."""
    says = "NO BROWSER: the web page was not tested. Install chromium, or name one in CHROMIUM."
    if environment.get("CI") or environment.get("MARKSCHEME_REQUIRE_BROWSER"):
        pytest.fail(says, pytrace=False)
    pytest.skip(says)


class Watch:
    """Hears what a page must not do: complain on its console, or ask another host for anything."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url
        self.complaints: list[str] = []
        self.strangers: list[str] = []
        self.expected: tuple[str, ...] = ()

    def follow(self, page: Page) -> None:
        """Listen to a page from now on."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _request(self, request: Request) -> None:
        if not request.url.startswith(self.base_url):
            self.strangers.append(request.url)

    def check(self) -> None:
        """Fail on anything heard that the test did not expect."""
        heard = [text for text in self.complaints if not any(part in text for part in self.expected)]
        assert not heard, f"the console complained: {heard}"
        assert not self.strangers, f"the page asked strangers: {self.strangers}"
