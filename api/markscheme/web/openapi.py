"""The API's own description, with every error as the problem it is."""

from collections.abc import Iterator, Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from markscheme.domain.errors import AccountNeededError

from .errors import MEDIA_TYPE, STATUSES, TABLE, FieldProblem, ForeignOriginError, Kind, Problem

TITLE = "Markscheme"
VERSION = "1.0.0"
DESCRIPTION = (
    "Essay practice that marks like an examiner and shows its working. A mark is a pure function of the "
    "answer and the published rubric. Times are RFC 3339 in UTC; spans are half-open `[start, end)` offsets "
    "in Unicode code points into the answer exactly as stored; every error is problem+json (RFC 9457)."
)
PRACTICE = {"answers", "conversations"}
TAGS = [
    {"name": "questions", "description": "The question bank as a student may see it before answering."},
    {
        "name": "answers",
        "description": "Marks and stored answers. The id of an answer is the key to it: keep it private.",
    },
    {
        "name": "conversations",
        "description": "Practice with the tutor. The id of a conversation is the key to it: keep it private.",
    },
    {"name": "accounts", "description": "Schools, people and who is signed in. Practice needs no account."},
    {"name": "health", "description": "For whoever runs the server."},
]


def problems(*kinds: type[Exception] | int) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that can fail so; 422 is there by itself where a request has parts."""
    found = [TABLE[kind] if isinstance(kind, type) else STATUSES[kind] for kind in kinds]
    texts: dict[int, list[str]] = {}
    for kind in found:
        texts.setdefault(kind.status, []).append(f"{kind.title} (`{kind.name}`)")
    return {status: {"description": "; ".join(titles)} for status, titles in sorted(texts.items())}


def operation_id(route: APIRoute) -> str:
    """The name of the route's function: what a generated client calls the operation."""
    return route.name


def describe(app: FastAPI) -> None:
    """Replace the app's OpenAPI by one whose errors are problems."""

    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            routes = [
                route for route in app.routes if not isinstance(route, APIRoute) or route.include_in_schema
            ]
            schema = get_openapi(title=TITLE, version=VERSION, summary=app.summary, description=DESCRIPTION,
                                 routes=routes, tags=TAGS)  # fmt: skip
            app.openapi_schema = _with_problems(schema)
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]


def _with_problems(schema: dict[str, Any]) -> dict[str, Any]:
    parts = schema["components"]["schemas"]
    for name in ("HTTPValidationError", "ValidationError"):
        parts.pop(name, None)
    asked = {body["schema"]["$ref"].rpartition("/")[2] for body in _bodies(schema)}
    for name in parts.keys() - asked:
        # A default matters to who builds a noun; a reply always holds every field.
        parts[name]["required"] = list(parts[name]["properties"])
    for model in (FieldProblem, Problem):
        parts[model.__name__] = model.model_json_schema(ref_template="#/components/schemas/{model}")
        parts[model.__name__].pop("$defs", None)
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for path in schema["paths"].values():
        for method, operation in path.items():
            if method not in ("get", "head"):
                _add(operation["responses"], TABLE[ForeignOriginError])
            if method == "post" and PRACTICE & set(operation["tags"]):
                _add(operation["responses"], TABLE[AccountNeededError])
            _mend(operation["responses"], content)
    return schema


def _bodies(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for path in schema["paths"].values():
        for operation in path.values():
            yield from operation.get("requestBody", {"content": {}})["content"].values()


def _add(responses: dict[str, Any], kind: Kind) -> None:
    # Held for many routes at once, so said for them at once.
    status, title = str(kind.status), f"{kind.title} (`{kind.name}`)"
    others = responses.get(status, {}).get("description")
    responses[status] = {"description": f"{others}; {title}" if others else title}


def _mend(responses: dict[str, Any], content: Mapping[str, Any]) -> None:
    for status, response in responses.items():
        if status.startswith(("4", "5")):
            response["content"] = content
            if status == "422":
                response["description"] = "The request does not fit the API (`invalid-request`)"
