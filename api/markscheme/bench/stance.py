"""Minimal pairs: does a false denial of a factor lose its credit, and does an argued rejection keep it?"""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from markscheme import assets
from markscheme.domain.base import Noun, Slug, Text
from markscheme.domain.directions import Directions
from markscheme.domain.packs import Pack
from markscheme.domain.reports import FactorFinding

from .desk import Desk, Marker
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
    """Denials of one form: of `facts` credited when truly said, how many earn `nothing` when denied, and how many would
    without the pack's directions (`undirected`)."""

    pairs: int
    facts: int
    nothing: int
    undirected: int

    @property
    def share(self) -> float | None:
        """The share of credited facts whose denial earns nothing."""
        return self.nothing / self.facts if self.facts else None


class Kept(Noun):
    """Statements credited without the pack's directions, which must keep it, and how many are shown as rejected."""

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


class _Found(Noun):
    """The factor in one statement, as marked and as marked without the pack's directions."""

    marked: FactorFinding
    undirected: FactorFinding


class _Outcome(Noun):
    pair: Pair
    fact: _Found
    denial: _Found
    rejected: _Found | None
    harmless: _Found | None


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


def measure(source: Pairs, desk: Desk) -> StanceResult:
    """Mark every statement of every pair, on the question where its factor weighs most; raises GoldError."""
    questions = _questions(desk.packs)
    unknown = sorted({pair.factor for pair in source.pairs} - set(questions))
    if unknown:
        raise GoldError(f"no question asks for the factor {', '.join(unknown)}")
    undirected = Desk([_undirected(pack) for pack in desk.packs], desk.encoder)
    outcomes = [
        _outcome(pair, source.frame, questions[pair.factor], (desk.mark, undirected.mark))
        for pair in source.pairs
    ]
    halves: tuple[Half, ...] = ("A", "B")
    return StanceResult(
        pairs=len(outcomes),
        halves={half: _half([o for o in outcomes if half_of(o.pair.id) == half]) for half in halves},
    )


def _undirected(pack: Pack) -> Pack:
    # Made anew, since a copy would carry the old content hash along.
    return Pack.model_construct(**(dict(pack) | {"directions": Directions()}))


def _questions(packs: Sequence[Pack]) -> dict[str, str]:
    """The question in which each factor weighs most."""
    roles = [(r.weight, q.id, r.factor) for pack in packs for q in pack.questions for r in q.roles]
    return {factor: question for _, question, factor in sorted(roles, key=lambda role: role[0])}


def _outcome(pair: Pair, frame: str, question: str, markers: tuple[Marker, Marker]) -> _Outcome:
    def found(statement: str) -> _Found:
        marked, undirected = (
            next(
                f
                for f in marker(question, frame.replace("{}", statement)).factors
                if f.factor_id == pair.factor
            )
            for marker in markers
        )
        return _Found(marked=marked, undirected=undirected)

    return _Outcome(
        pair=pair, fact=found(pair.fact), denial=found(pair.denial),
        rejected=found(pair.rejected) if pair.rejected else None,
        harmless=found(pair.harmless) if pair.harmless else None,
    )  # fmt: skip


def _half(outcomes: Sequence[_Outcome]) -> HalfStance:
    return HalfStance(
        forms={form: _denied([o for o in outcomes if o.pair.form == form]) for form in FORMS},
        denials=_denied(outcomes),
        argued=_kept([o.rejected for o in outcomes if o.rejected]),
        harmless=_kept([o.harmless for o in outcomes if o.harmless]),
    )


def _denied(outcomes: Sequence[_Outcome]) -> Denied:
    known = [outcome for outcome in outcomes if outcome.fact.marked.credit]
    return Denied(
        pairs=len(outcomes), facts=len(known), nothing=sum(not o.denial.marked.credit for o in known),
        undirected=sum(not o.denial.undirected.credit for o in known),
    )  # fmt: skip


def _kept(findings: Sequence[_Found]) -> Kept:
    known = [found.marked for found in findings if found.undirected.credit]
    kept = [finding for finding in known if finding.credit]
    return Kept(statements=len(known), kept=len(kept), rejected=sum(f.stance == "rejected" for f in kept))
