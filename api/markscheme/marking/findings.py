"""From readings to what a report says of each factor: credit, quotes and sources."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

from markscheme.domain.factors import Factor
from markscheme.domain.packs import Source
from markscheme.domain.reports import Evidence, FactorFinding, MisconceptionFinding, SourceRef, Stance

from .coverage import FactorReading
from .documents import Document, Unit
from .matching import Match
from .rubric import Rubric
from .views import FactorCredit, View

_MENTION, _FULL = 0.25, 1.0
_MISUSED = 0.6
_UNSURE = 0.5
_POINT_MATCHES = 0.5
_SHOWN = 3
_SOURCES = 4
# A factor's index and the points found of it.
Cited = tuple[int, frozenset[str | None]]
_TRUST = {"high": 0, "medium": 1, "low": 2}


def credit_factors(
    rubric: Rubric, document: Document, readings: Sequence[FactorReading], stances: Sequence[Stance],
    errors: Sequence[MisconceptionFinding], mentions_only: bool,
) -> tuple[FactorCredit, ...]:  # fmt: skip
    """Each factor once: from 0.25 for a bare mention to 1 as it is developed, less where its evidence is a serious error
    and half where it is not sure to be there."""
    credits = []
    for factor, reading, stance in zip(rubric.pack.factors, readings, stances, strict=True):
        credit = 0.0
        if reading.coverage != "absent":
            credit = _MENTION if mentions_only else _MENTION + (_FULL - _MENTION) * reading.development
        if credit and _misused(document, reading, errors):
            credit *= _MISUSED
        if reading.possible:
            credit *= _UNSURE
        listed = mentions_only and reading.coverage == "developed"
        counted = replace(reading, coverage="mentioned") if listed else reading
        credits.append(FactorCredit(counted, rubric.roles.get(factor.id), stance, round(credit, 4)))
    return tuple(credits)


def _misused(document: Document, reading: FactorReading, errors: Iterable[MisconceptionFinding]) -> bool:
    spans = [document.sentence_spans[n] for n in reading.sentences[:1]]
    return any(e.severity == "high" and start <= e.start < end for e in errors for start, end in spans)


def factor_findings(view: View, points: Sequence[Sequence[tuple[int, str]]],
                    sources: Mapping[Cited, tuple[SourceRef, ...]]) -> tuple[FactorFinding, ...]:  # fmt: skip
    """Every factor of the question, absent ones too, and others that the answer makes. `points` holds, per factor,
    the (column of the match's point scores, point id) of its evidence points; `sources` what it rests on by the points
    found."""
    findings = []
    for factor, credit in zip(view.rubric.pack.factors, view.credits, strict=True):
        reading = credit.reading
        if credit.role is None and reading.coverage == "absent":
            continue
        evidence: tuple[Evidence, ...] = ()
        if reading.coverage != "absent" or reading.possible:
            evidence = tuple(
                _evidence(view, reading, n, points[reading.index]) for n in reading.sentences[:_SHOWN]
            )
        findings.append(FactorFinding(
            factor_id=factor.id, name=factor.name, role=credit.role.role if credit.role else "other",
            coverage=reading.coverage, stance=credit.stance, credit=credit.credit, possible=reading.possible,
            evidence=evidence, sources=sources[reading.index, frozenset([each.point_id for each in evidence])],
            advice=factor.advice if view.document.sentences else "",
        ))  # fmt: skip
    return tuple(findings)


def _evidence(
    view: View, reading: FactorReading, sentence: int, points: Sequence[tuple[int, str]]
) -> Evidence:
    quote = view.document.quote(_stretch(view.document, view.match, reading, sentence))
    # The points of a factor stand side by side.
    scores = view.match.points[sentence, points[0][0] : points[-1][0] + 1].tolist() if points else ()
    best = max(
        zip(scores, (point for _, point in points), strict=True), default=(0.0, None), key=itemgetter(0)
    )
    return Evidence(start=quote.start, end=quote.end, quote=quote.quote,
                    point_id=best[1] if best[0] >= _POINT_MATCHES else None,
                    strength=round(float(view.match.sentences[sentence, reading.index]), 3))  # fmt: skip


def _stretch(document: Document, match: Match, reading: FactorReading, sentence: int) -> Unit:
    """The sentence, or its credited clauses where its other clauses are spent on other factors."""
    unit = document.sentences[sentence]
    inside = document.clauses_in[sentence]
    own = [c for c in inside if c in reading.clauses]
    if not own or len(own) == len(inside):
        return unit
    first, last = document.clauses[own[0]], document.clauses[own[-1]]
    if last.last - first.first < max(6, 0.4 * unit.size):
        return unit
    return Unit(first.start, last.end, first.first, last.last, unit.parent)


def citations(factor: Factor, sources: dict[str, Source]) -> list[tuple[int, str, SourceRef]]:
    """(distrust, point id, source) for each place a factor rests on, the most trusted first."""
    found = []
    for point in factor.points:
        for citation in point.sources:
            source = sources.get(citation.source)
            if source is not None and source.kind != "examiner_knowledge":
                ref = SourceRef(source_id=source.id, title=source.title, place=citation.place, url=source.url)
                found.append((_TRUST[source.reliability], point.id, ref))
    trusted = [entry for entry in found if entry[0] < _TRUST["low"]] or found
    return sorted(trusted, key=lambda entry: (entry[0], entry[1]))


def rests_on(
    cited: Sequence[tuple[int, str, SourceRef]], matched: frozenset[str | None]
) -> tuple[SourceRef, ...]:
    """The few sources of a factor's `citations` that a report names: those of the points matched first."""
    ranked = sorted(cited, key=lambda entry: entry[1] not in matched)
    return tuple({ref.source_id: ref for _, _, ref in reversed(ranked)}.values())[::-1][:_SOURCES]
