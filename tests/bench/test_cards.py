"""The bench of short answers, on a set small enough to count by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from markscheme.bench import cards
from markscheme.bench.cards_tables import cards_sheets
from markscheme.bench.gold import GoldError
from markscheme.domain.cards import Card, CardPoint, CardReading, PointReading, Standing
from markscheme.domain.packs import Pack
from markscheme.domain.questions import Hint

CARD = Card(
    id="silt", topic="Harbour", question="Why?", points=(CardPoint(text="Silt"), CardPoint(text="Trains")), needed=2,
    answer="Silt and trains.", hint=Hint(nudge="a", pointer="b", area="c"), aliases=("q1",),
)  # fmt: skip


@pytest.fixture
def packs(pack: Pack) -> list[Pack]:
    return [pack.model_copy(update={"cards": (CARD,)})]


def row(number: int, answer: str, correct: Standing, points: list[int]) -> dict[str, Any]:
    return {
        "id": f"q1_{number}",
        "answer": answer,
        "correct": correct,
        "points_hit": points,
        "topic": "Harbour",
    }


def by_letters(_: Pack, card: Card, text: str) -> CardReading:
    """Point 1 for an s, point 2 for a t."""
    made = ["s" in text, "t" in text]
    standing: Standing = "full" if all(made) else "partial" if any(made) else "none"
    return CardReading(
        standing=standing, points=tuple(PointReading(probability=float(m), made=m) for m in made)
    )


ROWS = [
    row(1, "st", "full", [0, 1]), row(2, "s", "partial", [0]), row(3, "t", "full", [0, 1]), row(4, "s", "none", []),
    row(5, "", "none", []), row(6, "", "none", []),
]  # fmt: skip


def answers(tmp_path: Path, rows: object) -> tuple[cards.ShortAnswer, ...]:
    path = tmp_path / "short.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    return cards.load(path)


def test_agreement_is_counted(tmp_path: Path, packs: list[Pack]) -> None:
    result = cards.measure(answers(tmp_path, ROWS), packs, by_letters)
    scores = result.splits["all"]

    assert (scores.n, result.cards) == (6, 1)
    assert scores.accuracy == pytest.approx(4 / 6)
    # F1 of full 2/3, of partial 2/4, of none 4/5.
    assert scores.macro_f1 == pytest.approx((2 / 3 + 1 / 2 + 4 / 5) / 3)
    assert (scores.points_precision, scores.points_recall) == (pytest.approx(4 / 5), pytest.approx(4 / 5))
    assert scores.majority_accuracy == pytest.approx(3 / 6)
    assert scores.majority_macro_f1 == pytest.approx((2 * 3 / 9) / 3)
    assert scores.confusion["none"] == {"full": 0, "partial": 1, "none": 2}
    assert [each.answer.id for each in result.worst] == ["q1_3", "q1_4"]


def test_the_halves_are_the_ids_own(tmp_path: Path, packs: list[Pack]) -> None:
    splits = cards.measure(answers(tmp_path, ROWS), packs, by_letters).splits

    assert splits["A"].n + splits["B"].n == 6
    assert 0 < splits["A"].n < 6


def test_the_tables_say_it(tmp_path: Path, packs: list[Pack]) -> None:
    text = "\n".join(
        line
        for sheet in cards_sheets(cards.measure(answers(tmp_path, ROWS), packs, by_letters))
        for line in sheet.markdown()
    )

    assert "| all | 6 | 0.667 | 0.656 | 0.800 | 0.800 | 0.800 | 0.500 | 0.222 |" in text
    assert "| q1_3 | silt | full | partial | 1, 2 | 2 | 0.00 1.00 |" in text


def test_a_question_without_a_card_is_a_clear_problem(tmp_path: Path, packs: list[Pack]) -> None:
    read = answers(tmp_path, [*ROWS, {**row(1, "s", "none", []), "id": "q9_1"}])
    with pytest.raises(GoldError, match="no card has the alias q9"):
        cards.measure(read, packs, by_letters)
    with pytest.raises(GoldError, match="no short answer"):
        cards.measure((), packs, by_letters)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "is not a list of short answers"),
        ('[{"id": "q1_1"}]', "lacks or misstates 'answer'"),
        ('{"a": 1}', "lacks or misstates"),
        (json.dumps([row(1, "s", "half", [])]).replace("half", "most"), "is not a list of short answers"),  # type: ignore[arg-type]
    ],
)  # fmt: skip
def test_a_broken_file_is_a_clear_problem(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "short.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match=says):
        cards.load(path)
    with pytest.raises(GoldError, match="cannot be read"):
        cards.load(tmp_path / "none.json")
