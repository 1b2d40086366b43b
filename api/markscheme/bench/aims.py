"""What is aimed at, and whether it was reached."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from markscheme.marking.summary import SURE

from .accuracy import SplitScores
from .tables import Cell, Sheet, short


class Aim(NamedTuple):
    """A bound that a figure should reach, or with `most` not pass."""

    measure: str
    bound: float
    most: bool = False

    def told(self) -> str:
        """The bound in words."""
        return f"at {'most' if self.most else 'least'} {self.bound:g}"

    def verdict(self, value: float | None) -> str:
        """Met or missed; a figure that is not there is missed."""
        if value is None:
            return "MISSED"
        return "met" if (value <= self.bound if self.most else value >= self.bound) else "MISSED"


def accuracy_aims(splits: Mapping[str, SplitScores], names: Mapping[str, str]) -> Sheet:
    """Every aim of accuracy, judged on half B."""
    figures = {name: dict(_figures(split)) for name, split in splits.items()}
    rows: list[list[Cell]] = []
    for aim in figures["B"]:
        cells: list[Cell] = [figures[name][aim] for name in splits]
        rows.append([aim.measure, *cells, aim.told(), aim.verdict(figures["B"][aim])])
    columns = ["measure", *(names[name] for name in splits), "aim", "B"]
    return Sheet("What is aimed at", columns, rows)


def _figures(split: SplitScores) -> Iterator[tuple[Aim, float | None]]:
    errors = split.misconceptions
    clean = errors.clean_answers_flagged / errors.clean_answers if errors.clean_answers else None
    yield Aim("factors there at all, micro F1", 0.91), split.overall.presence.micro.f1
    yield Aim("precision of factors shown as found", 0.95), split.certainty.found.precision
    yield Aim("absent, mentioned, developed: macro F1", 0.80), split.overall.classes.macro_f1
    yield Aim("evidence sentence right", 0.92), split.overall.evidence.strongest
    yield Aim("misconceptions, precision", 0.90), errors.total.precision
    yield Aim("misconceptions, recall", 0.75), errors.total.recall
    yield Aim("clean answers with a false flag", 0.10, most=True), clean
    yield Aim(f"marks of confidence over {SURE} within two", 0.90), split.confidence.sure.share


def aim_row(aim: Aim, value: float | None) -> list[Cell]:
    """One figure beside its aim."""
    return [aim.measure, short(value) if isinstance(value, float) else value, aim.told(), aim.verdict(value)]
