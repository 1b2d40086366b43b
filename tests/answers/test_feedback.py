"""Feedback says what the report holds, in order, and nothing else."""

from markscheme.answers.feedback import feedback
from markscheme.domain.reports import (
    Evidence,
    FactorFinding,
    Flag,
    MarkReport,
    MisconceptionFinding,
    NextStep,
    Provenance,
    QualityFinding,
)

FROM = Provenance(
    engine="e", pack="p", pack_version="1.0.0", rubric_hash="0" * 64, encoder="x", language="en"
)
EMPTY = MarkReport(
    question_id="q",
    max_mark=25,
    mark=0,
    level=0,
    mark_range=(0, 0),
    summary="There is no answer here.",
    words=0,
    factors=(),
    qualities=(),
    confidence=1.0,
    needs_review=False,
    provenance=FROM,
)


def finding(name: str, coverage: str, credit: float = 1.0, **more: object) -> FactorFinding:
    fields = {
        "factor_id": name.lower(),
        "name": name,
        "role": "reason",
        "coverage": coverage,
        "credit": credit,
    }
    return FactorFinding.model_validate(fields | more)


def evidence(quote: str, strength: float) -> Evidence:
    return Evidence(start=0, end=len(quote), quote=quote, strength=strength)


def quality(name: str, score: float) -> QualityFinding:
    return QualityFinding(quality_id=name.lower(), name=name, score=score, descriptor=f"{name} was seen so.")


def error(quote: str, severity: str, **more: object) -> MisconceptionFinding:
    fields = {"misconception_id": "M01", "start": 0, "end": 1, "quote": quote, "severity": severity}
    return MisconceptionFinding.model_validate(fields | {"correction": f"Not {quote}."} | more)


def said(**parts: object) -> tuple[str, ...]:
    return feedback(EMPTY.model_copy(update=parts)).paragraphs


def test_a_blank_answer_gets_the_summary_and_nothing_made_up() -> None:
    assert said() == ("There is no answer here.",)


def test_the_first_sentence_is_the_summary() -> None:
    assert said(summary="Level 3, secure.", factors=(finding("Food", "developed"),))[0] == "Level 3, secure."


def test_names_what_is_explained_and_quotes_the_sentence_that_earns_most() -> None:
    food = finding(
        "Food", "developed", 1.0, evidence=(evidence("Bread ran out.", 0.9), evidence("Food.", 0.2))
    )
    price = finding("Prices", "developed", 0.5, evidence=(evidence("Prices rose.", 1.0),))
    assert said(factors=(price, food))[1] == (
        "You explain “Prices” and “Food”. The sentence that earns most is “Bread ran out”."
    )


def test_arguing_a_factor_down_counts() -> None:
    text = said(factors=(finding("Food", "developed", stance="rejected"),))[1]
    assert text == "You argue against “Food”, and that counts as much."


def test_says_what_to_do_about_a_bare_mention() -> None:
    assert said(factors=(finding("Food", "mentioned"), finding("War", "absent")))[1] == (
        "You name “Food” without explaining it. Say how it bears on the question."
    )


def test_says_it_of_several_in_one_breath() -> None:
    several = tuple(finding(name, "mentioned") for name in ("Food", "War", "Prices"))
    assert said(factors=several)[1] == (
        "You name “Food”, “War” and “Prices” without explaining them. Say how each bears on the question."
    )


def test_never_asks_for_historians_and_leaves_errors_to_their_own_paragraph() -> None:
    qualities = tuple(
        quality(name, score).model_copy(update={"quality_id": quality_id})
        for name, quality_id, score in (("Historians", "q_hist", 0.0), ("Accuracy", "q_accuracy", 1.0))
    )
    assert len(said(factors=(finding("Food", "mentioned"),), qualities=qualities)) == 2


def test_names_the_strongest_and_the_weakest_quality_only() -> None:
    qualities = (quality("Balance", 0.1), quality("Focus", 0.9), quality("Verdict", 0.5))
    text = said(factors=(finding("Food", "mentioned"),), qualities=qualities)[-1]
    assert text == "Focus: Focus was seen so. Balance: Balance was seen so."


def test_says_nothing_of_judgement_where_nothing_was_argued() -> None:
    assert len(said(qualities=(quality("Balance", 0.0),))) == 1


def test_corrects_the_worst_errors_first_and_says_which_are_unverified() -> None:
    errors = (error("a", "low"), error("b", "high"), error("c", "medium", verified=False), error("d", "low"))
    assert said(misconceptions=errors)[1] == (
        "Put this right: “b”. Not b. Check this: “c”. Not c. Put this right: “a”. Not a."
    )


def test_gives_next_steps_with_what_they_are_worth() -> None:
    steps = (
        NextStep(text="Add a verdict.", gain=3),
        NextStep(text="Date it.", gain=1),
        NextStep(text="Link.", gain=0),
    )
    assert said(next_steps=steps)[1] == (
        "Next: Add a verdict. That is worth about 3 marks. "
        "Then: Date it. That is worth about 1 mark. Then: Link."
    )


def test_passes_on_flags_and_reasons_for_review() -> None:
    flags = (Flag(kind="keyword_list", message="This reads as a list."),)
    assert said(flags=flags, review_reasons=("It is near a boundary.",))[1:] == (
        "This reads as a list.",
        "Ask a teacher to look at this mark. It is near a boundary.",
    )
