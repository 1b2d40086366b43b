"""What only a process of its own can show."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

COMMAND = [sys.executable, "-m", "markscheme.cli"]
HEAVY = (
    "fastapi",
    "starlette",
    "sqlalchemy",
    "uvicorn",
    "rich",
    "typer",
    "pydantic_settings",
    "multiprocessing",
)


def test_marking_loads_no_web_and_no_database(tmp_path: Path) -> None:
    (tmp_path / "bob.txt").write_text("Bread ran out.", encoding="utf-8")
    program = (
        "import sys; from markscheme.cli import main; "
        "code = main(['mark', 'fall-destalinisation', sys.argv[1], '--json']); "
        f"print([n for n in {HEAVY!r} if n in sys.modules], code, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "bob.txt"], capture_output=True, text=True, check=True
    )
    assert done.stderr == "[] 0\n"


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "bob.txt").write_text("Bread ran out.", encoding="utf-8")
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [*COMMAND, "mark", "fall-destalinisation", tmp_path / "bob.txt"],
        stdout=write, stderr=subprocess.PIPE, check=False,
    )  # fmt: skip
    os.close(write)
    assert (done.returncode, done.stderr) == (141, b"")


def test_packs_are_checked_with_file_and_line(tmp_path: Path) -> None:
    knowledge = tmp_path / "knowledge"
    (knowledge / "town").mkdir(parents=True)
    (knowledge / "town" / "pack.yaml").write_text("id: town\ntitel: The town\n", encoding="utf-8")
    done = subprocess.run(
        [*COMMAND, "packs", "check", knowledge], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert re.search(r"pack\.yaml:2: unknown field 'titel'; did you mean title\?", done.stdout)
    marked = subprocess.run(
        [*COMMAND, "mark", "fall-destalinisation", "-"],
        stdin=subprocess.DEVNULL, capture_output=True, text=True,
        env=os.environ | {"MARKSCHEME_KNOWLEDGE": str(knowledge)}, check=False,
    )  # fmt: skip
    assert marked.returncode == 2
    assert re.fullmatch(r"markscheme: .+: .+ \(and \d+ more: markscheme packs check\)\n", marked.stderr)


def test_the_packs_that_come_with_it_are_right() -> None:
    done = subprocess.run([*COMMAND, "packs", "check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "no problems\n")


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "packs", "check", tmp_path / "none"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert re.fullmatch(r"markscheme: .*none is not a folder; .*\n", done.stderr)


@pytest.mark.slow
def test_serving_tells_when_it_is_ready_refuses_a_busy_port_and_ends_quietly(tmp_path: Path) -> None:
    settings = os.environ | {"MARKSCHEME_DATA_DIR": str(tmp_path)}
    serve = [*COMMAND, "serve", "--port"]
    with subprocess.Popen(
        [*serve, "0"], env=settings, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        ready = re.fullmatch(
            r"Markscheme is ready at (http://127\.0\.0\.1:(\d+))\n", server.stdout.readline()
        )
        assert ready
        with urlopen(f"{ready[1]}/healthz") as answer:
            assert answer.status == 200
        second = subprocess.run([*serve, ready[2]], env=settings, capture_output=True, text=True, check=False)
        server.send_signal(signal.SIGINT)
        assert server.stderr is not None
        told = server.stderr.read()
    assert second.returncode == 2
    assert second.stderr == (
        f"markscheme: port {ready[2]} on 127.0.0.1 is in use; "
        "stop what uses it or choose another with --port\n"
    )
    assert (server.returncode, told) == (130, "")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"WORKERS": "many"}, "MARKSCHEME_WORKERS: .+"),
        ({"MODEL": "gpt"}, ".*there are: openai:NAME, .+"),
        ({"MODEL": "openai:m", "MODEL_KEY": "sk-planted"}, ".*MARKSCHEME_MODEL_KEY .+ needs (?!.*planted).+"),
    ],
)
def test_a_wrong_setting_is_one_line(tmp_path: Path, wrong: dict[str, str], told: str) -> None:
    done = subprocess.run(
        [*COMMAND, "serve", "--port", "0"], env=os.environ | {f"MARKSCHEME_{name}": wrong[name] for name in wrong},
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert re.fullmatch(rf"markscheme: {told}\n", done.stderr)
