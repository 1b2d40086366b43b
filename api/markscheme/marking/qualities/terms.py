"""Concepts: are the key terms used and defined?"""

from ..views import View


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """1 where a key term is defined, 0.5 where two are used."""
    terms = view.counts["terms"]
    defined = [n for n in range(len(terms)) if terms[n] and view.counts["defining"][n]]
    if defined:
        return 1.0, "You say what a key term means.", tuple(defined)
    used = [n for n in range(len(terms)) if terms[n] and view.content[n]]
    if len(used) >= 2:
        return 0.5, "Key terms are used but not defined.", tuple(used)
    return 0.0, "Key terms of the question are not defined.", ()
