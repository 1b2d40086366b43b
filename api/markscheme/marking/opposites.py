"""Pairs of everyday words that cannot both hold of one thing: a swap turns a statement round."""

from collections.abc import Mapping
from types import MappingProxyType

import Stemmer

_PAIRS = """
more less, most least, high low, higher lower, highest lowest, increase decrease, rise fall, gain lose, add remove,
open closed, hot cold, hotter colder, warm cool, warmer cooler, fast slow, faster slower, big small, bigger smaller,
large small, larger smaller, long short, longer shorter, heavy light, heavier lighter, strong weak, stronger weaker,
loud quiet, hard soft, harder softer, up down, above below, positive negative, same different, alike different,
many few, more fewer, all none, always never, on off, inside outside, before after, first last, thick thin,
thicker thinner, wide narrow, deep shallow, full empty, near far, closer farther, wet dry, clean dirty, old new,
alive dead, good bad, better worse, best worst, help harm, allow prevent, attract repel, connected disconnected,
connected separated, complete incomplete, series parallel, solid liquid, float sink, public private, legal illegal,
safe dangerous, true false, correct incorrect, left right, top bottom, front back, equal unequal, tight loose,
tighter looser, push pull, early late, earlier later, begin end, start stop, win lose, success failure, rich poor,
cheap expensive, easy difficult, easier harder, possible impossible, necessary unnecessary, moral immoral,
fair unfair, constant variable, fixed variable, reliable unreliable, rough smooth
"""


def _opposites() -> Mapping[str, frozenset[str]]:
    stem = Stemmer.Stemmer("english").stemWord
    found: dict[str, set[str]] = {}
    for pair in _PAIRS.split(","):
        one, other = (stem(word) for word in pair.split())
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return MappingProxyType({word: frozenset(others) for word, others in found.items()})


# Stem to the stems that turn it round.
OPPOSITES = _opposites()
