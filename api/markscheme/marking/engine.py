"""The mark as a pure function of text and rubric."""

from dataclasses import dataclass

from markscheme.domain.calibrations import Adjustment, MarkCalibration
from markscheme.domain.errors import MAX_CHARACTERS, AnswerTooLongError
from markscheme.domain.reports import (
    DemandFinding,
    MarkReport,
    MisconceptionFinding,
    Provenance,
    QualityFinding,
)

from .calibration import admitted, shifts
from .ceilings import ceilings
from .compiled import CompiledPack, compiled
from .coverage import asked_for, read_factors
from .demands import held, read_demands
from .documents import Document, read
from .encoding import Encoder
from .findings import credit_factors, factor_findings
from .guards.guard import Guarded, check
from .guards.topics import misplaced
from .levels import Reached, fitted
from .matching import Match, match
from .next_steps import Ledgers, next_steps
from .qualities.detectors import assess
from .rubric import Rubric
from .stance import stances
from .summary import confidence, review_reasons, summarise
from .views import View

__all__ = ["ENGINE", "MAX_CHARACTERS", "AnswerTooLongError", "mark"]

ENGINE = "markscheme-3"
_KINDS = ("causal", "judging", "ranking", "contrast", "criteria", "relation", "historian", "defining", "concluding",
          "narrative", "terms", "negator", "backward", "aims")  # fmt: skip


def mark(
    rubric: Rubric,
    text: str,
    encoder: Encoder,
    calibration: MarkCalibration | None = None,
    *,
    published: bool = True,
) -> MarkReport:
    """Mark one answer. Same text, rubric, encoder and calibration give the same report everywhere.

    `published` is false where the text is a marked example itself, or was before it became one: it is then no copy.
    Raises AnswerTooLongError above MAX_CHARACTERS, CalibrationRefusedError for a calibration that was not made for this.
    """
    adjustment = admitted(calibration, rubric, ENGINE, encoder.name) if calibration else None
    report = _report(weigh(rubric, text, encoder, published=published), adjustment)
    if calibration is None:
        return report
    provenance = report.provenance.model_copy(update={"calibration": calibration.hash})
    return report.model_copy(update={"provenance": provenance})


@dataclass(frozen=True, slots=True)
class Weighing:
    """One answer read up to the factors' thresholds, so that they can be tried at many places. `settled` where no mark
    is given, or a ceiling decides it."""

    rubric: Rubric
    pack: CompiledPack
    document: Document
    matched: Match
    errors: tuple[MisconceptionFinding, ...]
    guarded: Guarded

    @property
    def settled(self) -> bool:
        """Whether something other than the two ledgers decides the mark."""
        reached = self.reached(None)
        lower = fitted(reached.knowledge, reached.judgement) > reached.ceiling
        return lower or bool(self.guarded.withheld or ceilings(self.guarded))

    @property
    def presence(self) -> dict[str, float]:
        """How likely each factor of the pack is, by its id."""
        credits = self.view(None).credits
        return {self.rubric.pack.factors[c.reading.index].id: c.reading.presence for c in credits}

    def reached(self, adjustment: Adjustment | None) -> Reached:
        """What the answer reaches with the thresholds moved by the adjustment."""
        view = self.view(adjustment)
        made = self.ledgers(view, assess(view), read_demands(view), sure=1.0)
        return Reached(made.knowledge, made.judgement, made.cap)

    def view(self, adjustment: Adjustment | None) -> View:
        """The answer as the detectors see it, with the thresholds moved by the adjustment."""
        rubric, pack = self.rubric, self.pack
        counts = {kind: pack.markers.per_sentence(self.document, kind) for kind in _KINDS}
        offsets = pack.offsets
        if adjustment:
            offsets = offsets + shifts(adjustment, [factor.id for factor in rubric.pack.factors])
        readings = read_factors(self.document, self.matched, pack.calibration, offsets, asked_for(rubric))
        taken = stances(self.document, readings, pack.markers, pack.references)
        listed = self.guarded.mentions_only
        credits = credit_factors(rubric, self.document, readings, taken, self.errors, listed)
        return View(rubric, self.document, self.matched, credits, counts, self.errors)

    def ledgers(self, view: View, qualities: tuple[QualityFinding, ...], demands: tuple[DemandFinding, ...],
                sure: float, adjustment: Adjustment | None = None) -> Ledgers:  # fmt: skip
        """What the mark is made of, under the ceilings of the text and of the demands not met."""
        held_by = (*ceilings(self.guarded), *held(demands))
        return Ledgers(view.credits, qualities, held_by, sure, self.rubric.scheme, adjustment)


def weigh(
    rubric: Rubric, text: str, encoder: Encoder, *, published: bool = False, every: bool = False
) -> Weighing:
    """Read one answer; `published` as for `mark`. With `every` it has the sentences too that earn nothing, such as the
    question in its own words. Raises AnswerTooLongError above MAX_CHARACTERS."""
    if len(text) > MAX_CHARACTERS:
        raise AnswerTooLongError(len(text))
    pack = compiled(rubric.pack, encoder)
    whole = read(text, pack.speller, pack.vocabulary)
    guarded = check(pack.reading(rubric.question, whole, published))
    document = whole if every else whole.only(guarded.kept)
    return Weighing(
        rubric, pack, document, _matched(rubric, pack, document), pack.finder.find(whole), guarded
    )


def _matched(rubric: Rubric, pack: CompiledPack, document: Document) -> Match:
    reader = pack.reader(rubric.question)
    matched = match(reader.read(document), pack.calibration.sentence)
    denied = pack.denials.find(document, matched, pack.references)
    denied |= pack.periods.outside(document, rubric.question)
    return matched.without(document, denied) if denied.any() else matched


def _report(weighing: Weighing, adjustment: Adjustment | None) -> MarkReport:
    view, rubric, guarded = weighing.view(adjustment), weighing.rubric, weighing.guarded
    scheme = rubric.scheme
    flags = guarded.flags
    if all(flag.kind != "other_question" for flag in flags):
        flags += misplaced(view)
    qualities, demands, sure = assess(view), read_demands(view), confidence(view, flags)
    ledgers = weighing.ledgers(view, qualities, demands, sure, adjustment)
    awarded = ledgers.awarded
    withheld = guarded.withheld
    findings = factor_findings(view, weighing.pack.references.columns, weighing.pack.rests_on)
    reasons = review_reasons(awarded, sure, flags, findings, withheld, scheme)
    return MarkReport(
        question_id=rubric.question.id,
        max_mark=scheme.max_mark,
        mark=None if withheld else awarded.mark,
        level=None if withheld else awarded.level,
        mark_range=None if withheld else awarded.mark_range,
        withheld=withheld,
        scheme=scheme.id,
        arithmetic=None if withheld else ledgers.arithmetic(rubric.pack.factors),
        summary=summarise(view, awarded, withheld, scheme, qualities),
        words=len(view.document.answer.split()),
        factors=findings,
        qualities=qualities,
        demands=demands,
        misconceptions=view.misconceptions,
        flags=flags,
        next_steps=next_steps(ledgers, rubric.pack.factors, demands),
        confidence=sure,
        needs_review=bool(reasons),
        review_reasons=reasons,
        provenance=_provenance(rubric, weighing.pack.encoder),
    )


def _provenance(rubric: Rubric, encoder: Encoder) -> Provenance:
    manifest = rubric.pack.manifest
    return Provenance(engine=ENGINE, pack=manifest.id, pack_version=manifest.version, rubric_hash=rubric.content_hash,
                      encoder=encoder.name, language=manifest.language)  # fmt: skip
