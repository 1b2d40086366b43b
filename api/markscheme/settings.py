"""Settings from the environment (MARKSCHEME_…) or a .env file; only main.py and cli.py read them."""

import os
from decimal import Decimal
from pathlib import Path
from typing import Self

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from markscheme.llm.budget import Caps, Prices, millionths
from markscheme.llm.providers import Choice
from markscheme.web.limits import RateLimit

# The web process keeps no more requests than this waiting for a mark at once.
MOST_WORKERS = 24


class Settings(BaseSettings):
    """Everything that can be chosen. The defaults serve one school from one machine."""

    # Else pydantic keeps names that begin with model_ for itself, and quotes a key in what it says of other settings.
    model_config = SettingsConfigDict(
        env_prefix="MARKSCHEME_",
        env_file=".env",
        extra="ignore",
        protected_namespaces=(),
        hide_input_in_errors=True,
    )

    data_dir: Path = Field(default=Path("var"), description="Where the database is kept")
    database_url: str | None = Field(
        default=None, description="A SQLite URL; a file in data_dir when left out"
    )
    knowledge: Path | None = Field(
        default=None, description="Folder of packs; the one that came with it when left out"
    )
    frontend: Path | None = Field(default=None, description="Folder of the built page; as above")
    workers: int = Field(
        default_factory=lambda: min(os.cpu_count() or 1, MOST_WORKERS),
        ge=0,
        le=MOST_WORKERS,
        description="Processes that mark; 0 marks inside the web process",
    )
    mark_seconds: float = Field(default=10.0, gt=0, description="How long one mark may take")
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    rate: str | None = Field(
        default=None,
        description='Marks for each client address, such as "120/minute"; "off" for no limit; '
        "when left out 600/minute, and none for this machine itself",
    )
    max_body: int = Field(default=256 * 1024, ge=1024, description="Largest request body in bytes")
    model: str | None = Field(
        default=None,
        description="A language model to word what has been marked, such as openai:NAME; none when left out",
    )
    model_url: str | None = Field(
        default=None, description="Where the model's server is; its provider's own when left out"
    )
    model_key: SecretStr | None = Field(default=None, description="The key for it; never logged or shown")
    model_price_in: Decimal | None = Field(
        default=None, ge=0, le=10_000, description="For a million tokens sent"
    )
    model_price_out: Decimal | None = Field(
        default=None, ge=0, le=10_000, description="For a million received"
    )
    model_budget_student: Decimal | None = Field(
        default=None,
        ge=0,
        le=1_000_000,
        description="Most for one student in a day, in the unit of the prices",
    )
    model_budget_site: Decimal | None = Field(
        default=None, ge=0, le=1_000_000, description="Most for everyone in a day"
    )

    @field_validator("rate")
    @classmethod
    def _readable(cls, rate: str | None) -> str | None:
        if rate is not None:
            RateLimit.parse(rate)
        return rate

    @field_validator("model", "model_url", "model_key", mode="before")
    @classmethod
    def _left_empty(cls, value: object) -> object:
        # A line such as MARKSCHEME_MODEL= is how one switches it off.
        return None if isinstance(value, str) and not value.strip() else value

    @model_validator(mode="after")
    def _model_can_be_had(self) -> Self:
        if self.model is None:
            return self
        Choice.parse(self.model)
        if (self.model_price_in is None) != (self.model_price_out is None):
            raise ValueError("MARKSCHEME_MODEL_PRICE_IN and MARKSCHEME_MODEL_PRICE_OUT belong together")
        # Whoever needs a key is billed by somebody, and what it costs must be known to be shown and held down.
        if self.model_price_in is None and (
            self.model_key or self.model_budget_student or self.model_budget_site
        ):
            raise ValueError(
                "a MARKSCHEME_MODEL_KEY or _BUDGET needs MARKSCHEME_MODEL_PRICE_IN and _PRICE_OUT"
            )
        return self

    @property
    def model_choice(self) -> Choice | None:
        """The language model to use, if any."""
        return Choice.parse(self.model, self.model_url, self.model_key) if self.model else None

    @property
    def model_prices(self) -> Prices | None:
        """What its tokens cost; None where nobody has said."""
        if self.model_price_in is None or self.model_price_out is None:
            return None
        return Prices(self.model_price_in, self.model_price_out)

    @property
    def model_caps(self) -> Caps:
        """The most that a day may cost."""
        return Caps(*map(millionths, (self.model_budget_student, self.model_budget_site)))

    @property
    def database(self) -> str:
        """The database's URL."""
        return self.database_url or f"sqlite:///{self.data_dir.resolve() / 'markscheme.sqlite'}"

    @property
    def rate_limit(self) -> RateLimit | None:
        """The limit to apply."""
        return RateLimit.parse(self.rate) if self.rate else RateLimit.parse("600/minute", spare_loopback=True)
