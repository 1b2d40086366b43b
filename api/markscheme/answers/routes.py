"""POST marks and answers; GET answers, their feedback, history and study."""

from collections.abc import AsyncIterable
from typing import Annotated, Any, Literal, cast

from fastapi import APIRouter, Depends, Header, Path, Query, Request, Response
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import Field

from markscheme.domain.answers import Answer
from markscheme.domain.base import Noun
from markscheme.domain.errors import (
    MAX_CHARACTERS,
    AnswerTooLongError,
    IdempotencyKeyReusedError,
    InvalidCursorError,
    MarkerUnavailableError,
    PreviousAnswerMismatchError,
    RateLimitedError,
    StorageUnavailableError,
    UnknownAnswerError,
    UnknownSchemeError,
)
from markscheme.domain.reports import MarkReport
from markscheme.marking.rubric import UnknownQuestionError
from markscheme.web.dependencies import limited, require_json, turn
from markscheme.web.errors import BodyTooLargeError, UnsupportedMediaTypeError
from markscheme.web.openapi import problems
from markscheme.web.paging import Cursor, Limit, decode_cursor, encode_cursor
from markscheme.web.texts import Clean
from markscheme.web.visitors import Asker, keep

from . import examples
from .service import Answers, Draft
from .store import AnswerFilter, AnswerSummary
from .study import Study

router = APIRouter(prefix="/api/v1", tags=["answers"])

QuestionId = Annotated[
    Clean, Field(max_length=80, description="Id of a question", examples=["fall-destalinisation"])
]
AnswerText = Annotated[
    Clean,
    Field(
        description=f"The answer as plain text, at most {MAX_CHARACTERS} characters; kept exactly as sent",
        examples=[
            "Destalinisation mattered, because it cost Khrushchev the support of the Party officials who …"
        ],
    ),
]


class MarkRequest(Noun):
    """An answer to mark."""

    question_id: QuestionId
    text: AnswerText


class AnswerRequest(MarkRequest):
    """An answer to mark and store."""

    external_ref: Annotated[Clean, Field(max_length=255, description="Your own name for it")] | None = None
    previous_id: Annotated[Clean, Field(max_length=64, description="The answer it improves on")] | None = None
    predicted_level: Annotated[int, Field(ge=0, le=9, description="The level its writer expects")] | None = (
        None
    )


class AnswerPage(Noun):
    """Some of the visitor's answers, and where the list goes on."""

    items: tuple[AnswerSummary, ...]
    next_cursor: str | None


class History(Noun):
    """The attempts up to one answer, first attempt first."""

    items: tuple[AnswerSummary, ...]


class FeedbackParagraph(Noun):
    """Data of a `paragraph` event."""

    index: int
    text: str


class FeedbackEnd(Noun):
    """Data of the `done` event."""

    paragraphs: int


async def service(request: Request) -> Answers:
    """The answers service that this app was assembled with."""
    return cast(Answers, request.app.state.answers)


Service = Annotated[Answers, Depends(service)]
AnswerId = Annotated[str, Path(max_length=64, description="The id given when the answer was stored")]
SUBMITS: dict[str, Any] = {"dependencies": [Depends(limited), Depends(require_json), turn]}
CREATED: dict[int | str, dict[str, Any]] = {
    201: {
        "headers": {"Location": {"description": "Where the answer is", "schema": {"type": "string"}}},
        "content": examples.shown(examples.ANSWER),
    }
}
MARKED: dict[int | str, dict[str, Any]] = {200: {"content": examples.shown(examples.REPORT)}}
READ: dict[int | str, dict[str, Any]] = {200: {"content": examples.shown(examples.ANSWER)}}
SchemeId = Annotated[
    str | None,
    Query(alias="scheme", max_length=80, description="Read it by this mark scheme, not the question's own"),
]
REFUSED = (
    UnknownQuestionError,
    AnswerTooLongError,
    BodyTooLargeError,
    UnsupportedMediaTypeError,
    400,
    RateLimitedError,
    MarkerUnavailableError,
)
REFUSED_STORE = (
    UnknownAnswerError,
    PreviousAnswerMismatchError,
    IdempotencyKeyReusedError,
    StorageUnavailableError,
)


@router.post(
    "/marks", response_model=MarkReport, responses=MARKED | problems(*REFUSED, UnknownSchemeError), **SUBMITS
)
def mark_only(body: MarkRequest, answers: Service, scheme_id: SchemeId = None) -> Response:
    """Mark an answer; nothing is stored."""
    report = answers.mark(body.question_id, body.text, scheme_id)
    return Response(report, media_type="application/json")


