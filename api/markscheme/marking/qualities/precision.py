"""Precise evidence: dates, names and figures in sentences that earned something."""

from ..views import View

_ENOUGH = 12
# Dates and figures for each sentence that makes a point, beyond a few that need none.
_DENSE, _SPARED = 0.5, 4


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """Half for how many distinct numbers and names stand in credited sentences (12 for full), half for how many numbers
    for each of them (one in two for full)."""
    spans = view.document.sentence_spans
    wrong = {
        n
        for m in view.misconceptions
        for n, (start, end) in enumerate(spans)
        if start < m.end and m.start < end
    }
    shared = view.rubric.pack.manifest.subject_words
    tokens = view.document.tokens
    found: dict[str, int] = {}
    for number, unit in enumerate(view.document.sentences):
        if not view.content[number] or number in wrong:
            continue
        span = slice(unit.first, unit.last)
        for place, (word, capital) in enumerate(zip(tokens.words[span], tokens.capitals[span], strict=True)):
            named = capital and place and len(word) > 2 and word not in shared
            if named or word.isdigit():
                found.setdefault(word, number)
    numbers = sum(word.isdigit() for word in found)
    rate = numbers / (sum(view.content) + _SPARED)
    score = (min(1.0, len(found) / _ENOUGH) + min(1.0, rate / _DENSE)) / 2
    shown = tuple(dict.fromkeys(found.values()))
    if score >= 0.6:
        return score, f"{len(found)} exact dates, names and figures support your points.", shown
    if found:
        return score, f"{len(found)} exact dates, names or figures; more would help.", shown
    return 0.0, "No exact dates, names or figures support your points.", ()
