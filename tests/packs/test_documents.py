"""YAML is read as plain data with line numbers, and nothing in a file can do harm."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from markscheme.packs.documents import MAX_BYTES, Document


def read(folder: Path, text: str | bytes) -> Document:
    path = folder / "file.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return Document(path)


def said(document: Document) -> list[tuple[int, str]]:
    return [(problem.line, problem.message) for problem in document.problems]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("5", 5),
        ("-5", -5),
        ("0.5", 0.5),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("True", "True"),
        ("1956-02-25", "1956-02-25"),
        ("12:30:00", "12:30:00"),
        ("1.0.0", "1.0.0"),
        ("007", "007"),
        ("1_000", "1_000"),
        ("0x10", "0x10"),
        ("1e9", "1e9"),
        (".inf", ".inf"),
        ("<<", "<<"),
        ("=", "="),
        ("9" * 5000, "9" * 5000),
        ('"5"', "5"),
        ("'true'", "true"),
        ("|\n    5", "5"),
    ],
)
def test_values_are_text_unless_plainly_something_else(written: str, meant: object, tmp_path: Path) -> None:
    document = read(tmp_path, f"field: {written}")

    assert document.problems == []
    assert document.data == {"field": meant}
    assert type(document.data["field"]) is type(meant)


def test_lines_of_fields_items_and_what_is_missing(tmp_path: Path) -> None:
    document = read(tmp_path, "# notes\nname: x\nlist:\n  - a: 1\n    b: 2\n  - [p,\n     q]\n")

    assert document.line(("name",)) == 2
    assert document.line(("list", 0, "b")) == 5
    assert document.line(("list", 1, 1)) == 7
    assert document.line(("list", 0, "missing")) == 4
    assert document.line(("list", 7, "missing")) == 3
    assert document.line(("missing",)) == 1


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "is empty"),
        ("# only a note\n", 1, "is empty"),
        ("- a\n- b\n", 1, "must hold fields (name: value) at its top"),
        ("just words", 1, "must hold fields (name: value) at its top"),
        ("a: 1\n---\nb: 2\n", 2, "holds a second document after ---; one file, one document"),
        ("a: 1\nb: *a\n", 2, "aliases (*name) are not allowed; write the value out"),
        ("a: 1\nb: &x [1]\n", 2, "anchors (&name) are not allowed; write the value out"),
        ("a: 1\n? [b]\n: 2\n", 2, "a field's name must be plain text"),
        ("a: 1\nb: 2\na: 3\n", 3, "field 'a' is given twice"),
        ("a: 1\nb: 'x\n", 3, "not YAML: found unexpected end of stream"),
        (b"a: 1\nb: \xff\n", 2, "is not UTF-8 text"),
        ("é: 1\nb: x\x00y\n", 2, "not YAML: a character that text may not hold"),
        ("a: " + "[" * 50 + "]" * 50, 1, "is nested more than 20 deep"),
        ("a: " + "[" * 200_000, 1, "is nested more than 20 deep"),
    ],
)
def test_bad_files_are_refused_in_words(text: str | bytes, line: int, message: str, tmp_path: Path) -> None:
    assert said(read(tmp_path, text)) == [(line, message)]


def test_a_file_that_would_unfold_is_refused_at_once(tmp_path: Path) -> None:
    rows = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]

    document = read(tmp_path, "\n".join(rows))

    assert (1, "anchors (&name) are not allowed; write the value out") in said(document)
    assert len(document.problems) <= 50


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    document = read(tmp_path, b"a: " + b"x" * MAX_BYTES)

    assert document.data is None
    assert said(document) == [(1, "is larger than 2,000,000 bytes; split it")]


def test_a_folder_named_like_a_file_is_a_problem(tmp_path: Path) -> None:
    assert said(Document(tmp_path)) == [(1, "cannot be read: Is a directory")]


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbfa: 1").data == {"a": 1}


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=80) | st.text(alphabet="ab:-?[]{}&*!|>'\"#%@,\n\t 0", max_size=60).map(str.encode))
def test_no_bytes_make_it_stumble(tmp_path: Path, raw: bytes) -> None:
    document = read(tmp_path, raw)

    assert document.data is not None or document.problems
    assert all(1 <= problem.line <= raw.count(b"\n") + raw.count(b"\r") + 2 for problem in document.problems)
    assert document.line(("a", 0)) >= 1
