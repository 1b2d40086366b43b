"""Which way a short text points, more or less, well or ill, by the pack's pairs of opposites."""

from collections.abc import Iterable, Mapping, Sequence

from markscheme.domain.directions import Opposite

from .lexicon import NEGATING
from .passages import Passage
from .vocabulary import Vocabulary
from .words import Speller

# Of a pair, named by its first half: which halves are said.
Signs = Mapping[str, frozenset[int]]


class Poles:
    """The opposites of a pack as groups of their own vocabulary."""

    def __init__(self, opposites: Sequence[Opposite], speller: Speller) -> None:
        self._vocabulary = Vocabulary(speller)
        self._pairs = [
            (min(each.id, each.opposite), 1 if each.id < each.opposite else -1) for each in opposites
        ]
        for each in opposites:
            self._vocabulary.add(each.id, each.words)
        self._vocabulary.freeze()

    def signs(self, passage: Passage) -> Signs:
        """For each pair the halves that the text says; a negation turns a half into the other."""
        found: dict[str, set[int]] = {}
        for group, start, end in self._vocabulary.scan(passage.document.words).tolist():
            pair, sign = self._pairs[group]
            words = passage.document.words[start:end]
            denied = NEGATING.isdisjoint(words) and not passage.denied.isdisjoint(passage.stems[start:end])
            found.setdefault(pair, set()).add(-sign if denied else sign)
        return {pair: frozenset(halves) for pair, halves in found.items()}

    @staticmethod
    def agreed(every: Iterable[Signs]) -> Signs:
        """The halves that most of the texts say and none contradicts."""
        texts = list(every)
        said = {pair: [signs[pair] for signs in texts if pair in signs] for signs in texts for pair in signs}
        return {
            pair: halves[0]
            for pair, halves in said.items()
            if len(halves[0]) == 1 and 2 * len(halves) >= len(texts) and set(halves) == {halves[0]}
        }

    @staticmethod
    def turned(signs: Signs, own: Signs) -> bool:
        """Does a text say only the other half of a pair of which the point says one?"""
        return any(pair in signs and signs[pair].isdisjoint(halves) for pair, halves in own.items())
