"""A marker on the caller's thread: for the worker processes themselves, tests, and systems without forks."""

from collections.abc import Iterable

from markscheme.domain.keypoints import KeyPointModel
from markscheme.domain.packs import Pack
from markscheme.domain.readings import Task
from markscheme.marking.encoding import Encoder
from markscheme.marking.engine import mark
from markscheme.marking.rubric import Rubric

from .reader import Reader


class InlineMarker:
    """Marks where it is called; satisfies Marker. Cards are only read where `points`, the key-point matcher's
    coefficients, are given."""

    def __init__(self, packs: Iterable[Pack], encoder: Encoder, points: KeyPointModel | None = None) -> None:
        packs = tuple(packs)
        self._encoder = encoder
        self._rubrics = {
            question.id: Rubric.of(pack, question.id) for pack in packs for question in pack.questions
        }
        self._reader = Reader(packs, self._rubrics, encoder, points)

    def report_json(
        self, question_id: str, text: str, scheme_id: str | None = None, *, published: bool = True
    ) -> bytes:
        """The MarkReport as JSON."""
        rubric = self._rubrics[question_id]
        if scheme_id is not None:
            rubric = Rubric.of(rubric.pack, question_id, scheme_id)
        return mark(rubric, text, self._encoder, published=published).model_dump_json().encode()

    def read_json(self, task: Task, subject: str, text: str) -> bytes:
        """What the task reads out of the text, as JSON."""
        return self._reader.read(task, subject, text).model_dump_json().encode()

    def warm(self) -> None:
        """Mark a word for every question and read one, so that what is built once is built."""
        for question_id in self._rubrics:
            self.report_json(question_id, "Warm.")
        self._reader.warm()

    def check(self) -> None:
        """Always ready."""

    def close(self) -> None:
        """Nothing to stop."""
