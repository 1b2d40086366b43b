"""Absent, mentioned or developed, with the words that earned it."""

from collections.abc import Callable

import pytest

from markscheme.domain.reports import MarkReport

Mark = Callable[..., MarkReport]
ONE_IDEA_EACH = {
    "agriculture_failure": "The ploughed steppe in Kazakhstan blew away as dust and by 1963 they bought Canadian wheat.",
    "party_reform_threat": "Cutting each provincial committee into a farm and a factory half robbed its boss of power.",
    "popular_discontent": "When meat and butter went up in price in 1962 workers at Novocherkassk struck and were shot.",
    "leadership_style": "He shouted at colleagues, took no advice and announced schemes that nobody had agreed to.",
    "sino_soviet_split": "Mao called him a revisionist and Soviet experts were pulled out of China in 1960.",
    "coup_mechanics": "Brezhnev and Podgorny had him flown back from the Black Sea and the Presidium made him sign.",
    "military_discontent": "Generals resented losing over a million men from the army in 1960.",
    "cuban_missile_crisis": "He shipped rockets to Cuba and then had to take them home in front of American cameras.",
}


@pytest.mark.parametrize("factor_id", ONE_IDEA_EACH)
def test_an_idea_in_fresh_words_is_found_where_it_stands(marking: Mark, factor_id: str) -> None:
    lead = "There was more than one reason for what happened to him in the end."
    text = f"{lead} {ONE_IDEA_EACH[factor_id]}"
    found = next(f for f in marking(text).factors if f.factor_id == factor_id)
    assert found.coverage != "absent"
    assert found.evidence[0].start >= len(lead)
    assert found.sources or found.coverage == "absent"


def test_talk_about_the_topic_makes_no_factor(marking: Mark) -> None:
    report = marking(
        "Khrushchev was the leader of the Soviet Union and a very interesting man. There are many opinions about him. "
        "It is important to look at all sides of the question before deciding. He will always be remembered in Russia."
    )
    assert [f.factor_id for f in report.factors if f.coverage == "developed"] == []


def test_more_words_on_a_factor_develop_it(marking: Mark) -> None:
    short = marking("The harvest was bad in 1963.")
    long = marking(
        "The harvest was bad in 1963, when only 107 million tonnes were brought in. Because the Virgin Lands had been "
        "ploughed without care the soil blew away, so grain had to be bought from Canada with gold, which was a disgrace "
        "for a man who had promised more meat than America."
    )
    credit = [
        next(f.credit for f in r.factors if f.factor_id == "agriculture_failure") for r in (short, long)
    ]
    assert 0 < credit[0] < credit[1]
