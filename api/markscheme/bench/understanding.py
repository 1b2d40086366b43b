"""Typed messages: is what a student wants understood, and is an answer left alone?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import ValidationError

from markscheme import assets
from markscheme.domain.base import Noun, Slug, Text
from markscheme.domain.readings import Action, Understood

from .gold import GoldError
from .tables import Cell, Sheet, percent

MESSAGES = Path("tests") / "marking" / "messages.yaml"
_LIKELIEST = 3

Read = Callable[[str], Understood]


class Asked(Noun):
    """A message and what else must be read out of it; `also` are actions that would serve as well."""

    text: Text
    also: tuple[Action, ...] = ()
    subject: Text | None = None
    factor: Slug | None = None
    level: int | None = None


class Messages(Noun):
    """A file of messages: what each wants, those that want nothing, and those that are answers."""

    commands: Mapping[Action, tuple[Asked | str, ...]]
    nothing: tuple[str, ...]
    content: tuple[str, ...]


class Told(Noun):
    """Messages of one action: how many are understood, taken for another, and not understood."""

    messages: int
    right: int
    wrong: int
    unclear: int


class Left(Noun):
    """Messages that are no commands: how many are understood as one, and so surely that they would count as one."""

    messages: int
    understood: int
    commands: int


class Miss(Noun):
    """A message that was read otherwise than meant."""

    text: str
    meant: Action | None
    read: Action | None
    confidence: float


class UnderstandingResult(Noun):
    """What `bench understanding` prints. `subjects`, `factors` and `levels` are (right, asked)."""

    actions: dict[Action, Told]
    all: Told
    sure: int
    subjects: tuple[int, int]
    factors: tuple[int, int]
    levels: tuple[int, int]
    nothing: Left
    content: Left
    misses: tuple[Miss, ...]


def load(path: Path | None) -> Messages:
    """Read a file of messages, or the source tree's own; raises GoldError."""
    from markscheme.packs.documents import Document

    place = path or assets.SOURCE_ROOT / MESSAGES
    document = Document(place)
    if document.data is None:
        raise GoldError(f"{document.problems[0]}" if path else f"no {place}: give --messages FILE")
    try:
        return Messages.model_validate(document.data)
    except ValidationError as error:
        first = error.errors()[0]
        raise GoldError(f"{place}:{document.line(first['loc'])}: {first['msg']}") from error


def measure(messages: Messages, read: Read) -> UnderstandingResult:
    """Read every message and count."""
    asked = [
        (action, each if isinstance(each, Asked) else Asked(text=each))
        for action, several in messages.commands.items()
        for each in several
    ]
    found = [(action, each, read(each.text)) for action, each in asked]
    plain = [(text, read(text)) for text in (*messages.nothing, *messages.content)]
    actions = {action: _told([f for f in found if f[0] == action]) for action in messages.commands}
    return UnderstandingResult(
        actions=actions,
        all=_told(found),
        sure=sum(understood.is_command for _, _, understood in found),
        subjects=_share(found, lambda a, u: a.subject is None or a.subject == u.subject, "subject"),
        factors=_share(found, lambda a, u: a.factor in u.factors[:_LIKELIEST], "factor"),
        levels=_share(found, lambda a, u: a.level == u.level, "level"),
        nothing=_left(plain[: len(messages.nothing)]),
        content=_left(plain[len(messages.nothing) :]),
        misses=(
            *(_miss(each.text, action, u) for action, each, u in found if not _right(action, each, u)),
            *(_miss(text, None, u) for text, u in plain if u.action),
        ),
    )


Found = tuple[Action, Asked, Understood]


def _right(action: Action, asked: Asked, understood: Understood) -> bool:
    return understood.action in (action, *asked.also)


def _told(found: Sequence[Found]) -> Told:
    right = sum(_right(*each) for each in found)
    unclear = sum(understood.action is None for _, _, understood in found)
    return Told(messages=len(found), right=right, wrong=len(found) - right - unclear, unclear=unclear)


def _share(found: Sequence[Found], right: Callable[[Asked, Understood], bool], field: str) -> tuple[int, int]:
    wanted = [(asked, understood) for _, asked, understood in found if getattr(asked, field) is not None]
    return sum(right(asked, understood) for asked, understood in wanted), len(wanted)


def _left(read: Sequence[tuple[str, Understood]]) -> Left:
    understood = sum(each.action is not None for _, each in read)
    return Left(messages=len(read), understood=understood, commands=sum(each.is_command for _, each in read))


def _miss(text: str, meant: Action | None, understood: Understood) -> Miss:
    return Miss(text=text, meant=meant, read=understood.action, confidence=understood.confidence)


def understanding_sheets(result: UnderstandingResult) -> Iterator[Sheet]:
    """The tables: by action, what is left alone, and every miss."""
    rows: list[list[Cell]] = [[action, *_cells(told)] for action, told in result.actions.items()]
    rows.append(["all", *_cells(result.all)])
    extra = ", ".join(
        f"{name} {right} of {asked}"
        for name, (right, asked) in (
            ("subjects", result.subjects),
            ("factors among the likeliest three", result.factors),
            ("levels", result.levels),
        )
    )
    note = (
        f"So sure that it is a command even where an answer is awaited: {result.sure}. Read besides: {extra}."
    )
    columns = ["wants", "messages", "understood", "taken for another", "not understood", "share"]
    yield Sheet("Messages understood", columns, rows, note)
    kept: list[list[Cell]] = [
        [name, left.messages, left.understood, left.commands]
        for name, left in (("talk and other work", result.nothing), ("answers and ideas", result.content))
    ]
    yield Sheet("Messages that are no commands", ["", "messages", "taken for one", "surely"], kept)
    missed: list[list[Cell]] = [[m.text, m.meant, m.read, m.confidence] for m in result.misses]
    if missed:
        yield Sheet("Read otherwise than meant", ["message", "meant", "read as", "confidence"], missed)


def _cells(told: Told) -> list[Cell]:
    share = percent(told.right / told.messages if told.messages else None)
    return [told.messages, told.right, told.wrong, told.unclear, share]
