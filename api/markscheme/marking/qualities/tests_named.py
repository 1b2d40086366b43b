"""Tests named: does the answer say by what it judges?"""

from ..views import View

_ENOUGH = 2


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """Sentences about the question that state a test (measured by, long term, turning point, compared with…), two for
    full; unlike the quality, they need make no factor."""
    shown = view.about("criteria")
    return min(1.0, len(shown) / _ENOUGH), "", shown
