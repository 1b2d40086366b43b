from pathlib import Path

import pytest
from rich.console import Console

from markscheme.bench.gold import Gold, GoldAnswer, GoldError
from markscheme.bench.lengths import length_scores
from markscheme.bench.names import FORMS, NAMES, name_scores
from markscheme.bench.tables import show
from markscheme.bench.traps import measure
from markscheme.bench.traps_tables import traps_sheets
from markscheme.bench.twins import twin_scores
from markscheme.domain.packs import Pack
from markscheme.domain.reports import MarkReport, QualityFinding

from .conftest import MadeGold, MadeReport

KINDS = {
    "sharp-1": ("short_sharp", 40, 21), "sharp-2": ("short_sharp", 45, 18),
    "empty-1": ("long_empty", 300, 4), "empty-2": ("long_empty", 320, 6),
    "three-1": ("three_lengths-a-short", 60, 13), "three-2": ("three_lengths-a-middle", 120, 13),
    "three-3": ("three_lengths-a-long", 240, 13), "pad-1": ("padded-a-base", 80, 9),
    "pad-2": ("padded-a-long", 200, 9), "con-1": ("condensed-a-full", 180, 23), "con-2": ("condensed-a-short", 120, 22),
}  # fmt: skip
REGISTERS = {"plain": "It is so.", "informal": "it's kinda so lol", "eal": "It is being so."}


@pytest.fixture
def gold(made_gold: MadeGold) -> Gold:
    """Length traps of every family, and one group of twins."""
    traps = [
        made_gold(name, mark=mark, text=f"{name} " * words, tags=(f"kind:{kind}",))
        for name, (kind, words, mark) in KINDS.items()
    ]
    twins = [
        made_gold(f"twin-a-{register}", mark=8, text=text, register=register, tags=("kind:twin",))
        for register, text in REGISTERS.items()
    ]
    return Gold((*traps, *twins), ())


class Marker:
    """Marks as a person did, whatever stands around the answer."""

    def __init__(self, gold: Gold, made_report: MadeReport) -> None:
        self._gold = gold.answers
        self._made = made_report

    def __call__(self, question_id: str, text: str) -> MarkReport:
        answer = next(a for a in self._gold if a.text.strip() in text)
        return self._made(self.mark(answer, text), question_id=question_id)

    def mark(self, answer: GoldAnswer, text: str) -> int | None:
        """What this marker gives."""
        return answer.mark


