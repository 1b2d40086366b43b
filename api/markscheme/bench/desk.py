"""A marking desk: packs and an encoder at hand, answers marked by question id; no web, no database."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

from markscheme.domain.calibrations import MarkCalibration
from markscheme.domain.packs import Calibration, Pack
from markscheme.domain.reports import MarkReport
from markscheme.domain.schemes import MarkScheme
from markscheme.marking.compiled import recalibrated
from markscheme.marking.encoding import Encoder
from markscheme.marking.engine import mark, weigh
from markscheme.marking.rubric import Rubric, UnknownQuestionError

# The same as main's, which cannot be asked without loading the whole web stack.
ENCODER = "own256-1"
Marker = Callable[[str, str], MarkReport]
Chances = Callable[[str, str], Mapping[str, float]]


class Desk:
    """Marks answers to any question of the packs."""

    def __init__(self, packs: Sequence[Pack], encoder: Encoder) -> None:
        self.packs = tuple(packs)
        self.encoder = encoder
        self._rubrics: dict[tuple[str, str | None], Rubric] = {}

    @classmethod
    def open(cls, knowledge: Path) -> Self:
        """Load the packs and the word table of a knowledge folder; raises PackError."""
        from markscheme.encoders.static import StaticEncoder
        from markscheme.packs.loader import load_all

        return cls(load_all(knowledge), StaticEncoder.load(knowledge / "encoders" / ENCODER))

    def out_of(self, max_mark: int) -> "Desk":
        """The same desk with every question marked by the scheme of that many marks; raises LookupError."""
        return Desk([_out_of(pack, max_mark) for pack in self.packs], self.encoder)

    def with_coefficients(self, pack: Pack, calibration: Calibration) -> "Desk":
        """A desk with one of the packs alone, its matcher so calibrated."""
        return Desk([recalibrated(pack, self.encoder, calibration)], self.encoder)

    @property
    def question_ids(self) -> tuple[str, ...]:
        """Every question, in the packs' order."""
        return tuple(question.id for pack in self.packs for question in pack.questions)

    @property
    def scheme_ids(self) -> tuple[str, ...]:
        """Every mark scheme of the packs, once."""
        return tuple(dict.fromkeys(scheme.id for pack in self.packs for scheme in pack.schemes))

    def rubric(self, question_id: str, scheme_id: str | None = None) -> Rubric:
        """The rubric of a question, by another mark scheme if one is named; raises UnknownQuestionError,
        UnknownSchemeError."""
        key = (question_id, scheme_id)
        if key not in self._rubrics:
            pack = next((p for p in self.packs if p.question(question_id)), None)
            if pack is None:
                raise UnknownQuestionError(question_id, self.question_ids)
            self._rubrics[key] = Rubric.of(pack, question_id, scheme_id)
        return self._rubrics[key]

    def scheme(self, question_id: str, scheme_id: str | None = None) -> MarkScheme:
        """The mark scheme that the question is marked by; raises UnknownQuestionError, UnknownSchemeError."""
        return self.rubric(question_id, scheme_id).scheme

    def mark(self, question_id: str, text: str, calibration: MarkCalibration | None = None,
             scheme_id: str | None = None) -> MarkReport:  # fmt: skip
        """Mark one answer; raises UnknownQuestionError, UnknownSchemeError, AnswerTooLongError and
        CalibrationRefusedError."""
        return mark(self.rubric(question_id, scheme_id), text, self.encoder, calibration)

    def mark_unpublished(self, question_id: str, text: str) -> MarkReport:
        """Mark one answer that is, or has become, a marked example, as if it were none."""
        return mark(self.rubric(question_id), text, self.encoder, published=False)

    def chances(self, question_id: str, text: str) -> Mapping[str, float]:
        """How likely each factor is to be in the answer, by id, though it were an example; raises as `mark` does."""
        return weigh(self.rubric(question_id), text, self.encoder).presence


def _out_of(pack: Pack, max_mark: int) -> Pack:
    scheme = next((s for s in pack.schemes if s.max_mark == max_mark), None)
    if scheme is None:
        raise LookupError(f"pack {pack.manifest.id} has no mark scheme of {max_mark} marks")
    questions = tuple(q.model_copy(update={"scheme": scheme.id}) for q in pack.questions)
    # Made anew, since a copy would carry the old content hash along.
    return Pack.model_construct(**(dict(pack) | {"questions": questions}))
