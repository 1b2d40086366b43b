"""Who marks: what the routes ask of a marker, and the one that marks in this process."""

from collections.abc import Iterable
from typing import Protocol

from markscheme.domain.packs import Pack
from markscheme.marking.encoding import Encoder
from markscheme.marking.engine import mark
from markscheme.marking.rubric import Rubric


class Marker(Protocol):
    """Marks answers; how and where is its own affair."""

    def report_json(self, question_id: str, text: str) -> bytes:
        """The MarkReport as JSON. The question is known and the text no longer than may be marked.

        Raises MarkerUnavailableError.
        """
        ...

    def check(self) -> None:
        """Raise MarkerUnavailableError when nothing can be marked now."""
        ...

    def close(self) -> None:
        """Stop; nothing can be marked afterwards."""
        ...


class InlineMarker:
    """Marks on the caller's thread, for tests, tools and machines without process forks."""

    def __init__(self, packs: Iterable[Pack], encoder: Encoder) -> None:
        self._encoder = encoder
        self._rubrics = {
            question.id: Rubric.of(pack, question.id) for pack in packs for question in pack.questions
        }

    def report_json(self, question_id: str, text: str) -> bytes:
        """The MarkReport as JSON."""
        return mark(self._rubrics[question_id], text, self._encoder).model_dump_json().encode()

    def warm(self) -> None:
        """Mark a word for every question, so that what is built once for each is built."""
        for question_id in self._rubrics:
            self.report_json(question_id, "Warm.")

    def check(self) -> None:
        """Always ready."""

    def close(self) -> None:
        """Nothing to stop."""