class CountsWords(Marker):
    """Marks by the number of words and nothing else."""

    def mark(self, answer: GoldAnswer, text: str) -> int | None:
        """A mark for every fifteen words."""
        return min(25, len(text.split()) // 15)


class ReadsNames(Marker):
    """Likes one name better than the others."""

    def mark(self, answer: GoldAnswer, text: str) -> int | None:
        """One mark more for Amelia."""
        return answer.mark + (NAMES[0] in text)


def pairs(gold: Gold, marker: Marker, kind: str = "") -> list[tuple[GoldAnswer, MarkReport]]:
    return [
        (a, marker("council-fall", a.text)) for a in gold.answers if (a.kind == "twin") == (kind == "twin")
    ]


def tables(gold: Gold, pack: Pack, marker: Marker, tmp_path: Path) -> str:
    with (tmp_path / "out.md").open("w", encoding="utf-8") as file:
        show(Console(file=file), list(traps_sheets(measure(gold, pack, marker))))
    return (tmp_path / "out.md").read_text(encoding="utf-8")


def test_a_marker_that_marks_as_a_person_meets_every_aim(
    gold: Gold, pack: Pack, made_report: MadeReport, tmp_path: Path
) -> None:
    result = measure(gold, pack, Marker(gold, made_report))
    assert result.lengths
    assert result.lengths.overall.markscheme.kappa == 1.0
    assert (result.lengths.padding, result.lengths.condensing) == (0, -1)
    assert result.twins
    assert result.twins.too_far == 0
    assert result.names.swaps == ()
    text = tables(gold, pack, Marker(gold, made_report), tmp_path)
    assert "MISSED" not in text
    assert "| three_lengths | a | 60 / 120 / 240 | 13 / 13 / 13 | 13 / 13 / 13 | 0 | – |" in text


def test_a_marker_that_counts_words_fails_the_traps(
    gold: Gold, pack: Pack, made_report: MadeReport, tmp_path: Path
) -> None:
    scores = length_scores(pairs(gold, CountsWords(gold, made_report)))
    assert scores.overall.markscheme.kappa is not None
    assert scores.overall.markscheme.kappa < 0.2
    assert (scores.padding, scores.condensing) == (8, -4)
    assert {(g.family, g.name): g.spread for g in scores.groups} == {
        ("three_lengths", "a"): 12, ("padded", "a"): 8, ("condensed", "a"): 4,
    }  # fmt: skip
    text = tables(gold, pack, CountsWords(gold, made_report), tmp_path)
    assert "| padding, mean change | 8.00 | at most 0.5 | MISSED |" in text
    assert "| kappa on the traps |" in text
    assert text.count("MISSED") >= 3


def test_words_alone_are_fitted_on_the_other_answers(gold: Gold, made_report: MadeReport) -> None:
    two = [pair for pair in pairs(gold, Marker(gold, made_report)) if pair[0].id in ("sharp-1", "empty-1")]
    # Each of two answers is predicted by the other's mark alone.
    assert length_scores(two).overall.words_only.error == 21 - 4


def test_a_withheld_mark_is_left_out_and_no_spread_is_claimed(gold: Gold, made_report: MadeReport) -> None:
    class Withholds(Marker):
        def mark(self, answer: GoldAnswer, text: str) -> int | None:
            return None if answer.id in ("three-3", "pad-2", "twin-a-eal") else answer.mark

    scores = length_scores(pairs(gold, Withholds(gold, made_report)))
    assert (scores.overall.withheld, scores.overall.markscheme.n) == (2, 9)
    assert {g.family: g.spread for g in scores.groups} == {
        "three_lengths": None,
        "padded": None,
        "condensed": 1,
    }
    assert scores.padding is None
    twins = twin_scores(pairs(gold, Withholds(gold, made_report), "twin"))
    assert [(g.apart, g.ok) for g in twins.groups] == [(None, False)]
    assert (twins.registers["eal"].withheld, twins.registers["eal"].mark) == (1, None)


def test_a_marker_that_dislikes_a_register_shows(gold: Gold, made_report: MadeReport) -> None:
    class Prim(Marker):
        def mark(self, answer: GoldAnswer, text: str) -> int | None:
            return answer.mark - 2 * (answer.register == "informal") - (answer.register == "eal")

    scores = twin_scores(pairs(gold, Prim(gold, made_report), "twin"))
    assert [(g.name, g.apart, g.ok) for g in scores.groups] == [("twin-a", 2, False)]
    assert list(scores.registers) == ["plain", "eal", "informal"]
    assert [r.from_plain for r in scores.registers.values()] == [0, -1, -2]
    assert [r.error for r in scores.registers.values()] == [0, 1, 2]


def test_a_marker_that_reads_names_is_caught(
    gold: Gold, pack: Pack, made_report: MadeReport, tmp_path: Path
) -> None:
    marker = ReadsNames(gold, made_report)
    scores = name_scores(pairs(gold, marker), marker)
    assert scores.texts == len(KINDS) * len(FORMS) * len(NAMES)
    assert {(s.name, s.changed) for s in scores.swaps} == {(NAMES[0], ("mark",))}
    assert len(scores.swaps) == len(KINDS) * len(FORMS)
    assert all(s.mark == (s.usual or 0) + 1 for s in scores.swaps)
    heading = scores.forms["heading"]
    assert (heading.changed, heading.highest) == ({"mark": len(KINDS), "factors": 0, "qualities": 0}, 1)
    assert "| readings changed by a name, of 840 | 84 | at most 0 | MISSED |" in tables(
        gold, pack, marker, tmp_path
    )


def test_a_quality_that_a_name_moves_is_caught_though_the_mark_stays(
    gold: Gold, made_report: MadeReport
) -> None:
    class Precise(Marker):
        def __call__(self, question_id: str, text: str) -> MarkReport:
            score = 0.5 + 0.1 * ("Ivan" in text)
            quality = QualityFinding(quality_id="q", name="Q", score=score, descriptor="d")
            return self._made(5, question_id=question_id, qualities=(quality,))

    marker = Precise(gold, made_report)
    swaps = name_scores(pairs(gold, marker)[:1], marker).swaps
    assert {(s.name, s.changed) for s in swaps} == {("Ivan Petrov", ("qualities",))}


def test_a_mark_withheld_for_the_name_line_is_counted(gold: Gold, made_report: MadeReport) -> None:
    class Strict(Marker):
        def mark(self, answer: GoldAnswer, text: str) -> int | None:
            return answer.mark if text.rstrip().endswith(answer.text.strip()) else None

    marker = Strict(gold, made_report)
    scores = name_scores(pairs(gold, marker)[:1], marker)
    assert {form: s.withheld for form, s in scores.forms.items()} == {
        "name alone": 0, "heading": 0, "first line": 0, "running head": 10, "signature": 10, "closing sentence": 10,
    }  # fmt: skip
    assert scores.swaps == ()


def test_an_answer_to_no_question_is_named(
    gold: Gold, pack: Pack, made_gold: MadeGold, made_report: MadeReport
) -> None:
    with pytest.raises(GoldError, match="no question of the pack is called Q77"):
        measure(Gold((made_gold(question="Q77"),), ()), pack, Marker(gold, made_report))
    with pytest.raises(GoldError, match="no answers"):
        measure(Gold((), ()), pack, Marker(gold, made_report))
