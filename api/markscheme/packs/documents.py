"""YAML files as plain data that knows its lines.

Plain means: text, whole and decimal numbers, true and false, nothing else. `no`, `on` and dates stay text.
Anchors, aliases and tags are refused, so a small file cannot unfold into a large one.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

import yaml
from yaml import events

from .problems import Place, Problem

Data: TypeAlias = "dict[str, Data] | list[Data] | str | int | float | bool | None"

MAX_BYTES = 2_000_000
MAX_DEPTH = 20
_MAX_REPORTED = 50
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"[-+]?(?:0|[1-9]\d{0,17})")
_FLOAT = re.compile(r"[-+]?\d{1,18}\.\d{1,18}")
_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}


class Document:
    """One file: its data (None where it cannot be read), its problems, and the line of any place in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._text = ""
        self.data: dict[str, Data] | None = self._read()

    def problem(self, message: str, place: Place = ()) -> Problem:
        """A problem at a place of this file, or at the nearest place around it."""
        return Problem(str(self.path), self.line(place), message)

    def line(self, place: Place) -> int:
        """The line of a field or item; of what holds it where it is missing."""
        for length in range(len(place), 0, -1):
            if place[:length] in self._lines:
                return self._lines[place[:length]]
        return 1

    @cached_property
    def _lines(self) -> dict[Place, int]:
        # Wanted only when something is wrong, so a good pack never pays for it.
        lines: dict[Place, int] = {}
        with suppress(yaml.YAMLError, _TooDeepError):
            _Builder(self._text, lines).build()
        return lines

    def _read(self) -> dict[str, Data] | None:
        try:
            with self.path.open("rb") as file:
                raw = file.read(MAX_BYTES + 1)
            if len(raw) > MAX_BYTES:
                self._refuse(f"is larger than {MAX_BYTES:,} bytes; split it")
                return None
            self._text = raw.decode("utf-8-sig")
            return self._parse()
        except OSError as error:
            self._refuse(f"cannot be read: {error.strerror}")
        except UnicodeDecodeError as error:
            self._refuse("is not UTF-8 text", raw[: error.start].count(b"\n") + 1)
        except yaml.YAMLError as error:
            self._refuse(*_syntax(error, self._text))
        except _TooDeepError as error:
            self._refuse(f"is nested more than {MAX_DEPTH} deep", error.line)
        return None

    def _parse(self) -> dict[str, Data] | None:
        builder = _Builder(self._text)
        data = builder.build()
        for line, message in builder.problems[:_MAX_REPORTED]:
            self._refuse(message, line)
        if isinstance(data, dict):
            return data
        if not self.problems:
            self._refuse("is empty" if data is None else "must hold fields (name: value) at its top")
        return None

    def _refuse(self, message: str, line: int = 1) -> None:
        self.problems.append(Problem(str(self.path), line, message))


class _TooDeepError(Exception):
    def __init__(self, line: int) -> None:
        self.line = line


def _syntax(error: yaml.YAMLError, text: str) -> tuple[str, int]:
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        return f"not YAML: {error.problem or error.context}", mark.line + 1 if mark else 1
    position = getattr(error, "position", 0)
    return "not YAML: a character that text may not hold", text.encode()[:position].count(b"\n") + 1


class _Builder:
    """Builds plain data from a parser's events; notes lines only where asked to."""

    def __init__(self, text: str, lines: dict[Place, int] | None = None) -> None:
        self._events: Iterator[events.Event] = iter(_LOADER(text).get_event, None)
        self._lines = lines
        self.problems: list[tuple[int, str]] = []

    def build(self) -> Data:
        """The data of the one document in the text."""
        data: Data = None
        documents = 0
        for event in self._events:
            if isinstance(event, events.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._note(event, "holds a second document after ---; one file, one document")
            elif isinstance(event, events.NodeEvent):
                value = self._value(event, ())
                data = value if documents == 1 else data
        return data

    def _value(self, event: events.Event, place: Place) -> Data:
        if isinstance(event, events.ScalarEvent):
            if event.anchor or event.tag:
                self._refuse_extras(event)
            return _scalar(event.value) if event.implicit[0] else str(event.value)
        if len(place) > MAX_DEPTH:
            raise _TooDeepError(_line(event))
        if isinstance(event, events.CollectionStartEvent) and (event.anchor or event.tag):
            self._refuse_extras(event)
        if isinstance(event, events.MappingStartEvent):
            return self._mapping(place)
        if isinstance(event, events.SequenceStartEvent):
            return self._sequence(place)
        self._note(event, "aliases (*name) are not allowed; write the value out")
        return None

    def _sequence(self, place: Place) -> list[Data]:
        items: list[Data] = []
        for event in self._events:
            if isinstance(event, events.SequenceEndEvent):
                break
            here = (*place, len(items))
            if self._lines is not None:
                self._lines[here] = _line(event)
            items.append(self._value(event, here))
        return items

    def _mapping(self, place: Place) -> dict[str, Data]:
        fields: dict[str, Data] = {}
        for event in self._events:
            if isinstance(event, events.MappingEndEvent):
                break
            key = self._key(event, place)
            here = (*place, key)
            if key in fields:
                self._note(event, f"field {key!r} is given twice")
            elif self._lines is not None:
                self._lines[here] = _line(event)
            fields[key] = self._value(next(self._events), here)
        return fields

    def _key(self, event: events.Event, place: Place) -> str:
        if isinstance(event, events.ScalarEvent):
            if event.anchor or event.tag:
                self._refuse_extras(event)
            return str(event.value)
        self._note(event, "a field's name must be plain text")
        self._value(event, (*place, ""))
        return ""

    def _refuse_extras(self, event: events.ScalarEvent | events.CollectionStartEvent) -> None:
        if event.anchor:
            self._note(event, "anchors (&name) are not allowed; write the value out")
        if event.tag:
            self._note(event, "tags (!name) are not allowed; values are plain text, numbers and lists")

    def _note(self, event: events.Event, message: str) -> None:
        self.problems.append((_line(event), message))


def _line(event: events.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _scalar(text: str) -> Data:
    if text in _WORDS:
        return _WORDS[text]
    first = text[0]
    if first.isdigit() or first in "-+":
        if _INT.fullmatch(text):
            return int(text)
        if _FLOAT.fullmatch(text):
            return float(text)
    return text
