"""Which sentences make a factor only by saying the opposite of it: false denials earn nothing."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.directions import Directions

from .documents import Document
from .matching import Match
from .places import Places, Span
from .polarity import Hit, Polarity
from .references import References
from .turning import Turn, Turning
from .vocabulary import Vocabulary

_SPEAKS = 0.3
_CLAUSE_SPEAKS = 0.1
_MADE = 0.5
_DOUBTFUL = -0.5
_TOPIC = 1.0
_RARE = 0.9
_TOPIC_REACH = 2
_SEVERAL, _MOSTLY = 2, 0.5
_ANY_MORE = 9
_ENDED = frozenset(("longer", "more", "anymore"))
# Share of a factor's own sentences with a negation, above which a negation says nothing against it.
_NEGATIVE = 0.4
_JOINING = frozenset(("or", "nor", "any", "ever"))


class Denials:
    """Reads the sentences of an answer for denials. Its words join the vocabulary, which the caller freezes."""

    def __init__(self, directions: Directions, factors: Sequence[str], vocabulary: Vocabulary) -> None:
        first = len(vocabulary.names)
        self._polarity = Polarity(directions, factors, vocabulary)
        self._turning = Turning(vocabulary)
        self._groups = range(first, len(vocabulary.names))

    def find(self, document: Document, match: Match, references: References) -> NDArray[np.bool_]:
        """sentences x factors: is the factor said not to be so, and nothing in the sentence says that it is? A factor
        without directions is never denied."""
        denied = np.zeros(match.sentences.shape, dtype=np.bool_)
        places = Places(document, self._groups)
        first = self._groups.start
        negators = places.present[[group - first for group in self._turning.groups]]
        may = self._polarity.turning(places, first) | np.any(negators, axis=0, keepdims=True).T
        cells = np.argwhere((match.sentences >= _SPEAKS) & self._polarity.directed & may)
        if not len(cells):
            return denied
        reading = _Reading(document, match, references, places, self._polarity, self._turning)
        for sentence, factor in cells.tolist():
            denied[sentence, factor] = reading.denied(sentence, factor)
        return _spread(denied, match, np.any(negators, axis=0))


def _spread(denied: NDArray[np.bool_], match: Match, negated: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Where most of an answer turns facts round, a negated sentence that might be either is a denial too."""
    speaks = match.sentences >= _SPEAKS
    flat = int(denied.any(axis=1).sum())
    if flat >= _SEVERAL and flat >= _MOSTLY * int(speaks.any(axis=1).sum()):
        return denied | (speaks & negated[:, None])
    return denied


