"""MarkReport: what one answer earned, with the student's own words for every claim."""

from typing import Literal

from pydantic import Field

from .arithmetic import Arithmetic
from .base import Noun, Quote
from .questions import Role

Coverage = Literal["absent", "mentioned", "developed"]
Stance = Literal["affirmed", "rejected"]
Severity = Literal["high", "medium", "low"]
Withheld = Literal["fragment", "notes", "other_language"]
FlagKind = Literal[
    "blank",
    "too_short",
    "off_question",
    "other_question",
    "keyword_list",
    "repetition",
    "copied_source",
    "copied_question",
    "instruction_to_marker",
    "hidden_text",
    "other_language",
    "notes_not_prose",
    "fragment",
    "over_length",
]


class Evidence(Quote):
    """The student's words that earned a factor; `point_id` names the evidence point they match, if one."""

    point_id: str | None = None
    strength: float


class SourceRef(Noun):
    """Where a factor or correction rests: a source of the pack and the place in it."""

    source_id: str
    title: str
    place: str | None = None
    url: str | None = None


class FactorFinding(Noun):
    """One key factor as this answer treats it. `role` is "other" when the question does not ask for it.

    `possible` says that a person should look: it counts half where covered, and not at all where absent.
    `advice` says how to bring the factor in, or how to take it further.
    """

    factor_id: str
    name: str
    role: Role | Literal["other"]
    coverage: Coverage
    stance: Stance = "affirmed"
    credit: float
    possible: bool = False
    evidence: tuple[Evidence, ...] = ()
    sources: tuple[SourceRef, ...] = ()
    advice: str = ""


class QualityFinding(Noun):
    """One quality of judgement (focus, line of argument, balance, …), 0..1, with the sentences that show it.

    `weight` is its share of the judgement ledger, 0 where it is only told.
    """

    quality_id: str
    name: str
    score: float
    weight: float = 0.0
    descriptor: str
    evidence: tuple[Quote, ...] = ()


class DemandFinding(Noun):
    """Something that the command word asks for, 0..1, and the words that meet it.

    Where it is not met, `missing` says what is not there, `advice` what to do about it, and `ceiling` is the highest
    standard (0..25, the scale that all schemes share) that the answer can reach without it.
    """

    demand_id: str
    name: str
    score: float
    met: bool
    ceiling: float | None = None
    missing: str = ""
    advice: str = ""
    quality_id: str | None = None
    evidence: tuple[Quote, ...] = ()


class MisconceptionFinding(Quote):
    """A known error in the student's words, with the correction and what it rests on."""

    misconception_id: str
    correction: str
    severity: Severity
    authority: tuple[str, ...] = ()
    verified: bool = True


class Flag(Noun):
    """Something about the answer as a text that a reader should know; offsets where it has a place."""

    kind: FlagKind
    message: str
    start: int | None = None
    end: int | None = None


class NextStep(Noun):
    """One thing to do next and the marks it would add, found by marking the answer as if it were done."""

    text: str
    factor_id: str | None = None
    quality_id: str | None = None
    demand_id: str | None = None
    gain: int


class Provenance(Noun):
    """What produced the mark, so that it can be produced again. `calibration` is the hash of the one applied, if any."""

    engine: str
    pack: str
    pack_version: str
    rubric_hash: str
    encoder: str
    language: str
    calibration: str | None = Field(default=None, exclude_if=lambda value: value is None)


class MarkReport(Noun):
    """The whole result. `mark`, `level` and `mark_range` are null exactly when `withheld` says why.

    `scheme` and `arithmetic` are null in reports stored before there were such fields; `arithmetic` also without a mark.
    """

    question_id: str
    max_mark: int
    mark: int | None
    level: int | None
    mark_range: tuple[int, int] | None
    withheld: Withheld | None = None
    scheme: str | None = None
    arithmetic: Arithmetic | None = None
    summary: str
    words: int
    factors: tuple[FactorFinding, ...]
    qualities: tuple[QualityFinding, ...]
    demands: tuple[DemandFinding, ...] = ()
    misconceptions: tuple[MisconceptionFinding, ...] = ()
    flags: tuple[Flag, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    confidence: float
    needs_review: bool
    review_reasons: tuple[str, ...] = ()
    provenance: Provenance
