"""Balance: is the other side argued too?"""

from math import fsum

from ..views import FactorCredit, View


def detect(view: View) -> tuple[float, str, tuple[int, ...]]:
    """How fully the weaker side is argued: 1 from two developed factors' worth, and both sides must be there."""
    sides: dict[str, list[FactorCredit]] = {"for": [], "against": []}
    for credit in view.present:
        if credit.side in sides:
            sides[credit.side].append(credit)
    worth = {side: fsum(c.depth for c in found) for side, found in sides.items()}
    question = view.rubric.question
    weaker = min(worth, key=lambda side: (worth[side], side))
    score = min(1.0, worth[weaker] / 2.0)
    sentences = tuple(c.reading.sentences[0] for c in sides[weaker] if c.reading.sentences)[:2]
    missing = question.for_side if weaker == "for" else question.against_side
    if score >= 0.75:
        return score, "Both sides are argued.", sentences
    if score > 0:
        return score, f"One side is thin: {missing}.", sentences
    return 0.0, f"One side is missing: {missing}.", ()
