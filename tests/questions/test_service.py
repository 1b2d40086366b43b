"""The question bank: in the order of the letters, filtered, paged, and without the answer key."""

import pytest

from markscheme.domain.errors import InvalidCursorError, UnknownSchemeError
from markscheme.domain.packs import Pack
from markscheme.marking.rubric import UnknownQuestionError
from markscheme.questions.service import QuestionBank, QuestionFilter

ANY = QuestionFilter()


@pytest.fixture
def bank(pack: Pack) -> QuestionBank:
    return QuestionBank([pack])


def ids(bank: QuestionBank, wanted: QuestionFilter = ANY, limit: int = 50) -> list[str]:
    return [each.id for each in bank.page(wanted, limit)[0]]


def test_lists_by_the_number_in_the_letter(bank: QuestionBank) -> None:
    assert ids(bank) == ["council-fall", "price-anger", "town-trust"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (QuestionFilter(pack="town-1900"), 3),
        (QuestionFilter(pack="other"), 0),
        (QuestionFilter(command_word="how"), 0),
        (QuestionFilter(command_word="to_what_extent"), 3),
        (QuestionFilter(topic="the TOWN"), 2),
        (QuestionFilter(topic="the"), 0),
    ],
)
def test_filters(bank: QuestionBank, wanted: QuestionFilter, found: int) -> None:
    assert len(ids(bank, wanted)) == found


def test_pages_meet_without_gap_or_overlap(bank: QuestionBank) -> None:
    first, after = bank.page(ANY, 2)
    second, end = bank.page(ANY, 2, after)
    assert [each.id for each in (*first, *second)] == ids(bank)
    assert end is None


def test_a_page_that_just_fits_is_the_last(bank: QuestionBank) -> None:
    assert bank.page(ANY, 3)[1] is None


def test_refuses_what_it_does_not_know(bank: QuestionBank) -> None:
    with pytest.raises(UnknownQuestionError, match="council-fall"):
        bank.view("none")
    with pytest.raises(UnknownSchemeError, match="levels-25"):
        bank.scheme("none")
    with pytest.raises(InvalidCursorError):
        bank.page(ANY, 2, "none")


def test_a_view_says_what_the_paper_says(bank: QuestionBank) -> None:
    view = bank.view("council-fall")
    assert (view.pack, view.max_mark, view.minutes, view.levels, view.scheme) == (
        "town-1900",
        25,
        45,
        5,
        "levels-25",
    )
    assert view.guide.command_word == view.command_word
