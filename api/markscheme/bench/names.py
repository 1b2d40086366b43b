"""The writer's name and class on an answer, in several forms and for several people: does the reading stay?"""

from collections import Counter
from collections.abc import Mapping, Sequence

from markscheme.domain.base import Noun
from markscheme.domain.reports import MarkReport

from .desk import Marker
from .gold import GoldAnswer

NAMES = (
    "Amelia Clarke", "Mohammed Hussain", "Oluwaseun Adeyemi", "Siobhán O'Connor", "Nguyễn Thị Lan",
    "Priya Patel", "Ivan Petrov", "Fatima al-Sayed", "Łukasz Kowalczyk", "Xiu Ying Wang",
)  # fmt: skip
FORMS: Mapping[str, str] = {
    "name alone": "{name}\n\n{text}",
    "heading": "Name: {name}\nClass: 12B\n\n{text}",
    "first line": "{name}, Year 13 History\n\n{text}",
    "running head": "{text}\n\n{name} | 12H | Mock exam",
    "signature": "{text}\n\n{name} (Year 12)",
    "closing sentence": "{text}\n\nWritten by {name}, class 13C.",
}
Judgement = tuple[tuple[object, ...], ...]
PARTS = ("mark", "factors", "qualities")


class Swap(Noun):
    """A reading that another name changes, and what of it. Marks are None where withheld."""

    id: str
    form: str
    name: str
    changed: tuple[str, ...]
    mark: int | None
    usual: int | None


class FormScores(Noun):
    """One form beside the bare answer, all names: how often each part is another, and the widest change of the mark."""

    texts: int
    changed: dict[str, int]
    lowest: int | None
    highest: int | None
    withheld: int


class NameScores(Noun):
    """`swaps` are readings unlike those with most other names in the same place."""

    answers: int
    names: tuple[str, ...]
    texts: int
    forms: dict[str, FormScores]
    swaps: tuple[Swap, ...]


def name_scores(pairs: Sequence[tuple[GoldAnswer, MarkReport]], marker: Marker) -> NameScores:
    """Mark every answer in every form with every name."""
    reports = {
        form: [
            (gold.id, bare, {name: marker(bare.question_id, signed(gold.text, form, name)) for name in NAMES})
            for gold, bare in pairs
        ]
        for form in FORMS
    }  # fmt: skip
    return NameScores(
        answers=len(pairs), names=NAMES, texts=len(pairs) * len(NAMES) * len(FORMS),
        forms={form: _form([(bare, r) for _, bare, named in rows for r in named.values()])
               for form, rows in reports.items()},
        swaps=tuple(s for form, rows in reports.items() for i, _, named in rows for s in _swaps(i, form, named)),
    )  # fmt: skip


def signed(text: str, form: str, name: str) -> str:
    """The answer with its writer's name on it."""
    return FORMS[form].format(name=name, text=text.rstrip())


def _swaps(answer_id: str, form: str, named: Mapping[str, MarkReport]) -> list[Swap]:
    """The readings that are not the most frequent one."""
    read = {name: judged(report) for name, report in named.items()}
    usual = Counter(read.values()).most_common(1)[0][0]
    example = next(named[name] for name, reading in read.items() if reading == usual)
    return [
        Swap(id=answer_id, form=form, name=name, changed=_changed(reading, usual),
             mark=named[name].mark, usual=example.mark)
        for name, reading in read.items() if reading != usual
    ]  # fmt: skip


def _form(readings: Sequence[tuple[MarkReport, MarkReport]]) -> FormScores:
    changed = Counter(part for bare, named in readings for part in _changed(judged(named), judged(bare)))
    marks = [(bare.mark, named.mark) for bare, named in readings]
    changes = [after - before for before, after in marks if before is not None and after is not None]
    return FormScores(
        texts=len(readings), changed={part: changed[part] for part in PARTS},
        lowest=min(changes, default=None), highest=max(changes, default=None),
        withheld=sum(before is not None and after is None for before, after in marks),
    )  # fmt: skip


def _changed(judgement: Judgement, usual: Judgement) -> tuple[str, ...]:
    return tuple(part for part, a, b in zip(PARTS, judgement, usual, strict=True) if a != b)


def judged(report: MarkReport) -> Judgement:
    """What must not depend on a name, in the order of PARTS; quotes without their places, which move."""
    return (
        (report.mark, report.level, report.mark_range, report.withheld),
        tuple(
            (f.factor_id, f.coverage, f.stance, f.possible, f.credit, tuple(e.quote for e in f.evidence))
            for f in report.factors
        ),
        tuple((q.quality_id, q.score) for q in report.qualities),
    )
