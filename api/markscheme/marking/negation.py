"""Which words of a stretch of text stand under a negation."""

from collections.abc import Sequence

from .lexicon import CLAUSE_ENDING, NEGATING, NOT_ONLY

_REACH = 7


def negated(words: Sequence[str]) -> list[bool]:
    """For each word: does a negator before it in the clause reach it? "Not only" and the like negate nothing."""
    under = [False] * len(words)
    left = 0
    for place, word in enumerate(words):
        if word in NEGATING:
            following = words[place + 1] if place + 1 < len(words) else ""
            left = 0 if following in NOT_ONLY else _REACH
        elif word in CLAUSE_ENDING:
            left = 0
        elif left:
            under[place] = True
            left -= 1
    return under
