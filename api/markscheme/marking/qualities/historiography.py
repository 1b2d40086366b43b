"""Historians: named, and weighed? Never required, so never a penalty."""

from ..views import View


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """1 where a historian or a school is named and weighed, 0.5 where only named."""
    named = [n for n in range(len(view.content)) if view.counts["historian"][n]]
    weighed = [
        n
        for n in named
        if view.counts["judging"][n] or view.counts["contrast"][n] or view.counts["causal"][n]
    ]
    if weighed:
        return 1.0, "You use historians and weigh what they say.", tuple(weighed)
    if named:
        return 0.5, "You name historians without weighing them.", tuple(named)
    return 0.0, "No historians named; none are required.", ()
