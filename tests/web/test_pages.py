"""The built page, its headers, and what stands in when it is not built."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from markscheme.web.pages import Pages

HTML = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """A built front end."""
    (tmp_path / "secret.txt").write_text("outside", encoding="utf-8")
    folder = tmp_path / "dist"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><p>The page</p>" + " " * 600, encoding="utf-8")
    (folder / "favicon.svg").write_text("<svg/>", encoding="utf-8")
    (folder / "assets" / "index-B1x2_y3Z.js").write_text("let x = 1;" * 100, encoding="utf-8")
    return folder


@pytest.fixture
def site(app: FastAPI, dist: Path) -> TestClient:
    """The API with a built page."""
    app.router.default = Pages(dist)
    return TestClient(app)


@pytest.mark.parametrize("path", ["/", "/index.html", "/answers/some-id", "/questions/council-fall"])
def test_navigation_gets_the_page(site: TestClient, path: str) -> None:
    reply = site.get(path, headers=HTML)
    assert (reply.status_code, "The page" in reply.text) == (200, True)
    assert reply.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", ["/api", "/api/", "/api/none", "/api/v1/none", "/api/v1/questions/"])
def test_an_unknown_address_of_the_api_is_a_problem_even_for_a_browser(site: TestClient, path: str) -> None:
    reply = site.get(path, headers=HTML)
    assert reply.status_code == 404
    assert reply.headers["content-type"] == "application/problem+json"


def test_a_missing_file_is_not_the_page(site: TestClient) -> None:
    reply = site.get("/assets/index-gone1234.js", headers={"accept": "*/*"})
    assert reply.status_code == 404
    assert reply.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets/%00"])
def test_nothing_outside_the_folder_is_served(site: TestClient, path: str) -> None:
    reply = site.get(path)
    assert (reply.status_code, "outside" in reply.text) == (404, False)


def test_a_hashed_file_is_kept_for_ever_and_others_are_asked_for_again(site: TestClient) -> None:
    assert (
        site.get("/assets/index-B1x2_y3Z.js").headers["cache-control"]
        == "public, max-age=31536000, immutable"
    )
    icon = site.get("/favicon.svg")
    assert icon.headers["cache-control"] == "no-cache"
    again = site.get("/favicon.svg", headers={"if-none-match": icon.headers["etag"]})
    assert again.status_code == 304


def test_the_page_takes_no_post(site: TestClient) -> None:
    assert site.post("/").status_code == 404


def test_what_compresses_is_compressed(site: TestClient) -> None:
    reply = site.get("/assets/index-B1x2_y3Z.js", headers={"accept-encoding": "gzip"})
    assert reply.headers["content-encoding"] == "gzip"


@pytest.mark.parametrize("path", ["/", "/api/v1/questions", "/api/none", "/none", "/healthz"])
def test_every_reply_is_guarded(site: TestClient, path: str) -> None:
    headers = site.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_no_cache_keeps_what_the_api_says(client: TestClient) -> None:
    assert client.get("/api/v1/questions").headers["cache-control"] == "no-store"


@pytest.mark.parametrize(("path", "status"), [("/", 200), ("/answers/x", 404)])
def test_without_a_built_page_it_says_how_to_build_it(client: TestClient, path: str, status: int) -> None:
    reply = client.get(path, headers=HTML)
    assert reply.status_code == status
    assert "make run" in reply.text
    assert reply.headers["content-type"].startswith("text/html")


def test_without_a_built_page_a_missing_file_is_a_problem(client: TestClient) -> None:
    assert client.get("/x.js").json()["type"] == "/problems/not-found"


def test_a_websocket_is_turned_away(client: TestClient) -> None:
    connect: Callable[[], object] = client.websocket_connect("/ws").__enter__
    with pytest.raises(WebSocketDisconnect) as closed:
        connect()
    assert closed.value.code == 1000
