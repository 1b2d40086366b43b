"""Where the data is that comes with the code: in the source tree, or packaged beside the modules."""

from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCE_ROOT = HERE.parents[1]


class MissingAssetError(FileNotFoundError):
    """Data that must be there is not; says where it was looked for."""


def knowledge() -> Path:
    """The packs, mark schemes and encoders."""
    return _found("knowledge")


def prompts() -> Path:
    """The prompt templates."""
    return _found("prompts")


def frontend() -> Path | None:
    """The built page, or None when nobody has built it."""
    for folder in (SOURCE_ROOT / "frontend" / "dist", HERE / "data" / "frontend"):
        if (folder / "index.html").is_file():
            return folder
    return None


def attacks() -> Path:
    """The hostile texts that a release is held against."""
    return _found("attacks", "tests/attacks")


def _found(name: str, at: str = "") -> Path:
    # An installed package has a data folder; a source tree has pyproject.toml at its root.
    source = SOURCE_ROOT / (at or name) if (SOURCE_ROOT / "pyproject.toml").is_file() else None
    for folder in (source, HERE / "data" / name):
        if folder is not None and folder.is_dir():
            return folder
    raise MissingAssetError(f"no {name} folder: looked in {SOURCE_ROOT} and {HERE / 'data'}")
