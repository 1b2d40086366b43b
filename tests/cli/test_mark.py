import io
import json
from pathlib import Path

import pytest

from markscheme.domain.reports import MarkReport

from .conftest import Run


def one_line(err: str) -> str:
    """The single line that a refusal is."""
    assert err.count("\n") == 1
    assert err.startswith("markscheme: ")
    return err.removeprefix("markscheme: ").rstrip("\n")


def test_json_is_the_report_exactly(run: Run, answer: Path) -> None:
    code, out, err = run("mark", "council-fall", answer, "--json")
    assert (code, err) == (0, "")
    report = MarkReport.model_validate_json(out)
    assert report.question_id == "council-fall"
    assert out == report.model_dump_json() + "\n"
    text = answer.read_text(encoding="utf-8")
    for finding in report.factors:
        for span in finding.evidence:
            assert text[span.start : span.end] == span.quote


def test_piped_it_is_plain_text(run: Run, answer: Path) -> None:
    code, out, err = run("mark", "council-fall", answer)
    assert (code, err) == (0, "")
    assert "\x1b" not in out
    for part in (
        "YOUR ANSWER",
        "grain shortage mattered",
        "KNOWLEDGE",
        "Grain shortage",
        "Your teacher decides.",
    ):
        assert part in out


def test_an_empty_answer_is_level_0_and_no_error(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    code, out, _ = run("mark", "council-fall", "-", "--json")
    report = MarkReport.model_validate_json(out)
    assert (code, report.level, report.mark) == (0, 0, 0)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xff\xfe", "is not UTF-8 text"),
        (b"a\0", "has a NUL byte"),
        (b"x" * 20_001, "has 20,001 characters"),
    ],
)
def test_a_file_that_cannot_be_marked_is_one_line_and_exit_2(
    run: Run, tmp_path: Path, data: bytes, words: str
) -> None:
    (tmp_path / "bad.txt").write_bytes(data)
    code, out, err = run("mark", "council-fall", tmp_path / "bad.txt")
    assert (code, out) == (2, "")
    assert words in one_line(err)


def test_a_missing_file_and_an_unknown_question_are_told(run: Run, answer: Path) -> None:
    code, _, err = run("mark", "council-fall", "nowhere.txt")
    assert code == 2
    assert "there is no file nowhere.txt" in one_line(err)
    code, _, err = run("mark", "council-full", answer)
    assert code == 2
    assert one_line(err) == "there is no question 'council-full'; did you mean council-fall?"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [((), "required: COMMAND"), (("mark",), "required: QUESTION_ID, FILE"),
     (("grade",), "invalid choice: 'grade'"),
     (("mark", "council-fall", "x", "--yaml"), "unrecognized arguments: --yaml"),
     (("mark-many", "council-fall", "x", "--json", "--csv", "f"), "not allowed with argument --json"),
     (("bench", "accuracy"), "required: --gold"), (("serve", "--port", "many"), "invalid int value: 'many'")],
)  # fmt: skip
def test_a_wrong_command_line_is_one_line(run: Run, arguments: tuple[str, ...], words: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert words in one_line(err)
    assert "--help" in err


def test_many_are_one_report_a_line_in_order(run: Run, tmp_path: Path) -> None:
    texts = ["Bread ran out.", "", "The party split."]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    names = [tmp_path / f"{n}.txt" for n in range(3)]
    code, out, err = run("mark-many", "council-fall", names[0], tmp_path / "no.txt", *names[1:], "--json")
    assert code == 2
    assert "no.txt" in one_line(err)
    reports = [MarkReport.model_validate_json(line) for line in out.splitlines()]
    assert [report.words for report in reports] == [len(text.split()) for text in texts]
    assert run("mark-many", "council-fall", *names) == (0, out, "")


def test_many_may_go_into_a_table(run: Run, tmp_path: Path, answer: Path) -> None:
    code, out, _ = run("mark-many", "council-fall", answer, answer, "--csv", tmp_path / "marks.csv")
    assert (code, out) == (0, "")
    rows = (tmp_path / "marks.csv").read_text(encoding="utf-8").splitlines()
    assert rows[0].startswith("file,question_id,mark,max_mark,level,")
    assert len(rows) == 3


def test_a_fault_of_ours_is_one_line_too(run: Run, answer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> MarkReport:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr("markscheme.bench.desk.mark", broken)
    code, out, err = run("mark", "council-fall", answer)
    assert (code, out) == (70, "")
    assert "something went wrong inside (RuntimeError: two lines)" in one_line(err)
    monkeypatch.setenv("MARKSCHEME_TRACE", "1")
    with pytest.raises(RuntimeError):
        run("mark", "council-fall", answer)


def test_every_command_of_the_contract_has_help(run: Run) -> None:
    for command in (
        ("serve",),
        ("mark",),
        ("mark-many",),
        ("packs", "check"),
        ("bench", "accuracy"),
        ("bench", "speed"),
        ("bench", "traps"),
    ):
        with pytest.raises(SystemExit) as end:
            run(*command, "--help")
        assert end.value.code == 0


def test_accuracy_needs_marked_answers(run: Run, tmp_path: Path) -> None:
    code, _, err = run("bench", "accuracy", "--gold", tmp_path / "none")
    assert code == 2
    assert "is not a folder; give one with labels.json" in one_line(err)


def test_accuracy_is_printed_as_json_and_as_tables(run: Run, tmp_path: Path) -> None:
    label = {
        "id": "bob", "question": "Q1", "register": "academic", "level": 1, "mark": 3, "factors": {},
        "evidence": [], "misconceptions": [], "misconception_evidence": [], "tags": [],
    }  # fmt: skip
    (tmp_path / "answers").mkdir()
    (tmp_path / "answers" / "bob.txt").write_text("Bread ran out.", encoding="utf-8")
    (tmp_path / "labels.json").write_text(json.dumps([label]), encoding="utf-8")
    code, out, _ = run("bench", "accuracy", "--gold", tmp_path, "--json")
    assert code == 0
    assert json.loads(out)["splits"]["all"]["answers"] == 1
    code, out, err = run("bench", "accuracy", "--gold", tmp_path, "--ablation", "--plots", tmp_path / "plots")
    assert code == 0
    assert "### Factors found" in out
    assert "### all: what the reading leans on" in out
    assert "| sentence | rule | 6.000 |" in out
    assert "factors.svg" in err
    assert (tmp_path / "plots" / "confidence.svg").is_file()
    code, _, err = run("bench", "accuracy", "--gold", tmp_path, "--plots", tmp_path / "labels.json")
    assert code == 2
    assert "no plots can be written to" in one_line(err)


def test_traps_are_printed_as_json_and_as_tables(run: Run, tmp_path: Path) -> None:
    trap = """
{id: bob, question: Q1, kind: short_sharp, level: 1, mark: 3, factors: {}, rejected: [], misconceptions: [],
 evidence: {}, text: Bread ran out because trade stopped.}
"""
    (tmp_path / "bob.yaml").write_text(trap, encoding="utf-8")
    code, out, _ = run("bench", "traps", tmp_path, "--json")
    assert code == 0
    assert json.loads(out)["lengths"]["answers"] == 1
    code, out, _ = run("bench", "traps", tmp_path)
    assert code == 0
    assert "### What must not move a mark" in out
    code, _, err = run("bench", "traps", tmp_path / "none")
    assert code == 2
    assert "is not a folder" in one_line(err)
