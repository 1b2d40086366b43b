"""Do probabilities mean what they say: of factors, and of the confidence in a mark. Pure."""

from collections.abc import Sequence

from pydantic import computed_field

from markscheme.domain.base import Noun
from markscheme.domain.reports import MarkReport
from markscheme.marking.summary import SURE

from .gold import GoldAnswer
from .tallies import mean, ratio

BINS = 10
CLOSE = 2


class Bin(Noun):
    """Predictions of at least `low` and below `high` (1 belongs to the last bin): their mean, and how often they came
    true."""

    low: float
    high: float
    n: int
    said: float | None
    seen: float | None


class Reliability(Noun):
    """`gap` is the mean distance of said from seen over the bins, by their size; `excess` is said less seen over all,
    above 0 for too sure; `brier` is the mean squared error."""

    n: int
    bins: tuple[Bin, ...]
    gap: float | None
    excess: float | None
    brier: float | None


class Close(Noun):
    """How many marks, and how many of them within two of the person's."""

    n: int
    close: int

    @computed_field  # type: ignore[prop-decorator]
    @property
    def share(self) -> float | None:
        """Share within two."""
        return ratio(self.close, self.n)


class ConfidenceShown(Noun):
    """Confidence of marks that were given, against being within two marks of the person's.

    `unsure_unreviewed` counts marks of confidence 0.8 or less that do not ask for a look.
    """

    reliability: Reliability
    sure: Close
    unsure: Close
    reviewed: Close
    unreviewed: Close
    unsure_unreviewed: int


def reliability(predictions: Sequence[tuple[float, bool]]) -> Reliability:
    """Each prediction (0..1) with whether it came true."""
    filled: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for said, seen in predictions:
        filled[min(BINS - 1, int(said * BINS))].append((said, seen))
    bins = tuple(
        Bin(low=place / BINS, high=(place + 1) / BINS, n=len(inside),
            said=mean(said for said, _ in inside), seen=mean(float(seen) for _, seen in inside))
        for place, inside in enumerate(filled)
    )  # fmt: skip
    return Reliability(
        n=len(predictions), bins=bins,
        gap=ratio(sum(abs(sum(said - seen for said, seen in inside)) for inside in filled), len(predictions)),
        excess=mean(said - seen for said, seen in predictions),
        brier=mean((said - seen) ** 2 for said, seen in predictions),
    )  # fmt: skip


def confidence_shown(pairs: Sequence[tuple[GoldAnswer, MarkReport]]) -> ConfidenceShown:
    """Compare over the marks that were given."""
    given = [
        (report, abs(report.mark - gold.mark) <= CLOSE) for gold, report in pairs if report.mark is not None
    ]
    return ConfidenceShown(
        reliability=reliability([(report.confidence, close) for report, close in given]),
        sure=_close([close for report, close in given if report.confidence > SURE]),
        unsure=_close([close for report, close in given if report.confidence <= SURE]),
        reviewed=_close([close for report, close in given if report.needs_review]),
        unreviewed=_close([close for report, close in given if not report.needs_review]),
        unsure_unreviewed=sum(r.confidence <= SURE and not r.needs_review for r, _ in given),
    )


def _close(marks: Sequence[bool]) -> Close:
    return Close(n=len(marks), close=sum(marks))
