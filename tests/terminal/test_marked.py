"""Marked answers as teachers' files hold them."""

import json
from pathlib import Path

import pytest

from markscheme.terminal.inputs import InputError
from markscheme.terminal.marked import read_marked


def test_json_lines_with_texts_paths_and_factors(tmp_path: Path) -> None:
    (tmp_path / "bob.txt").write_text("Bread ran out.\n", encoding="utf-8")
    rows = [
        {"text": "Prices rose.", "mark": 4},
        {"path": "bob.txt", "mark": 5.0, "factors": {"bread": "developed"}},
        {"text": "x", "mark": "6", "factors": ["bread", "prices"]},
        {"text": "y", "mark": 0, "factors": {}},
    ]
    path = tmp_path / "marked.jsonl"
    path.write_text("\n\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    read = read_marked(str(path))
    assert [(each.text, each.mark) for each in read] == [
        ("Prices rose.", 4), ("Bread ran out.\n", 5), ("x", 6), ("y", 0)
    ]  # fmt: skip
    assert [each.factors for each in read] == [
        None, {"bread": "developed"}, {"bread": "mentioned", "prices": "mentioned"}, {}
    ]  # fmt: skip


@pytest.mark.parametrize("mark", ["\ufeff", ""])
@pytest.mark.parametrize("comma", [",", ";"])
def test_a_table_as_a_spreadsheet_writes_it(tmp_path: Path, mark: str, comma: str) -> None:
    path = tmp_path / "marked.CSV"
    lines = ["text,mark,factors", '"Bread, and ""more"".\nNext line.",7,bread:developed prices', "Short.,3,"]
    table = "\r\n".join(lines) if comma == "," else 'text;mark;factors\n"One; two.";7;bread\nShort.;3;'
    path.write_text(mark + table, encoding="utf-8", newline="")
    first, second = read_marked(str(path))
    assert first.mark == 7
    assert first.text == ('Bread, and "more".\nNext line.' if comma == "," else "One; two.")
    assert (second.text, second.mark, second.factors) == ("Short.", 3, None)


@pytest.mark.parametrize(
    ("line", "words"),
    [("{", "line 2: not a JSON object"), ("[1]", "line 2: not a JSON object"),
     ('{"text": "a", "path": "b", "mark": 1}', "either text or path"), ('{"mark": 1}', "either text or path"),
     ('{"text": "a", "mark": 1.5}', "whole number"), ('{"text": "a", "mark": true}', "whole number"),
     ('{"text": "a", "mark": -1}', "whole number"), ('{"text": "a"}', "whole number"),
     ('{"text": "a", "mark": NaN}', "whole number"), ('{"text": "a", "mark": Infinity}', "whole number"),
     ('{"text": 5, "mark": 1}', "must be words"), ('{"text": "a", "mark": 1, "note": 2}', "unknown field 'note'"),
     ('{"text": "a", "mark": 1, "factors": 3}', "factors must name"),
     ('{"text": "a", "mark": 1, "factors": {"x": "seen"}}', "factors must name"),
     ('{"path": "gone.txt", "mark": 1}', "there is no file"),
     ('{"path": "-", "mark": 1}', "there is no file")],
)  # fmt: skip
def test_a_bad_row_is_told_with_its_line(tmp_path: Path, line: str, words: str) -> None:
    path = tmp_path / "marked.jsonl"
    path.write_text('{"text": "fine", "mark": 1}\n' + line, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_marked(str(path))
    assert words in str(refused.value)
    assert "\n" not in str(refused.value)


def test_files_that_are_none_are_told(tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_bytes(b"text,mark\n\xff,1")
    (tmp_path / "long.jsonl").write_text(json.dumps({"text": "x" * 20_001, "mark": 1}), encoding="utf-8")
    (tmp_path / "many.csv").write_text("text,mark\n" + "a,1\n" * 2001, encoding="utf-8")
    (tmp_path / "wide.csv").write_text("text,mark\na,1,2\n", encoding="utf-8")
    (tmp_path / "torn.csv").write_text('text,mark\n"a,1', encoding="utf-8")
    for name, words in (("odd.csv", "not UTF-8"), ("long.jsonl", "20,001 characters"), ("gone.csv", "cannot be read"),
                        (".", "cannot be read"), ("many.csv", "at most 2,000"), ("wide.csv", "unknown field"),
                        ("torn.csv", "line ")):  # fmt: skip
        with pytest.raises(InputError, match=words):
            read_marked(str(tmp_path / name))
