"""The attack table: what counts as held, what a bad file says."""

from pathlib import Path

import pytest

from markscheme.bench.attacks import (
    AttackCase,
    AttackPack,
    AttackPackError,
    AttackResult,
    Control,
    attack_sheets,
    outcome,
)
from markscheme.domain.packs import Pack
from markscheme.domain.reports import Flag, FlagKind, MarkReport

from .conftest import MadeReport

FILE = """\
attacks:
  - id: shout
    kind: repetition
    question: council-fall
    allowed: 2
    flags: [repetition]
    note: The same again.
    parts:
      - own: cry
        steps: [repeat 3]
      - pose: council-fall
texts:
  cry: Bread!
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "own.yaml").write_text(FILE, encoding="utf-8")
    return tmp_path


def marker(report: MarkReport, *kinds: FlagKind) -> MarkReport:
    return report.model_copy(update={"flags": tuple(Flag(kind=kind, message="") for kind in kinds)})


def test_a_text_is_made_of_its_parts(folder: Path, pack: Pack) -> None:
    attacks = AttackPack(folder, [pack])
    text = attacks.text(attacks.attacks[0])
    assert text.startswith("Bread!\n\nBread!\n\nBread!\n\nTo what extent")


@pytest.mark.parametrize(
    ("mark", "kinds", "ok"),
    [(2, ("repetition",), True), (None, ("repetition",), True), (3, ("repetition",), False), (0, (), False),
     (0, ("repetition", "blank"), True)],
)  # fmt: skip
def test_an_attack_holds_by_mark_and_flag(
    made_report: MadeReport, mark: int | None, kinds: tuple[FlagKind, ...], ok: bool
) -> None:
    case = AttackCase(
        id="a", kind="k", question="council-fall", note="n", text="x", allowed=2, flags=("repetition",)
    )
    found = outcome(case, "x", lambda question, text: marker(made_report(mark), *kinds))
    assert found.ok is ok


@pytest.mark.parametrize(
    ("mark", "kinds", "ok"),
    [(5, (), True), (5, ("too_short",), True), (4, (), False), (5, ("blank",), False), (None, (), False)],
)
def test_an_honest_text_holds_unflagged_and_marked(
    made_report: MadeReport, mark: int | None, kinds: tuple[FlagKind, ...], ok: bool
) -> None:
    case = Control(id="a", kind="k", question="council-fall", note="n", text="x", least=5, may=("too_short",))
    found = outcome(case, "x", lambda question, text: marker(made_report(mark), *kinds))
    assert found.ok is ok


@pytest.mark.parametrize(
    ("mark", "awaits", "breach"),
    [(9, None, True), (9, "stance", False), (0, "stance", True), (0, None, False)],
)
def test_a_breach_is_what_is_not_said(
    made_report: MadeReport, mark: int, awaits: str | None, breach: bool
) -> None:
    case = AttackCase(id="a", kind="k", question="q", note="n", text="x", allowed=2, flags=(), awaits=awaits)
    result = AttackResult(
        engine="e", encoder="e", outcomes=(outcome(case, "x", lambda q, t: made_report(mark)),)
    )
    assert bool(result.breaches) is breach
    assert (
        any(
            "BREACH" in row or "holds now" in row[-1] for sheet in attack_sheets(result) for row in sheet.rows
        )
        is breach
    )


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("repeat 3", "rpeat 3", "no step 'rpeat'"),
        ("own: cry", "own: sigh", "sigh"),
        ("allowed: 2", "allowed: many", "own.yaml:5"),
        ("flags: [repetition]", "flags: [lies]", "own.yaml:6"),
    ],
)
def test_a_bad_file_says_what_is_wrong(folder: Path, pack: Pack, before: str, after: str, says: str) -> None:
    (folder / "own.yaml").write_text(FILE.replace(before, after), encoding="utf-8")
    with pytest.raises(AttackPackError, match=says):
        AttackPack(folder, [pack]).text(AttackPack(folder, [pack]).attacks[0])
