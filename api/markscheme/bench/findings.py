"""Whether what a report shows is right: the words quoted, the stance, the misconceptions. Pure."""

from collections.abc import Collection, Iterator, Sequence

from pydantic import computed_field

from markscheme.domain.base import Noun, Quote
from markscheme.domain.reports import FactorFinding, MarkReport

from .gold import GoldAnswer, GoldQuote, Pair
from .tallies import Tally, ratio, tally


class EvidenceShown(Noun):
    """Of factors truly there and found: how often the words shown are words a person chose, or touch them."""

    found: int
    strongest_right: int
    top_two_right: int

    @computed_field  # type: ignore[prop-decorator]
    @property
    def strongest(self) -> float | None:
        """Share where the strongest evidence is right."""
        return ratio(self.strongest_right, self.found)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def top_two(self) -> float | None:
        """Share where one of the two strongest is right."""
        return ratio(self.top_two_right, self.found)


class Doubtful(Noun):
    """Factors shown with a doubt: how many there are and how many of them are truly there."""

    shown: int
    there: int

    @computed_field  # type: ignore[prop-decorator]
    @property
    def share(self) -> float | None:
        """Share that is truly there."""
        return ratio(self.there, self.shown)


class Certainty(Noun):
    """How factors are shown: as found, as uncertain (credited in part, "possible"), or absent but worth a look.

    `found` counts as missed what is there and not shown as found.
    """

    found: Tally
    uncertain: Doubtful
    absent: Doubtful


class StanceShown(Noun):
    """Factors a person saw argued down: found, read as rejected; and factors wrongly read as rejected."""

    argued_down: int
    found: int
    read_as_rejected: int
    wrongly_rejected: int
    wrongly_out_of: int


class MisconceptionsShown(Noun):
    """Misconceptions by id, where the quote sits, and false flags on answers that have none."""

    total: Tally
    by_id: dict[str, Tally]
    quote_right: int
    clean_answers: int
    clean_answers_flagged: int
    clean_flags: int


def evidence_shown(pairs: Sequence[Pair]) -> EvidenceShown:
    """Compare the evidence of each factor that is there and was found with the person's quotes."""
    hits = [_hits(gold, finding) for gold, finding in _found(pairs) if finding.factor_id in gold.factors]
    return EvidenceShown(
        found=len(hits),
        strongest_right=sum(any(h[:1]) for h in hits),
        top_two_right=sum(any(h) for h in hits),
    )


def certainty(pairs: Sequence[Pair]) -> Certainty:
    """Count factors by how they are shown, and those of them that a person found too."""
    found = Tally()
    for gold, report in pairs:
        sure = [f.factor_id for f in report.factors if f.coverage != "absent" and not f.possible]
        found += tally(gold.factors, sure)
    return Certainty(found=found, uncertain=_doubtful(pairs, False), absent=_doubtful(pairs, True))


def stance_shown(pairs: Sequence[Pair]) -> StanceShown:
    """Compare `rejected` stances with the person's."""
    found = [(gold, f) for gold, f in _found(pairs) if f.factor_id in gold.factors]
    tagged = [f for gold, f in found if f.factor_id in gold.rejected]
    others = [f for gold, f in found if f.factor_id not in gold.rejected]
    return StanceShown(
        argued_down=sum(len(gold.rejected) for gold, _ in pairs), found=len(tagged),
        read_as_rejected=sum(f.stance == "rejected" for f in tagged),
        wrongly_rejected=sum(f.stance == "rejected" for f in others), wrongly_out_of=len(others),
    )  # fmt: skip


def misconceptions_shown(pairs: Sequence[Pair]) -> MisconceptionsShown:
    """Compare misconceptions by id, each once an answer."""
    given = [(gold, {m.misconception_id for m in report.misconceptions}) for gold, report in pairs]
    ids = sorted({i for gold, found in given for i in {*gold.misconceptions, *found}})
    by_id = {i: _total((({i} & set(gold.misconceptions)), {i} & found) for gold, found in given) for i in ids}
    clean = [found for gold, found in given if not gold.misconceptions]
    return MisconceptionsShown(
        total=sum(by_id.values(), Tally()), by_id=by_id,
        quote_right=sum(_quote_right(gold, report, i) for gold, report in pairs for i in by_id),
        clean_answers=len(clean), clean_answers_flagged=sum(bool(f) for f in clean),
        clean_flags=sum(len(f) for f in clean),
    )  # fmt: skip


def touches(span: Quote, quote: str, text: str) -> bool:
    """Does the span share at least one character with any occurrence of `quote`?"""
    at = text.find(quote)
    while at >= 0:
        if span.start < at + len(quote) and at < span.end:
            return True
        at = text.find(quote, at + 1)
    return False


def _doubtful(pairs: Sequence[Pair], absent: bool) -> Doubtful:
    shown = [
        f.factor_id in gold.factors
        for gold, report in pairs for f in report.factors
        if f.possible and (f.coverage == "absent") == absent
    ]  # fmt: skip
    return Doubtful(shown=len(shown), there=sum(shown))


def _found(pairs: Sequence[Pair]) -> Iterator[tuple[GoldAnswer, FactorFinding]]:
    return ((gold, f) for gold, report in pairs for f in report.factors if f.coverage != "absent")


def _hits(gold: GoldAnswer, finding: FactorFinding) -> list[bool]:
    best = sorted(finding.evidence, key=lambda e: (-e.strength, e.start))[:2]
    return [_any_touch(e, gold.evidence, finding.factor_id, gold.text) for e in best]


def _any_touch(span: Quote, quotes: Sequence[GoldQuote], about: str, text: str) -> bool:
    return any(touches(span, q.quote, text) for q in quotes if q.about == about)


def _quote_right(gold: GoldAnswer, report: MarkReport, misconception: str) -> bool:
    if misconception not in gold.misconceptions:
        return False
    spans = [m for m in report.misconceptions if m.misconception_id == misconception]
    return any(_any_touch(m, gold.misconception_evidence, misconception, gold.text) for m in spans)


def _total(sets: Iterator[tuple[Collection[str], Collection[str]]]) -> Tally:
    return sum((tally(gold, found) for gold, found in sets), Tally())
