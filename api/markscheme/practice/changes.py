"""What a new attempt gained, kept and lost against the one before."""

from collections.abc import Iterator

from markscheme.domain.answers import Answer
from markscheme.domain.blocks import Difference, FactorChange
from markscheme.domain.reports import MarkReport

DEPTH = {"absent": 0, "mentioned": 1, "developed": 2}
# A quality has moved when it shows: less than a tenth is the reading of other words.
MOVED = 0.1
STANDS = 0.5


def difference(before: Answer, after: Answer) -> Difference:
    """Every factor and quality that moved, and the factors that were kept."""
    moved = [*_factors(before.report, after.report), *_qualities(before.report, after.report)]
    return Difference(
        answer_id=after.id,
        previous_id=before.id,
        gained=tuple(change for by, change in moved if by > 0),
        kept=tuple(change for by, change in moved if by == 0),
        lost=tuple(change for by, change in moved if by < 0),
        range_before=before.report.mark_range,
        range_after=after.report.mark_range,
        level_before=before.report.level,
        level_after=after.report.level,
    )


def _factors(before: MarkReport, after: MarkReport) -> Iterator[tuple[float, FactorChange]]:
    was = {each.factor_id: each.coverage for each in before.factors}
    for each in after.factors:
        old = was.get(each.factor_id, "absent")
        if old == each.coverage == "absent":
            continue
        change = FactorChange(id=each.factor_id, name=each.name, before=old, after=each.coverage)
        yield DEPTH[each.coverage] - DEPTH[old], change


def _qualities(before: MarkReport, after: MarkReport) -> Iterator[tuple[float, FactorChange]]:
    was = {each.quality_id: each.score for each in before.qualities}
    for each in after.qualities:
        old = was.get(each.quality_id, 0.0)
        by = each.score - old
        if each.weight and (abs(by) > MOVED or each.score >= STANDS):
            change = FactorChange(id=each.quality_id, name=each.name, before=old, after=each.score)
            yield by if abs(by) > MOVED else 0.0, change
