"""The report in a tutor's words: a pure function, no model."""

from markscheme.domain.answers import Feedback
from markscheme.domain.reports import MarkReport


def feedback(report: MarkReport) -> Feedback:
    """What was seen, where, and what to do next; the first sentence is the report's summary."""
    return Feedback(paragraphs=(report.summary,))
