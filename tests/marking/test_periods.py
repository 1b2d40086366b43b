"""What happened at another time earns nothing; what only compares with it, or looks back, keeps its credit."""

from collections.abc import Callable

import pytest

from markscheme.domain.reports import MarkReport

Mark = Callable[..., MarkReport]

OUTSIDE = [
    ("agriculture_failure", "In 1932 the harvest failed, farming collapsed and grain ran so short that peasants starved."),
    ("agriculture_failure", "By 1982 farming was in ruins, the harvest had failed and grain was bought abroad."),
    ("agriculture_failure", "During the 1970s harvests failed on the Virgin Lands and grain was bought from Canada."),
    ("military_discontent", "In June 1941 the army was angry because its officers and generals had been dismissed."),
    ("economic_failure", "Gorbachev's growth rates fell, the shops were empty and the plan missed its targets."),
    ("economic_failure", "In the early 1980s growth fell, the shops were empty and the plan missed its targets."),
    ("popular_discontent", "Yeltsin faced strikes and riots, and workers were furious about the price of meat and butter."),
    ("coup_mechanics", "In August 1991 plotters in the KGB and the Presidium removed the leader while he was on holiday."),
    ("leadership_style", "Gorbachev was in a hurry. He was an impulsive bully who ignored advice and launched schemes."),
]  # fmt: skip
INSIDE = [
    ("agriculture_failure", "In 1963 the harvest failed, farming collapsed and grain was bought from Canada."),
    ("agriculture_failure", "In 1963 the harvest failed as badly as in 1932, so grain was bought abroad."),
    ("agriculture_failure", "Unlike Stalin in 1937, who let peasants starve, he bought grain when the harvest failed."),
    ("agriculture_failure", "Harvests were worse than in 1928, since the Virgin Lands blew away and grain was bought."),
    ("economic_failure", "He promised to overtake America by 1980, but growth fell and the plan missed its targets."),
    ("economic_failure", "Growth fell and the shops were empty, which Gorbachev would face again in the 1980s."),
    ("leadership_style", "Unlike Gorbachev, Khrushchev was an impulsive bully who ignored advice and launched schemes."),
    ("one_party_state", "Only one party could stand, as under the ban on factions of 1921, and it chose every candidate."),
    ("speech_limits", "In the Secret Speech he was silent on the famine in 1932 and blamed Stalin alone for his crimes."),
]  # fmt: skip


def credit(report: MarkReport, factor_id: str) -> float:
    return next((factor.credit for factor in report.factors if factor.factor_id == factor_id), 0.0)


def question_for(factor: str) -> str:
    asked = {"one_party_state": "stalinism-intact", "speech_limits": "secret-speech-significance"}
    return asked.get(factor, "removal-cuba")


@pytest.mark.parametrize(("factor", "text"), OUTSIDE)
def test_another_time_earns_nothing(marking: Mark, factor: str, text: str) -> None:
    assert credit(marking(text, question_for(factor)), factor) == 0


@pytest.mark.parametrize(("factor", "text"), INSIDE)
def test_its_own_time_and_comparisons_keep_their_credit(marking: Mark, factor: str, text: str) -> None:
    assert credit(marking(text, question_for(factor)), factor) > 0


@pytest.mark.parametrize(
    ("factor", "text"), [(factor, text) for factor, text in OUTSIDE if any(map(str.isdigit, text))]
)
def test_it_is_the_year_that_takes_the_credit(marking: Mark, factor: str, text: str) -> None:
    """The planted fault: the same sentence with a year of the period earns it."""
    own = "".join("1963" if word == "#" else word for word in _with_sign(text))
    assert credit(marking(own, question_for(factor)), factor) > 0


def _with_sign(text: str) -> list[str]:
    words: list[str] = []
    for word in text.split(" "):
        words += ["#" if word[:4].isdigit() else word, " "]
    return words


def test_a_question_with_an_early_end_takes_nothing_from_after_it(marking: Mark) -> None:
    text = "In 1963 the harvest failed, farming collapsed and grain was bought from Canada."
    assert credit(marking(text, "rise-to-power"), "agriculture_failure") == 0
    assert credit(marking(text.replace("1963", "1954"), "rise-to-power"), "agriculture_failure") > 0
