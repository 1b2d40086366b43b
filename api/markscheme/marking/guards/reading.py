"""What every guard looks at."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ..documents import Document
from ..encoding import Encoder
from ..fingerprints import Fingerprints, Printed, printed
from ..lexicon import FOREIGN, FUNCTION
from ..markers import Markers
from ..memo import Memo
from ..words import Speller

# Only subject words rarer than this rank tell the topic: "party" or "power" stand in essays on anything.
_RARE = 4_000
_UNKNOWN = 0.5
_FEW_LITTLE = 0.2
_ENOUGH = 5


class Subject:
    """What guards know of a pack; `words` are the rarer words that every answer on its topic shares.

    `known[word]` says whether it is a number, or a word of English or of the subject.
    """

    def __init__(self, encoder: Encoder, speller: Speller, markers: Markers, words: Iterable[str],
                 questions: Fingerprints, period: tuple[int, int]) -> None:  # fmt: skip
        self.encoder = encoder
        self.markers = markers
        self.words = frozenset(word for word in words if (encoder.rank(word) or _RARE) >= _RARE)
        self.questions = questions
        self.period = period
        self._speller = speller
        self.known: Memo[str, bool] = Memo(self._knows)

    def _knows(self, word: str) -> bool:
        return word.isdigit() or self.encoder.rank(word) is not None or self._speller.is_word(word)


@dataclass(frozen=True)
class Reading:
    """One answer to one question; `asked` are the stems of the question's own words, `works` what may be copied from,
    `period` the first and last year that the question asks about."""

    document: Document
    asked: frozenset[str]
    subject: Subject
    works: Fingerprints
    period: tuple[int, int]

    @cached_property
    def known(self) -> list[float]:
        """Per sentence: the share of its words that are English or the subject's."""
        known = self.subject.known.__getitem__
        return [sum(map(known, words)) / len(words) for words in self.sentences]

    @cached_property
    def little(self) -> list[float]:
        """Per sentence: the share of English little words."""
        return [sum(map(FUNCTION.__contains__, words)) / len(words) for words in self.sentences]

    @cached_property
    def foreign(self) -> frozenset[int]:
        """Sentences that are not English: mostly unknown words, or more of other languages' little words than of its own."""
        return frozenset(
            n for n, words in enumerate(self.sentences) if len(words) >= _ENOUGH and self._foreign(n)
        )

    def _foreign(self, number: int) -> bool:
        if self.known[number] < _UNKNOWN:
            return True
        little = self.little[number]
        if little > _FEW_LITTLE:
            return False
        unit = self.document.sentences[number]
        written = self.document.tokens.written[unit.first : unit.last]
        abroad = sum(word in FOREIGN for word in written)
        return abroad >= 2 and abroad / len(written) > little

    @cached_property
    def sentences(self) -> list[tuple[str, ...]]:
        """The words of each sentence as read."""
        words = self.document.words
        return [words[unit.first : unit.last] for unit in self.document.sentences]

    @cached_property
    def prints(self) -> Printed:
        """The fingerprints of the words as written."""
        return printed(self.written[0])

    @cached_property
    def written(self) -> tuple[list[str], list[int]]:
        """The words as written, and the sentence of each."""
        tokens = self.document.tokens
        words: list[str] = []
        owners: list[int] = []
        several = len(set(tokens.starts)) < len(tokens.starts) or any(
            " " in word for word in {*tokens.written}
        )
        for number, unit in enumerate(self.document.sentences):
            span = slice(unit.first, unit.last)
            said = tokens.written[span]
            starts = tokens.starts[span]
            if several:
                # A variant that is read as several words was written once.
                told = [
                    word
                    for word, last, start in zip(said, (-1, *starts), starts, strict=False)
                    if start != last
                ]
                said = tuple(" ".join(told).split())
            words.extend(said)
            owners.extend([number] * len(said))
        return words, owners
