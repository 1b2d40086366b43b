"""The mark as a pure function of text and rubric."""

from markscheme.domain.reports import FactorFinding, Flag, MarkReport, Provenance, QualityFinding

from .encoding import Encoder
from .rubric import Rubric

ENGINE = "markscheme-1"
MAX_CHARACTERS = 20_000


class AnswerTooLongError(ValueError):
    """The answer is longer than MAX_CHARACTERS code points; `length` says how long."""

    def __init__(self, length: int) -> None:
        super().__init__(f"the answer has {length} characters; at most {MAX_CHARACTERS} can be marked")
        self.length = length


def mark(rubric: Rubric, text: str, encoder: Encoder) -> MarkReport:
    """Mark one answer. Same text, rubric and encoder give the same report everywhere.

    Raises AnswerTooLongError above MAX_CHARACTERS.
    """
    if len(text) > MAX_CHARACTERS:
        raise AnswerTooLongError(len(text))
    names = {factor.id: factor.name for factor in rubric.pack.factors}
    return MarkReport(
        question_id=rubric.question.id, max_mark=rubric.scheme.max_mark, mark=0, level=0, mark_range=(0, 0),
        summary="Nothing to mark yet.", words=len(text.split()),
        factors=tuple(FactorFinding(factor_id=r.factor, name=names[r.factor], role=r.role, coverage="absent", credit=0.0)
                      for r in rubric.question.roles),
        qualities=(QualityFinding(quality_id="q_focus", name="Focus", score=0.0, descriptor="Not seen."),),
        flags=(Flag(kind="blank", message="There is no answer here yet."),),
        confidence=1.0, needs_review=False,
        provenance=Provenance(engine=ENGINE, pack=rubric.pack.manifest.id, pack_version=rubric.pack.manifest.version,
                              rubric_hash=rubric.content_hash, encoder=encoder.name, language="en"),
    )  # fmt: skip
