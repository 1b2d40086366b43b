"""What the tutor's replies are made of: one class for each kind of block that the page draws."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from .answers import Answer
from .base import Noun, Quote
from .cards import CardView, Correction, Standing
from .questions import CommandGuide, QuestionView, Role
from .readings import ParagraphPart, PartRead
from .reports import Coverage, FactorFinding, NextStep, SourceRef

PlanStep = Literal["ideas", "evidence", "line", "done"]


class Said(Noun):
    """Plain words of the tutor."""

    kind: Literal["said"] = "said"
    text: str


class CardAsked(Noun):
    """A recall question, why it comes now, and its place in the round."""

    kind: Literal["card"] = "card"
    card: CardView
    because: str = ""
    number: int
    of: int


class PointShown(Noun):
    """One point of an answered card; `text` is None while it is still the student's to find."""

    made: bool
    text: str | None
    quote: str | None = None


class CardMarked(Noun):
    """An answered card. Missed points and the answer stay hidden until `revealed`; `due` is when it comes back."""

    kind: Literal["card_marked"] = "card_marked"
    card: CardView
    standing: Standing
    points: tuple[PointShown, ...]
    corrections: tuple[Correction, ...] = ()
    revealed: bool
    answer: str | None = None
    sources: tuple[SourceRef, ...] = ()
    due: datetime | None = None


class HintGiven(Noun):
    """One step of help, from a nudge to a named area."""

    kind: Literal["hint"] = "hint"
    text: str
    step: int
    of: int = 3


class PlanIdea(Noun):
    """One idea of a plan in the student's own words; `factor_id` is None where it is none of the question's factors."""

    text: str
    factor_id: str | None = None
    role: Role | None = None
    evidence: str = ""


class PlanRole(Noun):
    """One part that a full answer plays, whether the plan covers it, and how it is put to a student."""

    role: Role
    name: str
    covered: bool


class PlanShown(Noun):
    """The plan so far; `outline` is there once it is complete and goes into the editor."""

    kind: Literal["plan"] = "plan"
    question_id: str
    step: PlanStep
    roles: tuple[PlanRole, ...]
    ideas: tuple[PlanIdea, ...]
    line: str = ""
    outline: str | None = None


class Marked(Noun):
    """A stored answer with its report, the level that the student had predicted, and the cards that it brings back."""

    kind: Literal["ledger"] = "ledger"
    answer: Answer
    predicted: int | None = None
    cards: int = 0


class FactorChange(Noun):
    """One factor or quality that stands differently than in the attempt before."""

    id: str
    name: str
    before: Coverage | float
    after: Coverage | float


class Difference(Noun):
    """What a new attempt gained, kept and lost against the one before, and how the range moved."""

    kind: Literal["change"] = "change"
    answer_id: str
    previous_id: str
    gained: tuple[FactorChange, ...]
    kept: tuple[FactorChange, ...]
    lost: tuple[FactorChange, ...]
    range_before: tuple[int, int] | None
    range_after: tuple[int, int] | None
    level_before: int | None
    level_after: int | None


class StepGiven(Noun):
    """The one thing to do next, and the passage to do it in; None where it is something new to add."""

    kind: Literal["step"] = "step"
    answer_id: str
    step: NextStep
    passage: Quote | None
    tries: int = 0


class ParagraphShown(Noun):
    """How one paragraph of the draft is built."""

    kind: Literal["paragraph"] = "paragraph"
    number: int
    quote: str
    parts: tuple[PartRead, ...]
    weakest: ParagraphPart | None


class WhyShown(Noun):
    """What the marked answer did with the factors asked about, in the student's words."""

    kind: Literal["why"] = "why"
    answer_id: str
    subject: str
    factors: tuple[FactorFinding, ...]
    steps: tuple[NextStep, ...] = ()


class TopicTold(Noun):
    """An answer about the topic with what it rests on."""

    kind: Literal["topic"] = "topic"
    text: str
    sources: tuple[SourceRef, ...]


class GuideShown(Noun):
    """What the question's command word wants."""

    kind: Literal["guide"] = "guide"
    guide: CommandGuide


class QuestionsOffered(Noun):
    """Questions to choose from; `chosen` is set when one has just been opened."""

    kind: Literal["questions"] = "questions"
    questions: tuple[QuestionView, ...]
    chosen: str | None = None


class ExemplarShown(Noun):
    """A stored answer to mark before its marks are shown."""

    kind: Literal["exemplar"] = "exemplar"
    exemplar_id: str
    question_id: str
    text: str
    levels: int
    max_mark: int


class ExemplarCompared(Noun):
    """The student's level for an exemplar beside the examiner's, and why."""

    kind: Literal["comparison"] = "comparison"
    exemplar_id: str
    guessed: int
    level: int
    mark: int
    max_mark: int
    comment: str


class LevelAsked(Noun):
    """The tutor asks which level the student would give."""

    kind: Literal["predict"] = "predict"
    levels: int
    what: Literal["draft", "exemplar"]


class ProgressShown(Noun):
    """Where the student stands: level by attempt, and cards known, being learnt and due."""

    kind: Literal["progress"] = "progress"
    levels: tuple[int, ...]
    cards_known: int
    cards_learning: int
    cards_due: int
    factors_mastered: tuple[str, ...]


Block = Annotated[
    Said
    | CardAsked
    | CardMarked
    | HintGiven
    | PlanShown
    | Marked
    | Difference
    | StepGiven
    | ParagraphShown
    | WhyShown
    | TopicTold
    | GuideShown
    | QuestionsOffered
    | ExemplarShown
    | ExemplarCompared
    | LevelAsked
    | ProgressShown,
    Field(discriminator="kind"),
]
