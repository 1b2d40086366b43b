"""Writes the pack's examples whose evidence is known as a folder that `markscheme bench accuracy --gold` reads.

    python tools/export_examples.py OUT

They are by a hand of their own, and nothing is fitted on them.
"""

import json
import sys
from pathlib import Path

import yaml

from markscheme.packs.loader import load_pack

ROOT = Path(__file__).resolve().parents[1]
PACK = ROOT / "knowledge" / "khrushchev-1953-64"


def main() -> None:
    """Write one YAML file an example."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    pack = load_pack(PACK, PACK.parent)
    quotes = json.loads((ROOT / "tests/fixtures/examples_evidence.json").read_text(encoding="utf-8"))
    for example in pack.examples:
        question = pack.question(example.question)
        if example.id not in quotes or question is None:
            continue
        mark = round(example.mark * 25 / pack.scheme(question.scheme).max_mark)
        row = example.model_dump(mode="json") | {
            "evidence": quotes[example.id], "mark": mark, "level": max(1, -(-mark // 5)),
        }  # fmt: skip
        (out / f"{example.id}.yaml").write_text(yaml.safe_dump(row, allow_unicode=True), encoding="utf-8")


if __name__ == "__main__":
    main()
