#!/usr/bin/env python3
"""Write a pack's fingerprints.yaml from the texts of its sources: hashes only, no sentence can be read from them.

`tools/build_fingerprints.py knowledge/khrushchev-1953-64 FOLDER s0 s1 …`: the folder's *.txt in order of name are the
sources of these ids. The questions' own words are left out, since every answer may use them.
"""

import sys
import textwrap
from pathlib import Path

from markscheme.domain.packs import Pack
from markscheme.marking.cleaning import clean
from markscheme.marking.fingerprints import fingerprints, packed, runs
from markscheme.marking.words import tokenise
from markscheme.packs.loader import load_pack

HEAD = """# Hashes of runs of words of the sources, by which a copied passage shows; nothing can be read from them.
# Written by tools/build_fingerprints.py.

works:
"""


def entries(pack: Pack, texts: dict[str, str]) -> str:
    """The YAML of each source's fingerprints, by its id."""
    asked = frozenset(run for question in pack.questions for run in runs(tokenise(question.text)))
    lines = []
    for source, text in texts.items():
        prints = packed(fingerprints(tokenise(clean(text).text), asked))
        lines += [f"  - source: {source}", "    prints: >-", *textwrap.wrap(prints, 108, initial_indent=" " * 6,
                                                                         subsequent_indent=" " * 6)]  # fmt: skip
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the file into the pack's folder."""
    folder, texts, ids = Path(sys.argv[1]), sorted(Path(sys.argv[2]).glob("*.txt")), sys.argv[3:]
    if len(texts) != len(ids):
        sys.exit(f"{len(texts)} texts in {sys.argv[2]} and {len(ids)} ids; give one id for each text")
    pack = load_pack(folder, folder.parent)
    words = {source: path.read_text(encoding="utf-8") for source, path in zip(ids, texts, strict=True)}
    (folder / "fingerprints.yaml").write_text(HEAD + entries(pack, words), encoding="utf-8")


if __name__ == "__main__":
    main()
