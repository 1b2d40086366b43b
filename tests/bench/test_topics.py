"""The bench of questions about the topic counts what is told."""

from markscheme.bench.topics import TopicSets, load, measure, topics_sheets
from markscheme.domain.readings import TopicFound

SETS = TopicSets.model_validate(
    {
        "one": {
            "answered": [{"text": "when", "has": ["1901"]}, {"text": "who", "has": ["Hill"]}],
            "unknown": ["hat", "shoe"],
            "outside": ["moon"],
            "withheld": ["essay"],
        }
    }
)


def test_right_wrong_and_refused_are_told_apart() -> None:
    answers = {
        "when": TopicFound(text="In 1901."),
        "who": TopicFound(text="In 1901."),
        "hat": TopicFound(text=None, unknown=True),
        "shoe": TopicFound(text="In 1901."),
        "moon": TopicFound(text=None, outside=True),
        "essay": TopicFound(text="Here it is."),
    }
    result = measure(SETS, answers.__getitem__)["one"]
    assert (result.right, result.wrong, result.refused) == (1, 1, 0)
    assert (result.unknown_right, result.unknown_told) == (1, 1)
    assert (result.outside_right, result.outside_told) == (1, 0)
    assert (result.withheld_right, result.withheld_told) == (0, 1)
    assert len(next(topics_sheets({"one": result})).rows) == 1


def test_a_refusal_for_the_wrong_reason_is_no_right_one() -> None:
    result = measure(SETS, lambda _: TopicFound(text=None))["one"]
    assert (result.refused, result.outside_right, result.withheld_right) == (2, 0, 1)


def test_the_own_questions_are_many() -> None:
    asked = load(None).root.values()
    assert sum(len(each.answered) + len(each.outside) + len(each.withheld) for each in asked) >= 60
