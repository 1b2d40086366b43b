"""Minimal pairs: does a false denial of a factor lose its credit, and does an argued rejection keep it?"""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from markscheme import assets
from markscheme.domain.base import Noun, Slug, Text
from markscheme.domain.packs import Pack
from markscheme.domain.reports import FactorFinding

from .desk import Marker
from .gold import GoldError, Half, half_of

PAIRS = Path("tests") / "marking" / "minimal_pairs.yaml"
Form = Literal["negator", "antonym", "direction", "implicit", "agent", "attribution"]
FORMS: tuple[Form, ...] = ("negator", "antonym", "direction", "implicit", "agent", "attribution")


class Pair(Noun):
    """A true statement of a factor and a false denial of it; often an argued rejection, or a harmless negation."""

    id: Slug
    factor: Slug
    form: Form
    fact: Text
    denial: Text
    rejected: Text | None = None
    harmless: Text | None = None


class Pairs(Noun):
    """A file of minimal pairs; each statement is marked in the place of {} in `frame`, which makes no factor."""

    frame: str = Field(pattern=r"\{\}")
    pairs: tuple[Pair, ...] = Field(min_length=1)


class Denied(Noun):
    """Denials of one form: of `facts` credited when truly said, how many earn `nothing` when denied."""

    pairs: int
    facts: int
    nothing: int

    @property
    def share(self) -> float | None:
        """The share of credited facts whose denial earns nothing."""
        return self.nothing / self.facts if self.facts else None


class Kept(Noun):
    """Statements that must keep their credit, where the plain fact has it, and how many are shown as rejected."""

    statements: int
    kept: int
    rejected: int

    @property
    def share(self) -> float | None:
        """The share that keeps its credit."""
        return self.kept / self.statements if self.statements else None


class HalfStance(Noun):
    """One half: false denials by form and together, argued rejections and harmless negations."""

    forms: dict[str, Denied]
    denials: Denied
    argued: Kept
    harmless: Kept


class StanceResult(Noun):
    """What `bench stance` prints; A is the half to tune on, B the half to test on."""

    pairs: int
    halves: dict[Half, HalfStance]


class _Outcome(Noun):
    pair: Pair
    fact: bool
    denial: bool
    rejected: FactorFinding | None = None
    harmless: FactorFinding | None = None


def load(path: Path | None) -> Pairs:
    """Read a file of pairs, or the source tree's own; raises GoldError."""
    from markscheme.packs.documents import Document

    place = path or assets.SOURCE_ROOT / PAIRS
    document = Document(place)
    if document.data is None:
        raise GoldError(f"{document.problems[0]}" if path else f"no {place}: give --pairs FILE")
    try:
        return Pairs.model_validate(document.data)
    except ValidationError as error:
        first = error.errors()[0]
        raise GoldError(f"{place}:{document.line(first['loc'])}: {first['msg']}") from error


def measure(source: Pairs, packs: Sequence[Pack], marker: Marker) -> StanceResult:
    """Mark every statement of every pair, on the question where its factor weighs most; raises GoldError."""
    questions = _questions(packs)
    pairs = source.pairs
    unknown = sorted({pair.factor for pair in pairs} - set(questions))
    if unknown:
        raise GoldError(f"no question asks for the factor {', '.join(unknown)}")
    outcomes = [_outcome(pair, source.frame, questions[pair.factor], marker) for pair in pairs]
    halves: tuple[Half, ...] = ("A", "B")
    return StanceResult(
        pairs=len(pairs),
        halves={half: _half([o for o in outcomes if half_of(o.pair.id) == half]) for half in halves},
    )


def _questions(packs: Sequence[Pack]) -> dict[str, str]:
    """The question in which each factor weighs most."""
    roles = [(r.weight, q.id, r.factor) for pack in packs for q in pack.questions for r in q.roles]
    return {factor: question for _, question, factor in sorted(roles, key=lambda role: role[0])}


def _outcome(pair: Pair, frame: str, question: str, marker: Marker) -> _Outcome:
    def found(statement: str | None) -> FactorFinding | None:
        if statement is None:
            return None
        factors = marker(question, frame.replace("{}", statement)).factors
        return next(factor for factor in factors if factor.factor_id == pair.factor)

    fact, denial = found(pair.fact), found(pair.denial)
    return _Outcome(
        pair=pair, fact=bool(fact and fact.credit), denial=bool(denial and denial.credit),
        rejected=found(pair.rejected), harmless=found(pair.harmless),
    )  # fmt: skip


def _half(outcomes: Sequence[_Outcome]) -> HalfStance:
    return HalfStance(
        forms={form: _denied([o for o in outcomes if o.pair.form == form]) for form in FORMS},
        denials=_denied(outcomes),
        argued=_kept([o.rejected for o in outcomes if o.fact and o.rejected]),
        harmless=_kept([o.harmless for o in outcomes if o.fact and o.harmless]),
    )


def _denied(outcomes: Sequence[_Outcome]) -> Denied:
    facts = [outcome for outcome in outcomes if outcome.fact]
    return Denied(pairs=len(outcomes), facts=len(facts), nothing=sum(not o.denial for o in facts))


def _kept(findings: Sequence[FactorFinding]) -> Kept:
    kept = [finding for finding in findings if finding.credit]
    return Kept(statements=len(findings), kept=len(kept), rejected=sum(f.stance == "rejected" for f in kept))
