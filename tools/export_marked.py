"""Writes marked answers of this repository as folders that `markscheme bench accuracy --gold` reads.

    python tools/export_marked.py OUT

OUT/examples holds the pack's own examples with evidence quotes (nothing is fitted on them); every folder of
tools/marked_answers becomes one of the same name.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

import yaml

from markscheme.packs.loader import load_pack

ROOT = Path(__file__).resolve().parents[1]
ANSWERS = ROOT / "tools" / "marked_answers"
PACK = ROOT / "knowledge" / "khrushchev-1953-64"


def record(letter: str, row: dict[str, Any], mark: int, level: int) -> dict[str, Any]:
    """One record of labels.json."""
    errors = row.get("misconception_evidence") or {}
    return {
        "id": row["id"],
        "question": letter,
        "register": row.get("register", "mixed"),
        "factors": row["factors"],
        "level": level,
        "mark": mark,
        "evidence": [
            {"factor": factor, "quote": found}
            for factor, quotes in row["evidence"].items()
            for found in (literal(quote, row["text"]) for quote in quotes)
        ],
        "misconceptions": list(row["misconceptions"] or ()),
        "misconception_evidence": [
            {"id": error, "quote": literal(quote, row["text"])} for error, quote in errors.items()
        ],
        "tags": [f"rejected:{factor}" for factor in row["rejected"] or ()]
        + ([f"kind:{row['kind']}"] if "kind" in row else []),
    }


def literal(quote: str, text: str) -> str:
    """The quote as it stands in the text, whose lines may break elsewhere."""
    found = re.search(r"\s+".join(map(re.escape, quote.split())), text)
    return found.group(0) if found else quote


def write(folder: Path, records: list[dict[str, Any]], texts: dict[str, str]) -> None:
    """labels.json and answers/*.txt."""
    (folder / "answers").mkdir(parents=True, exist_ok=True)
    (folder / "labels.json").write_text(json.dumps(records, indent=1), encoding="utf-8")
    for answer_id, text in texts.items():
        (folder / "answers" / f"{answer_id}.txt").write_text(text, encoding="utf-8")


def main() -> None:
    """Write every folder under the path given."""
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
        row = {**example.model_dump(), "evidence": quotes[example.id]}
        records.append(record(letters[question.id], row, mark, max(1, -(-mark // 5))))
    write(out / "examples", records, {example.id: example.text for example in own})
    for folder in sorted(path for path in ANSWERS.iterdir() if path.is_dir()):
        rows = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.yaml"))]
        records = [record(letters[row["question"]], row, row["mark"], row["level"]) for row in rows]
        write(out / folder.name, records, {row["id"]: row["text"] for row in rows})


if __name__ == "__main__":
    main()
