"""Links: does one factor lead to another?"""

from ..views import View

_ENOUGH = 3


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """Places that join two factors of the question, three for full: in one sentence by a word of relation, or by a
    sentence that takes up the one before ("this", "so") and makes another factor."""
    made, counts = view.made, view.counts
    shown: list[int] = []
    for n in range(len(made)):
        within = made[n].sum() >= 2 and counts["relation"][n] > 0
        across = False
        if (
            n
            and view.document.sentences[n].parent == view.document.sentences[n - 1].parent
            and counts["backward"][n]
        ):
            different = (made[n] & ~made[n - 1]).any() and made[n - 1].any()
            across = bool(different and (counts["causal"][n] or counts["relation"][n]))
        if within or across:
            shown.append(n)
    score = min(1.0, len(shown) / _ENOUGH)
    if score >= 0.6:
        return score, "You show how factors fed one another.", tuple(shown)
    if shown:
        return score, "You link two factors once.", tuple(shown)
    return 0.0, "Factors stand side by side without links.", ()
