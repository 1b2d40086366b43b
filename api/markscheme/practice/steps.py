"""Which one step is worth taking next, where in the answer, and whether it has been taken."""

import re

from markscheme.domain.answers import Answer
from markscheme.domain.base import Quote
from markscheme.domain.reports import MarkReport, NextStep

from .changes import DEPTH, MOVED

ERROR = "error:"
_END = re.compile(r"[.!?][\"”’')]{0,3}(?=\s)|\n")
# Qualities that live at one end of an essay.
OPENING, CLOSING = frozenset({"q_thesis"}), frozenset({"q_judge"})


def steps(report: MarkReport) -> tuple[NextStep, ...]:
    """What to do next, most valuable first: grave errors, then the report's own steps."""
    errors = (
        NextStep(
            text=f"Put this right. {each.correction}", factor_id=f"{ERROR}{each.misconception_id}", gain=0
        )
        for each in report.misconceptions
        if each.severity == "high" and each.verified
    )
    return (*errors, *report.next_steps)


def key(step: NextStep) -> str:
    """The same for the same advice, whichever attempt it is about."""
    return step.factor_id or step.quality_id or step.demand_id or step.text


def passage(answer: Answer, step: NextStep) -> Quote | None:
    """The sentence to work on, or None where the step is something new to add."""
    report, text = answer.report, answer.text
    if step.factor_id and step.factor_id.startswith(ERROR):
        wrong = next((m for m in report.misconceptions if step.factor_id == ERROR + m.misconception_id), None)
        return sentence(text, wrong.start, wrong.end) if wrong else None
    if step.factor_id:
        finding = next((each for each in report.factors if each.factor_id == step.factor_id), None)
        if finding is None or finding.coverage == "absent" or not finding.evidence:
            return None
        best = max(finding.evidence, key=lambda each: each.strength)
        return sentence(text, best.start, best.end)
    if step.quality_id in OPENING | CLOSING:
        return _paragraph(text, last=step.quality_id in CLOSING)
    quality = next((each for each in report.qualities if each.quality_id == step.quality_id), None)
    if quality is None or not quality.evidence:
        return None
    return sentence(text, quality.evidence[0].start, quality.evidence[0].end)


def sentence(text: str, start: int, end: int) -> Quote:
    """The whole sentence, or sentences, that hold [start, end)."""
    ends = [found.end() for found in _END.finditer(text)]
    first = max((each for each in ends if each <= start), default=0)
    last = min((each for each in ends if each >= end), default=len(text))
    return _trimmed(text, first, last)


def rewritten(text: str, place: Quote | None, words: str) -> str:
    """The answer with a passage replaced, or with something new put before its last paragraph."""
    words = words.strip()
    if place is not None and text[place.start : place.end] == place.quote:
        return text[: place.start] + words + text[place.end :]
    paragraphs = text.rstrip().split("\n\n")
    at = len(paragraphs) - 1 if len(paragraphs) > 2 else len(paragraphs)
    return "\n\n".join((*paragraphs[:at], words, *paragraphs[at:]))


def taken(step: NextStep, before: MarkReport, after: MarkReport) -> bool:
    """Whether the new attempt did what the step asked for."""
    if step.factor_id and step.factor_id.startswith(ERROR):
        return all(step.factor_id != ERROR + each.misconception_id for each in after.misconceptions)
    if step.factor_id:
        depth = [
            next((DEPTH[each.coverage] for each in report.factors if each.factor_id == step.factor_id), 0)
            for report in (before, after)
        ]
        return depth[1] > depth[0] or depth[1] == DEPTH["developed"]
    if step.demand_id and any(each.demand_id == step.demand_id and each.met for each in after.demands):
        return True
    scores = [
        next((each.score for each in report.qualities if each.quality_id == step.quality_id), 0.0)
        for report in (before, after)
    ]
    return scores[1] - scores[0] > MOVED


def _paragraph(text: str, *, last: bool) -> Quote | None:
    spans = [found.span() for found in re.finditer(r"[^\n]+", text) if found.group().strip()]
    return _trimmed(text, *spans[-1 if last else 0]) if spans else None


def _trimmed(text: str, start: int, end: int) -> Quote:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quote(start=start, end=end, quote=text[start:end])
