"""The bench of ideas counts what is named."""

from markscheme.bench.ideas import JottedIdeas, ideas_sheets, load, measure
from markscheme.domain.readings import IdeaNamed, IdeasRead

JOTTED = JottedIdeas.model_validate(
    {
        "council-fall": [
            {"text": "bread", "factor": ["grain_shortage", "price_rises"]},
            {"text": "dogs", "factor": None},
        ]
    }
)


def named(*factors: str) -> IdeasRead:
    return IdeasRead(
        named=tuple(IdeaNamed(start=0, end=1, quote="x", factor_id=each, probability=1.0) for each in factors)
    )


def test_any_of_several_factors_will_do() -> None:
    result = measure(JOTTED, lambda _, text: named("price_rises") if text == "bread" else named())
    assert (result.halves["A"].found, result.halves["A"].wrong, result.halves["B"].taken) == (1, 0, 0)


def test_another_factor_and_a_foreign_idea_are_counted() -> None:
    result = measure(JOTTED, lambda _, text: named("space_race"))
    assert (result.halves["A"].found, result.halves["A"].wrong, result.halves["B"].taken) == (0, 1, 1)
    assert len(next(ideas_sheets(measure(load(None), lambda _, text: named()))).rows) == 2
