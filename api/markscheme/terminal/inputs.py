"""Answers and folders as given on a command line, refused in one line that says what would be right."""

import sys
from collections.abc import Sequence
from pathlib import Path

from rapidfuzz.process import extractOne

from markscheme.domain.errors import MAX_CHARACTERS

from .escapes import visible

STDIN = "-"
# No character takes more than four bytes, so more than this cannot be an answer that may be marked.
MAX_BYTES = 4 * MAX_CHARACTERS


class InputError(ValueError):
    """Something given on the command line cannot be used; the message is one line for a person."""


def read_answer(name: str) -> str:
    """The text of a file, or of standard input for "-", exactly as it stands; raises InputError."""
    called = "standard input" if name == STDIN else visible(name)
    data = _bytes(name, called)
    if 0 in data:
        raise InputError(
            f"{called} has a NUL byte (byte {data.index(0) + 1}); give plain text, not a binary file"
        )
    if len(data) > MAX_BYTES:
        raise InputError(f"{called} has more than {MAX_CHARACTERS:,} characters; give at most that many")
    text = _decoded(data, called)
    if len(text) > MAX_CHARACTERS:
        raise InputError(f"{called} has {len(text):,} characters; give at most {MAX_CHARACTERS:,}")
    return text


def unknown_question(question_id: str, known: Sequence[str]) -> InputError:
    """The refusal of a question id, with the nearest id or all of them."""
    near = extractOne(question_id, known, score_cutoff=60)
    right = f"did you mean {near[0]}?" if near else f"the questions are {', '.join(known)}"
    return InputError(f"there is no question {visible(question_id)!r}; {right}")


def unknown_scheme(scheme_id: str, known: Sequence[str]) -> InputError:
    """The refusal of a mark scheme's id, with those there are."""
    return InputError(
        f"there is no mark scheme {visible(scheme_id)!r}; the mark schemes are {', '.join(known)}"
    )


def _bytes(name: str, called: str) -> bytes:
    if name == STDIN:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        with Path(name).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise InputError(f"there is no file {called}; give a text file, or - for standard input") from None
    except IsADirectoryError:
        raise InputError(f"{called} is a folder; give a text file, or - for standard input") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        raise InputError(
            f"{called} cannot be read: {reason}; give a text file, or - for standard input"
        ) from None


def _decoded(data: bytes, called: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{called} is not UTF-8 text (byte {error.start + 1}); save it as plain text in UTF-8"
        ) from None
