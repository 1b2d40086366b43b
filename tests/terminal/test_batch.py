import csv
from pathlib import Path

import pytest

from markscheme.domain.reports import MarkReport
from markscheme.terminal.batch import COLUMNS, CsvReports, each_file, row
from markscheme.terminal.inputs import InputError


def files(folder: Path) -> list[str]:
    """Two good files with a bad one between them."""
    for name, data in (("bob.txt", b"one"), ("bad.txt", b"\xff"), ("charlie.txt", b"two")):
        (folder / name).write_bytes(data)
    return [str(folder / name) for name in ("bob.txt", "bad.txt", "charlie.txt")]


def test_a_bad_file_is_told_and_stops_nothing(
    tmp_path: Path, report: MarkReport, capsys: pytest.CaptureFixture[str]
) -> None:
    marked: list[str] = []
    done: list[str] = []

    def mark(text: str) -> MarkReport:
        marked.append(text)
        return report

    failures = each_file(files(tmp_path), mark, lambda name, _: done.append(Path(name).name), prints=True)
    assert (failures, marked, done) == (1, ["one", "two"], ["bob.txt", "charlie.txt"])
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "bad.txt is not UTF-8" in err


def test_a_terminal_gets_a_bar_on_standard_error(
    tmp_path: Path, report: MarkReport, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    each_file(files(tmp_path), lambda _: report, lambda *_: print("row"), prints=True)
    out, err = capsys.readouterr()
    assert out == "row\nrow\n"
    assert "3/3" in err
    assert "bad.txt is not UTF-8" in err


def test_the_table_has_a_row_a_file(tmp_path: Path, report: MarkReport) -> None:
    with CsvReports(str(tmp_path / "marks.csv")) as table:
        table.add("bob.txt", report)
    with (tmp_path / "marks.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 1
    assert rows[0] == {
        "file": "bob.txt", "question_id": "council-fall", "mark": "12", "max_mark": "25", "level": "3",
        "range_low": "10", "range_high": "14", "withheld": "", "words": "25", "developed": "2",
        "mentioned": "1", "errors": "M07", "flags": "too_short", "confidence": "0.7", "needs_review": "yes",
    }  # fmt: skip


def test_no_file_name_runs_in_a_spreadsheet(report: MarkReport) -> None:
    assert row("=cmd()", report)[0] == "'=cmd()"
    assert row("bob.txt", report)[0] == "bob.txt"
    assert len(row("bob.txt", report)) == len(COLUMNS)


def test_a_withheld_mark_leaves_its_cells_empty(report: MarkReport) -> None:
    without = report.model_copy(update={"mark": None, "level": None, "mark_range": None, "withheld": "notes"})
    assert row("bob.txt", without)[2:8] == [None, 25, None, None, None, "notes"]


def test_a_table_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        CsvReports(str(tmp_path / "no" / "marks.csv"))
