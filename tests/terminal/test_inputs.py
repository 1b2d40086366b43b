import io
from pathlib import Path

import pytest

from markscheme.domain.errors import MAX_CHARACTERS
from markscheme.terminal.inputs import InputError, read_answer, unknown_question


class Stdin:
    """Standard input with these bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.mark.parametrize("text", ["", "Brezhnev’s plot\r\n\ufeffrow two\n", "х" * MAX_CHARACTERS])
def test_text_is_read_exactly_as_it_stands(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert read_answer(str(tmp_path / "a.txt")) == text


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Stdin(b"Bread ran out."))
    assert read_answer("-") == "Bread ran out."


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"caf\xe9", r"is not UTF-8 text \(byte 4\); save it as plain text in UTF-8"),
        (b"ab\0c", r"has a NUL byte \(byte 3\)"),
        (b"x" * (MAX_CHARACTERS + 1), "has 20,001 characters; give at most 20,000"),
        (b"x" * (5 * MAX_CHARACTERS), "has more than 20,000 characters"),
        ("é".encode("utf-16"), "is not UTF-8 text|has a NUL byte"),
    ],
)
def test_what_cannot_be_marked_is_refused_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, words: str
) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(InputError, match=f"a.txt {words}" if "|" not in words else words) as refusal:
        read_answer(str(tmp_path / "a.txt"))
    assert "\n" not in str(refusal.value)
    monkeypatch.setattr("sys.stdin", Stdin(data))
    with pytest.raises(InputError, match="standard input"):
        read_answer("-")


@pytest.mark.parametrize(
    ("name", "words"),
    [("missing.txt", "there is no file .*missing.txt; give a text file"),
     (".", "is a folder; give a text file"), ("a\0b", "cannot be read: its name cannot be used"),
     ("no\x1b[2J", "there is no file .*no␛")],
)  # fmt: skip
def test_a_name_that_is_no_file_is_refused(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        read_answer(f"{tmp_path}/{name}")


def test_an_endless_file_is_refused() -> None:
    with pytest.raises(InputError, match="has a NUL byte"):
        read_answer("/dev/zero")


def test_the_nearest_question_is_offered_else_all() -> None:
    known = ("council-fall", "town-trust")
    assert str(unknown_question("council-fal", known)) == (
        "there is no question 'council-fal'; did you mean council-fall?"
    )
    assert str(unknown_question("zzz", known)) == (
        "there is no question 'zzz'; the questions are council-fall, town-trust"
    )
