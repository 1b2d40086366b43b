"""Marked answers from a file: JSON Lines, or a table with a header; each row a text or a path, a mark, perhaps factors."""

import csv
import json
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Any, cast, get_args

from markscheme.domain.errors import MAX_CHARACTERS
from markscheme.domain.reports import Coverage
from markscheme.fitting.answers import MarkedAnswer

from .escapes import visible
from .inputs import InputError, read_answer

MOST = 2000
_COLUMNS = {"text", "path", "mark", "factors"}
Row = Mapping[str, Any]


def read_marked(name: str) -> list[MarkedAnswer]:
    """The marked answers of a file, paths being relative to it; raises InputError with the line at fault."""
    called, content = visible(name), _content(name)
    rows = list(_table(called, content) if name.lower().endswith(".csv") else _lines(called, content))
    if len(rows) > MOST:
        raise InputError(f"{called} has {len(rows):,} answers; give at most {MOST:,}")
    return [_answer(f"{called}, line {number}", row, Path(name).parent) for number, row in rows]


def _content(name: str) -> str:
    try:
        with Path(name).open(encoding="utf-8-sig", newline="") as file:
            return file.read()
    except UnicodeDecodeError as error:
        raise InputError(
            f"{visible(name)} is not UTF-8 text (byte {error.start + 1}); save it as UTF-8"
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        raise InputError(f"{visible(name)} cannot be read: {reason}; give JSON Lines or CSV") from None


def _lines(called: str, content: str) -> Iterator[tuple[int, Row]]:
    for number, line in enumerate(content.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if not isinstance(row, dict):
            raise InputError(
                f'{called}, line {number}: not a JSON object such as {{"text": "…", "mark": 12}}'
            )
        yield number, row


def _table(called: str, content: str) -> Iterator[tuple[int, Row]]:
    header = content.split("\n", 1)[0]
    delimiter = ";" if ";" in header and "," not in header else ","
    reader = csv.DictReader(StringIO(content, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            yield reader.line_num, {key: value for key, value in row.items() if value not in (None, "")}
    except csv.Error as error:
        raise InputError(f"{called}, line {reader.line_num}: {error}; give a table that a spreadsheet wrote") \
            from None  # fmt: skip


def _answer(place: str, row: Row, folder: Path) -> MarkedAnswer:
    unknown = sorted(str(key) for key in row.keys() - _COLUMNS)
    if unknown:
        raise InputError(
            f"{place}: unknown field {visible(unknown[0])!r}; known are text, path, mark, factors"
        )
    if ("text" in row) == ("path" in row):
        raise InputError(f"{place}: give either text or path")
    factors = _factors(place, row["factors"]) if row.get("factors") is not None else None
    return MarkedAnswer(text=_text(place, row, folder), mark=_mark(place, row.get("mark")), factors=factors)


def _text(place: str, row: Row, folder: Path) -> str:
    given = row.get("text", row.get("path"))
    if not isinstance(given, str):
        raise InputError(f"{place}: text and path must be words, not {type(given).__name__}")
    if "path" in row:
        # Never standard input, which "-" alone would mean.
        return read_answer(str(folder.absolute() / given))
    if len(given) > MAX_CHARACTERS:
        raise InputError(f"{place}: {len(given):,} characters; give at most {MAX_CHARACTERS:,}")
    return given


def _mark(place: str, given: object) -> int:
    try:
        mark = float(cast("Any", given))
    except (TypeError, ValueError):
        mark = -1.0
    if isinstance(given, bool) or mark < 0 or not mark.is_integer():
        raise InputError(f"{place}: the mark must be a whole number, 0 or more")
    return int(mark)


def _factors(place: str, given: object) -> dict[str, Coverage]:
    """{id: coverage}, a list of ids, or words such as "secret_speech:developed party_split"."""
    if isinstance(given, str):
        pairs = [part.partition(":")[::2] for part in given.replace(";", " ").split()]
        found: dict[Any, Any] = {factor: coverage or "mentioned" for factor, coverage in pairs}
    elif isinstance(given, list):
        found = dict.fromkeys(map(str, given), "mentioned")
    else:
        found = given if isinstance(given, dict) else {"": ""}
    known = get_args(Coverage)
    if not all(isinstance(factor, str) and coverage in known for factor, coverage in found.items()):
        raise InputError(f"{place}: factors must name each factor found with mentioned or developed")
    return found
