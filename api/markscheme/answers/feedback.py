"""The report in a tutor's words: a pure function, no model."""

from collections.abc import Iterable, Iterator

from markscheme.domain.answers import Feedback
from markscheme.domain.reports import (
    FactorFinding,
    MarkReport,
    MisconceptionFinding,
    NextStep,
    QualityFinding,
)

MOST_ERRORS = 3
MOST_STEPS = 3
# Above and below these a quality is worth a sentence; between them it is neither.
SHOWN, MISSING = 0.6, 0.4
# Errors have a paragraph of their own, and historians are never required.
ELSEWHERE = {"q_accuracy", "q_hist"}
SEVERITIES = ("high", "medium", "low")


def feedback(report: MarkReport) -> Feedback:
    """What was seen, where, and what to do next; the first sentence is the report's summary."""
    return Feedback(paragraphs=tuple(" ".join(sentences) for sentences in _paragraphs(report) if sentences))


def _paragraphs(report: MarkReport) -> Iterator[list[str]]:
    yield [report.summary]
    yield [flag.message for flag in report.flags]
    yield _credited([each for each in report.factors if each.coverage == "developed"])
    yield _mentioned([each for each in report.factors if each.coverage == "mentioned"])
    if any(each.coverage != "absent" for each in report.factors):
        yield _judged(report.qualities)
        yield [f"{each.name}: {each.missing}." for each in report.demands if not each.met]
    yield _corrected(report.misconceptions)
    yield _advised(report.next_steps)
    yield ["Ask a teacher to look at this mark.", *report.review_reasons] if report.review_reasons else []


def _credited(developed: list[FactorFinding]) -> list[str]:
    if not developed:
        return []
    argued = [each for each in developed if each.stance == "affirmed"]
    rejected = [each for each in developed if each.stance == "rejected"]
    sentences = [f"You explain {_named(argued)}."] if argued else []
    sentences += [f"You argue against {_named(rejected)}, and that counts as much."] if rejected else []
    best = max(developed, key=lambda each: each.credit)
    if best.evidence:
        quote = max(best.evidence, key=lambda each: each.strength).quote
        sentences.append(f"The sentence that earns most is {_quoted(quote)}.")
    return sentences


def _mentioned(mentioned: list[FactorFinding]) -> list[str]:
    if not mentioned:
        return []
    if len(mentioned) == 1:
        return [f"You name {_named(mentioned)} without explaining it. Say how it bears on the question."]
    return [f"You name {_named(mentioned)} without explaining them. Say how each bears on the question."]


def _judged(qualities: Iterable[QualityFinding]) -> list[str]:
    ranked = sorted(
        (each for each in qualities if each.quality_id not in ELSEWHERE), key=lambda each: -each.score
    )
    sentences = []
    if ranked and ranked[0].score >= SHOWN:
        sentences.append(f"{ranked[0].name}: {ranked[0].descriptor}")
    if ranked and ranked[-1].score < MISSING:
        sentences.append(f"{ranked[-1].name}: {ranked[-1].descriptor}")
    return sentences


def _corrected(found: Iterable[MisconceptionFinding]) -> list[str]:
    worst = sorted(found, key=lambda each: (SEVERITIES.index(each.severity), each.start))
    opening = {True: "Put this right", False: "Check this"}
    return [
        f"{opening[each.verified]}: {_quoted(each.quote)}. {each.correction}" for each in worst[:MOST_ERRORS]
    ]


def _advised(steps: Iterable[NextStep]) -> list[str]:
    sentences = []
    for place, step in enumerate(list(steps)[:MOST_STEPS]):
        opening = "Next: " if place == 0 else "Then: "
        worth = (
            f" That is worth about {step.gain} mark{'s' if step.gain > 1 else ''}." if step.gain > 0 else ""
        )
        sentences.append(opening + step.text + worth)
    return sentences


def _named(factors: Iterable[FactorFinding]) -> str:
    # Names hold commas of their own, so they are quoted rather than run together.
    names = [_quoted(each.name) for each in factors]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _quoted(text: str) -> str:
    return f"“{' '.join(text.split()).rstrip('.')}”"
