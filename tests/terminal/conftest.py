"""A report with one of everything, on an answer short enough to read."""

import pytest

from markscheme.domain.reports import (
    Evidence,
    FactorFinding,
    Flag,
    MarkReport,
    MisconceptionFinding,
    NextStep,
    Provenance,
    QualityFinding,
    SourceRef,
)

TEXT = (
    "The grain shortage broke the council because people starved.\n\n"
    "Prices rose too. Some blame the space race, but that came in 1910 and cost nothing."
)


def span(quote: str) -> dict[str, int | str]:
    start = TEXT.index(quote)
    return {"start": start, "end": start + len(quote), "quote": quote}


def evidence(quote: str, strength: float = 0.9) -> Evidence:
    return Evidence.model_validate({**span(quote), "strength": strength})


@pytest.fixture
def report() -> MarkReport:
    """Developed, mentioned, argued down, possible and missing factors, an error, a step, a flag."""
    source = SourceRef(source_id="annals", title="Annals of the Town", place="ch. 1")
    factors = (
        FactorFinding(factor_id="grain", name="Grain shortage", role="stated_factor", coverage="developed",
                      credit=1,
                      evidence=(evidence("The grain shortage broke the council because people starved."),),
                      sources=(source,)),
        FactorFinding(factor_id="prices", name="Price rises", role="alternative", coverage="mentioned",
                      credit=0.3, evidence=(evidence("Prices rose too."),)),
        FactorFinding(factor_id="space", name="Space race", role="alternative", coverage="developed",
                      credit=0.8, stance="rejected", evidence=(evidence("blame the space race"),)),
        FactorFinding(factor_id="split", name="Party split", role="context", coverage="absent", credit=0,
                      possible=True),
        FactorFinding(factor_id="mayor", name="The mayor", role="context", coverage="absent", credit=0),
    )  # fmt: skip
    return MarkReport(
        question_id="council-fall", max_mark=25, mark=12, level=3, mark_range=(10, 14),
        summary="Level 3, secure: you explain one cause well.", words=25, factors=factors,
        qualities=(
            QualityFinding(quality_id="focus", name="Focus", score=0.6, descriptor="Mostly on the question."),
        ),
        misconceptions=(
            MisconceptionFinding.model_validate(
                {**span("that came in 1910"), "misconception_id": "M07", "correction": "It came in 1904.",
                 "severity": "high", "authority": ["Annals, ch. 3"], "verified": False}
            ),
        ),
        flags=(Flag(kind="too_short", message="This is short for 25 marks."),),
        next_steps=(NextStep(text="Say who left the party.", factor_id="split", gain=1),
                    NextStep(text="Weigh the causes.", quality_id="focus", gain=3)),
        confidence=0.7, needs_review=True, review_reasons=("two readings of one sentence",),
        provenance=Provenance(engine="made-1", pack="town-1900", pack_version="1.0.0", rubric_hash="ab" * 32,
                              encoder="none", language="en"),
    )  # fmt: skip


@pytest.fixture
def text() -> str:
    """The answer the report is about."""
    return TEXT
