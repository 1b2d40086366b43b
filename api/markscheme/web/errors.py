"""The only table from an error to an HTTP reply, as RFC 9457 problem+json."""

import logging
import math
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from markscheme.domain import errors as refusals
from markscheme.marking.rubric import UnknownQuestionError

log = logging.getLogger("markscheme.web")
MEDIA_TYPE = "application/problem+json"
BASE = "/problems/"


class FieldProblem(BaseModel):
    """One thing wrong with one field of the request."""

    location: str = Field(
        description="Where: body, query, path or header, then the field", examples=["body.text"]
    )
    message: str


class Problem(BaseModel):
    """RFC 9457 problem details: every error of this API has this shape."""

    type: str = Field(
        description="Stable name of the problem; see docs/api.md", examples=["/problems/unknown-question"]
    )
    title: str = Field(description="The problem in general", examples=["There is no such question"])
    status: int = Field(examples=[404])
    detail: str | None = Field(default=None, description="This occurrence, and what would be right")
    errors: list[FieldProblem] | None = Field(
        default=None, description="One entry a field, when fields are wrong"
    )
    id: str | None = Field(default=None, description="Names an internal error in the server's log")


@dataclass(frozen=True)
class Kind:
    """A row of the table: the problem's name, status and title."""

    name: str
    status: int
    title: str


class UnsupportedMediaTypeError(ValueError):
    """A body that is not declared as JSON."""


class BodyTooLargeError(HTTPException):
    """A request body over the cap; an HTTPException, so that body parsing lets it through."""

    def __init__(self, limit: int) -> None:
        super().__init__(413, f"a request body may have at most {limit} bytes")


class ForeignOriginError(RuntimeError):
    """A change asked for by another site's page, or by a page that does not say whose it is."""

    def __init__(self) -> None:
        super().__init__("the request does not come from this site's own pages; nothing was changed")


MALFORMED = Kind("malformed-json", 400, "The body is not JSON")
INVALID = Kind("invalid-request", 422, "The request does not fit the API")
INTERNAL = Kind("internal-error", 500, "Something went wrong on our side")

TABLE: Mapping[type[Exception], Kind] = {
    UnsupportedMediaTypeError: Kind("unsupported-media-type", 415, "Send application/json"),
    UnknownQuestionError: Kind("unknown-question", 404, "There is no such question"),
    refusals.UnknownAnswerError: Kind("unknown-answer", 404, "There is no such answer"),
    refusals.UnknownSchemeError: Kind("unknown-mark-scheme", 404, "There is no such mark scheme"),
    refusals.UnknownConversationError: Kind("unknown-conversation", 404, "There is no such conversation"),
    refusals.ConversationMovedError: Kind(
        "conversation-moved", 409, "The conversation has gone on elsewhere"
    ),
    refusals.EmptyMessageError: Kind("empty-message", 422, "The message is empty"),
    refusals.PreviousAnswerMismatchError: Kind("previous-answer-mismatch", 409, "The questions differ"),
    refusals.IdempotencyKeyReusedError: Kind("idempotency-key-reused", 422, "The key is another request's"),
    refusals.InvalidCursorError: Kind("invalid-cursor", 422, "The cursor is not one of ours"),
    refusals.AnswerTooLongError: Kind("answer-too-long", 413, "The answer is too long to mark"),
    BodyTooLargeError: Kind("body-too-large", 413, "The request is too large"),
    refusals.NotSignedInError: Kind("not-signed-in", 401, "Nobody is signed in"),
    refusals.AccountNeededError: Kind("account-needed", 401, "Practice needs an account"),
    refusals.WrongPasswordError: Kind("wrong-name-or-password", 401, "You could not be signed in"),
    refusals.NotAllowedError: Kind("not-allowed", 403, "Your account may not do this"),
    ForeignOriginError: Kind("foreign-origin", 403, "The request comes from another site"),
    refusals.UnknownSessionError: Kind("unknown-session", 404, "There is no such session"),
    refusals.UnknownPersonError: Kind("unknown-person", 404, "There is no such person"),
    refusals.UnknownClassError: Kind("unknown-class", 404, "There is no such class"),
    refusals.UnknownCodeError: Kind("unknown-class-code", 404, "The code joins no class"),
    refusals.LastAdministratorError: Kind("last-administrator", 409, "Nobody would administer the school"),
    refusals.NameTakenError: Kind("name-taken", 409, "The name is taken"),
    refusals.SpentLinkError: Kind("link-spent", 410, "The link no longer works"),
    refusals.WeakPasswordError: Kind("weak-password", 422, "The password is too easy to guess"),
    refusals.PasswordsBusyError: Kind("sign-in-busy", 503, "Too many people are signing in at once"),
    refusals.RateLimitedError: Kind("too-many-requests", 429, "Too many requests"),
    refusals.ThrottledError: Kind("too-many-tries", 429, "Too many tries"),
    refusals.MarkerUnavailableError: Kind("marker-unavailable", 503, "Nothing can be marked now"),
    refusals.StorageUnavailableError: Kind("storage-unavailable", 503, "Nothing can be stored now"),
}
STATUSES: Mapping[int, Kind] = {
    400: MALFORMED,
    404: Kind("not-found", 404, "There is nothing at this address"),
    405: Kind("method-not-allowed", 405, "This address does not take that method"),
}


