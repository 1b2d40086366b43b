"""Advice that says what it would be worth."""

from collections.abc import Callable

from markscheme.domain.reports import MarkReport

Mark = Callable[..., MarkReport]
WEAK = (
    "Khrushchev fell because of farming. The Virgin Lands failed and in 1963 grain was bought from Canada because the soil "
    "had worn out. He was also rude to his colleagues and banged his shoe. These were the reasons why he was removed."
)


def test_a_weak_answer_is_told_what_would_gain_most(marking: Mark) -> None:
    report = marking(WEAK)
    assert 3 <= len(report.next_steps) <= 6
    assert all(step.gain > 0 for step in report.next_steps)
    assert any(step.quality_id for step in report.next_steps)
    assert any(step.factor_id for step in report.next_steps)


def test_the_verdict_comes_before_style(marking: Mark) -> None:
    order = [step.quality_id for step in marking(WEAK).next_steps if step.quality_id]
    if {"q_judge", "q_link"} <= set(order):
        assert order.index("q_judge") < order.index("q_link")


def test_no_step_repeats_another(marking: Mark) -> None:
    steps = [(step.factor_id, step.quality_id) for step in marking(WEAK).next_steps]
    assert len(steps) == len(set(steps))


def test_a_blank_gets_no_more_than_it_could_gain(marking: Mark) -> None:
    assert all(step.gain <= 25 for step in marking("").next_steps)
