"""The assembly: the real product starts, marks where it is told to, and cleans up when it cannot."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from markscheme import main
from markscheme.answers.inline import InlineMarker
from markscheme.answers.pool import PooledMarker
from markscheme.domain.errors import StorageUnavailableError
from markscheme.packs.problems import PackError
from markscheme.settings import Settings

BODY = {"question_id": "removal-cuba", "text": "The Cuban Missile Crisis of 1962 lost him prestige."}


@pytest.mark.parametrize(("workers", "kind"), [(0, InlineMarker), (1, PooledMarker)])
def test_builds_the_product(tmp_path: Path, workers: int, kind: type) -> None:
    product = main.build(Settings(data_dir=tmp_path / "data", workers=workers))
    assert type(product.state.answers._marker) is kind
    with TestClient(product) as client:
        assert client.get("/readyz").status_code == 200
        assert client.post("/api/v1/answers", json=BODY).status_code == 201
    assert (tmp_path / "data" / "markscheme.sqlite").stat().st_size > 0


def test_the_factory_reads_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARKSCHEME_DATA_DIR", str(tmp_path / "there"))
    monkeypatch.setenv("MARKSCHEME_WORKERS", "0")
    main.app()
    assert (tmp_path / "there" / "markscheme.sqlite").exists()


@pytest.mark.parametrize("fault", ["packs", "database"])
def test_what_cannot_start_ends_the_processes_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    closed = []
    close = PooledMarker.close

    def note(marker: PooledMarker) -> None:
        close(marker)
        closed.append(marker._nursery._process.returncode)

    monkeypatch.setattr(PooledMarker, "close", note)
    (tmp_path / "file").touch()
    (tmp_path / "knowledge" / "broken").mkdir(parents=True)
    (tmp_path / "knowledge" / "broken" / "pack.yaml").write_text("id: [", encoding="utf-8")
    settings = Settings(data_dir=tmp_path, workers=1)
    if fault == "packs":
        settings = settings.model_copy(update={"knowledge": tmp_path / "knowledge"})
    else:
        settings = settings.model_copy(update={"data_dir": tmp_path / "file"})
    with pytest.raises((PackError, StorageUnavailableError)):
        main.build(settings)
    assert len(closed) == 1
    assert closed[0] is not None