def problem(
    kind: Kind,
    detail: str | None = None,
    *,
    headers: Mapping[str, str] | None = None,
    errors: list[FieldProblem] | None = None,
    id: str | None = None,
) -> Response:
    """A problem+json reply."""
    body = Problem(
        type=BASE + kind.name, title=kind.title, status=kind.status, detail=detail, errors=errors, id=id
    )
    return Response(body.model_dump_json(exclude_none=True), kind.status, dict(headers or {}), MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Make every error of the app a problem+json reply."""
    for refusal in TABLE:
        app.add_exception_handler(refusal, _refused)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _internal)


def _refused(_: Request, error: Exception) -> Response:
    headers = {}
    if isinstance(error, refusals.RateLimitedError):
        headers["Retry-After"] = str(max(1, math.ceil(error.retry_after.total_seconds())))
    elif isinstance(error, refusals.MarkerUnavailableError | refusals.StorageUnavailableError):
        log.error("%s", error)
        headers["Retry-After"] = "5"
    elif isinstance(error, refusals.PasswordsBusyError):
        headers["Retry-After"] = "5"
    detail = error.detail if isinstance(error, HTTPException) else str(error)
    kind = next(TABLE[base] for base in type(error).__mro__ if base in TABLE)
    if kind.status == 401:
        # The standard wants a challenge; of this kind no browser asks its user.
        headers["WWW-Authenticate"] = "Session"
    return problem(kind, detail, headers=headers)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    kind = STATUSES.get(error.status_code)
    if kind is None:
        phrase = HTTPStatus(error.status_code).phrase
        kind = Kind(phrase.lower().replace(" ", "-"), error.status_code, phrase)
    if kind is MALFORMED:
        return problem(kind, "the body could not be read as JSON in UTF-8", headers=error.headers)
    return problem(kind, f"{request.method} {request.url.path}", headers=error.headers)


def _invalid(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    found: Sequence[Any] = error.errors()
    if any(each["type"] == "json_invalid" for each in found):
        where = found[0]["loc"][-1]
        return problem(MALFORMED, f"{found[0]['ctx']['error']} at character {where}")
    # Never echo the input: it may hold what made it invalid, such as lone surrogates, or a whole essay.
    errors = [
        FieldProblem(location=".".join(map(str, each["loc"])), message=_message(each)) for each in found
    ]
    return problem(
        INVALID, "; ".join(f"{each.location}: {each.message}" for each in errors[:3]), errors=errors
    )


def _message(found: Mapping[str, Any]) -> str:
    # What a validator of ours says needs no "Value error, " before it.
    own = found.get("ctx", {}).get("error")
    return str(own) if isinstance(own, ValueError) else str(found["msg"])


def _internal(request: Request, error: Exception) -> Response:
    name = secrets.token_hex(8)
    log.error("internal error %s on %s %s", name, request.method, request.url.path, exc_info=error)
    return problem(INTERNAL, "nothing was stored; the id names this error in the server's log", id=name)
