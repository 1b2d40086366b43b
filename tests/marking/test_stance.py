"""Argued down, denied, or affirmed."""

from collections.abc import Callable

from markscheme.domain.reports import FactorFinding, MarkReport

Mark = Callable[..., MarkReport]


def factor(report: MarkReport, factor_id: str) -> FactorFinding:
    return next(f for f in report.factors if f.factor_id == factor_id)


CUBA = "In October 1962 he put missiles in Cuba and had to take them out again in public, which looked like a defeat."


def test_a_factor_argued_down_is_present_and_rejected(marking: Mark) -> None:
    text = (
        CUBA + " The Cuban Missile Crisis was not the main reason, because he survived for another two years."
    )
    found = factor(marking(text, "removal-cuba"), "cuban_missile_crisis")
    assert found.coverage == "developed"
    assert found.stance == "rejected"


def test_a_factor_stated_is_affirmed(marking: Mark) -> None:
    assert factor(marking(CUBA, "removal-cuba"), "cuban_missile_crisis").stance == "affirmed"


def test_only_the_smaller_of_two_compared_factors_is_rejected(marking: Mark) -> None:
    text = (
        "The split of the Party in 1962 cost the regional secretaries half their power and turned them against him. "
        "The Cuban Missile Crisis was less important than the split of the Party."
    )
    report = marking(text, "removal-cuba")
    assert factor(report, "cuban_missile_crisis").stance == "rejected"
    assert factor(report, "party_reform_threat").stance == "affirmed"


def test_an_answer_of_denials_earns_nothing(marking: Mark) -> None:
    report = marking(
        "Nobody in the Party was upset by the attack on Stalin. He never divided the Party in 1962 and the secretaries "
        "did not lose any power. The Virgin Lands never failed and no grain was bought from Canada. The Central "
        "Committee did not remove him and Brezhnev did not plot against him."
    )
    assert report.mark is not None
    assert report.mark <= 4
    assert all(f.coverage != "developed" for f in report.factors)


def test_one_fair_negative_is_still_credited(marking: Mark) -> None:
    text = (
        "From 1961 officials could not keep their posts for life, which worried every secretary in the Party."
    )
    assert factor(marking(text), "party_reform_threat").coverage != "absent"


def test_a_later_sentence_may_argue_down_what_it_takes_up(marking: Mark) -> None:
    text = CUBA + " Still, this does not explain why he fell, since two years went by."
    assert factor(marking(text, "removal-cuba"), "cuban_missile_crisis").stance == "rejected"


def test_blame_that_falls_on_nobody_argues_nothing_down(marking: Mark) -> None:
    text = CUBA + " There was nobody else to blame for it and no reason to doubt who had ordered it."
    assert factor(marking(text, "removal-cuba"), "cuban_missile_crisis").stance == "affirmed"


def test_more_than_a_number_argues_nothing_down(marking: Mark) -> None:
    text = "From China he withdrew more than a thousand Soviet experts when the quarrel with Mao broke out in 1960."
    assert factor(marking(text, "removal-cuba"), "sino_soviet_split").stance == "affirmed"
