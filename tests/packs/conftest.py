"""A small pack about bread to break in every way, and the words to do it with."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from markscheme.packs.loader import check
from markscheme.packs.problems import Problem

SMALL = Path(__file__).parent / "small"

Plant = Callable[[str, str, str], int]


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    """A copy of the small pack, good until a test breaks it."""
    return Path(shutil.copytree(SMALL, tmp_path / "knowledge"))


@pytest.fixture
def plant(knowledge: Path) -> Plant:
    """Changes one place of one file and returns the line on which it is."""

    def change(name: str, old: str, new: str) -> int:
        path = knowledge / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} must be in {name} once"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    return change


@pytest.fixture
def problems(knowledge: Path) -> Callable[[], list[tuple[str, int, str]]]:
    """What the checker finds: file below knowledge/, line, message."""

    def found() -> list[tuple[str, int, str]]:
        return [(_below(problem, knowledge), problem.line, problem.message) for problem in check(knowledge)]

    return found


def _below(problem: Problem, knowledge: Path) -> str:
    return Path(problem.file).relative_to(knowledge).as_posix()
