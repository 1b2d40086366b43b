"""How a mark came about, as one page of content: a pure function of the report, for whoever reads it."""

from collections.abc import Iterable, Iterator, Mapping

from markscheme.domain.base import Quote
from markscheme.domain.explanations import ExplainedStep, Explanation, Raise
from markscheme.domain.reports import FactorFinding, MarkReport, QualityFinding, Withheld
from markscheme.domain.schemes import MarkScheme

from .feedback import SEVERITIES

MOST_RAISES = 4
MOST_ERRORS = 2
MOST_GAPS = 3
_GAP = 0.6
CLOSING = "A practice mark, by Markscheme’s own reading of the level descriptors. The teacher decides."
_WITHHELD: Mapping[Withheld, str] = {
    "fragment": "The text breaks off before it ends. A mark for part of an answer would say nothing true.",
    "notes": "These are notes. The levels describe an argument in sentences, so notes get no mark.",
    "other_language": "Markscheme reads English only, so it cannot mark this.",
}


def explain(report: MarkReport, text: str, question: str, scheme: MarkScheme) -> Explanation:
    """The explanation of a report on `text`; `scheme` is the one it was marked by."""
    return Explanation(
        question_id=report.question_id,
        question=question,
        scheme=scheme.name,
        max_mark=report.max_mark,
        mark=report.mark,
        level=report.level,
        result=_result(report, scheme),
        summary=report.summary,
        steps=tuple(_steps(report, text)),
        held_down=tuple(_held_down(report)),
        would_raise=tuple(Raise(text=s.text, gain=s.gain) for s in report.next_steps[:MOST_RAISES]),
        meaning=tuple(_meaning(report)),
        flags=tuple(dict.fromkeys(flag.message for flag in report.flags)),
        closing=CLOSING,
    )


def _result(report: MarkReport, scheme: MarkScheme) -> str:
    if report.mark is None:
        return "No mark"
    if not report.level:
        return f"{report.mark} of {report.max_mark} marks, below Level 1"
    name = scheme.levels[report.level - 1].name
    return f"{report.mark} of {report.max_mark} marks: Level {report.level} of {len(scheme.levels)}, “{name}”"


def _steps(report: MarkReport, text: str) -> Iterator[ExplainedStep]:
    """The steps of the arithmetic; where there is none, what was found, without numbers."""
    factors = {factor.factor_id: factor for factor in report.factors}
    qualities = {quality.quality_id: quality for quality in report.qualities}
    if report.arithmetic is None:
        found = (factor for factor in report.factors if factor.credit)
        for factor in sorted(found, key=lambda each: -each.credit):
            yield _factor_step(factor, text)
        return
    for step in report.arithmetic.steps:
        if step.factor_id is not None:
            explained = _factor_step(factors[step.factor_id], text)
        elif step.quality_id is not None:
            explained = _quality_step(qualities[step.quality_id], text)
        else:
            detail = _errors(report) if step.kind == "errors" else ""
            explained = ExplainedStep(kind=step.kind, label=step.label, detail=detail)
        yield explained.model_copy(update={"thousandths": step.thousandths, "running": step.running})


def _factor_step(factor: FactorFinding, text: str) -> ExplainedStep:
    how = "explained" if factor.coverage == "developed" else "named"
    if factor.stance == "rejected":
        how = "argued down" if factor.coverage == "developed" else "set aside"
    quote = max(factor.evidence, key=lambda each: each.strength, default=None)
    return _shown("factor", factor.name, how, quote, text)


def _quality_step(quality: QualityFinding, text: str) -> ExplainedStep:
    return _shown("quality", quality.name, quality.descriptor, next(iter(quality.evidence), None), text)


def _shown(kind: str, label: str, detail: str, quote: Quote | None, text: str) -> ExplainedStep:
    plain = Quote(start=quote.start, end=quote.end, quote=quote.quote) if quote else None
    where = _paragraph(text, quote.start) if quote else None
    return ExplainedStep.model_validate(
        {"kind": kind, "label": label, "detail": detail, "quote": plain, "where": where}
    )


