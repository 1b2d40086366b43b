"""Questions as the pack holds them, and as a student may see them."""

from typing import Literal

from pydantic import Field

from .base import Noun, Slug, Text

Role = Literal[
    "stated_factor", "alternative", "counter_argument", "context", "consequence", "limit", "reason"
]
Side = Literal["for", "against", "none"]
CommandWord = Literal[
    "to_what_extent", "assess_validity", "reasons_and_results", "how_significant", "why_main_reason",
    "how", "how_successful",
]  # fmt: skip


class FactorRole(Noun):
    """What a factor does in this question, and on which side of its argument it stands."""

    factor: Slug
    role: Role
    side: Side
    weight: float = Field(default=1.0, ge=0, le=2)


class Hint(Noun):
    """Help in three steps, from a nudge to a named area; never the sentence itself."""

    nudge: Text
    pointer: Text
    area: Text


DemandReader = Literal[
    "both_halves", "both_sides", "terms_defined", "test_named", "stated_reason_weighed", "aims_and_outcomes",
    "steps_explained",
]  # fmt: skip


class Demand(Noun):
    """Something that a command word asks for and no factor stands for.

    `reads` names the detector. `ceiling` is the highest standard (0..25) of an answer with nothing of it. `missing` ends the
    sentence "Held down, because …"; `{part}` in it and in `advice` becomes the part that is thin. `quality` is the
    quality that grows with it, if one does.
    """

    id: Slug
    name: Text
    reads: DemandReader
    ceiling: float = Field(gt=0, lt=25)
    missing: Text
    advice: Text
    quality: str | None = None


class CommandGuide(Noun):
    """What a command word asks for, the trap in it, what a good answer shows, and what it demands."""

    command_word: CommandWord
    name: Text
    do: Text
    trap: Text
    signal: Text
    demands: tuple[Demand, ...] = ()


class Question(Noun):
    """One exam-style question: its roles per factor, the shape of a full answer and its hints."""

    id: Slug
    letter: str = Field(pattern=r"^Q\d+$")
    text: Text
    topic: Text
    command_word: CommandWord
    scheme: Slug
    period: tuple[int, int]
    for_side: Text
    against_side: Text
    roles: tuple[FactorRole, ...] = Field(min_length=3)
    shape: tuple[Text, ...] = Field(min_length=2)
    hints: tuple[Hint, ...] = Field(min_length=1)


class MarkedExample(Noun):
    """A marked answer kept with the pack: an exemplar for students after they answered, and the pack's own test."""

    id: Slug
    question: Slug
    standard: Literal["strong", "middling", "weak"]
    text: Text
    level: int
    mark: int
    factors: dict[str, Literal["mentioned", "developed"]]
    rejected: tuple[Slug, ...] = ()
    misconceptions: tuple[str, ...] = ()
    comment: Text


class QuestionView(Noun):
    """A question as a student may see it before answering: a second class because it hides the answer key."""

    id: str
    pack: str
    text: str
    topic: str
    command_word: CommandWord
    guide: CommandGuide
    max_mark: int
    minutes: int
    scheme: str
    levels: int
    period: tuple[int, int]
    hints: tuple[Hint, ...]
