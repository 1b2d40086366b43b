"""Aims and outcomes: is what was achieved measured against what was wanted?"""

from ..views import View

_AIMS = 2


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """The greater of two ways to measure: sentences that name an aim, two for full, or sentences that name a test; and
    nothing without outcomes."""
    if not any(c.side in {"for", "against"} for c in view.present):
        return 0.0, "", ()
    aims = view.about("aims")
    tests = view.about("criteria")
    shown = aims or tests
    return min(1.0, max(len(aims), len(tests)) / _AIMS), "", shown
