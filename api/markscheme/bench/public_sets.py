"""Public sets of short answers: gzip JSON Lines files named SET-SPLIT.jsonl.gz in one folder."""

import gzip
import json
import zlib
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Literal, TypeAlias

from pydantic import ValidationError

from markscheme.domain.base import Noun

SPLITS: Mapping[str, tuple[str, ...]] = {
    "argkp": ("train", "dev"),
    "scientsbank": ("train", "ua", "uq", "ud"),
    "beetle": ("train", "ua", "uq"),
    "saf": ("train", "ua", "uq"),
}


class PublicError(ValueError):
    """The folder of public sets cannot be used; the message names the file, the line and what is wrong."""


class Pair(Noun):
    """ArgKP: whether an argument makes a key point of its topic and stance."""

    topic: str
    stance: str
    key_point_id: str
    key_point: str
    argument_id: str
    argument: str
    match: Literal[0, 1]


class Graded(Noun):
    """SemEval-2013 task 7: an answer beside its reference answers, labelled two and three ways."""

    question_id: str
    question: str
    references: tuple[str, ...]
    answer: str
    label2: Literal["correct", "incorrect"]
    label3: Literal["correct", "contradictory", "incorrect"]

    @property
    def label(self) -> str:
        """The two-way label."""
        return self.label2


class Scored(Noun):
    """Short Answer Feedback: a long answer with a score from 0 to 1 and a verdict of three."""

    question_id: str
    question: str
    references: tuple[str, ...]
    answer: str
    score: float
    label: Literal["Incorrect", "Partially correct", "Correct"]


Answer: TypeAlias = Graded | Scored
Row: TypeAlias = Pair | Graded | Scored
_KINDS: Mapping[str, type[Row]] = {"argkp": Pair, "scientsbank": Graded, "beetle": Graded, "saf": Scored}


class PublicSet(Noun):
    """One set, read: rows by split, and the sha256 of its files' bytes in order of split."""

    name: str
    splits: dict[str, tuple[Row, ...]]
    sha256: str

    def pairs(self, *splits: str) -> list[Pair]:
        """The rows of these splits that are pairs."""
        return [row for split in splits for row in self.splits[split] if isinstance(row, Pair)]

    def answers(self, split: str) -> list[Answer]:
        """The rows of a split that are answers."""
        return [row for row in self.splits[split] if not isinstance(row, Pair)]


def load(folder: Path) -> dict[str, PublicSet]:
    """Every set whose train file is in the folder; raises PublicError."""
    if not folder.is_dir():
        raise PublicError(f"{folder} is not a folder; give one with argkp-train.jsonl.gz and the like")
    names = [name for name in SPLITS if _file(folder, name, "train").is_file()]
    if not names:
        wanted = ", ".join(_file(folder, name, "train").name for name in SPLITS)
        raise PublicError(f"{folder} holds no public set; looked for {wanted}")
    return {name: _set(folder, name) for name in names}


def _file(folder: Path, name: str, split: str) -> Path:
    return folder / f"{name}-{split}.jsonl.gz"


def _set(folder: Path, name: str) -> PublicSet:
    digest = sha256()
    splits: dict[str, tuple[Row, ...]] = {}
    for split in SPLITS[name]:
        path = _file(folder, name, split)
        try:
            raw = path.read_bytes()
            lines = gzip.decompress(raw).decode("utf-8").splitlines()
        except FileNotFoundError as error:
            raise PublicError(f"{path} is missing; {name} needs {', '.join(SPLITS[name])}") from error
        except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
            raise PublicError(f"{path} is not gzip of UTF-8 text: {error}") from error
        digest.update(raw)
        splits[split] = tuple(_row(path, number, line, _KINDS[name]) for number, line in enumerate(lines, 1))
        if not splits[split]:
            raise PublicError(f"{path} holds no rows")
    return PublicSet(name=name, splits=splits, sha256=digest.hexdigest())


def _row(path: Path, number: int, line: str, kind: type[Row]) -> Row:
    try:
        row = kind.model_validate(json.loads(line))
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"])) or "the record"
        raise PublicError(f"{path}:{number}: {field}: {first['msg']}") from error
    except ValueError as error:
        raise PublicError(f"{path}:{number}: not JSON: {error}") from error
    if not isinstance(row, Pair) and not all(reference.strip() for reference in row.references or ("",)):
        raise PublicError(f"{path}:{number}: references: an answer needs at least one, none of them empty")
    return row
