"""The tables that `bench cards` prints."""

from collections.abc import Iterator

from .cards import STANDINGS, CardScores, CardsResult, ReadAnswer
from .tables import Cell, Sheet

_SPLITS = {"A": "A (tuning half)", "B": "B (test half)", "all": "all"}
_WORST = 12


def cards_sheets(result: CardsResult) -> Iterator[Sheet]:
    """Agreement, the confusions of the test half and of all, and the answers that differ most."""
    rows: list[list[Cell]] = [_row(_SPLITS[name], scores) for name, scores in result.splits.items()]
    columns = ["half", "answers", "accuracy", "macro-F1", "points P", "points R", "points F1", "majority accuracy",
               "majority macro-F1"]  # fmt: skip
    note = f"Full, partial or none on {result.cards} cards; the majority gives every answer the commonest standing."
    yield Sheet("Short answers", columns, rows, note)
    for name in ("B", "all"):
        if name in result.splits:
            yield _confusion(_SPLITS[name], result.splits[name])
    if result.worst:
        yield _worst(result.worst[:_WORST])


def _row(name: str, scores: CardScores) -> list[Cell]:
    return [name, scores.n, scores.accuracy, scores.macro_f1, scores.points_precision, scores.points_recall,
            scores.points_f1, scores.majority_accuracy, scores.majority_macro_f1]  # fmt: skip


def _confusion(name: str, scores: CardScores) -> Sheet:
    rows: list[list[Cell]] = [
        [gold, *(scores.confusion[gold][given] for given in STANDINGS)] for gold in STANDINGS
    ]
    return Sheet(f"A person's standing (rows) and the one read: {name}", ["", *STANDINGS], rows)


def _worst(worst: tuple[ReadAnswer, ...]) -> Sheet:
    rows: list[list[Cell]] = [
        [each.answer.id, each.card_id, each.answer.standing, each.standing, _points(each.answer.points),
         _points(each.points), " ".join(f"{chance:.2f}" for chance in each.chances)]
        for each in worst
    ]  # fmt: skip
    columns = ["answer", "card", "person", "read", "person's points", "points read", "chances"]
    return Sheet("Furthest apart", columns, rows, "Points by their place in the card, from 1.")


def _points(points: frozenset[int]) -> str:
    return ", ".join(str(point + 1) for point in sorted(points)) or "none"
