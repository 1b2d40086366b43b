"""Explanation: are points explained, or only asserted?"""

from ..views import View

_ENOUGH = 4


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """Explained factors of the question over at least four: a causal word with the factor or in the next sentence."""
    causal, explained, shown = view.counts["causal"], 0.0, []
    for credit in view.present:
        for number in credit.reading.sentences:
            after = number + 1
            follows = (
                after < len(causal) and causal[after] > 0 and view.relevant[after] and not view.content[after]
            )
            if causal[number] > 0 or follows:
                explained += credit.depth
                shown.append(number)
                break
    score = min(1.0, explained / max(_ENOUGH, 0.7 * len(view.present)))
    if score >= 0.75:
        return score, "Most of your points say how or why they mattered.", tuple(dict.fromkeys(shown))
    if score >= 0.35:
        return score, "Some points are explained; others are only stated.", tuple(dict.fromkeys(shown))
    return score, "Points are stated, not explained.", tuple(dict.fromkeys(shown))
