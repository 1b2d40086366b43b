"""Focus: do the paragraphs argue about the question that was set?"""

from ..views import View

_ECHO = 0.12


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """Share of paragraphs with a factor of the question and a comment that ties it to the question."""
    seen: list[int] = []
    for group in view.paragraphs:
        tied = [
            n for n in group
            if view.content[n] and (view.echo[n] >= _ECHO or view.counts["judging"][n] or view.counts["causal"][n])
        ]  # fmt: skip
        if tied:
            seen.append(max(tied, key=lambda n: (view.echo[n] + view.counts["judging"][n], -n)))
    share = len(seen) / max(1, len(view.paragraphs))
    if share >= 0.75:
        return share, "Nearly every paragraph answers the question set.", tuple(seen)
    if share >= 0.4:
        return share, "Some paragraphs answer the question; others tell you about the topic.", tuple(seen)
    return share, "Little of this is tied to the question set.", tuple(seen)
