"""The marks furthest from a person's, each with what may be the reason. Pure."""

from collections.abc import Mapping, Sequence

from markscheme.domain.base import Noun
from markscheme.domain.reports import MarkReport

from .gold import GoldAnswer, Pair
from .tables import Cell, Sheet, short
from .tallies import mean

WORST = 10
QUALITIES = 2
LEDGERS = ("knowledge", "judgement", "standard")


class Beside(Noun):
    """A score beside the mean over the other answers that a person put in the same level."""

    name: str
    score: float
    typical: float | None


class Disagreement(Noun):
    """One answer; the ledgers are 0..1, `standard` is their join on the scale of 25 after any ceiling. Of the qualities
    that count, the two furthest from typical by weight."""

    id: str
    question: str
    level: int
    human: int
    given: int
    ledgers: tuple[Beside, ...]
    missed: tuple[str, ...]
    wrongly_found: tuple[str, ...]
    qualities: tuple[Beside, ...]


def worst(pairs: Sequence[Pair], everyone: Sequence[Pair], count: int = WORST) -> tuple[Disagreement, ...]:
    """The most distant marks first; what is typical of a level is taken from `everyone`."""
    apart = [
        (abs(report.mark - gold.mark), gold, report) for gold, report in pairs if report.mark is not None
    ]
    ranked = sorted((each for each in apart if each[0]), key=lambda each: (-each[0], each[1].id))
    return tuple(_disagreement(gold, report, everyone) for _, gold, report in ranked[:count])


def _disagreement(gold: GoldAnswer, report: MarkReport, everyone: Sequence[Pair]) -> Disagreement:
    found = {f.factor_id for f in report.factors if f.coverage != "absent"}
    peers = [other for each, other in everyone if each.level == gold.level and each.id != gold.id]
    return Disagreement(
        id=gold.id, question=gold.question, level=gold.level, human=gold.mark, given=report.mark or 0,
        ledgers=_beside(_ledgers(report), list(map(_ledgers, peers))),
        missed=tuple(sorted(set(gold.factors) - found)), wrongly_found=tuple(sorted(found - set(gold.factors))),
        qualities=_unusual(report, peers),
    )  # fmt: skip


def _ledgers(report: MarkReport) -> dict[str, float]:
    told = report.arithmetic
    return {name: getattr(told, name) for name in LEDGERS} if told else {}


def _beside(scores: Mapping[str, float], peers: Sequence[Mapping[str, float]]) -> tuple[Beside, ...]:
    return tuple(
        Beside(name=name, score=score, typical=mean(peer.get(name) for peer in peers))
        for name, score in scores.items()
    )


def _unusual(report: MarkReport, peers: Sequence[MarkReport]) -> tuple[Beside, ...]:
    weights = {q.quality_id: q.weight for q in report.qualities if q.weight}
    scores = {q.quality_id: q.score for q in report.qualities if q.weight}
    beside = _beside(scores, [{q.quality_id: q.score for q in peer.qualities} for peer in peers])
    off = [(weights[b.name] * abs(b.score - b.typical), b) for b in beside if b.typical is not None]
    return tuple(b for _, b in sorted(off, key=lambda each: (-each[0], each[1].name))[:QUALITIES])


def worst_sheets(splits: Mapping[str, Sequence[Disagreement]]) -> list[Sheet]:
    """A table for each split, an answer a row."""
    columns = ["answer", "question", "level", "a person", "Markscheme", "ledgers", "factors missed",
               "factors wrongly found", "qualities"]  # fmt: skip
    note = (
        "Ledgers and qualities with the mean of the other answers that a person put in that level; of the qualities the two "
        "furthest from it by weight."
    )
    return [
        Sheet(f"{name}: the {WORST} marks furthest from a person's", columns, list(map(_row, rows)), note)
        for name, rows in splits.items()
    ]


def _row(each: Disagreement) -> list[Cell]:
    told = (each.missed, each.wrongly_found, list(map(_told, each.qualities)))
    return [
        each.id, each.question, each.level, each.human, each.given, ", ".join(map(_told, each.ledgers)) or None,
        *(", ".join(names) or "none" for names in told),
    ]  # fmt: skip


def _told(beside: Beside) -> str:
    return f"{beside.name} {beside.score:.2f} ({short(beside.typical)})"
