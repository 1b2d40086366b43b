"""`markscheme calibrate` and `mark --calibration`, on the pack that ships."""

import json
from pathlib import Path

import pytest
import yaml

from markscheme.bench.desk import Desk
from markscheme.domain.calibrations import MarkCalibration
from markscheme.domain.packs import Pack
from markscheme.domain.reports import MarkReport
from markscheme.marking.encoding import Encoder
from markscheme.packs.loader import load_all

from .conftest import Run
from .test_mark import one_line

ROOT = Path(__file__).resolve().parents[2]
QUESTION = "fall-destalinisation"
Rows = list[tuple[str, int]]


@pytest.fixture(scope="module")
def pack() -> Pack:
    """The pack that ships, instead of the tiny one."""
    return load_all(ROOT / "knowledge")[0]


@pytest.fixture(scope="module")
def marked(pack: Pack, encoder: Encoder) -> Rows:
    """Answers with the engine's own marks."""
    desk = Desk([pack], encoder)
    files = sorted((ROOT / "tools" / "marked_answers" / "separated").glob("*.yaml"))
    texts = [str(yaml.safe_load(path.read_text(encoding="utf-8"))["text"]) for path in files]
    marks = [(text, desk.mark(QUESTION, text).mark) for text in texts]
    return [(text, mark) for text, mark in marks if mark is not None]


def write(path: Path, rows: Rows) -> Path:
    """A file of marked answers."""
    path.write_text("\n".join(json.dumps({"text": t, "mark": m}) for t, m in rows), encoding="utf-8")
    return path


def generous(rows: Rows) -> Rows:
    """Three marks more for each."""
    return [(text, min(25, mark + 3)) for text, mark in rows]


def test_from_marks_to_a_calibrated_report(run: Run, tmp_path: Path, marked: Rows) -> None:
    file, kept = write(tmp_path / "class.jsonl", generous(marked[:22])), tmp_path / "kept.json"
    code, out, err = run("calibrate", QUESTION, "--marked", file, "--out", kept)
    assert (code, err) == (0, "")
    for part in ("before and after on", "mean error", "weighted kappa", "It helps.", "What was moved"):
        assert part in out
    calibration = MarkCalibration.model_validate_json(kept.read_bytes())
    assert calibration.version == 1
    text, mark = marked[0]
    (tmp_path / "answer.txt").write_text(text, encoding="utf-8")
    code, out, _ = run("mark", QUESTION, tmp_path / "answer.txt", "--calibration", kept, "--json")
    report = MarkReport.model_validate_json(out)
    assert code == 0
    assert report.mark is not None
    assert report.mark > mark
    assert report.provenance.calibration == calibration.hash
    assert run("calibrate", QUESTION, "--marked", file, "--out", kept)[0] == 0
    assert MarkCalibration.model_validate_json(kept.read_bytes()).version == 2
    assert [path.name for path in tmp_path.glob(".*")] == []


def test_json_is_the_document(run: Run, tmp_path: Path, marked: Rows) -> None:
    file = write(tmp_path / "class.jsonl", generous(marked[:22]))
    code, out, err = run("calibrate", QUESTION, "--marked", file, "--json")
    assert (code, err) == (0, "")
    assert MarkCalibration.model_validate_json(out).gain.refusal is None


def test_marks_that_teach_nothing_write_nothing(run: Run, tmp_path: Path, marked: Rows) -> None:
    shuffled = [(text, (7 * n * n + 3) % 26) for n, (text, _) in enumerate(marked)]
    file = write(tmp_path / "class.jsonl", shuffled)
    code, out, err = run("calibrate", QUESTION, "--marked", file, "--out", tmp_path / "kept.json")
    assert code == 1
    assert "Not to be used" in out
    assert "this calibration is not to be used" in one_line(err)
    assert not (tmp_path / "kept.json").exists()


def test_what_cannot_be_used_is_one_line_and_exit_2(
    run: Run, tmp_path: Path, marked: Rows, answer: Path
) -> None:
    few = write(tmp_path / "few.jsonl", marked[:19])
    code, out, err = run("calibrate", QUESTION, "--marked", few)
    assert (code, out) == (2, "")
    assert one_line(err) == "19 marked answers are given; a calibration needs 20"
    for arguments, words in (
        (("calibrate", QUESTION), "required: --marked"),
        (("calibrate", QUESTION, "--marked", tmp_path / "no.csv"), "cannot be read"),
        (("calibrate", "council", "--marked", few), "no question"),
        (("calibrate", QUESTION, "--marked", few, "--out", few), "is not a calibration"),
        (("mark", QUESTION, answer, "--calibration", few), "is not a calibration"),
        (("mark", QUESTION, answer, "--calibration", tmp_path), "cannot be read"),
    ):
        code, out, err = run(*arguments)
        assert (code, out) == (2, "")
        assert words in one_line(err)


def test_a_changed_document_and_another_question_are_refused(
    run: Run, tmp_path: Path, marked: Rows, answer: Path
) -> None:
    file, kept = write(tmp_path / "class.jsonl", generous(marked[:22])), tmp_path / "kept.json"
    run("calibrate", QUESTION, "--marked", file, "--out", kept)
    code, _, err = run("mark", "removal-cuba", answer, "--calibration", kept)
    assert code == 2
    assert "fitted for another question" in one_line(err)
    assert "holds a calibration of" in run("calibrate", "removal-cuba", "--marked", file, "--out", kept)[2]
    document = json.loads(kept.read_text(encoding="utf-8"))
    document["adjustment"]["knots"][1][1] -= 0.5
    kept.write_text(json.dumps(document), encoding="utf-8")
    code, _, err = run("mark", QUESTION, answer, "--calibration", kept)
    assert code == 2
    assert "changed since it was fitted" in one_line(err)