@router.post(
    "/answers",
    status_code=201,
    response_model=Answer,
    responses=CREATED | problems(*REFUSED, *REFUSED_STORE),
    **SUBMITS,
)
def store_answer(
    body: AnswerRequest,
    request: Request,
    answers: Service,
    asker: Asker,
    idempotency_key: Annotated[
        str | None,
        Header(
            min_length=1,
            max_length=255,
            description="Send the same key again with the same answer: it is stored once",
        ),
    ] = None,
) -> Response:
    """Mark an answer and store it. It is on disk before this replies."""
    draft = Draft(body.question_id, body.text, body.external_ref, body.previous_id, body.predicted_level)
    stored = answers.submit(draft, asker, idempotency_key)
    response = Response(stored.document, 201, media_type="application/json")
    response.headers["Location"] = f"/api/v1/answers/{stored.answer_id}"
    keep(response, request, stored.new_token)
    return response


class AnswerQuery(AnswerFilter):
    """A page of the answers that fit; a second class because a page is asked for, not filtered by."""

    limit: Limit = 20
    cursor: Cursor = None


@router.get("/answers", responses=problems(InvalidCursorError))
def list_answers(answers: Service, asker: Asker, query: Annotated[AnswerQuery, Query()]) -> AnswerPage:
    """The asker's own answers, newest first: those stored with the cookie that this request carries."""
    place = decode_cursor(query.cursor, 2)
    found, last = answers.page(asker, query, query.limit, (place[0], place[1]) if place else None)
    return AnswerPage(items=tuple(found), next_cursor=encode_cursor(*last) if last else None)


async def limited_where_marked(request: Request) -> None:
    """Count a request that marks the answer again."""
    if "scheme" in request.query_params:
        await limited(request)


REREAD = (
    UnknownAnswerError,
    UnknownQuestionError,
    UnknownSchemeError,
    RateLimitedError,
    MarkerUnavailableError,
)


@router.get(
    "/answers/{answer_id}",
    response_model=Answer,
    responses=READ | problems(*REREAD),
    dependencies=[Depends(limited_where_marked)],
)
def get_answer(answer_id: AnswerId, answers: Service, scheme_id: SchemeId = None) -> Response:
    """A stored answer with its report; with `scheme`, its report as that mark scheme gives it, which is not stored."""
    if scheme_id is not None:
        return Response(
            answers.read_by(answer_id, scheme_id).model_dump_json(), media_type="application/json"
        )
    return Response(answers.document(answer_id), media_type="application/json")


@router.get("/answers/{answer_id}/history", responses=problems(UnknownAnswerError))
def get_history(answer_id: AnswerId, answers: Service) -> History:
    """This answer and the attempts it improved on, to compare."""
    return History(items=tuple(answers.history(answer_id)))


@router.get("/answers/{answer_id}/study", responses=problems(UnknownAnswerError, MarkerUnavailableError))
def get_study(answer_id: AnswerId, answers: Service) -> Study:
    """Marked exemplars, sources and related questions: open once the question has been answered."""
    return answers.study(answer_id)


def _stored(answer_id: AnswerId, answers: Service) -> Answer:
    return answers.get(answer_id)


def _event(name: Literal["ledger", "paragraph", "done"], data: type[Noun] | str) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{data}"} if isinstance(data, str) else data.model_json_schema()
    content = {"type": "string", "contentMediaType": "application/json", "contentSchema": schema}
    parts = {"event": {"const": name}, "id": {"type": "string"}, "data": content}
    return {"type": "object", "required": list(parts), "properties": parts}


EVENTS = {
    "oneOf": [
        _event("ledger", "MarkReport"),
        _event("paragraph", FeedbackParagraph),
        _event("done", FeedbackEnd),
    ]
}
STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "`ledger` (the MarkReport), then `paragraph` events, then `done`",
        "content": {"text/event-stream": {"itemSchema": EVENTS}},
    }
}


@router.get(
    "/answers/{answer_id}/feedback",
    response_class=EventSourceResponse,
    responses=STREAM | problems(UnknownAnswerError),
)
async def stream_feedback(answer: Annotated[Answer, Depends(_stored)]) -> AsyncIterable[ServerSentEvent]:
    """The feedback as server-sent events: the ledger first, then the words."""
    yield ServerSentEvent(raw_data=answer.report.model_dump_json(), event="ledger", id="0")
    for index, text in enumerate(answer.feedback.paragraphs):
        yield ServerSentEvent(
            data=FeedbackParagraph(index=index, text=text), event="paragraph", id=str(index + 1)
        )
    count = len(answer.feedback.paragraphs)
    yield ServerSentEvent(data=FeedbackEnd(paragraphs=count), event="done", id=str(count + 1))
