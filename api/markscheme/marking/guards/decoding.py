"""What a stretch of text says once a simple disguise is taken off it."""

import re
import string
from base64 import b64decode
from collections.abc import Callable, Iterator
from html import unescape

_BASE64 = re.compile(r"[A-Za-z0-9+/]{16,}={0,2}")
_HEX = re.compile(r"[0-9A-Fa-f]{32,}")
_PERCENT = re.compile(r"%([0-9A-Fa-f]{2})")
_LEET = str.maketrans("4310578@$!", "aeiostbasi")
_HALF = len(string.ascii_lowercase) // 2
_ROT13 = str.maketrans(
    string.ascii_letters,
    "".join(
        letters[_HALF:] + letters[:_HALF] for letters in (string.ascii_lowercase, string.ascii_uppercase)
    ),
)


def _base64(text: str) -> str:
    return " ".join(_bytes(b64decode, run + "=" * (-len(run) % 4)) for run in _BASE64.findall(text))


def _hex(text: str) -> str:
    return " ".join(_bytes(bytes.fromhex, run[: len(run) // 2 * 2]) for run in _HEX.findall(text))


def _bytes(decode: Callable[[str], bytes], run: str) -> str:
    try:
        return decode(run).decode("utf-8")
    except ValueError:
        return ""


def _percent(text: str) -> str:
    return _PERCENT.sub(lambda found: chr(int(found.group(1), 16)), text) if "%" in text else ""


def _unescaped(text: str) -> str:
    return unescape(text) if "&" in text else ""


def decoded(text: str) -> Iterator[str]:
    """The text by each way of decoding that gives anything."""
    ways = (_base64, _hex, _percent, _unescaped)
    yield from filter(None, (way(text).strip() for way in ways))
    yield text.translate(_ROT13)
    yield text.translate(_LEET)
    yield text[::-1]
