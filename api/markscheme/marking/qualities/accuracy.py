"""Accuracy: known errors, by how much they matter."""

from math import fsum

from ..views import View

_COST = {"high": 0.3, "medium": 0.15, "low": 0.05}


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """One less the cost of each known error found: 0.3 high, 0.15 medium, 0.05 low."""
    score = max(0.0, 1.0 - fsum(_COST[error.severity] for error in view.misconceptions))
    if not view.document.sentences:
        return 0.0, "There is nothing to check yet.", ()
    if not view.misconceptions:
        return 1.0, "No known error was found.", ()
    count = len(view.misconceptions)
    return score, f"{count} passage{'s' if count > 1 else ''} to check.", ()
