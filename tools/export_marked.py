"""Writes marked answers of this repository as folders that `markscheme bench accuracy --gold` reads.

    python tools/export_marked.py OUT

OUT/examples holds the pack's own examples with evidence quotes (written by another hand than the phrase banks, and not
fitted on); OUT/calibration the answers in which length and mark are separated (fitted on, at low weight).
"""

import json
import sys
from pathlib import Path
from typing import Any

import yaml

from markscheme.packs.loader import load_pack

ROOT = Path(__file__).resolve().parents[1]
PACK = ROOT / "knowledge" / "khrushchev-1953-64"


def record(
    letter: str, row: dict[str, Any], evidence: dict[str, list[str]], mark: int, level: int
) -> dict[str, Any]:
    """One record of labels.json."""
    return {
        "id": row["id"],
        "question": letter,
        "register": "mixed",
        "factors": row["factors"],
        "level": level,
        "mark": mark,
        "evidence": [{"factor": f, "quote": quote} for f, quotes in evidence.items() for quote in quotes],
        "misconceptions": list(row["misconceptions"] or ()),
        "misconception_evidence": [],
        "tags": [f"rejected:{factor}" for factor in row["rejected"] or ()],
    }


def write(folder: Path, records: list[dict[str, Any]], texts: dict[str, str]) -> None:
    """labels.json and answers/*.txt."""
    (folder / "answers").mkdir(parents=True, exist_ok=True)
    (folder / "labels.json").write_text(json.dumps(records, indent=1), encoding="utf-8")
    for answer_id, text in texts.items():
        (folder / "answers" / f"{answer_id}.txt").write_text(text, encoding="utf-8")


def main() -> None:
    """Write both folders under the path given."""
    out = Path(sys.argv[1])
    pack = load_pack(PACK, PACK.parent)
    letters = {question.id: question.letter for question in pack.questions}
    quotes = json.loads((ROOT / "tests/fixtures/examples_evidence.json").read_text(encoding="utf-8"))
    own = [example for example in pack.examples if example.id in quotes]
    records = []
    for example in own:
        question = pack.question(example.question)
        assert question is not None
        mark = round(example.mark * 25 / pack.scheme(question.scheme).max_mark)
        level = max(1, -(-mark // 5))
        records.append(record(question.letter, example.model_dump(), quotes[example.id], mark, level))
    write(out / "examples", records, {example.id: example.text for example in own})
    rows = [
        yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "tools/calibration_answers").glob("*.yaml"))
    ]
    records = [
        record(letters[row["question"]], row, row["evidence"], row["mark"], row["level"]) for row in rows
    ]
    write(out / "calibration", records, {row["id"]: row["text"] for row in rows})


if __name__ == "__main__":
    main()
