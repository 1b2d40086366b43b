"""`markscheme explain` as a person meets it."""

from pathlib import Path

from markscheme.domain.explanations import Explanation

from .conftest import Run


def test_it_prints_the_page_and_every_step(run: Run, answer: Path) -> None:
    code, out, err = run("explain", "council-fall", answer)
    assert (code, err) == (0, "")
    page, title, steps = out.partition("EVERY STEP OF THE ARITHMETIC")
    assert "STEP BY STEP" in page
    assert title
    numbers = [line.split()[0].replace("−", "-") for line in steps.splitlines()[2:]]
    mark = int(page.split(" of 25 marks")[0].split()[-1])
    assert sum(round(float(number) * 1000) for number in numbers) == mark * 1000


def test_json_is_the_explanation(run: Run, answer: Path) -> None:
    code, out, _ = run("explain", "council-fall", answer, "--json")
    assert code == 0
    assert Explanation.model_validate_json(out).question_id == "council-fall"


def test_html_goes_to_a_file(run: Run, answer: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run("explain", "council-fall", answer, "--html", page)[0] == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_file_that_cannot_be_written_is_one_line(run: Run, answer: Path, tmp_path: Path) -> None:
    code, out, err = run("explain", "council-fall", answer, "--html", tmp_path / "no" / "page.html")
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "cannot be written" in err


def test_no_character_of_an_answer_moves_the_cursor(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "answer.txt"
    path.write_text("The grain shortage\x1b[2J mattered because people lost trust.", encoding="utf-8")
    _, out, _ = run("explain", "council-fall", path)
    assert "\x1b" not in out


def test_a_withheld_mark_has_no_arithmetic(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text(
        "- grain shortage\n- price rises in town\n- party split\n- council fell\n", encoding="utf-8"
    )
    code, out, _ = run("explain", "council-fall", path)
    assert code == 0
    assert "No mark" in out
    assert "EVERY STEP" not in out


def test_another_mark_scheme_gives_its_own_marks(run: Run, answer: Path) -> None:
    code, out, _ = run("explain", "council-fall", answer, "--scheme", "levels-25", "--json")
    assert (code, Explanation.model_validate_json(out).max_mark) == (0, 25)


def test_an_unknown_mark_scheme_is_refused_with_those_there_are(run: Run, answer: Path) -> None:
    for command in ("mark", "explain", "mark-many"):
        code, out, err = run(command, "council-fall", answer, "--scheme", "levels-99")
        assert (code, out) == (2, "")
        assert err == "markscheme: there is no mark scheme 'levels-99'; the mark schemes are levels-25\n"
