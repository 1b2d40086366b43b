"""Criteria: is there a test by which the answer judges?"""

from ..views import View


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """Sentences that state a test (trigger or underlying, short or long term, without it…), two for full."""
    shown = [n for n in range(len(view.content))
             if view.counts["criteria"][n] and view.content[n]]  # fmt: skip
    score = min(1.0, len(shown) / 2)
    if score == 1.0:
        return score, "You say by what test you judge.", tuple(shown)
    if shown:
        return score, "You use a test for judgement once.", tuple(shown)
    return 0.0, "You do not say by what test you judge.", ()
