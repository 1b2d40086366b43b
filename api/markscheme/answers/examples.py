"""What the API's description shows as an example: real nouns, which cannot go out of date, on a made-up
question, because a real one would give its answer away."""

from datetime import UTC, datetime
from typing import Any

from markscheme.domain.answers import Answer
from markscheme.domain.base import Quote
from markscheme.domain.reports import (
    Evidence,
    FactorFinding,
    MarkReport,
    NextStep,
    Provenance,
    QualityFinding,
    SourceRef,
)

from .feedback import feedback

TEXT = "Bakers turned on the council because the new tax cost them their trade."

REPORT = MarkReport(
    question_id="example-question",
    max_mark=25,
    mark=6,
    level=2,
    mark_range=(4, 8),
    summary="Level 2: you explain one reason and do not yet weigh it against others.",
    words=13,
    factors=(
        FactorFinding(
            factor_id="bread_tax",
            name="The tax on bread",
            role="alternative",
            coverage="developed",
            credit=0.8,
            evidence=(Evidence(start=0, end=len(TEXT), quote=TEXT, strength=0.9),),
            sources=(SourceRef(source_id="example-source", title="An example of a source", place="ch. 3"),),
        ),
    ),
    qualities=(
        QualityFinding(
            quality_id="q_explain",
            name="Explanation",
            score=0.7,
            descriptor="Most of your points say how or why they mattered.",
            evidence=(Quote(start=0, end=len(TEXT), quote=TEXT),),
        ),
    ),
    next_steps=(NextStep(text="Say which reason mattered most, and why.", quality_id="q_judge", gain=3),),
    confidence=0.8,
    needs_review=False,
    provenance=Provenance(
        engine="markscheme-3",
        pack="example-pack",
        pack_version="1.0.0",
        rubric_hash="0" * 64,
        encoder="own256-1",
        language="en",
    ),
)

ANSWER = Answer(
    id="Zk3nqkq0Qk2v6mJ3sWb7xA",
    revision=1,
    question_id=REPORT.question_id,
    text=TEXT,
    created=datetime(2026, 1, 15, 9, 30, tzinfo=UTC),
    report=REPORT,
    feedback=feedback(REPORT),
)


def shown(noun: MarkReport | Answer) -> dict[str, Any]:
    """The noun as the `content` of a described response."""
    return {"application/json": {"example": noun.model_dump(mode="json")}}
