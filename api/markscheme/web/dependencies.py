"""What a route may depend on, whatever its room."""

from fastapi import Request

from .errors import UnsupportedMediaTypeError
from .limits import RateLimit


def limited(request: Request) -> None:
    """Count this request against its client's address; raises RateLimitedError."""
    limit: RateLimit | None = request.app.state.rate_limit
    if limit is not None:
        limit.take(request.client.host if request.client else "")


def require_json(request: Request) -> None:
    """Refuse a body that is not declared as plain JSON."""
    declared = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if declared != "application/json":
        raise UnsupportedMediaTypeError(f"it is declared as {declared or 'nothing'}; send application/json")
    if encoding := request.headers.get("content-encoding"):
        raise UnsupportedMediaTypeError(f"the body is encoded as {encoding}; send it as it is")
