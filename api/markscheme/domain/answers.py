"""Answers: a student's text as stored, with its report."""

from datetime import datetime

from .base import Noun
from .reports import MarkReport


class Feedback(Noun):
    """The report in a tutor's words, one short paragraph each, made without a model."""

    paragraphs: tuple[str, ...]


class Answer(Noun):
    """One stored answer. The text is kept exactly as sent; the report is written once and never edited.

    `predicted_level` is what its writer expected before it was marked.
    """

    id: str
    revision: int
    question_id: str
    text: str
    external_ref: str | None = None
    previous_id: str | None = None
    attempt: int = 1
    predicted_level: int | None = None
    created: datetime
    report: MarkReport
    feedback: Feedback
