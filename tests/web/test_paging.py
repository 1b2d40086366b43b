"""Cursors come back as they went out; anything else is refused."""

from base64 import urlsafe_b64encode

import pytest

from markscheme.domain.errors import InvalidCursorError
from markscheme.web.paging import decode_cursor, encode_cursor


@pytest.mark.parametrize("place", [("a",), ("2026-01-01T00:00:00Z", "id-_é")])
def test_a_cursor_comes_back(place: tuple[str, ...]) -> None:
    assert decode_cursor(encode_cursor(*place), len(place)) == place


def test_no_cursor_is_the_first_page() -> None:
    assert decode_cursor(None, 1) is None


@pytest.mark.parametrize(
    "cursor",
    ["", "!", "aaa", "é", encode_cursor("a", "b"), *(urlsafe_b64encode(raw).decode() for raw in
     (b"{}", b"[1]", b'"a"', b"[[]]", b"\xff", b"[" * 290))],
)  # fmt: skip
def test_anything_else_is_refused(cursor: str) -> None:
    with pytest.raises(InvalidCursorError):
        decode_cursor(cursor, 1)
