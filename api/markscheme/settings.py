"""Settings from the environment (MARKSCHEME_…) or a .env file; only main.py and cli.py read them."""

import os
from pathlib import Path

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from markscheme.web.limits import RateLimit

# The web process keeps no more requests than this waiting for a mark at once.
MOST_WORKERS = 24


class Settings(BaseSettings):
    """Everything that can be chosen. The defaults serve one school from one machine."""

    model_config = SettingsConfigDict(env_prefix="MARKSCHEME_", env_file=".env", extra="ignore")

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

    @field_validator("rate")
    @classmethod
    def _readable(cls, rate: str | None) -> str | None:
        if rate is not None:
            RateLimit.parse(rate)
        return rate

    @property
    def database(self) -> str:
        """The database's URL."""
        return self.database_url or f"sqlite:///{self.data_dir.resolve() / 'markscheme.sqlite'}"

    @property
    def rate_limit(self) -> RateLimit | None:
        """The limit to apply."""
        return RateLimit.parse(self.rate) if self.rate else RateLimit.parse("600/minute", spare_loopback=True)
