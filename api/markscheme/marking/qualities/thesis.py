"""Line of argument: does the opening take a position?"""

from ..views import View

_ECHO = 0.2


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """1 where the opening ranks a factor, 0.7 where it sets one against another view, 0.35 where it gives a reason,
    0.2 where it only repeats the question's terms with a judging word."""
    counts = view.counts
    content = [n for n in view.opening if view.content[n]]
    ranked = [n for n in content if counts["ranking"][n]]
    if ranked:
        return 1.0, "Your opening takes a line and says what weighs most.", tuple(ranked[:1])
    opposed = [n for n in content if counts["contrast"][n] or counts["negator"][n]]
    if opposed:
        return 0.7, "Your opening takes a side; say what weighs most.", tuple(opposed[:1])
    argued = [n for n in content if counts["causal"][n]]
    if argued:
        return 0.35, "Your opening gives a reason but no line for the whole answer.", tuple(argued[:1])
    sided = [n for n in view.opening if counts["judging"][n] and view.echo[n] >= _ECHO and view.present]
    if sided:
        return (
            0.2,
            "Your opening speaks of the question but does not say what your answer rests on.",
            tuple(sided[:1]),
        )
    return 0.0, "Your opening does not yet take a line.", ()
