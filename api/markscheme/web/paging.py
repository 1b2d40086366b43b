"""Cursors: where a list goes on, opaque to clients."""

import binascii
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Annotated

from pydantic import Field

from markscheme.domain.errors import InvalidCursorError

Limit = Annotated[int, Field(ge=1, le=100, description="How many at most")]
Cursor = Annotated[str | None, Field(max_length=400, description="`next_cursor` of the page before, if any")]


def encode_cursor(*place: str) -> str:
    """A cursor for the place after which the next page starts."""
    return urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def decode_cursor(cursor: str | None, parts: int) -> tuple[str, ...] | None:
    """The place in a cursor; raises InvalidCursorError unless it is `parts` strings."""
    if cursor is None:
        return None
    try:
        place = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError, RecursionError):
        raise InvalidCursorError from None
    if not isinstance(place, list) or len(place) != parts or not all(isinstance(part, str) for part in place):
        raise InvalidCursorError
    return tuple(place)
