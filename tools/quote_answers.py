"""Lets a pack know how marked answers put each factor: writes their labelled sentences as a phrase bank.

    python tools/quote_answers.py PACK_FOLDER BANK FOLDER…

Each sentence that a person's quotes cover goes to PACK_FOLDER/phrasings/BANK, once, with every factor it makes; a quote
that is a small part of a sentence with several factors goes alone. Voice "quoted" tells the fit to leave them out
when it reads the answer they come from.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from export_marked import literal
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.compiled import compiled
from markscheme.marking.documents import read
from markscheme.packs.loader import load_pack

HEAD = "# Sentences of marked answers that make this factor, as their examiner marked them (tools/quote_answers.py).\n"
_COVERED = 0.5
_SMALL_PART = 0.6
Entry = tuple[str, str, tuple[str, ...]]


def entries(row: dict[str, Any], spans: list[tuple[int, int]]) -> Iterator[tuple[str, Entry]]:
    """(factor, (text, depth, further factors)) of each sentence of one answer that its labels cover."""
    text = row["text"]
    quotes = [(f, literal(quote, text)) for f, found in row["evidence"].items() for quote in found]
    places = [(factor, text.find(quote), text.find(quote) + len(quote)) for factor, quote in quotes]
    for start, end in spans:
        made: dict[str, list[tuple[int, int]]] = {}
        for factor, first, last in places:
            shared = min(end, last) - max(start, first)
            if shared > _COVERED * (end - start) or shared > _COVERED * (last - first):
                made.setdefault(factor, []).append((max(start, first), min(end, last)))
        whole = []
        for factor, parts in made.items():
            first, last = min(a for a, _ in parts), max(b for _, b in parts)
            if len(made) > 1 and last - first < _SMALL_PART * (end - start):
                yield factor, (plain(text[first:last]), row["factors"][factor], ())
            else:
                whole.append(factor)
        if whole:
            yield whole[0], (plain(text[start:end]), row["factors"][whole[0]], tuple(whole[1:]))


def plain(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def line(entry: Entry) -> str:
    """One entry as a line of YAML."""
    text, depth, also = entry
    more = f", also: [{', '.join(also)}]" if also else ""
    return f"  - {{text: {json.dumps(text, ensure_ascii=False)}, voice: quoted, depth: {depth}{more}}}\n"


def main() -> None:
    """Write the bank."""
    folder, bank = Path(sys.argv[1]), sys.argv[2]
    pack = load_pack(folder, folder.parent)
    ready = compiled(pack, StaticEncoder.load(folder.parent / "encoders" / "own256-1"))
    found: dict[str, dict[Entry, None]] = {factor.id: {} for factor in pack.factors}
    for path in [path for name in sys.argv[3:] for path in sorted(Path(name).glob("*.yaml"))]:
        row = yaml.safe_load(path.read_text(encoding="utf-8"))
        document = read(row["text"], ready.speller, ready.vocabulary)
        quotes = [document.quote(unit) for unit in document.sentences]
        for factor, entry in entries(row, [(quote.start, quote.end) for quote in quotes]):
            found[factor][entry] = None
    out = folder / "phrasings" / bank
    out.mkdir(exist_ok=True)
    for factor, lines in found.items():
        body = f"factor: {factor}\npositive:\n" + "".join(map(line, lines))
        if lines:
            (out / f"{factor}.yaml").write_text(HEAD + body, encoding="utf-8")


if __name__ == "__main__":
    main()
