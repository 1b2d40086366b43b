"""The table of detectors, in the order in which a report lists them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import fsum

from markscheme.domain.reports import QualityFinding

from ..views import View
from . import (
    accuracy,
    analysis,
    balance,
    criteria,
    explanation,
    focus,
    historiography,
    links,
    precision,
    structure,
    sustained,
    terms,
    thesis,
    verdict,
    weighing,
)

Score = tuple[float, str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Detector:
    """One quality: its id, its name to a student, its share of the judgement ledger and how it is read."""

    quality_id: str
    name: str
    weight: float
    detect: Callable[[View], Score]
    advice: str


DETECTORS: tuple[Detector, ...] = (
    Detector("q_focus", "Focus on the question", 0.00, focus.detect,
             "Open each paragraph by saying how its point bears on the question."),
    Detector("q_thesis", "Line of argument", 0.04, thesis.detect,
             "Say in your first paragraph which cause or side weighs most, and in what sense."),
    Detector("q_sustain", "Line sustained", 0.10, sustained.detect,
             "Come back to your line at the end of each paragraph: does this point support it or limit it?"),
    Detector("q_balance", "Balance", 0.09, balance.detect,
             "Develop the other side too: one paragraph with evidence, then say why it weighs less or more."),
    Detector("q_explain", "Explanation", 0.04, explanation.detect,
             "After each fact say who was affected and what they could then do: because, so, which meant that."),
    Detector("q_link", "Links between factors", 0.07, links.detect,
             "Say how one factor fed another, instead of setting them side by side."),
    Detector("q_weigh", "Weighing", 0.13, weighing.detect,
             "Set one factor against another: say which did more, and how you know."),
    Detector("q_evidence", "Precise evidence", 0.30, precision.detect,
             "Add an exact date, name or figure to your best points."),
    Detector("q_criteria", "Criteria for judgement", 0.09, criteria.detect,
             "Name your test: trigger or underlying cause, short or long term, what would have happened without it."),
    Detector("q_judge", "Supported verdict", 0.07, verdict.detect,
             "End by ranking at least two factors and give the reason that puts one first."),
    Detector("q_struct", "Structure", 0.0, structure.detect,
             "Use an opening, one paragraph for each point, and a conclusion."),
    Detector("q_terms", "Concepts defined", 0.07, terms.detect,
             "Say what you mean by the key term of the question."),
    Detector("q_chron", "Analysis rather than story", 0.0, analysis.detect,
             "Turn the story into reasons: start from the point, not from the date."),
    Detector("q_hist", "Historians", 0.0, historiography.detect,
             "If you name a historian, say whether the evidence bears them out. It is never required."),
    Detector("q_accuracy", "Accuracy", 0.0, accuracy.detect,
             "Check the passages marked with !"),
)  # fmt: skip


ACCURACY = "q_accuracy"
# What an answer full of known errors loses of its judgement ledger.
ERRORS_COST = 0.3
_WEIGHTS = tuple((detector.quality_id, detector.weight) for detector in DETECTORS if detector.weight)


def assess(view: View) -> tuple[QualityFinding, ...]:
    """Every quality of an answer, in table order."""
    findings = []
    for detector in DETECTORS:
        score, descriptor, sentences = detector.detect(view)
        findings.append(QualityFinding(
            quality_id=detector.quality_id, name=detector.name, score=round(score, 3), weight=detector.weight,
            descriptor=descriptor, evidence=view.quotes(sentences),
        ))  # fmt: skip
    return tuple(findings)


def judgement(scores: Mapping[str, float]) -> float:
    """The judgement ledger, 0..1: the weighted mean of the qualities that carry weight, less for known errors."""
    reached = fsum([weight * scores.get(quality_id, 0.0) for quality_id, weight in _WEIGHTS])
    return reached * (1.0 - ERRORS_COST * (1.0 - scores.get(ACCURACY, 1.0)))
