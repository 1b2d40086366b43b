import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from markscheme.bench.public_sets import PublicError, load

from .public_town import argkp, graded, write, write_all

Spoil = Callable[[Path], object]


def test_every_set_is_read(tmp_path: Path) -> None:
    sets = load(write_all(tmp_path))
    assert list(sets) == ["argkp", "scientsbank", "beetle", "saf"]
    assert sets["argkp"].pairs("train", "dev")[0].topic == "The town should keep its library"
    assert sets["saf"].answers("uq")[0].label == "Correct"
    assert all(len(each.sha256) == 64 for each in sets.values())


def test_a_set_that_is_not_there_is_left_out(tmp_path: Path) -> None:
    write(tmp_path, "argkp", "train", argkp())
    write(tmp_path, "argkp", "dev", argkp())
    assert list(load(tmp_path)) == ["argkp"]


def _plain(folder: Path) -> None:
    (folder / "beetle-ua.jsonl.gz").write_text("{}", encoding="utf-8")


def _cut(folder: Path) -> None:
    path = folder / "beetle-ua.jsonl.gz"
    path.write_bytes(path.read_bytes()[:40])


def _row(**changes: object) -> Spoil:
    def spoil(folder: Path) -> None:
        rows = list(graded())
        write(folder, "beetle", "ua", [rows[0], {**rows[1], **changes}])

    return spoil


def _not_json(folder: Path) -> None:
    (folder / "beetle-ua.jsonl.gz").write_bytes(
        gzip.compress(json.dumps(next(iter(graded()))).encode() + b"\n{oops\n")
    )


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda folder: (folder / "beetle-uq.jsonl.gz").unlink(), "beetle-uq.jsonl.gz is missing"),
        (_plain, "beetle-ua.jsonl.gz is not gzip"),
        (_cut, "beetle-ua.jsonl.gz is not gzip"),
        (_not_json, "beetle-ua.jsonl.gz:2: not JSON"),
        (_row(label2="right"), "beetle-ua.jsonl.gz:2: label2: "),
        (_row(answer=None), "beetle-ua.jsonl.gz:2: answer: "),
        (_row(references=[]), "beetle-ua.jsonl.gz:2: references: "),
        (_row(references=["Because.", " "]), "beetle-ua.jsonl.gz:2: references: "),
        (lambda folder: write(folder, "beetle", "ua", []), "beetle-ua.jsonl.gz holds no rows"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, spoil: Spoil, words: str) -> None:
    spoil(write_all(tmp_path))
    with pytest.raises(PublicError) as raised:
        load(tmp_path)
    assert words in str(raised.value)


def test_a_wrong_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(PublicError, match="holds no public set; looked for argkp-train"):
        load(tmp_path)
    with pytest.raises(PublicError, match="not a folder"):
        load(tmp_path / "elsewhere")
