from pathlib import Path

import pytest
from rich.console import Console

from markscheme.bench.accuracy import measure, pack_for
from markscheme.bench.accuracy_tables import accuracy_sheets
from markscheme.bench.gold import Attack, Gold, GoldAnswer, GoldError, GoldQuote
from markscheme.bench.tables import show
from markscheme.domain.packs import Pack
from markscheme.domain.reports import Evidence, MarkReport

from .conftest import MadeGold, MadeReport

TEXTS = {
    "a": (2, "The grain shortage hurt the council."),  # half A
    "b": (8, "The grain shortage hurt. The party split too, since people lost trust in it."),  # half A
    "e": (
        18,
        "The grain shortage hurt. The space race cost. The party split because people lost trust.",
    ),  # half B
    "f": (4, "The space race was a race."),  # half B
}


@pytest.fixture
def gold(made_gold: MadeGold) -> Gold:
    """Two answers in each half and one attack."""

    def answer(name: str, mark: int, text: str) -> GoldAnswer:
        factors = {
            f: "mentioned"
            for f in ("grain_shortage", "party_split", "space_race")
            if f.replace("_", " ") in text
        }
        quotes = tuple(GoldQuote(f, f.replace("_", " ")) for f in factors)
        return made_gold(name, text=text, level=-(-mark // 5), mark=mark, factors=factors, evidence=quotes)

    answers = tuple(answer(name, mark, text) for name, (mark, text) in TEXTS.items())
    return Gold(answers, (Attack("atk", "Q10", "stuffing", "grain grain", 1),))


class Oracle:
    """Marks the gold answers as the gold does, and anything else at 2."""

    def __init__(self, gold: Gold, made_report: MadeReport) -> None:
        self._gold = {answer.text: answer for answer in gold.answers}
        self._made = made_report

    def __call__(self, question_id: str, text: str) -> MarkReport:
        answer = self._gold.get(text)
        if answer is None:
            return self._made(2, question_id=question_id)
        spans = {q.about: (text.index(q.quote), q.quote) for q in answer.evidence}
        evidence = {
            f: [Evidence(start=at, end=at + len(q), quote=q, strength=1)] for f, (at, q) in spans.items()
        }
        return self._made(answer.mark, answer.factors, evidence, question_id=question_id)


def even(question_id: str, text: str) -> dict[str, float]:
    """Says of every factor that it is as likely as not."""
    return dict.fromkeys(("grain_shortage", "price_rises", "party_split", "space_race"), 0.5)


def test_an_oracle_scores_full_marks(gold: Gold, pack: Pack, made_report: MadeReport) -> None:
    result = measure(gold, pack, Oracle(gold, made_report), even)
    assert {name: split.answers for name, split in result.splits.items()} == {"A": 2, "B": 2, "all": 4}
    whole = result.splits["all"]
    assert whole.overall.presence.micro.f1 == 1.0
    assert whole.overall.evidence.strongest == 1.0
    assert whole.overall.marks.markscheme.kappa == 1.0
    assert whole.overall.marks.markscheme.error == 0.0
    assert whole.overall.marks.words_only.error != 0.0
    assert set(whole.by_level) == {"1", "2", "4"}
    assert (whole.certainty.found.precision, whole.certainty.found.recall) == (1.0, 1.0)
    assert whole.worst == ()
    # Seven of the sixteen pairs of answer and factor are there; all were said to be as likely as not.
    assert [(b.n, b.said, b.seen) for b in whole.chances.bins if b.n] == [(16, 0.5, 7 / 16)]
    assert whole.confidence.sure.share == 1.0
    assert [(a.given, a.ok) for a in result.attacks] == [(2, False)]
    # Answers of levels 1 and 2: both of half A, one of half B; of levels 4 and 5: one of half B.
    assert {half: len(trials[0].changes) for half, trials in result.padding.items()} == {"A": 2, "B": 1}
    assert {half: len(trial.changes) for half, trial in result.condensing.items()} == {"A": 0, "B": 1}


def test_a_marker_that_finds_nothing_scores_nothing(gold: Gold, pack: Pack, made_report: MadeReport) -> None:
    result = measure(gold, pack, lambda question_id, _: made_report(0, question_id=question_id), even)
    micro = result.splits["all"].overall.presence.micro
    assert (micro.tp, micro.fp, micro.fn) == (0, 0, 7)
    assert result.splits["all"].overall.marks.markscheme.kappa == 0.0


def test_withheld_marks_are_left_out_and_counted(gold: Gold, pack: Pack, made_report: MadeReport) -> None:
    result = measure(gold, pack, lambda question_id, _: made_report(None, question_id=question_id), even)
    marks = result.splits["B"].overall.marks
    assert (marks.withheld, marks.markscheme.n, marks.words_only.n) == (2, 0, 0)


def test_every_table_is_markdown_with_counts(
    gold: Gold, pack: Pack, made_report: MadeReport, tmp_path: Path
) -> None:
    result = measure(gold, pack, Oracle(gold, made_report), even)
    with (tmp_path / "out.md").open("w", encoding="utf-8") as file:
        show(Console(file=file), list(accuracy_sheets(result)))
    text = (tmp_path / "out.md").read_text(encoding="utf-8")
    assert "\x1b" not in text
    assert "| factors there at all, micro F1 | 1.000 | 1.000 | 1.000 | at least 0.91 | met |" in text
    # Nobody erred and nothing was flagged: a precision of nothing is not a precision reached.
    assert "| misconceptions, precision | – | – | – | at least 0.9 | MISSED |" in text
    assert "| clean answers with a false flag | 0.000 | 0.000 | 0.000 | at most 0.1 | met |" in text
    assert "| all | 4 | 7 | 1.000 | 1.000 | 1.000 |" in text
    assert "| atk | stuffing | 1 | 2 | BREACH |" in text
    assert "1 of 1 above their allowance" in text
    for line in text.splitlines():
        assert not line.startswith("|") or line.endswith("|")


def test_a_letter_the_pack_lacks_is_named(gold: Gold, pack: Pack, made_report: MadeReport) -> None:
    strange = Gold(gold.answers, (Attack("x", "Q77", "k", "t", 1),))
    with pytest.raises(GoldError, match="no question of the pack has the letter Q77; it has Q1, Q10, Q2"):
        measure(strange, pack, Oracle(gold, made_report), even)
    with pytest.raises(GoldError, match="holds no answers"):
        measure(Gold((), ()), pack, Oracle(gold, made_report), even)


def test_the_pack_is_the_one_with_the_factors(gold: Gold, pack: Pack, made_gold: MadeGold) -> None:
    assert pack_for(gold, [pack]) is pack
    other = Gold((made_gold(factors={"sea_trade": "mentioned"}),), ())
    with pytest.raises(GoldError, match="town-1900 lacks sea_trade"):
        pack_for(other, [pack])
