"""A model may state the mark as it is, and say nothing else of marks, in figures, in words or round about."""

import pytest

from markscheme.practice.wording_rules import Rules
from wording_cases import ANSWER, REPORT, claim

RULES = Rules(REPORT, ANSWER)


def text_passes(text: str) -> bool:
    return RULES.admit(claim(text)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Your answer is at level 3.",
        "Your mark is 12 out of 25. You show how the shortage led to a loss of trust.",
        "This answer is at level three, between 10 and 14 marks.",
        "Overall, this essay has 12/25.",
    ],
)
def test_the_mark_may_be_stated_as_it_is(text: str) -> None:
    assert text_passes(text)


@pytest.mark.parametrize(
    "text",
    [
        "This is worth full marks and you know it.",
        "Your answer is at level 5.",
        "Your answer is at level five.",
        "Your answer is at level V.",
        "Your answer is at the fifth level.",
        "Your answer is in the top level of the scheme.",
        "You have 24/25 for this.",
        "You have 24 / 25 for this.",
        "This is twenty out of twenty-five for you.",
        "Your mark is 12 out of 20.",
        "Your mark is 25.",
        "You have 25 marks.",
        "You are on 24 with this.",
        "You got twenty-four for this.",
        "You get nine for the shortage.",
        "You earned 1901 for this.",
        "This is between 20 and 25 marks.",
        "It has 10 marks.",
        "Your mark should be higher than it is.",
        "Your mark of 12 is wrong and ought to be raised.",
        "Your mark is 12 out of 25, but it should be full marks.",
        "This is an A for you.",
        "This is grade A work and you know it.",
        "This has been raised by 5 marks.",
        "You have 100% for this.",
        "You have 100 per cent of the points.",
        "You get the maximum total for this.",
        "This is the highest possible level for you.",
        "It has the fourth-level standard that you want.",
        "Your answer is at le-vel 5 of the scheme.",
        "You have the m a r k that you want.",
        "This has f-u-l-l m-a-r-k-s for you.",
        "This is ２５ out of ２５ for you.",
        "This is wоrth full mаrks for you.",
        "This is worth full márks for you.",
        "This is full\u200bmarks for you.",
        "The board awards you the best that it has.",
        "It was scored too low and that is not fair to you.",
        "You deserve the top of the scheme.",
        "This is worth everything that the scheme has.",
        "You are at the very top and nothing is missing.",
        "You lose nothing here, so this is all five of five.",
        "This is five out of five.",
        "You have all the points that there are.",
        "You have earned every point.",
        "This is perfect and it has no fault.",
        "You got the lot: twenty, and then five more.",
        "Twenty-five it is, then.",
        "It is 5/5 to you.",
        "You are at level-5.",
        "You are at L5 by now.",
        "You have reached lvl 5.",
        "You are in the fifth and last of the bands.",
        "You have reached the fifth.",
        "This is a five.",
        "You are a five here.",
        "You get a five.",
        "Give this a five.",
        "A five for this.",
        "You have top marks.",
        "You have full-marks.",
        "You have fullmarks.",
        "You pass with this.",
        "You have failed with this.",
        "This is a fail.",
        "This would be a first.",
        "You have a first-class answer.",
        "That is a starred first.",
        "This is one hundred per cent.",
        "This is a hundred percent.",
        "You have a score of five and twenty.",
        "You have a quarter of a hundred.",
        "You are two below the top.",
        "You get 1901.",
        "You are at twice what you were told.",
        "You are three above what you were told.",
        "The true number is ten above it.",
        "Level three is what you were told, but the truth is two above.",
        "You are at the top tier.",
        "This is tier five.",
        "This is of the highest rank.",
        "Your result is the maximum.",
        "The judgement on you should be two steps up.",
        "It is in the highest category.",
    ],
)
def test_no_other_mark_can_be_claimed(text: str) -> None:
    assert not text_passes(text)


def test_a_withheld_mark_cannot_be_stated() -> None:
    report = REPORT.model_copy(update={"mark": None, "level": None, "mark_range": None})
    for text in ("Your answer is at level 3.", "Your mark is 12 out of 25.", "You have 0 marks."):
        assert Rules(report, ANSWER).admit(claim(text)) is None
