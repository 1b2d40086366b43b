"""False denials earn nothing; a "not" that is true, and a fact argued down, keep what they earn."""

from collections.abc import Callable

import pytest

from markscheme.domain.packs import Pack
from markscheme.domain.reports import MarkReport
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.engine import mark
from markscheme.marking.rubric import Rubric

Mark = Callable[..., MarkReport]


def credit(report: MarkReport, factor_id: str) -> float:
    return next(factor.credit for factor in report.factors if factor.factor_id == factor_id)


DENIED = [
    ("agriculture_failure", "The Virgin Lands scheme never failed and no grain was ever bought abroad."),
    ("agriculture_failure", "The Virgin Lands were a triumph and harvests soared year after year."),
    ("agriculture_failure", "It is a myth that the harvest of 1963 failed."),
    ("agriculture_failure", "The farms avoided any crisis in 1963."),
    ("agriculture_failure", "At no point did the harvest fail, and next to nothing was bought abroad."),
    ("military_discontent", "In 1960 the army was enlarged by a million men, which pleased its officers."),
    ("cuban_missile_crisis", "Kennedy backed down over the missiles in Cuba."),
    ("cuban_missile_crisis", "There was no humiliation over Cuba and the missiles were not withdrawn."),
    (
        "party_reform_threat",
        "Splitting the Party in 1962 made the regional secretaries more secure than ever.",
    ),
]
KEPT = [
    ("agriculture_failure", "The Virgin Lands could not feed the towns for long, so grain was bought abroad in 1963."),
    ("agriculture_failure", "Without the failed harvest of 1963 he would have survived."),
    ("agriculture_failure", "It cannot be denied that the harvest of 1963 failed and grain was bought abroad."),
    ("agriculture_failure", "Not only did the harvest fail in 1963 but grain had to be bought abroad."),
    ("agriculture_failure", "The Virgin Lands were a success at first, but the harvests failed later."),
    ("cuban_missile_crisis", "He did not cause his own fall by withdrawing the missiles from Cuba, humiliating as it was."),
    ("party_reform_threat", "After the split of 1962 secretaries no longer felt safe in their posts."),
    ("party_reform_threat", "What was left was the anger of the secretaries at the split of the Party in 1962."),
    ("leadership_style", "He bullied colleagues, ignored their advice and rushed into impulsive schemes."),
]  # fmt: skip


@pytest.mark.parametrize(("factor", "text"), DENIED)
def test_a_false_denial_earns_nothing(marking: Mark, factor: str, text: str) -> None:
    assert credit(marking(text, "removal-cuba"), factor) == 0


@pytest.mark.parametrize(("factor", "text"), KEPT)
def test_a_true_negation_keeps_its_credit(marking: Mark, factor: str, text: str) -> None:
    assert credit(marking(text, "removal-cuba"), factor) > 0


def test_what_another_sentence_says_truly_still_counts(marking: Mark) -> None:
    denied, said = DENIED[1][1], "In 1963 the harvest was a disaster and bread ran short."
    assert credit(marking(f"{denied} {said}", "removal-cuba"), "agriculture_failure") > 0


def test_a_question_denies_nothing(marking: Mark) -> None:
    text = "Were the missiles in Cuba not withdrawn in front of the whole world, to his humiliation?"
    assert credit(marking(text, "removal-cuba"), "cuban_missile_crisis") > 0


def test_without_directions_an_opposite_passes(khrushchev: Pack, encoder: StaticEncoder) -> None:
    """The planted fault: it is the pack's directions that tell a triumph from a failure."""
    mute = khrushchev.model_copy(update={"directions": type(khrushchev.directions)()})
    mute = Pack.model_construct(**dict(mute))
    report = mark(Rubric.of(mute, "removal-cuba"), DENIED[1][1], encoder)
    assert credit(report, "agriculture_failure") > 0
