"""Study: sources of credited factors, related questions by shared factors, exemplars marked once."""

import pytest

from markscheme.answers.inline import InlineMarker
from markscheme.answers.study import Library, readings
from markscheme.domain.packs import Pack
from markscheme.domain.reports import MarkReport
from markscheme.questions.service import QuestionBank


class Counted:
    """A marker that counts."""

    def __init__(self, inner: InlineMarker) -> None:
        self._inner = inner
        self.marked = 0

    def report_json(
        self, question_id: str, text: str, scheme_id: str | None = None, *, published: bool = True
    ) -> bytes:
        self.marked += 1
        return self._inner.report_json(question_id, text, scheme_id, published=published)

    def check(self) -> None:
        self._inner.check()

    def close(self) -> None:
        self._inner.close()


@pytest.fixture
def counted(marker: InlineMarker) -> Counted:
    return Counted(marker)


@pytest.fixture
def library(pack: Pack, counted: Counted) -> Library:
    return Library(QuestionBank([pack]), counted)


@pytest.fixture
def report(marker: InlineMarker) -> MarkReport:
    return MarkReport.model_validate_json(marker.report_json("council-fall", "Nothing of note."))


def crediting(report: MarkReport, *factor_ids: str) -> MarkReport:
    """The report with these factors mentioned and the rest absent."""
    factors = tuple(
        each.model_copy(update={"coverage": "mentioned" if each.factor_id in factor_ids else "absent"})
        for each in report.factors
    )
    return report.model_copy(update={"factors": factors})


def test_exemplars_are_marked_once(library: Library, counted: Counted, report: MarkReport) -> None:
    first, second = (library.study(each, report) for each in ("a", "b"))
    assert counted.marked == 3
    assert first.exemplars == second.exemplars
    assert (first.answer_id, second.answer_id) == ("a", "b")


def test_sources_are_those_of_credited_factors_with_their_places(pack: Pack) -> None:
    (reading,) = readings(pack, {"price_rises": "Price rises", "party_split": "Party split"})
    assert reading.source.id == "town-annals"
    assert reading.places == ("ch. 2", "ch. 3")
    assert reading.factors == ("Price rises", "Party split")


def test_nothing_credited_names_no_source(library: Library, report: MarkReport) -> None:
    assert library.study("a", crediting(report)).sources == ()


def test_related_questions_are_those_that_share_what_was_credited(
    library: Library, report: MarkReport
) -> None:
    found = library.study("a", crediting(report, "price_rises")).related_questions
    assert [(each.question.id, each.shared_with_answer) for each in found] == [
        ("price-anger", 1),
        ("town-trust", 0),
    ]
    found = library.study("a", crediting(report, "grain_shortage")).related_questions
    assert [each.question.id for each in found] == ["town-trust", "price-anger"]


def test_related_questions_do_not_say_which_factors_they_ask_for(
    library: Library, report: MarkReport
) -> None:
    for related in library.study("a", crediting(report, "price_rises")).related_questions:
        assert "space_race" not in related.model_dump_json()
        assert "price_rises" not in related.model_dump_json()


def test_a_question_without_examples_has_no_exemplars(library: Library, report: MarkReport) -> None:
    other = report.model_copy(update={"question_id": "price-anger"})
    assert library.study("a", other).exemplars == ()
