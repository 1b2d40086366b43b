"""Structure: paragraphs that each make a point."""

from ..views import View


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """Three parts in equal shares: 3 to 9 paragraphs, most opening on a point, and an ending that concludes."""
    groups = [g for g in view.paragraphs if g]
    written = len(view.document.paragraphs)
    parts = min(1.0, written / 3) if written <= 9 else 0.6
    points = sum(any(view.content[n] for n in g[:2]) for g in groups) / max(1, len(groups))
    ends = float(any(view.counts["concluding"][n] or view.counts["ranking"][n] for n in view.closing))
    score = (parts + points + ends) / 3
    first = tuple(g[0] for g in groups if view.content[g[0]])
    if score >= 0.75:
        return score, "Paragraphs open on a point and lead to an ending.", first
    if written <= 1:
        return score, "The answer is one block; paragraphs would show your points.", ()
    return score, "Some paragraphs do not open on a point.", first
