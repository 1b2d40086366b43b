"""A student's text made safe to print: no character of it can move the cursor or change a terminal."""

import unicodedata

_KEPT = "\n\t"


class _Visible(dict[int, str]):
    """Control and bidirectional characters as one visible character each, so that offsets hold."""

    def __missing__(self, code: int) -> str:
        shown = chr(code)
        if code < 0x20 and shown not in _KEPT:
            shown = chr(0x2400 + code)
        elif shown not in _KEPT and unicodedata.category(shown) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
            shown = "\N{REPLACEMENT CHARACTER}"
        self[code] = shown
        return shown


_TABLE = _Visible()


def visible(text: str) -> str:
    """The text with each control character shown as a sign, of the same length."""
    return text.translate(_TABLE)
