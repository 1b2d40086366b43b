"""Verdict: does the ending rank, and give the reason?"""

from ..views import View

_REASONS = ("causal", "criteria")


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """0.35 a verdict is stated; 0.65 with a reason; 1 with a reason and two factors weighed against each other."""
    closing = view.closing
    ranked = [n for n in closing if view.counts["ranking"][n] and (view.content[n] or (view.echo[n] > 0.1 and view.present))]
    if not ranked:
        concluded = [n for n in closing if view.counts["concluding"][n]]
        if concluded and view.present:
            return 0.15, "Your ending sums up; it does not decide.", tuple(concluded[:1])
        return 0.0, "There is no verdict yet.", ()
    factors = view.made[closing].any(axis=0).sum()
    reasons = sum(float(view.counts[kind][n]) for kind in _REASONS for n in closing if view.content[n] or n in ranked)
    prepared = sum(c.reading.coverage == "developed" for c in view.present) >= 3
    if reasons and factors >= 2 and prepared:
        return 1.0, "Your verdict weighs factors against each other and gives the reason.", tuple(ranked[:2])
    if reasons and prepared:
        return 0.65, "Your verdict gives a reason; weigh it against the next factor.", tuple(ranked[:2])
    return 0.35, "Your verdict is stated, not proved.", tuple(ranked[:2])