def _paragraph(text: str, start: int) -> int:
    return sum(bool(line.strip()) for line in text[: start + 1].splitlines())


def _errors(report: MarkReport) -> str:
    count = len(report.misconceptions)
    return f"{count} passage{'s' if count > 1 else ''} to put right."


def _held_down(report: MarkReport) -> Iterator[str]:
    steps = report.arithmetic.steps if report.arithmetic else ()
    for step in steps:
        if step.kind == "ceiling":
            yield (
                f"{step.label}. That takes {-step.thousandths / 1000:.1f} marks, and nothing else raises the mark until it "
                "is put right."
            )
    said = " ".join(step.label for step in steps)
    for demand in report.demands:
        # One whose ceiling took something has been named above.
        if not demand.met and demand.missing not in said:
            yield f"{demand.name}: {demand.missing}."
    worst = sorted(report.misconceptions, key=lambda each: (SEVERITIES.index(each.severity), each.start))
    for error in worst[:MOST_ERRORS]:
        yield f"Not right: “{clip(error.quote, 20).rstrip('.')}”. {error.correction}"
    if any(factor.coverage != "absent" for factor in report.factors):
        yield from _gaps(report.qualities)
    yield from _thin(report.factors)


def _gaps(qualities: Iterable[QualityFinding]) -> Iterator[str]:
    """Those that carry weight in the judgement ledger, the lowest first."""
    weighty = [each for each in qualities if each.weight and each.score < _GAP]
    for quality in sorted(weighty, key=lambda each: -each.weight * (1 - each.score))[:MOST_GAPS]:
        yield f"{quality.name}: {quality.descriptor}"


def _thin(factors: Iterable[FactorFinding]) -> Iterator[str]:
    asked = [each for each in factors if each.role not in {"other", "context"}]
    named = [each.name for each in asked if each.coverage == "mentioned"]
    if named:
        them = "them" if len(named) > 1 else "it"
        yield f"Named, with little to explain {them}: {'; '.join(named[:3])}."
    absent = sum(each.coverage == "absent" for each in asked)
    if absent:
        yield (f"Of {len(asked)} factors that answers to this question can use, {absent} are not here. "
               "Nobody needs them all.")  # fmt: skip


def _meaning(report: MarkReport) -> Iterator[str]:
    if report.withheld:
        yield _WITHHELD[report.withheld]
        yield "What was found in it is listed all the same, and so is what to do next."
        return
    low, high = report.mark_range or (report.mark, report.mark)
    if low != high:
        yield (f"The likely range is {low} to {high}. One number looks more exact than any marking of essays is; "
               f"read {report.mark} as the likeliest place in that range.")  # fmt: skip
    yield f"Confidence is {report.confidence:.0%}: the share of such marks that was within 2 of 25 of a teacher's."
    if report.needs_review:
        yield f"A teacher should look at this mark. {' '.join(report.review_reasons)}".strip()


def signed(thousandths: int) -> str:
    """Thousandths of a mark as marks with their sign and three places, such as +1.250."""
    return f"{thousandths / 1000:+.3f}".replace("-", "−")


def clip(text: str, words: int) -> str:
    """The first words of a text on one line, with an ellipsis where some are left out."""
    found = text.split()
    return " ".join(found) if len(found) <= words else f"{' '.join(found[:words])} …"


def gathered(steps: Iterable[ExplainedStep], most: int) -> tuple[ExplainedStep, ...]:
    """The steps with the smallest factors put together, so that there are `most` of them and a page holds them all."""
    steps = tuple(steps)
    factors = [step for step in steps if step.kind == "factor"]
    if len(factors) <= most:
        return steps
    kept, rest = factors[: most - 1], factors[most - 1 :]
    together = rest[-1].model_copy(update={
        "label": f"{len(rest)} smaller points",
        "detail": "; ".join(step.label for step in rest),
        "quote": None,
        "where": None,
        "thousandths": None if rest[0].thousandths is None else sum(step.thousandths or 0 for step in rest),
    })  # fmt: skip
    return (*kept, together, *steps[len(factors) :])
