"""What must agree between the files of a pack: ids that are pointed at, ids given once, marks inside levels.

Works on plain data, so that one bad field hides nothing else that is wrong.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from .documents import Data, Document
from .problems import Place, Problem, choice

Documents: TypeAlias = Mapping[str, Sequence[Document]]
Found: TypeAlias = tuple[Document, Place, Data]

STANDARDS = ("strong", "middling", "weak")

# Where ids are given: what they name, the kind of file, the way to them. * is each item, @ each field's name.
_GIVEN = (
    ("pack", "pack", "id"),
    ("factor", "factors", "factors/*/id"),
    ("point", "factors", "factors/*/points/*/id"),
    ("source", "sources", "sources/*/id"),
    ("misconception", "misconceptions", "misconceptions/*/id"),
    ("question", "question", "id"),
    ("letter", "question", "letter"),
    ("examples", "examples/*/example", "id"),
    ("mark scheme", "mark-scheme", "id"),
    ("command word", "command-words", "guides/*/command_word"),
    ("card", "cards", "cards/*/id"),
    ("card alias", "cards", "cards/*/aliases/*"),
    ("term", "glossary", "terms/*/id"),
    ("name", "glossary", "terms/*/names/*"),
    ("spelling", "pack", "spellings/*/variants/*"),
    ("opposite", "directions", "opposites/*/id"),
)
# Where they are pointed at.
_USED = (
    ("factor", "pack", "links/*/source"),
    ("factor", "pack", "links/*/target"),
    ("factor", "factors", "factors/*/contrast/*/factor"),
    ("factor", "misconceptions", "misconceptions/*/factors/*"),
    ("factor", "question", "roles/*/factor"),
    ("factor", "examples", "examples/*/factors/@"),
    ("factor", "examples", "examples/*/rejected/*"),
    ("factor", "phrasings", "factor"),
    ("factor", "phrasings", "positive/*/also/*"),
    ("factor", "phrasings", "rejected/*/also/*"),
    ("factor", "phrasings", "near_miss/*/belongs_to"),
    ("factor", "directions", "directions/*/factor"),
    ("factor", "directions", "roles/*/factor"),
    ("factor", "cards", "cards/*/factors/*"),
    ("opposite", "directions", "opposites/*/opposite"),
    ("opposite", "directions", "directions/*/means/*"),
    ("source", "factors", "factors/*/points/*/sources/*/source"),
    ("source", "misconceptions", "misconceptions/*/authority/*"),
    ("source", "cards", "cards/*/sources/*/source"),
    ("source", "glossary", "terms/*/sources/*/source"),
    ("source", "fingerprints", "works/*/source"),
    ("misconception", "cards", "cards/*/misconceptions/*"),
    ("misconception", "examples", "examples/*/misconceptions/*"),
    ("question", "examples", "examples/*/question"),
    ("mark scheme", "question", "scheme"),
    ("command word", "question", "command_word"),
)


def disagreements(documents: Documents) -> Iterator[Problem]:
    """Everything in which the files of one pack, and those it shares with others, do not agree."""
    yield from twice(documents)
    yield from _dangling(documents)
    examples = list(_values(documents, "examples", "examples/*"))
    for question in documents.get("question", ()):
        yield from _roles_once(question)
        yield from _without_examples(question, examples)
    yield from _marks_outside(documents, examples)
    yield from _backwards(documents)
    yield from _needed_too_many(documents)


def twice(documents: Documents, among: Sequence[str] = ()) -> Iterator[Problem]:
    """Ids given more than once; only the kinds named in `among`, if any are."""
    first: dict[tuple[str, str], Document] = {}
    for what, kind, way in _GIVEN:
        for document, place, value in _values(documents, kind, way):
            if not isinstance(value, str) or (among and what not in among):
                continue
            # Names are looked up without regard to capitals, so a second spelling would never be found.
            key = what, value.casefold() if what == "name" else value
            if key not in first:
                first[key] = document
                continue
            before = first[key]
            where = "above" if before is document else f"in {before.path.parent.name}/{before.path.name}"
            yield document.problem(f"{what} {value!r} is already given {where}", place)


def _dangling(documents: Documents) -> Iterator[Problem]:
    given: dict[str, list[str]] = {}
    for what, kind, way in _GIVEN:
        values = [value for _, _, value in _values(documents, kind, way) if isinstance(value, str)]
        given[what] = list(dict.fromkeys(values))
    for what, kind, way in _USED:
        for document, place, value in _values(documents, kind, way):
            # Where none could be read, that file's own problem says enough.
            if isinstance(value, str) and given[what] and value not in given[what]:
                yield document.problem(f"no {what} {value!r}; {choice(value, given[what])}", place)


def _roles_once(question: Document) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, value in _follow(question.data, ("roles", "*", "factor"), ()):
        if isinstance(value, str):
            if value in seen:
                yield question.problem(f"factor {value!r} has a role above already; one role each", place)
            seen.add(value)


def _without_examples(question: Document, examples: Sequence[Found]) -> Iterator[Problem]:
    name = _text(question.data, "id")
    has = {_text(data, "standard") for _, _, data in examples if _text(data, "question") == name}
    missing = [standard for standard in STANDARDS if standard not in has]
    if name and missing:
        yield question.problem(f"question {name!r} has no {' and no '.join(missing)} example", ("id",))


def _marks_outside(documents: Documents, examples: Sequence[Found]) -> Iterator[Problem]:
    schemes = _by_id(documents.get("mark-scheme", ()))
    questions = _by_id(documents.get("question", ()))
    for document, place, data in examples:
        if not isinstance(data, dict):
            continue
        scheme = schemes.get(_text(questions.get(_text(data, "question")), "scheme"))
        level, mark = data.get("level"), data.get("mark")
        for _, entry in _follow(scheme, ("levels", "*"), ()):
            if not isinstance(entry, dict) or entry.get("level") != level or not isinstance(mark, int):
                continue
            match entry.get("marks"):
                case [int(low), int(high)] if not low <= mark <= high:
                    message = f"mark {mark} is not in level {level}, which has {low} to {high}"
                    yield document.problem(message, (*place, "mark"))


def _backwards(documents: Documents) -> Iterator[Problem]:
    for kind, way in (("pack", "period"), ("factors", "factors/*/period"), ("question", "period")):
        for document, place, value in _values(documents, kind, way):
            match value:
                case [int(start), int(end)] if start > end:
                    yield document.problem(f"period ends before it begins: {start} to {end}", place)


def _needed_too_many(documents: Documents) -> Iterator[Problem]:
    for document, place, card in _values(documents, "cards", "cards/*"):
        match card:
            case {"points": [*points], "needed": int(needed)} if needed > len(points):
                yield document.problem(f"needs {needed} of {len(points)} points", (*place, "needed"))


def _by_id(documents: Sequence[Document]) -> dict[str, dict[str, Data]]:
    return {_text(document.data, "id"): document.data for document in documents if document.data}


def _text(data: Data, field: str) -> str:
    value = data.get(field) if isinstance(data, dict) else None
    return value if isinstance(value, str) else ""


def _values(documents: Documents, kind: str, way: str) -> Iterator[Found]:
    for document in documents.get(kind, ()):
        for place, value in _follow(document.data, way.split("/"), ()):
            yield document, place, value


def _follow(data: Data, way: Sequence[str], place: Place) -> Iterator[tuple[Place, Data]]:
    if not way:
        yield place, data
    elif way[0] == "*" and isinstance(data, list):
        for number, item in enumerate(data):
            yield from _follow(item, way[1:], (*place, number))
    elif way[0] == "@" and isinstance(data, dict):
        for name in data:
            yield (*place, name), name
    elif isinstance(data, dict) and way[0] in data:
        yield from _follow(data[way[0]], way[1:], (*place, way[0]))
