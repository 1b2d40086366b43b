"""Line sustained: does the argument run through the body of the answer?"""

from ..views import View


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """Share of the paragraphs after the first that weigh a factor of the question, with two paragraphs at least."""
    body = view.paragraphs[1:]
    if not body:
        return 0.0, "There is no body in which a line could be followed.", ()
    weighing = []
    for group in body:
        found = [
            n for n in group if view.content[n] and (view.counts["judging"][n] or view.counts["contrast"][n])
        ]
        if found:
            weighing.append(found[-1])
    score = len(weighing) / max(2, len(body))
    if score >= 0.7:
        return score, "You weigh as you go, so the line holds through the answer.", tuple(weighing)
    if score >= 0.35:
        return score, "You weigh in places; elsewhere the line is lost.", tuple(weighing)
    return score, "The body tells and lists; it does not weigh.", tuple(weighing)
