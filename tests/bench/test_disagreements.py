from markscheme.bench.disagreements import worst, worst_sheets
from markscheme.domain.arithmetic import Arithmetic
from markscheme.domain.reports import MarkReport, QualityFinding

from .conftest import MadeGold, MadeReport


def scored(report: MarkReport, ledgers: tuple[float, float], **scores: float) -> MarkReport:
    """The report with these ledgers and qualities; q_told counts for nothing."""
    qualities = tuple(
        QualityFinding(
            quality_id=name, name=name, score=score, weight=0 if name == "q_told" else 0.5, descriptor="d"
        )
        for name, score in scores.items()
    )
    knowledge, judgement = ledgers
    arithmetic = Arithmetic(knowledge=knowledge, judgement=judgement, standard=10, steps=())
    return report.model_copy(update={"qualities": qualities, "arithmetic": arithmetic})


def test_the_furthest_mark_comes_first_with_its_reasons(made_gold: MadeGold, made_report: MadeReport) -> None:
    coverage = {"right": "developed", "false": "mentioned", "absent": "absent"}
    off = scored(made_report(20, coverage), (0.9, 0.8), q_thesis=0.9, q_balance=0.5, q_told=0.0)
    peer = scored(made_report(9, {}), (0.4, 0.2), q_thesis=0.1, q_balance=0.4, q_told=1.0)
    gold = made_gold("far", level=2, mark=9, factors={"right": "developed", "absent": "mentioned"})
    pairs = [
        (made_gold("exact", level=2, mark=9), peer),
        (made_gold("near", level=5, mark=24), made_report(25)),
        (gold, off),
        (made_gold("withheld", level=5, mark=25), made_report(None)),
    ]
    first, second = worst(pairs, pairs)
    assert (first.id, first.human, first.given) == ("far", 9, 20)
    assert (first.missed, first.wrongly_found) == (("absent",), ("false",))
    assert [(b.name, b.score, b.typical) for b in first.ledgers[:2]] == [
        ("knowledge", 0.9, 0.4),
        ("judgement", 0.8, 0.2),
    ]
    # The thesis is further from its peer than the balance; what counts for nothing is no reason.
    assert [(q.name, q.typical) for q in first.qualities] == [("q_thesis", 0.1), ("q_balance", 0.4)]
    assert (second.id, second.ledgers, second.qualities) == ("near", (), ())
    table = "\n".join(worst_sheets({"B": [first, second]})[0].markdown())
    assert "| far | Q1 | 2 | 9 | 20 | knowledge 0.90 (0.40), judgement 0.80 (0.20)" in table
    assert "| absent | false | q_thesis 0.90 (0.10), q_balance 0.50 (0.40) |" in table


def test_ten_at_most_and_ties_by_id(made_gold: MadeGold, made_report: MadeReport) -> None:
    pairs = [(made_gold(f"a{n:02}", mark=5), made_report(6)) for n in reversed(range(12))]
    assert [each.id for each in worst(pairs, pairs)] == [f"a{n:02}" for n in range(10)]
