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


def test_no_language_model_is_the_default() -> None:
    assert Settings().model_choice is None


def test_a_language_model_is_one_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARKSCHEME_MODEL", "openai:llama3.2")
    monkeypatch.setenv("MARKSCHEME_MODEL_URL", "http://localhost:11434/v1")
    choice = Settings().model_choice
    assert choice
    assert (choice.provider, choice.model, choice.url) == ("openai", "llama3.2", "http://localhost:11434/v1")
    monkeypatch.setenv("MARKSCHEME_MODEL", "")
    assert Settings().model_choice is None


def test_a_key_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"": "openai:m", "_KEY": "sk-planted", "_PRICE_IN": "1", "_PRICE_OUT": "2"}.items():
        monkeypatch.setenv(f"MARKSCHEME_MODEL{name}", value)
    settings = Settings()
    assert "planted" not in repr(settings) + str(settings.model_dump()) + settings.model_dump_json()
    assert "planted" not in repr(settings.model_choice)
    for price in ("dear", "-1", None):
        monkeypatch.delenv("MARKSCHEME_MODEL_PRICE_OUT")
        if price:
            monkeypatch.setenv("MARKSCHEME_MODEL_PRICE_OUT", price)
        with pytest.raises(ValidationError) as caught:
            Settings()
        assert "planted" not in str(caught.value)
        monkeypatch.setenv("MARKSCHEME_MODEL_PRICE_OUT", "2")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"": "gpt-5"}, "there are: openai:NAME"),
        ({"": "openai"}, "openai:NAME"),
        ({"": "scripted:x"}, "scripted"),
        ({"": "openai:m", "key": "k"}, "PRICE_IN and _PRICE_OUT"),
        ({"": "openai:m", "price_in": "1"}, "belong together"),
        ({"": "openai:m", "budget_site": "5"}, "needs MARKSCHEME_MODEL_PRICE_IN"),
        ({"": "openai:m", "price_in": "-1", "price_out": "1"}, "greater than"),
    ],
)
def test_a_model_that_cannot_be_used_is_refused(said: dict[str, str], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        Settings.model_validate({"model" + "_" * bool(name) + name: value for name, value in said.items()})


def test_budgets_are_counted_in_millionths() -> None:
    said = {"price_in": "0.25", "price_out": "2", "budget_student": "0.10"}
    settings = Settings.model_validate(
        {"model": "openai:m"} | {f"model_{name}": value for name, value in said.items()}
    )
    assert settings.model_caps.student == 100_000
    assert settings.model_caps.site is None
    assert settings.model_prices
