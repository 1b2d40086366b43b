"""POST conversations and messages; GET a conversation and the events of a turn."""

from collections.abc import AsyncIterable
from typing import Annotated, cast

from fastapi import APIRouter, Depends, Header, Path, Request, Response
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import Field

from markscheme.domain.base import Noun
from markscheme.domain.conversations import Conversation, Message, Turn
from markscheme.domain.errors import (
    MAX_CHARACTERS,
    AnswerTooLongError,
    ConversationMovedError,
    EmptyMessageError,
    IdempotencyKeyReusedError,
    InvalidCursorError,
    MarkerUnavailableError,
    RateLimitedError,
    StorageUnavailableError,
    UnknownConversationError,
)
from markscheme.domain.readings import Action
from markscheme.marking.rubric import UnknownQuestionError
from markscheme.web.dependencies import limited, require_json, turn
from markscheme.web.errors import BodyTooLargeError, UnsupportedMediaTypeError
from markscheme.web.openapi import problems
from markscheme.web.paging import Cursor, Limit, decode_cursor, encode_cursor
from markscheme.web.texts import Clean
from markscheme.web.visitors import Asker, keep

from .events import STREAM
from .service import Conversations, Sent, Taken
from .speaking import Speaking
from .store import ConversationSummary

router = APIRouter(prefix="/api/v1", tags=["conversations"])
Typed = Annotated[Clean, Field(max_length=MAX_CHARACTERS)]


class ConversationRequest(Noun):
    """A conversation to begin."""

    question_id: Annotated[Clean, Field(max_length=80, description="The question to open")] | None = None


class MessageRequest(Noun):
    """What a student says: typed words or a button's action, with what stands in the editor."""

    text: Annotated[Typed, Field(description="Typed words", examples=["quiz me"])] = ""
    action: Annotated[Action, Field(description="A button's action")] | None = None
    argument: Annotated[Clean, Field(max_length=200, description="What the button carries")] | None = None
    draft: Annotated[Typed, Field(description="What stands in the editor: for marking and paragraphs")] = ""
    seen: (
        Annotated[int, Field(ge=1, description="How many turns you have seen; 409 where there are more")]
        | None
    ) = None


class ConversationPage(Noun):
    """Some of the visitor's conversations, and where the list goes on."""

    items: tuple[ConversationSummary, ...]
    next_cursor: str | None


async def service(request: Request) -> Conversations:
    """The conversations service that this app was assembled with."""
    return cast(Conversations, request.app.state.conversations)


async def speech(request: Request) -> Speaking:
    """What tells turns as events."""
    return cast(Speaking, request.app.state.speaking)


Voice = Annotated[Speaking, Depends(speech)]
Service = Annotated[Conversations, Depends(service)]
ConversationId = Annotated[str, Path(max_length=64, description="The id given when the conversation began")]
REFUSED = (BodyTooLargeError, UnsupportedMediaTypeError, 400, RateLimitedError, StorageUnavailableError)


@router.post(
    "/conversations",
    status_code=201,
    responses=problems(*REFUSED, UnknownQuestionError),
    dependencies=[Depends(limited), Depends(require_json)],
)
def begin_conversation(
    body: ConversationRequest, request: Request, response: Response, conversations: Service, asker: Asker
) -> Conversation:
    """Begin a conversation with the tutor."""
    begun = conversations.begin(asker, body.question_id)
    keep(response, request, begun.new_token)
    response.headers["Location"] = f"/api/v1/conversations/{begun.conversation.id}"
    return begun.conversation


@router.get("/conversations", responses=problems(InvalidCursorError))
def list_conversations(
    conversations: Service, asker: Asker, limit: Limit = 20, cursor: Cursor = None
) -> ConversationPage:
    """The asker's own conversations, the one spoken in last first."""
    place = decode_cursor(cursor, 2)
    found, last = conversations.page(asker, limit, (place[0], place[1]) if place else None)
    return ConversationPage(items=tuple(found), next_cursor=encode_cursor(*last) if last else None)


@router.get("/conversations/{conversation_id}", responses=problems(UnknownConversationError))
def get_conversation(conversation_id: ConversationId, conversations: Service) -> Conversation:
    """A conversation with its turns; it goes on where it stands, also after a restart of the server."""
    return conversations.read(conversation_id)


def _said(
    conversation_id: ConversationId,
    body: MessageRequest,
    conversations: Service,
    voice: Voice,
    idempotency_key: Annotated[
        str | None,
        Header(
            min_length=1, max_length=255, description="Send the same key again: the message is taken once"
        ),
    ] = None,
) -> Taken:
    message = Message(text=body.text, action=body.action, argument=body.argument)
    sent = Sent(message, body.draft, body.seen, idempotency_key)
    return conversations.say(conversation_id, sent, wording=voice.worded)


@router.post(
    "/conversations/{conversation_id}/messages",
    response_class=EventSourceResponse,
    responses=STREAM
    | problems(
        *REFUSED, UnknownConversationError, ConversationMovedError, EmptyMessageError, IdempotencyKeyReusedError,
        AnswerTooLongError, MarkerUnavailableError,
    ),
    dependencies=[Depends(limited), Depends(require_json), turn],
)  # fmt: skip
async def send_message(
    conversation_id: ConversationId, taken: Annotated[Taken, Depends(_said)], voice: Voice
) -> AsyncIterable[ServerSentEvent]:
    """Say something. The reply is stored before its first event; what a language model words comes after it."""
    voice.begin(conversation_id, taken)
    async for event in voice.events(conversation_id, taken.turn):
        yield event


def _turn(
    conversation_id: ConversationId, number: Annotated[int, Path(ge=1)], conversations: Service
) -> Turn:
    return conversations.turn(conversation_id, number)


@router.get(
    "/conversations/{conversation_id}/turns/{number}/events",
    response_class=EventSourceResponse,
    responses=STREAM | problems(UnknownConversationError, ConversationMovedError),
)
async def stream_turn(
    conversation_id: ConversationId,
    stored: Annotated[Turn, Depends(_turn)],
    voice: Voice,
    last_event_id: Annotated[str | None, Header(max_length=40)] = None,
) -> AsyncIterable[ServerSentEvent]:
    """The events of a turn again, those after `Last-Event-ID`: for a connection that was cut."""
    async for event in voice.events(conversation_id, stored, last_event_id):
        yield event
