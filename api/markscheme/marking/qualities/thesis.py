"""Line of argument: does the opening take a position?"""

from ..views import View

_ECHO = 0.2


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """1 where the opening ranks a factor, 0.5 where it only takes a side, 0 where it announces or tells."""
    ranked = [n for n in view.opening if view.counts["ranking"][n] and view.content[n]]
    if ranked:
        return 1.0, "Your opening takes a line and says what weighs most.", tuple(ranked[:1])
    sided = [n for n in view.opening if view.counts["judging"][n] and view.echo[n] >= _ECHO and view.present]
    if sided:
        return 0.5, "Your opening takes a side but does not say what it rests on.", tuple(sided[:1])
    argued = [n for n in view.opening if view.content[n] and view.counts["causal"][n]]
    if argued:
        return 0.35, "Your opening gives a reason but no line for the whole answer.", tuple(argued[:1])
    return 0.0, "Your opening does not yet take a line.", ()
