"""GET the explanation of a stored answer, as JSON, plain text or one printable HTML page."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Header, Query, Response
from fastapi.responses import HTMLResponse, PlainTextResponse

from markscheme.domain.explanations import Explanation
from markscheme.web.openapi import problems

from .explanation_html import CONTENT_SECURITY_POLICY, as_html
from .explanation_text import as_text
from .routes import REREAD, AnswerId, SchemeId, Service, limited_where_marked

router = APIRouter(prefix="/api/v1", tags=["answers"])
Format = Literal["json", "text", "html"]
MEDIA: dict[str, Format] = {
    "application/json": "json",
    "application/*": "json",
    "*/*": "json",
    "text/html": "html",
    "text/plain": "text",
    "text/*": "text",
}
TEXT = {"schema": {"type": "string"}}
SHOWN: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "One page about the mark; its steps add up to the mark exactly",
        "content": {"text/plain": TEXT, "text/html": TEXT},
    }
}


@router.get(
    "/answers/{answer_id}/explanation",
    response_model=Explanation,
    responses=SHOWN | problems(*REREAD),
    dependencies=[Depends(limited_where_marked)],
)
def get_explanation(
    answer_id: AnswerId,
    answers: Service,
    format: Annotated[Format | None, Query(description="Instead of an Accept header")] = None,
    accept: Annotated[str, Header(include_in_schema=False)] = "*/*",
    scheme_id: SchemeId = None,
) -> Response:
    """How the mark of a stored answer came about: each step to it, what held it down, what would raise it."""
    explanation = answers.explanation(answer_id, scheme_id)
    vary = {"Vary": "Accept"}
    match format or _wanted(accept):
        case "html":
            return HTMLResponse(
                as_html(explanation), headers=vary | {"Content-Security-Policy": CONTENT_SECURITY_POLICY}
            )
        case "text":
            return PlainTextResponse(as_text(explanation), headers=vary)
        case _:
            return Response(explanation.model_dump_json(), media_type="application/json", headers=vary)


def _wanted(accept: str) -> Format:
    """The form that an Accept header likes best; JSON where it names none of ours."""
    liked: list[tuple[float, Format]] = []
    for part in accept.split(","):
        name, *parameters = (each.strip().lower() for each in part.split(";"))
        if name in MEDIA:
            liked.append((_quality(parameters), MEDIA[name]))
    best = max(liked, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] > 0 and best[1] else "json"


def _quality(parameters: list[str]) -> float:
    given = next((each[2:] for each in parameters if each.startswith("q=")), "1")
    return float(given) if given.replace(".", "", 1).isdecimal() else 0.0
