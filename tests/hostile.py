"""Strings of 20,000 characters made to keep a regular expression or a marker busy, and the package's expressions."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections import deque
from collections.abc import Iterator
from time import thread_time
from types import ModuleType

from pydantic import BaseModel

import markscheme

CHARACTERS = 20_000
BUDGET = 0.05
# What repeats, and what ends it so that nothing can match to the end.
_UNITS = (
    "a", "A", "0", " ", "\n", "\t", ".", ",", "-", "_", "'", "\"", "<", ">", "{", "(", "[", "\\", "/",
    "&", "%", "#", "|", "=", "a ", " a", "a.", ". ", "a. ", "A. ", ", and ", "; ", " - ", "-a", "a-",
    "a_", "0.", "1,", "'a", "a'", "\n\n", "\n ", " \n", "<a", "<a>", "</a>", "<a ", "<!--", "-->",
    "<!-- -->", "<script>", "</script>", "<script", "<style>x", "<span hidden>", "because ",
    "which meant that ", "not only ", "e.g. ", "Mr. ", "Dr.", "iz", "ize", "aiz", "%41", "&amp;",
    "&#65;", "QUJD", "41", "a=b", "é", "\u200b", "а", "中", "😀", "x-1.js", "-a.b", "Q1", "M01", "1.0.",
    "1.0.0", "a-b", "ab_", "and, but, so, ", "the ", "he was ", "“", "”", "Hmm... ", "?!", ")]", "\"')]",
    " \"", "=>", "- - ", "--", "•",
)  # fmt: skip
_END = "\x00!"


def hostile_strings(characters: int = CHARACTERS) -> list[str]:
    """Each unit repeated, with an end that spoils a match of the whole."""
    return [(unit * characters)[: characters - len(_END)] + _END for unit in _UNITS]


def slowest(pattern: re.Pattern[str]) -> tuple[float, str]:
    """(seconds, text) of the expression's worst search through a whole text; stops at the first that is far too slow.

    Shorter texts come first, so that a catastrophic expression is found out while it is still cheap.
    """
    worst = (0.0, "")
    for characters in (18, 22, 26, CHARACTERS // 40, CHARACTERS // 8, CHARACTERS):
        for text in hostile_strings(characters):
            seconds = _seconds(pattern, text)
            if seconds > BUDGET:
                # Once more: caches were cold, or the clock coarse.
                seconds = min(seconds, _seconds(pattern, text))
            worst = max(worst, (seconds, text))
            if seconds > BUDGET:
                return worst
    return worst


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    # What this thread used: another process may have had the core meanwhile.
    begun = thread_time()
    deque(pattern.finditer(text), maxlen=0)
    return thread_time() - begun


def modules() -> Iterator[ModuleType]:
    """Every module of the package, imported."""
    for found in pkgutil.walk_packages(markscheme.__path__, "markscheme."):
        # A migration runs when it is imported by its tool only.
        if ".migrations" not in found.name:
            yield importlib.import_module(found.name)


def patterns() -> dict[str, re.Pattern[str]]:
    """Every expression of the package by its place: in modules and classes, in calls, and as `pattern=` of a model."""
    found: dict[str, re.Pattern[str]] = {}
    for module in modules():
        for name, value in vars(module).items():
            place = f"{module.__name__}.{name}"
            own = inspect.isclass(value) and value.__module__ == module.__name__
            for number, each in enumerate(_within(list(vars(value).values()) if own else value)):
                found[f"{place}[{number}]"] = each
            if own and issubclass(value, BaseModel):
                found.update(_of_model(place, value))
        found.update(written_in(inspect.getsource(module), module.__name__))
    return found


def written_in(source: str, name: str) -> dict[str, re.Pattern[str]]:
    """The expressions that calls such as re.sub are given as plain strings."""
    calls = [
        (node, node.args[0].value)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]
    return {f"{name}:{node.lineno}": re.compile(text) for node, text in calls if isinstance(text, str)}


def _within(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _within(each)
    elif isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from _within(each)


def _of_model(name: str, model: type[BaseModel]) -> Iterator[tuple[str, re.Pattern[str]]]:
    for pattern in sorted(set(_pattern_values(model.model_json_schema(mode="validation")))):
        yield f"{name}: {pattern}", re.compile(pattern)


def _pattern_values(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(schema.get("pattern"), str):
            yield schema["pattern"]
        for each in schema.values():
            yield from _pattern_values(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from _pattern_values(each)
