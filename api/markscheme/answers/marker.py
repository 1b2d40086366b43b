"""What the answers room asks of whatever marks; how and where it marks is its own affair."""

from typing import Protocol


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

    def check(self) -> None:
        """Raise MarkerUnavailableError when nothing can be marked now."""
        ...

    def close(self) -> None:
        """Stop; nothing can be marked afterwards."""
        ...
