"""Terms of the question: does the answer say what they are to mean?"""

from ..views import View

_PLACED = 0.6


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """1 where a sentence that shares the question's words defines a key term; 0.6 where the opening says on what their
    meaning depends."""
    counts = view.counts
    defined = [
        n
        for n in range(len(counts["terms"]))
        if counts["terms"][n] and counts["defining"][n] and view.echo[n] > 0
    ]
    if defined:
        return 1.0, "", tuple(defined)
    placed = [n for n in view.opening if counts["terms"][n] and counts["criteria"][n]]
    return (_PLACED, "", tuple(placed)) if placed else (0.0, "", ())
