"""Precise evidence: dates, names and figures in sentences that earned something."""

from ..views import View

_ENOUGH = 12


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """Distinct numbers and names in credited sentences, 12 for full; the answer's length does not enter."""
    spans = view.document.sentence_spans
    wrong = {
        n
        for m in view.misconceptions
        for n, (start, end) in enumerate(spans)
        if start < m.end and m.start < end
    }
    shared = view.rubric.pack.manifest.subject_words
    found: dict[str, int] = {}
    for number, unit in enumerate(view.document.sentences):
        if not view.content[number] or number in wrong:
            continue
        for place in range(unit.first, unit.last):
            token = view.document.tokens[place]
            named = token.capital and place > unit.first and len(token.word) > 2 and token.word not in shared
            if named or token.word.isdigit():
                found.setdefault(token.word, number)
    score = min(1.0, len(found) / _ENOUGH)
    shown = tuple(dict.fromkeys(found.values()))
    if score >= 0.7:
        return score, f"{len(found)} exact dates, names and figures support your points.", shown
    if found:
        return score, f"{len(found)} exact dates, names or figures; more would help.", shown
    return 0.0, "No exact dates, names or figures support your points.", ()
