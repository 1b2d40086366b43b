"""What is wrong with a pack, in words that say where and what would be right."""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

Place = tuple[str | int, ...]

_LISTED = 12
_SHOWN = 60
_NEEDS = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": "fields",
    "model_type": "fields",
}


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong: the file, the line (from 1) and what would be right."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class PackError(Exception):
    """The packs cannot be used; `problems` holds everything found, in order of file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def worded(error: ErrorDetails, model: type[BaseModel]) -> str:
    """A validation error of `model` as one sentence that names the field and what is allowed."""
    place, kind, given = error["loc"], error["type"], error["input"]
    field = named(place)
    if kind == "missing":
        return _missing(place)
    if kind == "extra_forbidden":
        return f"unknown field {place[-1]!r}; {choice(str(place[-1]), _fields(model, place[:-1]))}"
    if kind in {"literal_error", "enum"}:
        expected = error["ctx"]["expected"].replace(" or ", ", ").replace("'", "").split(", ")
        return f"{field}: {shown(given)} is not one of {', '.join(expected)}"
    if kind in _NEEDS:
        return f"{field} needs {_NEEDS[kind]}, found {shown(given)}{_quoting(kind, given)}"
    return f"{field}: {_other(error)}" if place else _other(error)


def choice(given: str, allowed: Sequence[str]) -> str:
    """What could stand instead of `given`: the likely one, and all of them where they are few."""
    close = difflib.get_close_matches(given, allowed, n=1)
    meant = f"did you mean {close[0]}? " if close else ""
    few = f"allowed: {', '.join(allowed)}" if 0 < len(allowed) <= _LISTED else ""
    return (meant + few).strip() or f"there are {len(allowed)} to choose from"


def named(place: Place) -> str:
    """The field that a place in a document stands for, with its number in a list."""
    names = [part for part in place if isinstance(part, str)]
    if not names:
        return "the file"
    number = place[-1]
    return f"{names[-1]} (item {number + 1})" if isinstance(number, int) else names[-1]


def shown(given: object) -> str:
    """A value as it may be quoted back: short, and marked as text where it is."""
    if isinstance(given, bool):
        return str(given).lower()
    if isinstance(given, list | tuple):
        return "a list"
    if isinstance(given, dict):
        return "fields"
    if given is None:
        return "nothing"
    text = repr(given)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _missing(place: Place) -> str:
    last = place[-1]
    if isinstance(last, int):
        return f"{named(place[:-1])} needs a value {last + 1}"
    return f"missing field {last!r}"


def _quoting(kind: str, given: object) -> str:
    if kind == "string_type" and isinstance(given, int | float):
        return "; put it in quotes"
    if kind in {"int_type", "float_type"} and isinstance(given, str):
        return "; leave the quotes off"
    return ""


def _other(error: ErrorDetails) -> str:
    kind, given = error["type"], error["input"]
    context: dict[str, Any] = error.get("ctx", {})
    match kind:
        case "string_pattern_mismatch" if "[_-]" in context["pattern"]:
            words = f"{shown(given)} is not an id: small letters and digits, joined by single _ or -"
        case "string_pattern_mismatch":
            words = f"{shown(given)} does not match {context['pattern']}"
        case "string_too_short":
            words = "must not be empty"
        case "too_short":
            words = f"needs {context['min_length']} or more, found {context['actual_length']}"
        case "too_long":
            words = f"may have {context['max_length']} at most, found {context['actual_length']}"
        case "value_error":
            words = str(context["error"])
        case _:
            message = error["msg"]
            words = f"{message[:1].lower()}{message[1:]}, found {shown(given)}"
    return words


def _fields(model: type[BaseModel], place: Place) -> list[str]:
    for part in place:
        if isinstance(part, str) and part in model.model_fields:
            model = _inner(model.model_fields[part].annotation) or model
    return list(model.model_fields)


def _inner(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inner(part))), None)
