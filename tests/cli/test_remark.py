"""`markscheme remark` beside a server that is running, after an edit of the rubric."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
import yaml

from markscheme import assets

COMMAND = [sys.executable, "-m", "markscheme.cli"]
QUESTION = "fall-destalinisation"


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """The knowledge that came with it, with one question whose factors hardly count."""
    knowledge = tmp_path / "knowledge"
    shutil.copytree(assets.knowledge(), knowledge, ignore=shutil.ignore_patterns("encoders"))
    (knowledge / "encoders").symlink_to(assets.knowledge() / "encoders")
    question = next(knowledge.glob(f"*/questions/{QUESTION}.yaml"))
    text, count = re.subn(r"weight: [\d.]+", "weight: 0.05", question.read_text(encoding="utf-8"))
    assert count
    question.write_text(text, encoding="utf-8")
    return knowledge


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """The address of a server on an empty database."""
    settings = os.environ | {"MARKSCHEME_DATA_DIR": str(tmp_path / "data"), "MARKSCHEME_WORKERS": "1"}
    with subprocess.Popen(
        [*COMMAND, "serve", "--port", "0"], env=settings, cwd=tmp_path, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().split()[-1]
        process.terminate()
        process.stdout.read()


def remark(tmp_path: Path, knowledge: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    settings = {"MARKSCHEME_DATA_DIR": str(tmp_path / "data"), "MARKSCHEME_KNOWLEDGE": str(knowledge)}
    return subprocess.run([*COMMAND, "remark", *arguments], env=os.environ | settings | {"MARKSCHEME_WORKERS": "1"},
                          cwd=tmp_path, capture_output=True, text=True, check=False)  # fmt: skip


def test_without_a_database_it_is_one_line(tmp_path: Path) -> None:
    done = remark(tmp_path, assets.knowledge())
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(
        r"markscheme: the database cannot be used now: there is no database at .*; MARKSCHEME_DATA_DIR says where one is\n",
        done.stderr,
    )


@pytest.mark.slow
def test_an_edit_is_shown_and_applied_while_the_server_runs(
    tmp_path: Path, edited: Path, server: str
) -> None:
    text = yaml.safe_load((assets.attacks() / "texts.yaml").read_text(encoding="utf-8"))["texts"]["fall"]
    body = json.dumps({"question_id": QUESTION, "text": text}).encode()
    headers = {"Content-Type": "application/json"}
    with urlopen(Request(f"{server}/api/v1/answers", body, headers)) as reply:
        answer = json.load(reply)

    told = remark(tmp_path, edited)
    assert told.returncode == 0, told.stderr
    assert "1 of 1 answer changes" in told.stdout
    assert f"{answer['report']['mark']} -> " in told.stdout
    with urlopen(f"{server}/api/v1/answers/{answer['id']}") as reply:
        assert json.load(reply) == answer

    applied = remark(tmp_path, edited, "--apply", "--json")
    result = json.loads(applied.stdout)
    assert (result["answers"], result["appended"]) == (1, 1)
    with urlopen(f"{server}/api/v1/answers/{answer['id']}") as reply:
        newer = json.load(reply)
    assert (newer["revision"], newer["report"]["mark"]) == (2, result["changes"][0]["mark"])
