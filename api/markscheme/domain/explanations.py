"""How a mark came about, on one page, in words that a parent can follow."""

from .arithmetic import StepKind
from .base import Noun, Quote


class ExplainedStep(Noun):
    """One step of the mark with what it rests on. The numbers are thousandths of a mark; null where no mark was given.

    `where` is the paragraph of the quoted words, counted from 1.
    """

    kind: StepKind
    label: str
    detail: str
    quote: Quote | None = None
    where: int | None = None
    thousandths: int | None = None
    running: int | None = None


class Raise(Noun):
    """What would raise the mark, and by how many marks."""

    text: str
    gain: int


class Explanation(Noun):
    """One page about one mark: what it is, each step to it, what held it down, what would raise it, what it means."""

    question_id: str
    question: str
    scheme: str
    max_mark: int
    mark: int | None
    level: int | None
    result: str
    summary: str
    steps: tuple[ExplainedStep, ...]
    held_down: tuple[str, ...]
    would_raise: tuple[Raise, ...]
    meaning: tuple[str, ...]
    flags: tuple[str, ...]
    closing: str
