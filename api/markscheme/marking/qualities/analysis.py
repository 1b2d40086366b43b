"""Narrative drift: is it told in order of time rather than argued?"""

from ..views import View

_OPENING_WORDS = 4


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """One less the share of sentences that open with a date or "then" and neither explain nor weigh."""
    told = []
    for number, unit in enumerate(view.document.sentences):
        words = view.document.words[unit.first : unit.first + _OPENING_WORDS]
        dated = any(word.isdigit() and len(word) == 4 for word in words)
        weighed = (
            view.counts["causal"][number] or view.counts["judging"][number] or view.counts["contrast"][number]
        )
        if (dated or view.counts["narrative"][number]) and not weighed:
            told.append(number)
    score = 1.0 - min(1.0, 2 * len(told) / max(1, len(view.document.sentences)))
    if not view.document.sentences:
        return 0.0, "There is nothing to read yet.", ()
    if score < 0.5:
        return score, "Much of this tells the story in order.", tuple(told)
    return score, "You argue more than you tell.", ()
