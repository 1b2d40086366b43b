"""The stated reason: is the reason that the question names explained, and set against the others?"""

import numpy as np

from ..views import View

_EXPLAINED = 0.6
_SPOKEN_OF, _ECHO = 0.12, 0.1


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """The lesser of two: how far the stated reason is explained, and whether it is weighed (1 with another factor of
    the question in the same paragraph, 0.6 by itself)."""
    stated = [place for place, c in enumerate(view.credits) if c.role and c.role.role == "stated_factor"]
    credit = max((view.credits[place].credit for place in stated), default=0.0)
    if not credit:
        return 0.0, "", ()
    made = view.made
    # "Cuba mattered less than the split" makes the split; that it speaks of Cuba shows more faintly.
    about = np.any(view.match.sentences[:, stated] >= _SPOKEN_OF, axis=1) | (view.match.echo >= _ECHO)
    others = np.any(np.delete(made, stated, axis=1), axis=1)
    weighing = [n for n in range(len(made)) if about[n] and _weighs(view, n)]
    beside = {n for group in view.paragraphs if others[group].any() for n in group}
    against = [n for n in weighing if n in beside]
    weighed = 1.0 if against else 0.6 if weighing else 0.0
    return min(1.0, credit / _EXPLAINED, weighed), "", tuple(against or weighing)


def _weighs(view: View, n: int) -> bool:
    return any(view.counts[kind][n] for kind in ("ranking", "criteria", "contrast", "judging"))
