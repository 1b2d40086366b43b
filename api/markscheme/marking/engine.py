"""The mark as a pure function of text and rubric."""

import numpy as np

from markscheme.domain.errors import MAX_CHARACTERS, AnswerTooLongError
from markscheme.domain.reports import Flag, MarkReport, MisconceptionFinding, Provenance

from .ceilings import ceilings
from .compiled import CompiledPack, compiled, shingles
from .coverage import asked_for, read_factors
from .documents import Document, read
from .encoding import Encoder
from .findings import credit_factors, factor_findings
from .guards import Guarded, copied, other_question
from .matching import match
from .next_steps import Ledgers, next_steps
from .qualities.detectors import assess
from .rubric import Rubric
from .stance import stances
from .summary import confidence, review_reasons, summarise
from .views import View

__all__ = ["ENGINE", "MAX_CHARACTERS", "AnswerTooLongError", "mark"]

ENGINE = "markscheme-1"
_KINDS = ("causal", "judging", "ranking", "contrast", "criteria", "relation", "historian", "defining", "concluding",
          "narrative", "terms", "negator", "backward")  # fmt: skip
_COPIED_WORDS, _STRIDE = 12, 4


def mark(rubric: Rubric, text: str, encoder: Encoder) -> MarkReport:
    """Mark one answer. Same text, rubric and encoder give the same report everywhere.

    Raises AnswerTooLongError above MAX_CHARACTERS.
    """
    pack = compiled(rubric.pack, encoder)
    whole, guarded = _guarded(rubric, text, pack)
    errors = pack.finder.find(whole)
    view = _view(rubric, pack, whole.only(guarded.kept), errors, guarded)
    flags = (*guarded.flags, *_copies(pack, whole), *_misplaced(view))
    return _report(view, pack, guarded, flags)


def chances(rubric: Rubric, text: str, encoder: Encoder) -> dict[str, float]:
    """How likely each factor is to be in one answer, by id, as its mark takes it to be; raises as `mark` does."""
    pack = compiled(rubric.pack, encoder)
    whole, guarded = _guarded(rubric, text, pack)
    view = _view(rubric, pack, whole.only(guarded.kept), pack.finder.find(whole), guarded)
    return {rubric.pack.factors[c.reading.index].id: c.reading.presence for c in view.credits}


def _guarded(rubric: Rubric, text: str, pack: CompiledPack) -> tuple[Document, Guarded]:
    if len(text) > MAX_CHARACTERS:
        raise AnswerTooLongError(len(text))
    whole = read(text, pack.speller, pack.vocabulary)
    return whole, pack.guard.check(whole, pack.asked(rubric.question))


def _view(rubric: Rubric, pack: CompiledPack, document: Document, errors: tuple[MisconceptionFinding, ...],
          guarded: Guarded) -> View:  # fmt: skip
    reader = pack.reader(rubric.question)
    matched = match(reader.read(document), pack.calibration.sentence)
    denied = pack.denials.find(document, matched, pack.references)
    if denied.any():
        matched = matched.without(document, denied)
    counts = {kind: pack.markers.per_sentence(document, kind) for kind in _KINDS}
    readings = read_factors(document, matched, pack.calibration, pack.offsets, asked_for(rubric))
    taken = stances(document, readings, pack.markers, pack.references)
    credits = credit_factors(rubric, document, readings, taken, errors, guarded.mentions_only)
    return View(rubric, document, matched, credits, counts, errors)


def _report(view: View, pack: CompiledPack, guarded: Guarded, flags: tuple[Flag, ...]) -> MarkReport:
    rubric, scheme = view.rubric, view.rubric.scheme
    qualities = assess(view)
    sure = confidence(view, flags)
    ledgers = Ledgers(view.credits, qualities, ceilings(guarded), sure, scheme)
    awarded = ledgers.awarded
    withheld = guarded.withheld
    reasons = review_reasons(awarded, sure, flags, withheld, scheme)
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
        factors=factor_findings(view, pack.references.columns, pack.citations),
        qualities=qualities,
        misconceptions=view.misconceptions,
        flags=flags,
        next_steps=next_steps(ledgers, rubric.pack.factors),
        confidence=sure,
        needs_review=bool(reasons),
        review_reasons=reasons,
        provenance=_provenance(rubric, pack.encoder),
    )


def _provenance(rubric: Rubric, encoder: Encoder) -> Provenance:
    manifest = rubric.pack.manifest
    return Provenance(engine=ENGINE, pack=manifest.id, pack_version=manifest.version, rubric_hash=rubric.content_hash,
                      encoder=encoder.name, language=manifest.language)  # fmt: skip


def _copies(pack: CompiledPack, document: Document) -> tuple[Flag, ...]:
    """A flag for each sentence that is word for word in an example of the pack; three at most."""
    flags: list[Flag] = []
    for sentence in document.sentences:
        if sentence.size < _COPIED_WORDS or len(flags) == 3:
            continue
        words = " ".join(token.written for token in document.tokens[sentence.first : sentence.last]).split()
        if sum(run in pack.shingles for run in shingles(words, _STRIDE)) * _STRIDE >= _COPIED_WORDS - _STRIDE:
            quote = document.quote(sentence)
            flags.append(copied(quote.start, quote.end))
    return tuple(flags)


def _misplaced(view: View) -> tuple[Flag, ...]:
    """A flag when what the answer credits is asked for by another question far more than by this one."""
    made = {view.rubric.pack.factors[c.reading.index].id: c.credit for c in view.credits if c.credit}
    total = sum(made.values())
    if total < 1.5 or (len(view.echo) and float(np.mean(view.echo)) > 0.2):
        return ()
    shares: dict[str, float] = {}
    for question in view.rubric.pack.questions:
        core = {role.factor: role.weight for role in question.roles if role.role != "context"}
        shares[question.id] = round(sum(credit * core.get(f, 0) for f, credit in made.items()) / total, 4)
    own = shares[view.rubric.question.id]
    best, share = max(shares.items(), key=lambda item: (item[1], item[0]))
    if own < 0.4 and share - own >= 0.3:
        better = view.rubric.pack.question(best)
        return (other_question(better.text),) if better else ()
    return ()
