"""A conversation with the tutor: its turns, and the state that it goes on from."""

from datetime import datetime
from typing import Literal

from .base import Noun, Quote
from .blocks import Block, PlanIdea, PlanStep
from .questions import QuestionView
from .readings import Action
from .reports import NextStep
from .wording import WordedClaim

Mode = Literal["open", "quiz", "plan", "write", "improve"]


class Move(Noun):
    """A button: its label, and the message that pressing it sends."""

    label: str
    action: Action
    argument: str | None = None


class Message(Noun):
    """What the student sent: typed words or a pressed button. `argument` is the button's own."""

    text: str = ""
    action: Action | None = None
    argument: str | None = None


class Words(Noun):
    """What a language model added to a turn. `stopped` says why it broke off; what it had worded stays. `cost` is in
    millionths of the unit that its prices are in, None where they are not known."""

    claims: tuple[WordedClaim, ...] = ()
    model: str
    stopped: str | None = None
    cost: int | None = None


class Turn(Noun):
    """One message and the tutor's reply to it. Turn 1 is the tutor's greeting; its message is empty.

    `complete` is false only while a language model is still wording it.
    """

    number: int
    created: datetime
    message: Message
    mode: Mode
    blocks: tuple[Block, ...]
    moves: tuple[Move, ...]
    words: Words | None = None
    complete: bool = True


class QuizState(Noun):
    """The round: the card asked, what was said to it and the hints taken, the cards so far, and its subject, if any."""

    card_id: str | None = None
    said: tuple[str, ...] = ()
    hints: int = 0
    asked: tuple[str, ...] = ()
    full: int = 0
    topic: str | None = None
    factors: tuple[str, ...] = ()


class PlanState(Noun):
    """A plan in the making; `asked_for` is the place of the idea that evidence is asked for."""

    step: PlanStep = "ideas"
    ideas: tuple[PlanIdea, ...] = ()
    asked_for: int | None = None
    line: str = ""
    hints: int = 0


class ImproveState(Noun):
    """The step being worked on, how often it was tried, and all that were given, so that none comes twice."""

    step: NextStep | None = None
    passage: Quote | None = None
    tries: int = 0
    hints: int = 0
    given: tuple[str, ...] = ()


class State(Noun):
    """Where a conversation stands; everything that the next reply depends on but the message and the student's deck."""

    mode: Mode = "open"
    question_id: str | None = None
    answer_id: str | None = None
    hints: int = 0
    quiz: QuizState = QuizState()
    plan: PlanState = PlanState()
    improve: ImproveState = ImproveState()
    draft: str | None = None
    exemplar_id: str | None = None
    exemplars: tuple[str, ...] = ()
    awaiting: Literal["prediction", "judgement"] | None = None


class Conversation(Noun):
    """A conversation as its student sees it; the id is the key to it."""

    id: str
    created: datetime
    mode: Mode
    question: QuestionView | None
    answer_id: str | None
    turns: tuple[Turn, ...]
