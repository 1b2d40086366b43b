import json
from pathlib import Path

import pytest

from markscheme.bench.gold import GoldError, half_of, load

LABEL = {
    "id": "bob_1", "question": "Q1", "register": "informal", "level": 2, "mark": 7,
    "factors": {"grain": "developed"},
    "evidence": [{"factor": "grain", "quote": "no bread"}], "misconceptions": ["M01"],
    "misconception_evidence": [{"id": "M01", "quote": "in 1910"}], "tags": ["rejected:grain", "short"],
}  # fmt: skip


def gold_folder(folder: Path, labels: object, attacks: object = None) -> Path:
    (folder / "answers").mkdir()
    (folder / "answers" / "bob_1.txt").write_text("There was no bread in 1910.", encoding="utf-8")
    (folder / "labels.json").write_text(json.dumps(labels), encoding="utf-8")
    if attacks is not None:
        (folder / "attacks.json").write_text(json.dumps(attacks), encoding="utf-8")
    return folder


def test_answers_and_attacks_are_read(tmp_path: Path) -> None:
    attacks = [
        {"id": "x", "question": "Q1", "kind": "blank", "text": "", "expect": {"max_mark": 0, "reason": "r"}},
        {"id": "y", "question": "Q1", "kind": "again", "generate": {"repeat": "ha ", "times": 3},
         "expect": {"max_mark": 1, "reason": "r"}},
    ]  # fmt: skip
    gold = load(gold_folder(tmp_path, [LABEL], attacks))
    answer = gold.answers[0]
    assert answer.text == "There was no bread in 1910."
    assert answer.words == 6
    assert answer.rejected == {"grain"}
    assert (answer.evidence[0].about, answer.evidence[0].quote) == ("grain", "no bread")
    assert [(a.text, a.allowed) for a in gold.attacks] == [("", 0), ("ha ha ha ", 1)]


def test_attacks_may_be_missing(tmp_path: Path) -> None:
    assert load(gold_folder(tmp_path, [LABEL])).attacks == ()


def test_halves_follow_the_parity_of_the_ids_hash() -> None:
    # Their SHA-1s end in b8, 98, 7f and f5.
    assert [half_of(name) for name in ("a", "b", "e", "f")] == ["A", "A", "B", "B"]


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        ([{**LABEL, "id": "charlie"}], "charlie.txt cannot be read"),
        ([{k: v for k, v in LABEL.items() if k != "mark"}], "record bob_1 lacks or misstates 'mark'"),
        ({"id": "bob_1"}, "must hold a list of records"),
        (["bob_1"], "must hold a list of records"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, labels: object, words: str) -> None:
    with pytest.raises(GoldError, match=words):
        load(gold_folder(tmp_path, labels))


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="is not a folder"):
        load(tmp_path / "nowhere")


def test_broken_json_is_refused(tmp_path: Path) -> None:
    folder = gold_folder(tmp_path, [LABEL])
    (folder / "labels.json").write_text("[{", encoding="utf-8")
    with pytest.raises(GoldError, match="is not UTF-8 JSON"):
        load(folder)


KEPT = """
id: padded-one
question: council-fall
kind: padded-a-long
level: 2
mark: 7
factors: {grain: developed}
rejected: [grain]
misconceptions: [M01]
misconception_evidence: {M01: in 1910}
evidence: {grain: [There was no bread]}
text: |
  In the end there was
  no bread in 1910.
"""


def test_one_yaml_file_an_answer_is_read_as_well(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(KEPT, encoding="utf-8")
    (answer,) = load(tmp_path).answers
    assert (answer.question, answer.register, answer.kind) == ("council-fall", "mixed", "padded-a-long")
    assert answer.rejected == {"grain"}
    assert answer.text == "In the end there was\nno bread in 1910.\n"
    # A quote whose lines break elsewhere is given as it stands in the text.
    assert [q.quote for q in answer.misconception_evidence] == ["in 1910"]
    (tmp_path / "one.yaml").write_text(KEPT.replace("[There was", "[there was"), encoding="utf-8")
    assert load(tmp_path).answers[0].evidence[0].quote == "there was\nno bread"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("id: [", "one.yaml is not YAML: while parsing"),
        ("- 1", "one.yaml lacks or misstates list indices"),
        (KEPT.replace("mark: 7", ""), "one.yaml lacks or misstates 'mark'"),
        ("", "one.yaml lacks or misstates 'NoneType'"),
    ],
)
def test_what_is_wrong_in_a_yaml_file_is_named(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "one.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match=words):
        load(tmp_path)


@pytest.mark.parametrize("name", ["college", "comprehensive", "held_out", "separated", "traps", "twins"])
def test_the_kept_answers_quote_what_is_in_them(name: str) -> None:
    answers = load(Path(__file__).parents[2] / "tools" / "marked_answers" / name).answers
    assert len(answers) >= 30
    for answer in answers:
        for quote in (*answer.evidence, *answer.misconception_evidence):
            assert quote.quote in answer.text, (answer.id, quote)
