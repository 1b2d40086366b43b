"""Which words of a clause hold a factor up and which turn it round, by the pack's directions."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.directions import Direction, Directions
from markscheme.domain.factors import Group

from .places import Places, Span, distance, overlaps, within
from .vocabulary import Vocabulary

_NEAR = 7
_ARGUMENTS = 6
# Where one of these stands between a noun and the verb, that noun is not who does what the verb says.
_APART = frozenset("at of in on by with against for from over between under the a an".split())
_PRONOUNS = ("he=", "they=", "it=", "who=", "she=", "which=")
_PASSIVE = ("was=", "were=", "been=", "being=", "be=", "is=", "are=", "got=")


class Hit(NamedTuple):
    """Words [start, end), and how much they say for the factor as they stand and under a negation."""

    start: int
    end: int
    plain: int
    turned: int


class _Words(NamedTuple):
    """A group of words for a factor with its weights, and the group one of which must be near, or -1."""

    group: int
    plain: int
    turned: int
    about: int


class _Role(NamedTuple):
    by: int
    does: int
    to: int
    alone: bool


class Polarity:
    """The directions of a pack as groups of a vocabulary, factor by factor in the pack's order."""

    def __init__(self, source: Directions, factors: Sequence[str], vocabulary: Vocabulary) -> None:
        number = {factor: index for index, factor in enumerate(factors)}
        self._vocabulary = vocabulary
        meaning = {each.id: self._group(each.id, each.words) for each in source.opposites}
        opposite = {each.id: meaning[each.opposite] for each in source.opposites}
        # A factor's own words come before those that it shares with others.
        self._own: list[list[_Words]] = [[] for _ in factors]
        self._shared: list[list[_Words]] = [[] for _ in factors]
        self._roles: list[list[_Role]] = [[] for _ in factors]
        for direction in source.directions:
            self._add(number[direction.factor], direction, meaning, opposite)
        for role in source.roles:
            by, does, to = (self._group("role", terms) for terms in (role.by, role.does, role.to))
            self._roles[number[role.factor]].append(_Role(by, does, to, role.alone))
        turning = [
            [words.group for words in (*own, *shared) if words.plain < 0] + [role.does for role in roles]
            for own, shared, roles in zip(self._own, self._shared, self._roles, strict=True)
        ]
        self.directed = np.array(
            [bool(own or shared) for own, shared in zip(self._own, self._shared, strict=True)]
        )
        self._turned = [factor for factor, groups in enumerate(turning) if groups]
        self._turning = np.array([group for groups in turning for group in groups], dtype=np.intp)
        sizes = [len(turning[factor]) for factor in self._turned]
        self._starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.intp)
        self._pronouns = vocabulary.add("polarity:pronoun", _PRONOUNS)
        self._passive = vocabulary.add("polarity:passive", _PASSIVE)

    def _group(self, name: str, terms: Group) -> int:
        return self._vocabulary.add(f"polarity:{name}", terms)

    def _add(
        self, factor: int, direction: Direction, meaning: dict[str, int], opposite: dict[str, int]
    ) -> None:
        about = self._group("about", direction.about) if direction.about else -1
        phrases = tuple(term for term in direction.denies if " " in term)
        words = tuple(term for term in direction.denies if " " not in term)
        for terms, plain, turned in (
            (direction.neutral, 0, 0), (phrases, -2, 1), (words, -1, 1), (direction.lacks, 0, 1), (direction.names, 0, -1),
            (direction.holds, 1, -1),
        ):  # fmt: skip
            if terms:
                self._own[factor].append(_Words(self._group("own", terms), plain, turned, about))
        for each in direction.means:
            self._shared[factor].append(_Words(opposite[each], -1, 1, about))
            self._shared[factor].append(_Words(meaning[each], 1, -1, about))

    def turning(self, places: Places, first: int) -> NDArray[np.bool_]:
        """sentences x factors: does the sentence hold a word that might turn the factor round?"""
        table = np.zeros((len(self._own), places.present.shape[1]), dtype=np.bool_)
        if self._turned:
            present = places.present[self._turning - first]
            table[self._turned] = np.logical_or.reduceat(present, self._starts, axis=0)
        return table.T

    def hits(self, places: Places, sentence: int, factor: int, clause: Span) -> list[Hit]:
        """The words of one clause that tell which way it points, in order, none inside another."""
        chosen: list[Hit] = []
        occurring = places.groups(sentence)
        for level in (self._own[factor], self._shared[factor]):
            found = [
                Hit(*span, words.plain, words.turned)
                for words in level
                if words.group in occurring
                for span in places.spans(words.group, sentence)
                if within(span, [clause]) and self._near(places, sentence, words.about, span, clause)
            ]
            found.sort(key=lambda hit: (hit.start - hit.end, hit.plain, hit.start))
            for hit in found:
                if not overlaps((hit.start, hit.end), [(c.start, c.end) for c in chosen]):
                    chosen.append(hit)
        return sorted(chosen)

    def _near(self, places: Places, sentence: int, about: int, span: Span, clause: Span) -> bool:
        return about < 0 or any(
            within(other, [clause]) and distance(other, span) <= _NEAR
            for other in places.spans(about, sentence)
        )

    def exchanged(
        self, places: Places, words: Sequence[str], sentence: int, factor: int, clause: Span
    ) -> int:
        """-1 where doer and done-to stand exchanged in the clause, 1 where they stand right, else 0."""
        occurring = places.groups(sentence)
        for role in self._roles[factor]:
            if role.does not in occurring:
                continue
            for verb in places.spans(role.does, sentence):
                if within(verb, [clause]):
                    sign = self._exchange(places, words, sentence, role, verb, clause)
                    if sign:
                        return sign
        return 0

    def _exchange(self, places: Places, words: Sequence[str], sentence: int, role: _Role, verb: Span,
                  clause: Span) -> int:  # fmt: skip
        def around(group: int) -> list[Span]:
            return [
                span
                for span in places.spans(group, sentence)
                if within(span, [clause]) and not overlaps(span, [verb])
            ]

        by, to, pronouns = around(role.by), around(role.to), around(self._pronouns)
        before = [
            (span, kind)
            for kind, spans in ((1, by), (-1, to), (0, pronouns))
            for span in spans
            if span[1] <= verb[0]
        ]
        if not before:
            return 0
        span, kind = max(before)
        apart = not _APART.isdisjoint(words[span[1] : verb[0]])
        if verb[0] - span[1] > _ARGUMENTS or (kind < 0 and apart):
            return 0
        if kind < 0:
            # "He bullied colleagues, ignored their advice": what the first verb is done to does not do the second.
            kind = max(kind, min(before)[1])
        if any(0 <= verb[0] - end <= 1 for _, end in around(self._passive)):
            kind = -kind
            return kind if kind > 0 else 0
        if kind < 0 and not role.alone and not any(0 <= start - verb[1] <= _ARGUMENTS for start, _ in by):
            return 0
        return kind
