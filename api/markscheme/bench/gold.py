"""Marked answers to measure against: labels.json, attacks.json and answers/*.txt, or one YAML file an answer."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path
from typing import Any, Literal

import yaml

from markscheme.domain.factors import Depth
from markscheme.domain.reports import MarkReport

Row = dict[str, Any]
Half = Literal["A", "B"]


class GoldError(ValueError):
    """The gold folder cannot be read; the message names the file and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """Words of the answer that a person gave as evidence for a factor or a misconception."""

    about: str
    quote: str


@dataclass(frozen=True, slots=True)
class GoldAnswer:
    """One answer with what a person found in it. `question` is a letter such as Q1, or an id; marks are out of 25."""

    id: str
    question: str
    register: str
    text: str
    level: int
    mark: int
    factors: Mapping[str, Depth]
    evidence: tuple[GoldQuote, ...] = ()
    misconceptions: tuple[str, ...] = ()
    misconception_evidence: tuple[GoldQuote, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def half(self) -> Half:
        """The half the answer belongs to: A to tune on, B to test on."""
        return half_of(self.id)

    @property
    def words(self) -> int:
        """Words by white space."""
        return len(self.text.split())

    @property
    def rejected(self) -> frozenset[str]:
        """Factors raised in order to be argued down."""
        return frozenset(self._tagged("rejected:"))

    @property
    def kind(self) -> str:
        """What the answer was written to try, such as padded-a-long; empty for an ordinary one."""
        return next(iter(self._tagged("kind:")), "")

    def _tagged(self, name: str) -> list[str]:
        return [tag.removeprefix(name) for tag in self.tags if tag.startswith(name)]


Pair = tuple[GoldAnswer, MarkReport]


@dataclass(frozen=True, slots=True)
class Attack:
    """A hostile or degenerate text and the most marks out of 25 it may get."""

    id: str
    question: str
    kind: str
    text: str
    allowed: int


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold folder, read."""

    answers: tuple[GoldAnswer, ...]
    attacks: tuple[Attack, ...]


def half_of(answer_id: str) -> Half:
    """A where the id's SHA-1 is even, B where it is odd."""
    return "A" if int(sha1(answer_id.encode()).hexdigest(), 16) % 2 == 0 else "B"


def load(folder: Path) -> Gold:
    """Read a gold folder of either form; raises GoldError. attacks.json may be missing."""
    if not folder.is_dir():
        raise GoldError(f"{folder} is not a folder; give one with labels.json and answers/*.txt, or *.yaml")
    kept = () if (folder / "labels.json").exists() else sorted(folder.glob("*.yaml"))
    if kept:
        return Gold(tuple(map(_kept, kept)), ())
    answers = tuple(_answer(folder, row) for row in _rows(folder / "labels.json"))
    attacks_file = folder / "attacks.json"
    attacks = tuple(_attack(row) for row in _rows(attacks_file)) if attacks_file.is_file() else ()
    return Gold(answers, attacks)


def _kept(path: Path) -> GoldAnswer:
    """One answer of one YAML file."""
    try:
        row = yaml.safe_load(_text(path))
        text = row["text"]
        errors = row.get("misconception_evidence") or {}
        kind = [f"kind:{row['kind']}"] if "kind" in row else []
        return GoldAnswer(
            id=row["id"], question=row["question"], register=row.get("register", "mixed"), text=text,
            level=row["level"], mark=row["mark"], factors=row["factors"],
            evidence=tuple(
                GoldQuote(factor, _literal(quote, text))
                for factor, quotes in row["evidence"].items() for quote in quotes
            ),
            misconceptions=tuple(row["misconceptions"] or ()),
            misconception_evidence=tuple(GoldQuote(e, _literal(quote, text)) for e, quote in errors.items()),
            tags=(*(f"rejected:{factor}" for factor in row["rejected"] or ()), *kind),
        )  # fmt: skip
    except yaml.YAMLError as error:
        raise GoldError(f"{path} is not YAML: {' '.join(str(error).split())}") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"{path} lacks or misstates {error}") from error


def _literal(quote: str, text: str) -> str:
    """The quote as it stands in the text, whose lines may break elsewhere."""
    found = re.search(r"\s+".join(map(re.escape, quote.split())), text)
    return found.group(0) if found else quote


def _rows(path: Path) -> list[Row]:
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise GoldError(f"{path} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise GoldError(f"{path} is not UTF-8 JSON: {error}") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise GoldError(f"{path} must hold a list of records")
    return rows


def _answer(folder: Path, row: Row) -> GoldAnswer:
    try:
        path = folder / "answers" / f"{row['id']}.txt"
        return GoldAnswer(
            id=row["id"], question=row["question"], register=row["register"], text=_text(path),
            level=row["level"], mark=row["mark"], factors=row["factors"],
            evidence=tuple(GoldQuote(e["factor"], e["quote"]) for e in row["evidence"]),
            misconceptions=tuple(row["misconceptions"]),
            misconception_evidence=tuple(
                GoldQuote(e["id"], e["quote"]) for e in row["misconception_evidence"]
            ),
            tags=tuple(row["tags"]),
        )  # fmt: skip
    except (KeyError, TypeError) as error:
        raise GoldError(f"labels.json: record {_name(row)} lacks or misstates {error}") from error


def _attack(row: Row) -> Attack:
    try:
        text = row["text"] if "text" in row else row["generate"]["repeat"] * row["generate"]["times"]
        return Attack(row["id"], row["question"], row["kind"], text, row["expect"]["max_mark"])
    except (KeyError, TypeError) as error:
        raise GoldError(f"attacks.json: record {_name(row)} lacks or misstates {error}") from error


def _name(row: Row) -> str:
    return str(row.get("id", "without an id"))


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path} cannot be read as UTF-8 text") from error
