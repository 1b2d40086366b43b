"""What to do next, in the order an examiner would say it, with the marks each would add."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from markscheme.domain.arithmetic import Arithmetic
from markscheme.domain.calibrations import Adjustment
from markscheme.domain.factors import Factor
from markscheme.domain.reports import DemandFinding, NextStep, QualityFinding
from markscheme.domain.schemes import TOP, MarkScheme

from .arithmetic import Part, arithmetic
from .levels import Award, Ceiling, award, knowledge_ledger, scheme_mark, standard_of
from .qualities.detectors import DETECTORS, judgement
from .views import FactorCredit

_DEVELOPED_CREDIT = 0.95
_REACHED = 0.85
_LIMIT = 6
# A demand whose advice earns nothing at once is said after the verdict and the stated factor.
_LATER = 3
_GENERAL = 0.25


@dataclass(frozen=True)
class Ledgers:
    """What a mark is made of, so that it can be made again with one thing changed. `credits` are in pack order."""

    credits: tuple[FactorCredit, ...]
    qualities: tuple[QualityFinding, ...]
    ceilings: tuple[Ceiling, ...]
    confidence: float
    scheme: MarkScheme
    adjustment: Adjustment | None = None

    @property
    def knowledge(self) -> float:
        """The knowledge ledger, 0..1."""
        return knowledge_ledger(self._worths)

    @property
    def judgement(self) -> float:
        """The judgement ledger, 0..1."""
        return judgement(self._scores)

    @cached_property
    def cap(self) -> float:
        """The lowest ceiling."""
        return self._cap(None)

    def _cap(self, without: str | None) -> float:
        """The lowest ceiling but that of one demand; no text's own ceiling is a demand's."""
        left = (each.standard for each in self.ceilings if without is None or each.demand_id != without)
        return min(left, default=TOP)

    @cached_property
    def awarded(self) -> Award:
        """What the two ledgers make, under the lowest ceiling."""
        return award(self.knowledge, self.judgement, self.cap, self.confidence, self.scheme, self.adjustment)

    def arithmetic(self, factors: tuple[Factor, ...]) -> Arithmetic:
        """The steps that make the mark."""
        parts = [
            Part(factors[c.reading.index].id, factors[c.reading.index].name, worth(c)) for c in self.credits
        ]
        return arithmetic(parts, self._scores, self.ceilings, self.awarded, self.scheme, self.adjustment)

    def mark(self, factor: int | None = None, quality: str | None = None, demand: str | None = None) -> int:
        """The mark, or the mark if this factor were developed, this quality reached or this demand met."""
        worths, scores = self._worths.copy(), self._scores.copy()
        if factor is not None:
            worths[factor] = worth(self.credits[factor], developed=True)
        if quality is not None:
            scores[quality] = max(scores[quality], _REACHED)
        cap = self.cap if demand is None else self._cap(demand)
        standard = standard_of(knowledge_ledger(worths), judgement(scores), cap, self.adjustment)
        return scheme_mark(standard, self.scheme)

    @cached_property
    def _worths(self) -> list[float]:
        return [worth(credit) for credit in self.credits]

    @cached_property
    def _scores(self) -> dict[str, float]:
        return {quality.quality_id: quality.score for quality in self.qualities}


def worth(credit: FactorCredit, developed: bool = False) -> float:
    """What a factor adds to the knowledge ledger: its credit by its weight in the question."""
    weight = credit.role.weight if credit.role else _GENERAL
    return max(credit.credit, _DEVELOPED_CREDIT if developed else 0.0) * (0.4 + 0.6 * weight)


def next_steps(
    ledgers: Ledgers, factors: tuple[Factor, ...], demands: tuple[DemandFinding, ...] = ()
) -> tuple[NextStep, ...]:
    """At most six: what the command word demands, whatever it gains; then verdict, stated factor, other side, line,
    explanation, further factors, precision, links."""
    now = ledgers.mark()
    scores = {q.quality_id: q.score for q in ledgers.qualities}
    ranked: list[tuple[int, int, NextStep]] = []

    def offer(place: int, step: NextStep) -> None:
        if step.gain > 0:
            ranked.append((place, len(ranked), step))

    unmet = [demand for demand in demands if not demand.met]
    for demand in unmet:
        gain = max(0, ledgers.mark(quality=demand.quality_id, demand=demand.demand_id) - now)
        step = NextStep(
            text=demand.advice, demand_id=demand.demand_id, quality_id=demand.quality_id, gain=gain
        )
        ranked.append((0 if gain else _LATER, len(ranked), step))
    said = {demand.quality_id for demand in unmet}
    order = {"q_judge": 1, "q_balance": 3, "q_thesis": 4, "q_explain": 5, "q_evidence": 7, "q_link": 8, "q_weigh": 8,
             "q_terms": 11, "q_sustain": 9, "q_criteria": 10}  # fmt: skip
    for detector in DETECTORS:
        if detector.weight and detector.quality_id not in said and scores.get(detector.quality_id, 0.0) < 0.6:
            gain = ledgers.mark(quality=detector.quality_id) - now
            offer(
                order[detector.quality_id],
                NextStep(text=detector.advice, quality_id=detector.quality_id, gain=gain),
            )
    for credit in _worth_adding(ledgers.credits):
        factor = factors[credit.reading.index]
        gain = ledgers.mark(factor=credit.reading.index) - now
        stated = credit.role is not None and credit.role.role in {"stated_factor", "reason"}
        offer(2 if stated else 6, NextStep(text=factor.advice, factor_id=factor.id, gain=gain))
    ranked.sort(key=lambda entry: (entry[0], -entry[2].gain, entry[1]))
    return tuple(step for _, _, step in _spread(ranked)[:_LIMIT])


def _worth_adding(credits: tuple[FactorCredit, ...]) -> list[FactorCredit]:
    """Factors of the question not yet developed: those begun first, then by weight."""
    open_ = [
        c
        for c in credits
        if c.role is not None and c.role.role != "context" and c.reading.coverage != "developed"
    ]
    key: Callable[[FactorCredit], tuple[float, float, int]] = lambda c: (  # noqa: E731
        0 if c.reading.coverage == "mentioned" else 1,
        -(c.role.weight if c.role else 0),
        c.reading.index,
    )
    return sorted(open_, key=key)[:5]


def _spread(ranked: list[tuple[int, int, NextStep]]) -> list[tuple[int, int, NextStep]]:
    """At most two steps of the same place, so that one kind of advice does not fill the list."""
    kept: list[tuple[int, int, NextStep]] = []
    for entry in ranked:
        if sum(other[0] == entry[0] for other in kept) < 2:
            kept.append(entry)
    return kept
