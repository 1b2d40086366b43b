"""Links: does one factor lead to another?"""

from ..views import View

_ENOUGH = 3


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """Sentences that join two factors of the question by a word of relation, up to three."""
    two = view.made.sum(axis=1) >= 2
    shown = [n for n in range(len(two)) if two[n] and view.counts["relation"][n] > 0]
    score = min(1.0, len(shown) / _ENOUGH)
    if score >= 0.6:
        return score, "You show how factors fed one another.", tuple(shown)
    if shown:
        return score, "You link two factors once.", tuple(shown)
    return 0.0, "Factors stand side by side without links.", ()
