"""Verdict: does the ending rank, and give the reason?"""

from ..views import View

_ECHO = 0.15
_PREPARED = 3


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """0.15 an ending sums up; 0.3 a verdict is stated, 0.5 after an answer that
    has explained its factors; 0.75 with a reason; 1 with two factors weighed."""
    counts, closing = view.counts, view.closing
    content = [n for n in closing if view.content[n] or (view.relevant[n] and counts["ranking"][n])]
    developed = sum(c.reading.coverage == "developed" for c in view.present)
    ranked = [
        n
        for n in closing
        if counts["ranking"][n] and (view.content[n] or (view.echo[n] > _ECHO and developed))
    ]
    weighed = [n for n in content if counts["ranking"][n] or counts["criteria"][n] or counts["contrast"][n]]
    reasons = any(counts["causal"][n] or counts["criteria"][n] for n in content) or any(
        counts["causal"][n] for n in ranked
    )
    prepared = developed >= _PREPARED
    two = len(closing) > 0 and view.made[closing].any(axis=0).sum() >= 2
    if weighed and reasons and two and prepared:
        return 1.0, "Your verdict weighs factors against each other and gives the reason.", tuple(weighed[:2])
    if weighed and reasons and prepared:
        return 0.75, "Your verdict gives a reason; weigh it against the next factor.", tuple(weighed[:2])
    if ranked or weighed:
        stated = 0.5 if prepared and weighed else 0.3
        return stated, "Your verdict is stated, not proved.", tuple((ranked or weighed)[:2])
    concluded = [n for n in closing if counts["concluding"][n]]
    if concluded and developed:
        return 0.15, "Your ending sums up; it does not decide.", tuple(concluded[:1])
    return 0.0, "There is no verdict yet.", ()
