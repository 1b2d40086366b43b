"""Lets a pack know how marked answers put each factor: writes their labelled sentences as a phrase bank.

    python tools/quote_answers.py PACK_FOLDER BANK FOLDER…

Each sentence that a person's quotes cover goes to PACK_FOLDER/phrasings/BANK, once, with every factor it makes; a quote
that is a small part of a sentence with several factors goes alone. Voice "quoted" tells the fit to leave them out
when it reads the answer they come from.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from markscheme.bench.gold import GoldAnswer, load
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.compiled import compiled
from markscheme.marking.documents import read
from markscheme.packs.loader import load_pack

HEAD = "# Sentences of marked answers that make this factor, as their examiner marked them (tools/quote_answers.py).\n"
_COVERED = 0.5
_SMALL_PART = 0.6
Span = tuple[int, int]
Entry = tuple[str, str, tuple[str, ...]]


def covers(quote: Span, sentence: Span) -> bool:
    """Is more than half of the one in the other?"""
    shared = min(quote[1], sentence[1]) - max(quote[0], sentence[0])
    return any(shared > _COVERED * (end - start) for start, end in (quote, sentence))


def entries(answer: GoldAnswer, sentences: Iterable[Span]) -> Iterator[tuple[str, Entry]]:
    """(factor, (text, depth, further factors)) of each sentence of one answer that its labels cover."""
    text, depth = answer.text, answer.factors
    starts = [(each, text.find(each.quote)) for each in answer.evidence]
    for start, end in sentences:
        made: dict[str, list[Span]] = {}
        for each, first in starts:
            last = first + len(each.quote)
            if covers((first, last), (start, end)):
                made.setdefault(each.about, []).append((max(start, first), min(end, last)))
        whole = []
        for factor, parts in made.items():
            first, last = min(a for a, _ in parts), max(b for _, b in parts)
            if len(made) > 1 and last - first < _SMALL_PART * (end - start):
                yield factor, (plain(text[first:last]), depth[factor], ())
            else:
                whole.append(factor)
        if whole:
            yield whole[0], (plain(text[start:end]), depth[whole[0]], tuple(whole[1:]))


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
    for answer in [answer for name in sys.argv[3:] for answer in load(Path(name)).answers]:
        document = read(answer.text, ready.speller, ready.vocabulary)
        for factor, entry in entries(answer, document.sentence_spans):
            found[factor][entry] = None
    out = folder / "phrasings" / bank
    out.mkdir(exist_ok=True)
    for factor, lines in found.items():
        body = f"factor: {factor}\npositive:\n" + "".join(map(line, lines))
        if lines:
            (out / f"{factor}.yaml").write_text(HEAD + body, encoding="utf-8")


if __name__ == "__main__":
    main()
