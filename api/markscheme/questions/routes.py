"""GET questions and mark schemes."""

from typing import Annotated, cast

from fastapi import APIRouter, Depends, Path, Query, Request

from markscheme.domain.base import Noun
from markscheme.domain.errors import InvalidCursorError, UnknownSchemeError
from markscheme.domain.questions import QuestionView
from markscheme.domain.schemes import MarkScheme
from markscheme.marking.rubric import UnknownQuestionError
from markscheme.web.openapi import problems
from markscheme.web.paging import Cursor, Limit, decode_cursor, encode_cursor

from .service import QuestionBank, QuestionFilter

router = APIRouter(prefix="/api/v1", tags=["questions"])


class QuestionPage(Noun):
    """Some questions, and where the list goes on."""

    items: tuple[QuestionView, ...]
    next_cursor: str | None


class MarkSchemeList(Noun):
    """Every mark scheme; few enough to need no pages."""

    items: tuple[MarkScheme, ...]


async def bank(request: Request) -> QuestionBank:
    """The question bank that this app was assembled with."""
    return cast(QuestionBank, request.app.state.bank)


Bank = Annotated[QuestionBank, Depends(bank)]
Name = Annotated[str, Path(max_length=80)]


class QuestionQuery(QuestionFilter):
    """A page of the questions that fit; a second class because a page is asked for, not filtered by."""

    limit: Limit = 50
    cursor: Cursor = None


@router.get("/questions", responses=problems(InvalidCursorError))
def list_questions(questions: Bank, query: Annotated[QuestionQuery, Query()]) -> QuestionPage:
    """The questions, each as a student may see it before answering."""
    place = decode_cursor(query.cursor, 1)
    found, last = questions.page(query, query.limit, place[0] if place else None)
    return QuestionPage(items=tuple(found), next_cursor=encode_cursor(last) if last else None)


@router.get("/questions/{question_id}", responses=problems(UnknownQuestionError))
def get_question(question_id: Name, questions: Bank) -> QuestionView:
    """One question, as a student may see it before answering."""
    return questions.view(question_id)


@router.get("/mark-schemes")
def list_mark_schemes(questions: Bank) -> MarkSchemeList:
    """Every mark scheme; an answer can be read by any of them."""
    return MarkSchemeList(items=questions.schemes)


@router.get("/mark-schemes/{scheme_id}", responses=problems(UnknownSchemeError))
def get_mark_scheme(scheme_id: Name, questions: Bank) -> MarkScheme:
    """The levels of response that a question is marked by."""
    return questions.scheme(scheme_id)
