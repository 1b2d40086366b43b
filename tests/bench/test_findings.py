import pytest

from markscheme.bench.findings import (
    certainty,
    evidence_shown,
    misconceptions_shown,
    stance_shown,
    touches,
)
from markscheme.bench.gold import GoldQuote
from markscheme.bench.tallies import Tally
from markscheme.domain.base import Quote
from markscheme.domain.reports import Evidence, MisconceptionFinding

from .conftest import MadeGold, MadeReport

TEXT = "No bread came. Prices rose. No bread at all."


def shown(quote: str, strength: float) -> Evidence:
    start = TEXT.index(quote)
    return Evidence(start=start, end=start + len(quote), quote=quote, strength=strength)


def error(misconception: str, quote: str) -> MisconceptionFinding:
    start = TEXT.index(quote)
    return MisconceptionFinding(
        start=start,
        end=start + len(quote),
        quote=quote,
        misconception_id=misconception,
        correction="c",
        severity="low",
    )


@pytest.mark.parametrize(
    ("start", "end", "hit"), [(0, 8, True), (8, 28, False), (7, 9, True), (30, 40, True), (8, 8, False)]
)
def test_a_span_touches_any_occurrence(start: int, end: int, hit: bool) -> None:
    assert touches(Quote(start=start, end=end, quote=TEXT[start:end]), "No bread", TEXT) is hit


def test_strongest_and_second_evidence(made_gold: MadeGold, made_report: MadeReport) -> None:
    gold = made_gold(
        text=TEXT,
        factors={"grain": "developed", "price": "mentioned", "missed": "mentioned"},
        evidence=(GoldQuote("grain", "No bread came."), GoldQuote("price", "Prices rose.")),
    )
    evidence = {
        "grain": [shown("Prices rose.", 0.4), shown("No bread came.", 0.9)],
        "price": [shown("Prices rose.", 0.2), shown("No bread came.", 0.3), shown("at all", 0.1)],
        "false": [shown("Prices rose.", 0.9)],
    }
    coverage = {"grain": "developed", "price": "mentioned", "missed": "absent", "false": "mentioned"}
    scores = evidence_shown([(gold, made_report(5, coverage, evidence))])
    assert (scores.found, scores.strongest_right, scores.top_two_right) == (2, 1, 2)
    assert (scores.strongest, scores.top_two) == (0.5, 1.0)


def test_found_uncertain_and_absent_are_counted_apart(made_gold: MadeGold, made_report: MadeReport) -> None:
    coverage = {
        "sure": "developed",
        "wrong": "mentioned",
        "half": "mentioned",
        "guess": "mentioned",
        "look": "absent",
    }
    report = made_report(5, coverage)
    factors = tuple(
        f.model_copy(update={"possible": f.factor_id in ("half", "guess", "look")}) for f in report.factors
    )
    gold = made_gold(factors=dict.fromkeys(("sure", "half", "look", "missed"), "mentioned"))
    scores = certainty([(gold, report.model_copy(update={"factors": factors}))])
    # Shown as found: one right, one wrong; of the four that are there three are not shown as found.
    assert scores.found == Tally(tp=1, fp=1, fn=3)
    assert (scores.uncertain.shown, scores.uncertain.there, scores.uncertain.share) == (2, 1, 0.5)
    assert (scores.absent.shown, scores.absent.there) == (1, 1)


def test_stances(made_gold: MadeGold, made_report: MadeReport) -> None:
    gold = made_gold(
        factors={"a": "developed", "b": "developed", "c": "mentioned"},
        tags=("rejected:a", "rejected:b", "EAL"),
    )
    report = made_report(
        9, {"a": "developed", "b": "absent", "c": "mentioned"}, stances={"a": "rejected", "c": "rejected"}
    )
    scores = stance_shown([(gold, report)])
    assert (scores.argued_down, scores.found, scores.read_as_rejected) == (2, 1, 1)
    assert (scores.wrongly_rejected, scores.wrongly_out_of) == (1, 1)


def test_misconceptions(made_gold: MadeGold, made_report: MadeReport) -> None:
    wrong = made_gold(
        text=TEXT, misconceptions=("M01", "M02"), misconception_evidence=(GoldQuote("M01", "Prices rose."),)
    )
    found = made_report(
        5, misconceptions=(error("M01", "Prices"), error("M01", "came"), error("M03", "came"))
    )
    clean = made_gold("clean", text=TEXT)
    scores = misconceptions_shown([(wrong, found), (clean, found), (clean, made_report(5))])
    # Wrong answer: M01 right, M02 missed, M03 false; the clean answer's two ids are false.
    assert scores.total == Tally(tp=1, fp=3, fn=1)
    assert scores.by_id["M03"] == Tally(fp=2)
    assert scores.quote_right == 1
    assert (scores.clean_answers, scores.clean_answers_flagged, scores.clean_flags) == (2, 1, 2)
