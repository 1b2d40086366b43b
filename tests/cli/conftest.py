"""The command line as a person meets it, on the tiny pack."""

from collections.abc import Callable
from pathlib import Path

import pytest

from markscheme import cli
from markscheme.bench.desk import Desk
from markscheme.domain.packs import Pack
from markscheme.marking.encoding import Encoder

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(
    pack: Pack, encoder: Encoder, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Run:
    """Run one command in this process: exit code, standard output, standard error."""
    desk = Desk([pack], encoder)
    monkeypatch.setattr(Desk, "open", classmethod(lambda cls, knowledge: desk))

    def command(*arguments: str | Path) -> tuple[int, str, str]:
        code = cli.main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return command


@pytest.fixture
def answer(tmp_path: Path) -> Path:
    """Bob's answer in a file."""
    path = tmp_path / "bob.txt"
    path.write_text("The grain shortage mattered because people lost trust.", encoding="utf-8")
    return path
