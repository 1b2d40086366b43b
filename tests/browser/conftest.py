"""A real browser against the real server: one of each for the session, a fresh visitor for every test."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from browser.chromium import ARGS, Watch, find_browser, no_browser

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "frontend" / "dist" / "index.html"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    path = find_browser()
    if path is None:
        no_browser(dict(os.environ))
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=list(ARGS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def base_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of our own, with an empty database."""
    assert DIST.is_file(), "the web page is not built; run `make build`"
    environment = os.environ | {
        "MARKSCHEME_DATA_DIR": str(tmp_path_factory.mktemp("data")),
        "MARKSCHEME_WORKERS": "1",
        "PYTHONPATH": str(ROOT / "api"),
        "PYTHONUNBUFFERED": "1",
    }
    command = [sys.executable, "-m", "markscheme.cli", "serve", "--port", "0"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        lines: list[str] = []
        for line in server.stdout:
            lines.append(line)
            if " ready at " in line:
                break
        _, ready, address = "".join(lines[-1:]).partition(" ready at ")
        assert ready, f"the server did not start: {''.join(lines)}"
        yield address.strip()
        server.terminate()


@pytest.fixture
def watch(base_url: str) -> Watch:
    """What the pages of this test are held to; set `expected` where a complaint is part of the test."""
    return Watch(base_url)


@pytest.fixture
def visit(browser: Browser, base_url: str, watch: Watch) -> Iterator[Callable[..., Page]]:
    """Open a page as a visitor never seen before; keywords are those of a browser context."""
    contexts: list[BrowserContext] = []

    def open_page(**options: Any) -> Page:  # noqa: ANN401 (whatever a browser context takes)
        wanted = {"viewport": {"width": 1280, "height": 900}, "locale": "en-GB", "reduced_motion": "reduce"}
        context = browser.new_context(base_url=base_url, **(wanted | options))
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        watch.follow(page)
        return page

    yield open_page
    for context in contexts:
        context.close()
    watch.check()


@pytest.fixture
def page(visit: Callable[..., Page]) -> Page:
    """A page on a desktop."""
    return visit()
