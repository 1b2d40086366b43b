"""A lesson that hands in together does not keep others from reading."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event, Semaphore

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from markscheme.answers.inline import InlineMarker
from markscheme.web.dependencies import MARKING_AT_ONCE

BODY = {"question_id": "council-fall", "text": "Bread."}


def test_reads_go_on_while_every_marking_turn_is_taken(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    inside, finish = Semaphore(0), Event()
    mark = InlineMarker.report_json

    def slow(marker: InlineMarker, question_id: str, text: str, scheme_id: str | None = None) -> bytes:
        inside.release()
        assert finish.wait(20)
        return mark(marker, question_id, text, scheme_id)

    monkeypatch.setattr(InlineMarker, "report_json", slow)
    sent = 2 * MARKING_AT_ONCE
    with TestClient(app) as client, ThreadPoolExecutor(sent) as threads:
        try:
            replies = [threads.submit(client.post, "/api/v1/marks", json=BODY) for _ in range(sent)]
            for _ in range(MARKING_AT_ONCE):
                assert inside.acquire(timeout=20)
            assert client.get("/api/v1/questions").status_code == 200
            assert not inside.acquire(blocking=False)
        finally:
            finish.set()
        assert {each.result().status_code for each in replies} == {200}
