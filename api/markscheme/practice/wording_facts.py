"""What a model is shown of a report, and the words that it may take its names and numbers from."""

from collections.abc import Iterator
from typing import Any

from markscheme.domain.reports import FactorFinding, MarkReport
from markscheme.domain.wording import Standing

_STANDINGS: dict[str, Standing] = {"developed": "explained", "mentioned": "named", "absent": "not_yet"}


def standing(factor: FactorFinding) -> Standing:
    """How a factor stands in the answer, by the report."""
    return _STANDINGS[factor.coverage]


def shown(report: MarkReport) -> dict[str, Any]:
    """The report as a model sees it: nothing of who wrote it, no offsets, no arithmetic."""
    return {
        "mark": report.mark,
        "max_mark": report.max_mark,
        "level": report.level,
        "mark_range": report.mark_range,
        "summary": report.summary,
        "factors": [_factor(each) for each in report.factors if each.role != "other" or each.evidence],
        "qualities": [
            {
                "quality_id": each.quality_id,
                "name": each.name,
                "descriptor": each.descriptor,
                "quotes": [quote.quote for quote in each.evidence],
            }
            for each in report.qualities
        ],
        "demands": [each.missing for each in report.demands if not each.met],
        "corrections": [
            {"quote": each.quote, "correction": each.correction} for each in report.misconceptions
        ],
        "next_steps": [
            {"text": each.text, "factor_id": each.factor_id, "quality_id": each.quality_id}
            for each in report.next_steps
        ],
    }


def grounds(report: MarkReport) -> Iterator[str]:
    """Every text of the report that names and numbers may come from; the mark and its summary are not among them."""
    for factor in report.factors:
        yield from (factor.name, factor.advice)
        if factor.coverage != "absent":
            yield from (each.quote for each in factor.evidence)
    for quality in report.qualities:
        yield from (quality.name, quality.descriptor)
    for demand in report.demands:
        yield from (demand.name, demand.missing, demand.advice)
    yield from (each.correction for each in report.misconceptions)
    yield from (each.text for each in report.next_steps)


def _factor(factor: FactorFinding) -> dict[str, Any]:
    return {
        "factor_id": factor.factor_id,
        "name": factor.name,
        "standing": standing(factor),
        "stance": factor.stance,
        "advice": factor.advice,
        "quotes": [each.quote for each in factor.evidence] if factor.coverage != "absent" else [],
    }