class _Reading:
    """One answer, read for denials."""

    def __init__(self, document: Document, match: Match, references: References, places: Places,
                 polarity: Polarity, turning: Turning) -> None:  # fmt: skip
        self._document = document
        self._match = match
        self._references = references
        self._places = places
        self._polarity = polarity
        self._turning = turning
        self._negators: dict[int, list[Turn]] = {}

    def denied(self, sentence: int, factor: int) -> bool:
        """Does some clause deny the factor, and none make it?"""
        if self._turning.unreal(self._places, sentence) or self._document.asks(sentence):
            return False
        signs = [
            (self._sign(sentence, number, factor), chance)
            for number in self._document.clauses_in[sentence]
            if (chance := float(self._match.clauses[number, factor])) >= _CLAUSE_SPEAKS
        ]
        against = max((chance for sign, chance in signs if sign == -1), default=0.0)
        return against > 0 and not any(
            sign > 0 or (sign == 0 and chance >= max(_MADE, against / 2)) for sign, chance in signs
        )

    def _sign(self, sentence: int, number: int, factor: int) -> float:
        """1 where the clause says that it is so, -1 that it is not, 0 where that cannot be told; between the two where
        it may say that it is not, which by itself denies nothing and affirms nothing either."""
        clause = self._document.clauses[number]
        span = (clause.first, clause.last)
        if self._polarity.exchanged(self._places, self._document.words, sentence, factor, span) < 0:
            return -1
        hits = self._polarity.hits(self._places, sentence, factor, span)
        turns = [
            turn
            for turn in self._turns(sentence, number)
            if not any(hit.start < turn.end and turn.start < hit.end for hit in hits)
        ]
        balance = self._balance(hits, turns, self._turning.weighed(self._places, sentence), factor)
        untrue = self._turning.untrue(self._places, sentence)
        if untrue and untrue[0] < clause.last and not self._gives_reason(sentence, untrue, clause.first):
            return 1 if balance < 0 else -1
        if balance < 0 and not turns:
            if self._turning.elsewhere(self._places, sentence, span):
                return 0
            if not self._outright(hits, balance):
                return _DOUBTFUL
        return (balance > 0) - (balance < 0)

    def _turns(self, sentence: int, number: int) -> list[Turn]:
        """The negators of a clause, found once for all factors."""
        known = self._negators.get(number)
        if known is None:
            clause = self._document.clauses[number]
            span = (clause.first, clause.last)
            known = self._turning.turns(self._places, sentence, self._document, span)
            self._negators[number] = known
        return known

    def _outright(self, hits: Sequence[Hit], balance: int) -> bool:
        """Do the words leave no doubt? One common word that may mean the opposite is too little."""
        words = self._document.words
        return balance < -1 or any(
            hit.plain < 0 and (hit.end > hit.start + 1 or self._references.weight(words[hit.start]) >= _RARE)
            for hit in hits
        )

    def _gives_reason(self, sentence: int, untrue: Span, first: int) -> bool:
        """Does a new reason or contrast begin between what is called untrue and this clause?"""
        between = (self._document.clauses[n].first for n in self._document.clauses_in[sentence])
        return any(
            untrue[1] <= place <= first and self._document.words[place] in _REASONS for place in between
        )

    def _balance(
        self, hits: Sequence[Hit], turns: Sequence[Turn], weighed: Sequence[Span], factor: int
    ) -> int:
        """What the words say for the factor less what they say against it, after negation."""
        say = {hit: hit.plain for hit in hits}
        against = 0
        for turn in turns:
            reached = [hit for hit in hits if turn.end <= hit.start < turn.last]
            if any(turn.end <= start < (reached[0].start if reached else turn.last) for start, _ in weighed):
                continue
            heads = [
                hit
                for hit in hits
                if turn.kind.back and turn.opens <= hit.start and 0 <= turn.start - hit.end <= 1
            ][-1:]
            if reached:
                heads += [reached[0], *(hit for hit in reached[1:] if self._joined(reached[0], hit))]
            if turn.kind.lifts:
                say |= {hit: hit.turned for hit in heads if hit.turned > 0}
            elif heads:
                # What else is said in the same breath is part of what is denied.
                for hit in hits:
                    if turn.opens <= hit.start < turn.closes:
                        say[hit] = 0
                for hit in heads:
                    say[hit] = hit.turned
            elif turn.kind.firm and self._topic(turn, factor):
                against += 1
        return sum(say.values()) - against

    def _joined(self, head: Hit, hit: Hit) -> bool:
        return not _JOINING.isdisjoint(self._document.words[head.end : hit.start])

    def _topic(self, turn: Turn, factor: int) -> bool:
        """Does the negation reach a word that speaks strongly for the factor and is never denied where it is made?"""
        refs = self._references
        # "No longer" and "not any more" say that it once was so.
        if refs.negative[factor] > _NEGATIVE or not _ENDED.isdisjoint(
            self._document.words[turn.start : turn.end + _ANY_MORE]
        ):
            return False
        for place in range(turn.end, turn.last):
            stem = refs.stems.get(self._document.stems[place], -1)
            if stem >= 0 and refs.odds[stem, factor] >= _TOPIC:
                return bool(refs.denies[stem, factor])
            if self._document.words[place] not in _LIGHT and not (
                turn.kind.back and place < turn.end + _TOPIC_REACH
            ):
                return False
        return False


_REASONS = frozenset("but because since as however although yet so instead for".split())
# Words that may stand between a negation and what is said not to have been.
_LIGHT = frozenset(
    "a an the any ever be been was were is are have had has got come came happen happened exist existed there of from such "
    "single really take took taken took place get make made use used do done see seen in to at all much put set up".split()
)
