"""Links: does one factor lead to another?"""

import numpy as np

from ..views import View

_ENOUGH = 3


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """Places that join two factors of the question, three for full: in one sentence by a word of relation, or by a
    sentence that takes up the one before ("this", "so") and makes another factor."""
    made, counts = view.made, view.counts
    several: list[bool] = np.greater_equal(made.sum(axis=1), 2).tolist()
    another: list[bool] = np.any(made[1:] & ~made[:-1], axis=1).tolist()
    shown: list[int] = []
    for n in range(len(made)):
        within = several[n] and counts["relation"][n]
        across = (
            n
            and counts["backward"][n]
            and (counts["causal"][n] or counts["relation"][n])
            and view.document.sentences[n].parent == view.document.sentences[n - 1].parent
            and another[n - 1]
            and view.content[n - 1]
        )
        if within or across:
            shown.append(n)
    score = min(1.0, len(shown) / _ENOUGH)
    if score >= 0.6:
        return score, "You show how factors fed one another.", tuple(shown)
    if shown:
        return score, "You link two factors once.", tuple(shown)
    return 0.0, "Factors stand side by side without links.", ()
