"""Ideas for a plan as students jot them down: is each matched to its factor?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import RootModel, ValidationError

from markscheme import assets
from markscheme.domain.base import Noun, Slug, Text
from markscheme.domain.readings import IdeasRead

from .gold import GoldError, Half
from .tables import Cell, Sheet, percent

IDEAS = Path("tests") / "marking" / "ideas.yaml"

Read = Callable[[str, str], IdeasRead]


class Jotted(Noun):
    """One idea and its factor, or any of several that would do; None where it is none of the question's."""

    text: Text
    factor: Slug | tuple[Slug, ...] | None

    @property
    def factors(self) -> tuple[str, ...]:
        """The factors that would do."""
        return (self.factor,) if isinstance(self.factor, str) else self.factor or ()


class JottedIdeas(RootModel[Mapping[Slug, tuple[Jotted, ...]]]):
    """A file of ideas by question; odd places are half A, even ones half B."""


class HalfIdeas(Noun):
    """Of `ideas` how many are found, and name another factor (as well); of `foreign` ones how many are taken for one."""

    ideas: int
    found: int
    wrong: int
    foreign: int
    taken: int


class IdeasResult(Noun):
    """What `bench understanding` prints of ideas."""

    questions: int
    halves: dict[Half, HalfIdeas]


def load(path: Path | None) -> JottedIdeas:
    """Read a file of ideas, or the source tree's own; raises GoldError."""
    from markscheme.packs.documents import Document

    place = path or assets.SOURCE_ROOT / IDEAS
    document = Document(place)
    if document.data is None:
        raise GoldError(f"{document.problems[0]}")
    try:
        return JottedIdeas.model_validate(document.data)
    except ValidationError as error:
        first = error.errors()[0]
        raise GoldError(f"{place}:{document.line(first['loc'])}: {first['msg']}") from error


def measure(source: JottedIdeas, read: Read) -> IdeasResult:
    """Read every idea by itself and count."""
    halves: dict[Half, list[tuple[Jotted, set[str]]]] = {"A": [], "B": []}
    for question, ideas in source.root.items():
        for place, idea in enumerate(ideas):
            factors = {named.factor_id for named in read(question, idea.text).named}
            halves["B" if place % 2 else "A"].append((idea, factors))
    return IdeasResult(
        questions=len(source.root), halves={half: _half(found) for half, found in halves.items()}
    )


def _half(found: Sequence[tuple[Jotted, set[str]]]) -> HalfIdeas:
    own = [(set(idea.factors), named) for idea, named in found if idea.factors]
    foreign = [named for idea, named in found if not idea.factors]
    return HalfIdeas(
        ideas=len(own), found=sum(bool(wanted & named) for wanted, named in own),
        wrong=sum(bool(named - wanted) for wanted, named in own),
        foreign=len(foreign), taken=sum(bool(named) for named in foreign),
    )  # fmt: skip


def ideas_sheets(result: IdeasResult) -> Iterator[Sheet]:
    """The table, the half tuned on first."""
    rows: list[list[Cell]] = [
        [half, each.ideas, each.found, percent(each.found / each.ideas), each.wrong, each.foreign, each.taken]
        for half, each in result.halves.items()
    ]
    columns = [
        "half",
        "ideas",
        "factor found",
        "share",
        "another named",
        "none of the question's",
        "taken for one",
    ]
    yield Sheet("Ideas for a plan", columns, rows, f"Each read by itself, for {result.questions} questions.")
