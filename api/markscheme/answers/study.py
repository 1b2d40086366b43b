"""What to read after answering: exemplars with their reports, sources, and questions that share factors."""

from collections.abc import Iterable
from typing import Literal

from markscheme.domain.base import Noun
from markscheme.domain.packs import Pack, Source
from markscheme.domain.questions import MarkedExample, Question, QuestionView
from markscheme.domain.reports import MarkReport
from markscheme.questions.service import QuestionBank

from .marker import Marker

STANDARDS = ("strong", "middling", "weak")
MOST_RELATED = 3


class Exemplar(Noun):
    """A marked example as a student sees it: a different act from MarkedExample, which tests the pack."""

    id: str
    standard: Literal["strong", "middling", "weak"]
    text: str
    mark: int
    level: int
    comment: str
    report: MarkReport


class Reading(Noun):
    """A work that credited factors rest on, and where in it."""

    source: Source
    places: tuple[str, ...]
    factors: tuple[str, ...]


class RelatedQuestion(Noun):
    """Another question, and how many factors it shares. Which ones stays unsaid: it may be unanswered."""

    question: QuestionView
    shared_factors: int
    shared_with_answer: int


class Study(Noun):
    """What opens once a question has been answered."""

    answer_id: str
    question_id: str
    exemplars: tuple[Exemplar, ...]
    sources: tuple[Reading, ...]
    related_questions: tuple[RelatedQuestion, ...]


class Library:
    """Builds the study page of an answer; keeps the exemplars' reports once marked."""

    def __init__(self, bank: QuestionBank, marker: Marker) -> None:
        self._bank = bank
        self._marker = marker
        self._exemplars: dict[str, tuple[Exemplar, ...]] = {}

    def study(self, answer_id: str, report: MarkReport) -> Study:
        """The study page for an answer with this report."""
        pack = self._bank.pack_of(report.question_id)
        credited = {each.factor_id: each.name for each in report.factors if each.coverage != "absent"}
        return Study(
            answer_id=answer_id,
            question_id=report.question_id,
            exemplars=self._marked(pack, report.question_id),
            sources=readings(pack, credited),
            related_questions=self._related(pack, report.question_id, set(credited)),
        )

    def _marked(self, pack: Pack, question_id: str) -> tuple[Exemplar, ...]:
        if question_id not in self._exemplars:
            examples = [each for each in pack.examples if each.question == question_id]
            examples.sort(key=lambda each: (STANDARDS.index(each.standard), each.id))
            self._exemplars[question_id] = tuple(self._exemplar(each) for each in examples)
        return self._exemplars[question_id]

    def _exemplar(self, example: MarkedExample) -> Exemplar:
        report = MarkReport.model_validate_json(
            self._marker.report_json(example.question, example.text, published=False)
        )
        return Exemplar(id=example.id, standard=example.standard, text=example.text, mark=example.mark,
                        level=example.level, comment=example.comment, report=report)  # fmt: skip

    def _related(self, pack: Pack, question_id: str, credited: set[str]) -> tuple[RelatedQuestion, ...]:
        asked = _factors(next(each for each in pack.questions if each.id == question_id))
        found = [
            RelatedQuestion(
                question=self._bank.view(other.id),
                shared_factors=len(_factors(other) & asked),
                shared_with_answer=len(_factors(other) & credited),
            )
            for other in pack.questions
            if other.id != question_id and _factors(other) & (asked | credited)
        ]
        found.sort(key=lambda each: (-each.shared_with_answer, -each.shared_factors, each.question.id))
        return tuple(found[:MOST_RELATED])


def readings(pack: Pack, credited: dict[str, str]) -> tuple[Reading, ...]:
    """The sources that the credited factors' points rest on, those for most factors first."""
    places: dict[str, dict[str, None]] = {}
    factors: dict[str, dict[str, None]] = {}
    for factor in pack.factors:
        if factor.id not in credited:
            continue
        for citation in (each for point in factor.points for each in point.sources):
            factors.setdefault(citation.source, {})[credited[factor.id]] = None
            places.setdefault(citation.source, {}).update({citation.place: None} if citation.place else {})
    found = [
        Reading(source=source, places=tuple(places[source.id]), factors=tuple(factors[source.id]))
        for source in pack.sources
        if source.id in factors
    ]
    return tuple(sorted(found, key=lambda each: -len(each.factors)))


def _factors(question: Question) -> set[str]:
    roles: Iterable[str] = (role.factor for role in question.roles)
    return set(roles)
