"""A mark taken apart into steps that add up to it exactly.

Each further factor adds less than the one before, so nothing has marks of its own; each part gets a share. Both
ledgers grow together from nothing to what the answer has, in equal stages, and the marks that a stage adds are split
as the average of letting the one or the other go first. Inside a ledger a factor's share follows its weighted credit,
a quality's its weighted score. Known errors, a calibration, ceilings and rounding are steps of their own. The shares
follow from the formula in `levels` alone, whatever it is, and from no order; they are cut to thousandths of a mark by
the largest remainder.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor, fsum

from markscheme.domain.arithmetic import Arithmetic, MarkStep, StepKind
from markscheme.domain.calibrations import Adjustment
from markscheme.domain.schemes import MarkScheme

from .levels import Award, Ceiling, calibrated, fitted, knowledge_ledger, scheme_value
from .qualities.detectors import ACCURACY, DETECTORS, judgement

THOUSAND = 1000
_STAGES = 20


@dataclass(frozen=True, slots=True)
class Part:
    """A factor that earned something, with its weighted credit; or a quality, with its weighted score."""

    key: str
    label: str
    worth: float


def arithmetic(factors: Sequence[Part], scores: Mapping[str, float], ceilings: Sequence[Ceiling], awarded: Award,
               scheme: MarkScheme, adjustment: Adjustment | None = None) -> Arithmetic:  # fmt: skip
    """The steps of `awarded`, which came of these weighted credits, quality scores and ceilings. What is worth
    nothing has no step."""
    known = _ranked(factors)
    judged = _ranked(
        [Part(d.quality_id, d.name, d.weight * scores.get(d.quality_id, 0.0)) for d in DETECTORS]
    )
    worths = [part.worth for part in known]
    knowledge, reached = knowledge_ledger(worths), judgement(scores)
    clean = {**scores, ACCURACY: 1.0}
    shares = _shares(worths, clean, [part.worth for part in judged], scheme)
    steps = _Steps()
    for part, share in zip(known, shares, strict=False):
        steps.add("factor", part.label, share, factor_id=part.key)
    for part, share in zip(judged, shares[len(known) :], strict=True):
        steps.add("quality", part.label, share, quality_id=part.key)
    standard = fitted(knowledge, reached)
    steps.reach("errors", "Known errors", _thousandths(standard, scheme))
    if adjustment:
        standard = calibrated(knowledge, reached, adjustment)
        steps.reach("calibration", "Fitted to a teacher's marks", _thousandths(standard, scheme))
    for ceiling in ceilings:
        standard = min(standard, ceiling.standard)
        steps.reach("ceiling", ceiling.label, _thousandths(standard, scheme))
    steps.reach("rounding", "Rounded to a whole mark", awarded.mark * THOUSAND)
    return Arithmetic(knowledge=round(knowledge, 4), judgement=round(reached, 4), standard=awarded.standard,
                      steps=tuple(steps.taken))  # fmt: skip


class _Steps:
    """Steps in order, with the sum so far."""

    def __init__(self) -> None:
        self.taken: list[MarkStep] = []
        self.running = 0

    def add(self, kind: StepKind, label: str, thousandths: int, factor_id: str | None = None,
            quality_id: str | None = None) -> None:  # fmt: skip
        """A step that adds or takes so much."""
        self.running += thousandths
        self.taken.append(MarkStep(kind=kind, label=label, factor_id=factor_id, quality_id=quality_id,
                                   thousandths=thousandths, running=self.running))  # fmt: skip

    def reach(self, kind: StepKind, label: str, total: int) -> None:
        """A step from the sum so far to `total`; none where nothing changes."""
        if total != self.running:
            self.add(kind, label, total - self.running)


def _ranked(parts: Sequence[Part]) -> list[Part]:
    return sorted((part for part in parts if part.worth > 0), key=lambda part: (-part.worth, part.key))


def _thousandths(standard: float, scheme: MarkScheme) -> int:
    return round(scheme_value(standard, scheme) * THOUSAND)


def _shares(worths: Sequence[float], scores: Mapping[str, float], reached: Sequence[float],
            scheme: MarkScheme) -> list[int]:  # fmt: skip
    """Thousandths of a mark for each factor, then each quality; together all that the two ledgers make."""
    stages = [stage / _STAGES for stage in range(_STAGES + 1)]
    knowledge = [knowledge_ledger([stage * worth for worth in worths]) for stage in stages]
    judged = [
        judgement({q: s if q == ACCURACY else stage * s for q, s in scores.items()}) for stage in stages
    ]

    def value(known: float, judging: float) -> float:
        return scheme_value(fitted(known, judging), scheme)

    by_knowledge = total = value(knowledge[0], judged[0])
    for place in range(_STAGES):
        known_first = value(knowledge[place + 1], judged[place])
        judged_first = value(knowledge[place], judged[place + 1])
        after = value(knowledge[place + 1], judged[place + 1])
        by_knowledge += (known_first - total + after - judged_first) / 2
        total = after
    exact = [by_knowledge * worth / fsum(worths) for worth in worths]
    exact += [(total - by_knowledge) * score / fsum(reached) for score in reached]
    return _whole(exact, round(total * THOUSAND))


def _whole(exact: Sequence[float], total: int) -> list[int]:
    """Shares in marks as whole thousandths that sum to `total`: cut down, then one more to the largest remainders."""
    cut = [floor(share * THOUSAND) for share in exact]
    order = sorted(range(len(exact)), key=lambda n: (cut[n] - exact[n] * THOUSAND, n))
    for place in range(total - sum(cut)):
        cut[order[place % len(order)]] += 1
    return cut
