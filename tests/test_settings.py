"""Settings come from the environment, and what cannot work is refused when they are read."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from markscheme.domain.errors import RateLimitedError
from markscheme.settings import MOST_WORKERS, Settings


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A .env file of whoever runs the tests must not be read.
    monkeypatch.chdir(tmp_path)


def test_defaults_serve_one_machine_from_a_folder_of_its_own(tmp_path: Path) -> None:
    settings = Settings()
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.database == f"sqlite:///{tmp_path / 'var' / 'markscheme.sqlite'}"
    assert 1 <= settings.workers <= MOST_WORKERS


def test_the_environment_decides(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, value in {
        "DATA_DIR": str(tmp_path / "d"),
        "PORT": "9000",
        "WORKERS": "0",
        "RATE": "5/second",
    }.items():
        monkeypatch.setenv(f"MARKSCHEME_{name}", value)
    settings = Settings()
    assert (settings.port, settings.workers, settings.rate) == (9000, 0, "5/second")
    assert settings.database.endswith("/d/markscheme.sqlite")


def test_a_database_url_wins_over_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARKSCHEME_DATABASE_URL", "sqlite:///elsewhere.sqlite")
    assert Settings().database == "sqlite:///elsewhere.sqlite"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "70000"),
        ("PORT", "x"),
        ("WORKERS", "-1"),
        ("WORKERS", "25"),
        ("RATE", "fast"),
        ("MARK_SECONDS", "0"),
    ],
)
def test_what_cannot_work_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"MARKSCHEME_{name}", value)
    with pytest.raises(ValidationError, match=name.lower()):
        Settings()


def refused_after(rate: str | None, address: str, most: int) -> int | None:
    limit = Settings(rate=rate).rate_limit
    for count in range(most if limit else 0):
        try:
            limit.take(address) if limit else None
        except RateLimitedError:
            return count
    return None


def test_the_rate_spares_this_machine_only_when_it_is_left_out() -> None:
    assert refused_after(None, "127.0.0.1", 700) is None
    assert refused_after(None, "10.0.0.1", 700) == 600
    assert refused_after("5/hour", "127.0.0.1", 10) == 5
    assert refused_after("off", "10.0.0.1", 10) is None
