"""Puts the built web page, if there is one, into a wheel; an editable install reads it from frontend/dist."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WheelHook(BuildHookInterface[Any]):
    """Called by hatchling before it packs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add frontend/dist as package data."""
        page = Path(self.root, "frontend", "dist")
        if version == "standard" and (page / "index.html").is_file():
            build_data["force_include"][str(page)] = "markscheme/data/frontend"
