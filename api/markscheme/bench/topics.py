"""Questions about the topic: answered rightly, refused where the pack knows nothing, and the essay never given away?"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from pydantic import RootModel, ValidationError

from markscheme import assets
from markscheme.domain.base import Noun, Text
from markscheme.domain.readings import TopicFound

from .gold import GoldError
from .tables import Cell, Sheet

TOPICS = Path("tests") / "marking" / "topics.yaml"

Find = Callable[[str], TopicFound]


class Wanted(Noun):
    """A question and words of which a right answer has any."""

    text: Text
    has: tuple[Text, ...]


class AskedTopics(Noun):
    """Questions that the pack answers, that it does not though they are about its subject, that are outside it, and that
    are the student's own to answer."""

    answered: tuple[Wanted, ...]
    unknown: tuple[Text, ...] = ()
    outside: tuple[Text, ...]
    withheld: tuple[Text, ...]


class TopicSets(RootModel[Mapping[str, AskedTopics]]):
    """A file of such questions by set."""


class TopicsResult(Noun):
    """One set: of those to answer how many are right, wrong and refused; of the others how many are told anything, and
    how many are refused for the right reason."""

    answered: int
    right: int
    wrong: int
    refused: int
    unknown: int
    unknown_told: int
    unknown_right: int
    outside: int
    outside_told: int
    outside_right: int
    withheld: int
    withheld_told: int
    withheld_right: int


def load(path: Path | None) -> TopicSets:
    """Read a file of questions, or the source tree's own; raises GoldError."""
    from markscheme.packs.documents import Document

    place = path or assets.SOURCE_ROOT / TOPICS
    document = Document(place)
    if document.data is None:
        raise GoldError(f"{document.problems[0]}")
    try:
        return TopicSets.model_validate(document.data)
    except ValidationError as error:
        first = error.errors()[0]
        raise GoldError(f"{place}:{document.line(first['loc'])}: {first['msg']}") from error


def measure(source: TopicSets, find: Find) -> dict[str, TopicsResult]:
    """Ask every question and count, by set."""
    return {name: _measured(asked, find) for name, asked in source.root.items()}


def _measured(asked: AskedTopics, find: Find) -> TopicsResult:
    told = [(wanted, find(wanted.text).text) for wanted in asked.answered]
    right = sum(text is not None and any(word in text for word in wanted.has) for wanted, text in told)
    refused = sum(text is None for _, text in told)
    unknown, outside, withheld = (
        [find(text) for text in texts] for texts in (asked.unknown, asked.outside, asked.withheld)
    )
    return TopicsResult(
        answered=len(told), right=right, wrong=len(told) - right - refused, refused=refused,
        unknown=len(unknown), unknown_told=sum(f.text is not None for f in unknown),
        unknown_right=sum(f.text is None and f.unknown for f in unknown),
        outside=len(outside), outside_told=sum(f.text is not None for f in outside),
        outside_right=sum(f.text is None and f.outside for f in outside),
        withheld=len(withheld), withheld_told=sum(f.text is not None for f in withheld),
        withheld_right=sum(f.text is None and not f.outside and not f.unknown for f in withheld),
    )  # fmt: skip


def topics_sheets(results: Mapping[str, TopicsResult]) -> Iterator[Sheet]:
    """One table of all sets."""
    rows: list[list[Cell]] = [
        [name, r.answered, r.right, r.wrong, r.refused, r.unknown, r.unknown_right, r.unknown_told,
         r.outside, r.outside_right, r.outside_told, r.withheld, r.withheld_right, r.withheld_told]
        for name, r in results.items()
    ]  # fmt: skip
    columns = ["set", "to answer", "right", "wrong", "refused", "not known", "said so", "told all the same",
               "outside", "refused as that", "told nevertheless",
               "own to answer", "kept as that", "given away"]  # fmt: skip
    yield Sheet(
        "Questions about the topic", columns, rows, "Right: the answer has one of the words given for it."
    )
