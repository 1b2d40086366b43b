"""Agreement with people on short answers: full, partial or none, and each key point."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from markscheme.domain.base import Noun
from markscheme.domain.cards import Card, CardReading, Standing
from markscheme.domain.packs import Pack

from .gold import GoldError, half_of

STANDINGS: tuple[Standing, ...] = ("full", "partial", "none")
Read = Callable[[Pack, Card, str], CardReading]


class ShortAnswer(Noun):
    """One short answer with what a person found in it; `points` are places in the card's list of points."""

    id: str
    text: str
    standing: Standing
    points: frozenset[int]

    @property
    def question(self) -> str:
        """What the set calls the question: the id up to its last part."""
        return self.id.rpartition("_")[0]


class ReadAnswer(Noun):
    """A short answer beside what was read."""

    answer: ShortAnswer
    card_id: str
    standing: Standing
    points: frozenset[int]
    chances: tuple[float, ...]

    @property
    def gap(self) -> int:
        """How far apart: steps of standing, then points on which they differ."""
        steps = abs(STANDINGS.index(self.standing) - STANDINGS.index(self.answer.standing))
        return 10 * steps + len(self.points ^ self.answer.points)


class CardScores(Noun):
    """Agreement on some answers. `confusion` counts (a person's standing, the standing read)."""

    n: int
    accuracy: float
    macro_f1: float
    points_precision: float
    points_recall: float
    points_f1: float
    majority_accuracy: float
    majority_macro_f1: float
    confusion: dict[Standing, dict[Standing, int]]


class CardsResult(Noun):
    """Both halves, the whole, and the answers on which they differ most."""

    splits: dict[str, CardScores]
    cards: int
    worst: tuple[ReadAnswer, ...]


def load(path: Path) -> tuple[ShortAnswer, ...]:
    """The short answers of a JSON file; raises GoldError."""
    try:
        rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
        return tuple(
            ShortAnswer(id=row["id"], text=row["answer"], standing=row["correct"], points=row["points_hit"])
            for row in rows
        )
    except OSError as error:
        raise GoldError(f"{path} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise GoldError(f"{path} is not a list of short answers: {str(error).splitlines()[0]}") from error
    except (KeyError, TypeError) as error:
        raise GoldError(f"{path} lacks or misstates {error}") from error


def measure(answers: Sequence[ShortAnswer], packs: Iterable[Pack], read: Read) -> CardsResult:
    """Read every answer and compare; raises GoldError for a question that no card answers to."""
    cards = {name: (pack, card) for pack in packs for card in pack.cards for name in (card.id, *card.aliases)}
    unknown = sorted({answer.question for answer in answers} - cards.keys())
    if unknown or not answers:
        raise GoldError(
            f"no card has the alias {', '.join(unknown)}" if unknown else "no short answer to read"
        )
    every = [_read(answer, *cards[answer.question], read) for answer in answers]
    halves = {half: [each for each in every if half_of(each.answer.id) == half] for half in "AB"}
    splits = {name: score(part) for name, part in (halves | {"all": every}).items() if part}
    worst = sorted((each for each in every if each.gap), key=lambda each: (-each.gap, each.answer.id))
    return CardsResult(splits=splits, cards=len({each.card_id for each in every}), worst=tuple(worst))


def _read(answer: ShortAnswer, pack: Pack, card: Card, read: Read) -> ReadAnswer:
    reading = read(pack, card, answer.text)
    return ReadAnswer(
        answer=answer, card_id=card.id, standing=reading.standing,
        points=frozenset(place for place, point in enumerate(reading.points) if point.made),
        chances=tuple(point.probability for point in reading.points),
    )  # fmt: skip


def score(every: Sequence[ReadAnswer]) -> CardScores:
    """All measures over these answers; the baseline gives each the commonest standing among them."""
    pairs = [(each.answer.standing, each.standing) for each in every]
    counts = Counter(pairs)
    commonest = max(STANDINGS, key=Counter(gold for gold, _ in pairs).__getitem__)
    found = sum(len(each.points) for each in every)
    there = sum(len(each.answer.points) for each in every)
    right = sum(len(each.points & each.answer.points) for each in every)
    baseline = [(gold, commonest) for gold, _ in pairs]
    return CardScores(
        n=len(pairs), accuracy=_accuracy(pairs), macro_f1=_macro_f1(pairs),
        points_precision=_share(right, found), points_recall=_share(right, there),
        points_f1=_share(2 * right, found + there),
        majority_accuracy=_accuracy(baseline), majority_macro_f1=_macro_f1(baseline),
        confusion={gold: {given: counts[gold, given] for given in STANDINGS} for gold in STANDINGS},
    )  # fmt: skip


def _accuracy(pairs: Sequence[tuple[Standing, Standing]]) -> float:
    return _share(sum(gold == given for gold, given in pairs), len(pairs))


def _macro_f1(pairs: Sequence[tuple[Standing, Standing]]) -> float:
    """The mean F1 of the three standings."""
    return sum(
        _share(
            2 * sum(gold == given == one for gold, given in pairs),
            sum((gold == one) + (given == one) for gold, given in pairs),
        )
        for one in STANDINGS
    ) / len(STANDINGS)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
