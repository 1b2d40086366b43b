"""What the tutor reads out of a message: what is wanted, which factors are named, how a paragraph is built."""

from typing import Literal

from pydantic import Field

from .base import Noun, Quote, Text
from .reports import SourceRef
from .spellings import Spelling

Action = Literal[
    "help",
    "quiz",
    "show_answer",
    "skip",
    "plan",
    "write",
    "paragraph",
    "mark",
    "predict",
    "improve",
    "rewrite",
    "undo",
    "why",
    "hint",
    "questions",
    "choose_question",
    "command_word",
    "exemplar",
    "judge",
    "topic",
    "progress",
    "done",
    "greet",
    "thanks",
]
# What can be read out of a text besides a mark; the subject is a card, a question, or nothing.
Task = Literal["card", "understand", "ideas", "paragraph", "topic"]
ParagraphPart = Literal["point", "evidence", "explanation", "link"]


class Intent(Noun):
    """One thing that a student can want, and messages that mean it. `offer` ends "You can …" where nothing was
    understood; `takes` says what the rest of the message is for, if anything. In an example <topic> stands for any words
    of the subject and <command> for a command word."""

    action: Action
    offer: Text
    takes: Literal["nothing", "subject", "level"] = "nothing"
    examples: tuple[Text, ...] = Field(min_length=1)


class IntentWeights(Noun):
    """Logistic coefficients by name of measure, fitted on the examples by `tools/fit_tutor.py`.

    A message is understood from a probability of `understood_at` on; from `command_at` on it is a command even where an
    answer is awaited.
    """

    weights: dict[str, float]
    intercept: float
    understood_at: float = Field(gt=0, lt=1)
    command_at: float = Field(gt=0, lt=1)


class Tutor(Noun):
    """What students can want of the tutor, and messages that want none of it; shared by all packs.

    `short` are ways of writing; `giveaways` ask for what a student is to write; `weights` are left out until fitted.
    """

    intents: tuple[Intent, ...] = Field(min_length=2)
    others: tuple[Text, ...] = Field(min_length=1)
    short: tuple[Spelling, ...] = ()
    giveaways: tuple[Text, ...] = ()
    weights: IntentWeights | None = None


class Understood(Noun):
    """What a message wants: None where it is not clear; `near` are then the likeliest. `subject` is what it is about, in
    the student's own words; `factors` are the factors meant by it, likeliest first. `is_command` is true where the message
    can only be a wish, even while an answer is awaited."""

    action: Action | None
    confidence: float
    near: tuple[Action, ...] = ()
    subject: str = ""
    factors: tuple[str, ...] = ()
    level: int | None = None
    is_command: bool = False


class IdeaNamed(Quote):
    """A factor of the question that a list of ideas names, and in which words."""

    factor_id: str
    probability: float


class IdeasRead(Noun):
    """A list of ideas, read: the factors it names, and the parts of it that are none of the question's."""

    named: tuple[IdeaNamed, ...]
    others: tuple[Quote, ...] = ()


class PartRead(Noun):
    """One part of a paragraph: 0..1, the words that show it, and what to do where it is thin."""

    part: ParagraphPart
    score: float
    quote: Quote | None = None
    advice: str = ""


class ParagraphRead(Noun):
    """How a paragraph is built: point, evidence, explanation, link back to the question; and the factors it makes."""

    parts: tuple[PartRead, ...]
    factors: tuple[str, ...] = ()


class TopicFound(Noun):
    """An answer about the topic from the pack with its sources, or None in `text`: `outside` it, within it but `unknown`,
    or, with neither, not to be given away.

    `card_ids` are the cards that ask for it, likeliest first, whatever it was taken from; a `point` is evidence that an
    answer to a question may want.
    """

    text: str | None
    kind: Literal["card", "correction", "point", "term"] = "card"
    outside: bool = False
    unknown: bool = False
    card_ids: tuple[str, ...] = ()
    sources: tuple[SourceRef, ...] = ()
