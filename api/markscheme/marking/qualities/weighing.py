"""Weighing: are factors set against each other as the answer goes?"""

from ..views import View

_OFTEN, _SPARED = 0.25, 4


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """How many sentences set one factor of the question against another: one in four for full, four spared."""
    both = (view.touched.sum(axis=1) >= 2).tolist()
    shown = [n for n in range(len(both)) if both[n] and view.counts["contrast"][n]]
    score = min(1.0, len(shown) / (len(both) + _SPARED) / _OFTEN)
    if score >= 0.6:
        return score, "You set factors against each other as you go.", tuple(shown)
    if shown:
        return score, "You set factors against each other once or twice.", tuple(shown)
    return 0.0, "Factors are not yet set against each other.", ()
