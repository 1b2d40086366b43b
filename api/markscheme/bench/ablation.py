"""How much the reading leans on each coefficient of the matcher: set to zero one at a time, nothing fitted anew."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, get_args

from markscheme.domain.base import Noun
from markscheme.domain.packs import Calibration

from .agreement import weighted_kappa
from .desk import Marker
from .findings import evidence_shown
from .gold import GoldAnswer, Pair
from .tables import Cell, Sheet
from .tallies import Marked, presence, three_class

Part = Literal["sentence", "presence", "development"]


class Reading(Noun):
    """How well factors are read and marks agree, in four figures."""

    presence_f1: float | None
    classes_f1: float | None
    evidence: float | None
    kappa: float | None


class Ablated(Noun):
    """The figures of each split without one coefficient; with all of them where `name` is empty."""

    part: Part | None = None
    name: str = ""
    coefficient: float = 0.0
    splits: dict[str, Reading]


def ablate(
    answers: Mapping[str, Sequence[GoldAnswer]], ids: Mapping[str, str], calibration: Calibration,
    marker_with: Callable[[Calibration], Marker], factors: Sequence[str],
) -> Iterator[Ablated]:  # fmt: skip
    """First with everything, then without each coefficient that is not zero. `answers` are the splits, one called
    "all" holding every answer; `ids` are the question ids by what the answers call them."""

    def read(calibration: Calibration) -> dict[str, Reading]:
        marker = marker_with(calibration)
        reports = {gold.id: marker(ids[gold.question], gold.text) for gold in answers["all"]}
        return {
            name: _reading([(gold, reports[gold.id]) for gold in split], factors)
            for name, split in answers.items()
        }

    yield Ablated(splits=read(calibration))
    for part in get_args(Part):
        for name, value in _fitted(calibration, part).items():
            yield Ablated(
                part=part, name=name, coefficient=value, splits=read(without(calibration, part, name))
            )


def without(calibration: Calibration, part: Part, name: str) -> Calibration:
    """The calibration with one coefficient at zero."""
    return calibration.model_copy(update={part: getattr(calibration, part) | {name: 0.0}})


def _fitted(calibration: Calibration, part: Part) -> dict[str, float]:
    return {
        name: value for name, value in getattr(calibration, part).items() if value and name != "intercept"
    }


def _reading(pairs: Sequence[Pair], factors: Sequence[str]) -> Reading:
    marked = [(gold, Marked.of(report, factors)) for gold, report in pairs]
    marks = [(gold.mark, report.mark) for gold, report in pairs if report.mark is not None]
    return Reading(
        presence_f1=presence(marked, factors).micro.f1, classes_f1=three_class(marked, factors).macro_f1,
        evidence=evidence_shown(pairs).strongest,
        kappa=weighted_kappa([gold for gold, _ in marks], [given for _, given in marks]),
    )  # fmt: skip


def ablation_sheets(rows: Sequence[Ablated], names: Mapping[str, str]) -> Iterator[Sheet]:
    """A table for each split, what is leant on most first."""
    columns = ["part", "without", "coefficient", "presence F1", "three-class F1", "evidence right", "kappa"]
    note = (
        "One coefficient at a time at zero, the others and the thresholds as they are, nothing fitted anew: it shows how "
        "far the reading leans on a signal, not how well it would do had it been fitted without it. Sentence: signals of "
        "a sentence; presence and development: features of the answer. What is not listed has no coefficient."
    )
    for split in rows[0].splits if rows else ():
        whole, *less = rows
        ordered = sorted(less, key=lambda row: (row.splits[split].presence_f1 or 0, row.part, row.name))
        cells = [_cells(row, split) for row in (whole, *ordered)]
        yield Sheet(f"{names[split]}: what the reading leans on", columns, cells, note)


def _cells(row: Ablated, split: str) -> list[Cell]:
    figures = row.splits[split]
    return [
        row.part or "everything", row.name or "nothing left out", row.coefficient if row.part else None,
        figures.presence_f1, figures.classes_f1, figures.evidence, figures.kappa,
    ]  # fmt: skip
