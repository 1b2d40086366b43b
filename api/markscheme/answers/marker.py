"""What the answers room asks of whatever marks; how and where it marks is its own affair."""

from typing import Protocol


class Marker(Protocol):
    """Marks answers to the questions of the packs that it was given."""

    def report_json(self, question_id: str, text: str, *, published: bool = True) -> bytes:
        """The MarkReport as JSON. The question is known and the text no longer than may be marked.

        `published` is false for a marked example itself, which is no copy of one.
        Raises MarkerUnavailableError.
        """
        ...

    def check(self) -> None:
        """Raise MarkerUnavailableError when nothing can be marked now."""
        ...

    def close(self) -> None:
        """Stop; nothing can be marked afterwards."""
        ...
