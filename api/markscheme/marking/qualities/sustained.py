"""Line sustained: does the argument run through the body of the answer?"""

from ..views import View

# A paragraph that explains without weighing keeps the argument going, but only in part.
_ARGUED = 0.5


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """Share of the paragraphs after the first that weigh a factor of the question (half for those that only explain
    one), with two paragraphs at least."""
    body = view.paragraphs[1:]
    if not body:
        return 0.0, "There is no body in which a line could be followed.", ()
    weighing, arguing = [], 0
    for group in body:
        found = [
            n for n in group if _about(view, n) and (view.counts["judging"][n] or view.counts["contrast"][n])
        ]
        if found:
            weighing.append(found[-1])
        elif any(view.content[n] and view.counts["causal"][n] for n in group):
            arguing += 1
    score = (len(weighing) + _ARGUED * arguing) / max(2, len(body))
    if score >= 0.7:
        return score, "You weigh as you go, so the line holds through the answer.", tuple(weighing)
    if score >= 0.35:
        return score, "You weigh in places; elsewhere the line is lost.", tuple(weighing)
    return score, "The body tells and lists; it does not weigh.", tuple(weighing)


def _about(view: View, n: int) -> bool:
    """Does the sentence make a factor, or take up the one before it that does?"""
    if view.content[n]:
        return True
    sentences = view.document.sentences
    takes_up = n > 0 and sentences[n].parent == sentences[n - 1].parent and view.counts["backward"][n] > 0
    return bool(takes_up and view.content[n - 1] and view.relevant[n])
