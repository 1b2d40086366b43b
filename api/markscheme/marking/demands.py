"""What the command word demands beyond factors, and how far an answer without it can get."""

from collections.abc import Callable, Mapping

from markscheme.domain.questions import Demand, DemandReader
from markscheme.domain.reports import DemandFinding
from markscheme.domain.schemes import TOP

from .levels import Ceiling
from .qualities import aims, explanation, halves, question_terms, stated_reason, tests_named
from .views import View

Reading = tuple[float, str, tuple[int, ...]]
# From here on a demand counts as met and holds nothing down; below it the ceiling falls in a straight line.
MET = 0.75
_READERS: Mapping[DemandReader, Callable[[View], Reading]] = {
    "both_halves": halves.halves,
    "both_sides": halves.sides,
    "terms_defined": question_terms.detect,
    "test_named": tests_named.detect,
    "stated_reason_weighed": stated_reason.detect,
    "aims_and_outcomes": aims.detect,
    "steps_explained": explanation.detect,
}


def read_demands(view: View) -> tuple[DemandFinding, ...]:
    """Each demand of the question's command word, in the order of the guide; none of an answer without a sentence."""
    if not view.document.sentences:
        return ()
    return tuple(_read(view, demand) for demand in view.rubric.demands)


def _read(view: View, demand: Demand) -> DemandFinding:
    score, part, sentences = _READERS[demand.reads](view)
    met = score >= MET
    reach = min(1.0, score / MET)
    missing = "" if met else demand.missing.replace("{part}", part)
    return DemandFinding(
        demand_id=demand.id, name=demand.name, score=round(score, 3), met=met,
        ceiling=None if met else round(demand.ceiling + (TOP - demand.ceiling) * reach, 2),
        missing=missing, advice="" if met else demand.advice.replace("{part}", part),
        quality_id=demand.quality, evidence=view.quotes(sentences),
    )  # fmt: skip


def held(findings: tuple[DemandFinding, ...]) -> tuple[Ceiling, ...]:
    """The ceiling of each demand that is not met."""
    return tuple(
        Ceiling(finding.ceiling, f"Held down, because {finding.missing}", finding.demand_id)
        for finding in findings
        if finding.ceiling is not None
    )
