"""What the answers room asks of whatever marks; how and where it marks is its own affair."""

from typing import Protocol

from markscheme.domain.readings import Task


class Marker(Protocol):
    """Marks answers to the questions of the packs that it was given."""

    def report_json(
        self, question_id: str, text: str, scheme_id: str | None = None, *, published: bool = True
    ) -> bytes:
        """The MarkReport as JSON, by another mark scheme of the pack if one is named. Question and scheme are known and
        the text is no longer than may be marked.

        `published` is false for a marked example itself, which is no copy of one.
        Raises MarkerUnavailableError.
        """
        ...

    def read_json(self, task: Task, subject: str, text: str) -> bytes:
        """What the task reads out of a text, as JSON of its noun in `domain.readings` or `domain.cards`.

        `subject` is the id of a known card or question. Raises MarkerUnavailableError.
        """
        ...

    def check(self) -> None:
        """Raise MarkerUnavailableError when nothing can be marked now."""
        ...

    def close(self) -> None:
        """Stop; nothing can be marked afterwards."""
        ...
