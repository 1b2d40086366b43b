"""Words as the marker reads them: spelling variants, US and UK forms, and typing errors all become one form."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

import Stemmer
from rapidfuzz import process
from rapidfuzz.distance import OSA, DamerauLevenshtein

from markscheme.domain.packs import Gazetteer
from markscheme.domain.spellings import Spelling

from .encoding import Encoder
from .memo import Memo
from .spelling import SLIPS, SPOKEN, british, by_ear, by_rule

_TOKEN = re.compile(r"[A-Za-z0-9]+(?:'[A-Za-z]+)?")
_WORDS = re.compile(f"({_TOKEN.pattern})")
_SUFFIXES = (
    "ed",
    "ing",
    "s",
    "es",
    "er",
    "ers",
    "ly",
    "ness",
    "ment",
    "ised",
    "ising",
    "isation",
    "ist",
    "ists",
    "ism",
)
# Words up to this frequency rank are taken to be meant as written; rarer ones may be a slip for a subject word.
_MEANT = 29_000
_REPAIR_FROM = 20_000
# How much commoner a word must be than its misspelling, where that is found in writing too.
_COMMONER = 4
# Words in the longest spelling variant that is looked for.
_LONGEST = 6


class Token(NamedTuple):
    """One word: its span in the clean text, as written in lower case, as read, its stem, and whether it begins with a
    capital."""

    start: int
    end: int
    written: str
    word: str
    stem: str
    capital: bool


class Tokens(NamedTuple):
    """The words of a text, column by column: a thousand small objects for each answer would cost too much."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    written: tuple[str, ...]
    words: tuple[str, ...]
    stems: tuple[str, ...]
    capitals: tuple[bool, ...]

    def each(self) -> list[Token]:
        """Word by word, for short texts."""
        return list(map(Token, *self))


Readings = tuple[tuple[str, str], ...]
# The words of a spelling variant, and those that it stands for.
Variant = tuple[tuple[str, ...], tuple[str, ...]]
# A word without its place: as written, as read, its stem, and whether it begins with a capital.
Form = tuple[str, str, str, bool]
Forms = tuple[Form, ...]


def tokenise(text: str) -> list[str]:
    """Lower-case words of a text as written, possessives dropped."""
    words: list[str] = _TOKEN.findall(text.lower())
    return [_bare(word) for word in words] if "'" in text else words


def _bare(word: str) -> str:
    return word[:-2] if word.endswith("'s") else word


class Speller:
    """Reads written words as standard ones, given a pack's variants, its own words and common English."""

    def __init__(
        self, spellings: Iterable[Spelling], gazetteer: Gazetteer, subject: Iterable[str], encoder: Encoder
    ) -> None:
        self._stemmer = Stemmer.Stemmer("english")
        self._encoder = encoder
        self._single: dict[str, tuple[str, ...]] = {}
        self._several: dict[str, list[Variant]] = {}
        self._names = {
            word
            for field in Gazetteer.model_fields
            for name in getattr(gazetteer, field)
            for word in tokenise(name)
        }
        for variant, said in SPOKEN.items():
            self._add(tuple(tokenise(variant)), tuple(tokenise(said)))
        for spelling in spellings:
            canonical = tuple(tokenise(spelling.canonical))
            self._names.update(word for word in canonical if encoder.rank(word) is None)
            for variant in spelling.variants:
                self._add(tuple(tokenise(variant)), canonical)
        self._own = {word for word in subject if len(word) > 3} | {
            name for name in self._names if len(name) > 3
        }
        self._near: dict[tuple[str, int], list[str]] = {}
        for word in dict.fromkeys([*sorted(self._own), *encoder.common(_REPAIR_FROM)]):
            if len(word) > 3 and word.isalpha():
                self._near.setdefault((word[0], len(word)), []).append(word)
        self._read = Memo(self._standard)
        self._stems: Memo[str, str] = Memo(self._stemmer.stemWord)
        self._readings = Memo(self._read_word)
        self._raw = Memo(self._read_raw)

    def _add(self, variant: tuple[str, ...], canonical: tuple[str, ...]) -> None:
        if variant == canonical or not variant:
            return
        if len(variant) == 1:
            self._single[variant[0]] = canonical
        else:
            self._several.setdefault(variant[0], []).append((variant, canonical))
            self._several[variant[0]].sort(key=lambda pair: -len(pair[0]))

    def read(self, text: str) -> Tokens:
        """The words of a clean text; a variant of several words gives its standard ones."""
        # Gaps and words in turn: their lengths give every place without an object for each match.
        parts = _WORDS.split(text)
        bounds = list(accumulate(map(len, parts)))
        starts, ends = bounds[0:-1:2], bounds[1::2]
        seen = list(map(self._raw.__getitem__, parts[1::2]))
        forms = [entry[0] for entry in seen]
        for first, last, several in reversed(list(self._unlike(seen))):
            forms[first:last] = several
            starts[first:last] = starts[first : first + 1] * len(several)
            ends[first:last] = ends[last - 1 : last] * len(several)
        return Tokens(tuple(starts), tuple(ends), *(zip(*forms, strict=True) if forms else ((), (), (), ())))

    def _unlike(self, seen: Sequence[tuple[Form, Forms]]) -> Iterator[tuple[int, int, Forms]]:
        """Words [first, last) that are read as more or fewer words, and the forms they have then."""
        after = 0
        for place in [place for place, (_, forms) in enumerate(seen) if forms]:
            if place >= after:
                several = self._several_at([form for form, _ in seen[place : place + _LONGEST]])
                size, forms = several or (1, seen[place][1])
                after = place + size
                yield place, after, forms

    def _read_raw(self, raw: str) -> tuple[Form, Forms]:
        """The first form of a word as it stands; and all of them where that may not be the whole story."""
        written, capital = _bare(raw.lower()), raw[0].isupper()
        forms = tuple((written, word, stem, capital) for word, stem in self._readings[written])
        return forms[0], forms if len(forms) > 1 or written in self._several else ()

    def _read_word(self, word: str) -> Readings:
        """(word as read, stem) of one written word; a variant may stand for several."""
        words = self._single.get(word) or (self._read[word],)
        return tuple((reading, self._stems[reading]) for reading in words)

    def _several_at(self, forms: Sequence[Form]) -> tuple[int, Forms] | None:
        """The longest variant of several words that these words begin with: how many they are, and its own forms."""
        found = self._variant(tuple([form[0] for form in forms]))
        if found is None:
            return None
        variant, canonical = found
        whole, capital = " ".join(variant), forms[0][3]
        return len(variant), tuple((whole, word, self._stems[word], capital) for word in canonical)

    def _variant(self, written: tuple[str, ...]) -> Variant | None:
        for found in self._several.get(written[0], ()):
            if written[: len(found[0])] == found[0]:
                return found
        return None

    def words(self, text: str) -> tuple[str, ...]:
        """The words of a text as read."""
        written = tokenise(text)
        starts = [place for place, word in enumerate(written) if word in self._several]
        # Beyond ASCII the words of a text in lower case may be others than its words in lower case.
        if any(
            self._variant(tuple(written[place : place + _LONGEST])) or not text.isascii() for place in starts
        ):
            return self.read(text).words
        return tuple([reading for word in written for reading, _ in self._readings[word]])

    def read_term(self, words: Sequence[str]) -> tuple[str, ...]:
        """A term's words with variants made standard but nothing repaired: it may be the beginning of a word."""
        out: list[str] = []
        place = 0
        while place < len(words):
            for variant, canonical in self._several.get(words[place], ()):
                if tuple(words[place : place + len(variant)]) == variant:
                    out.extend(canonical)
                    place += len(variant)
                    break
            else:
                word = words[place]
                out.extend(self._single.get(word) or (british(word),))
                place += 1
        return tuple(out)

    def is_word(self, word: str) -> bool:
        """Is this a whole word of English or of the subject?"""
        return self._known(word)

    def standard(self, word: str) -> str:
        """One word as read: UK spelling, and a likely slip repaired."""
        return self._read[word]

    def stem(self, word: str) -> str:
        """The word's Snowball stem."""
        return self._stems[word]

    def _standard(self, word: str) -> str:
        local = british(word)
        if local != word and (self._known(local) or self._known(word)):
            return local
        if slip := SLIPS.get(word):
            return slip
        if spelt := self._commoner(word, by_rule(word)):
            return spelt
        if self._known(word) or len(word) < 4 or not word.isalpha():
            return word
        if heard := self._commoner(word, by_ear(word)):
            return heard
        return word if self._inflected(word) else british(self._nearest(word) or word)

    def _commoner(self, word: str, others: Iterable[str]) -> str | None:
        """The first of the others that is a word, and far commoner than this one."""
        own = self._encoder.rank(word)
        for other in others:
            its = self._encoder.rank(other)
            if its is not None and its < _MEANT and (own is None or own > _COMMONER * its):
                return other
        return None

    def _known(self, word: str) -> bool:
        if word in self._own:
            return True
        rank = self._encoder.rank(word)
        return rank is not None and rank < _MEANT

    def _inflected(self, word: str) -> bool:
        return any(self._known(base) or (base[-1] == base[-2] and self._known(base[:-1]))
                   for suffix in _SUFFIXES
                   if word.endswith(suffix) and len(base := word[: -len(suffix)]) > 2)  # fmt: skip

    def _nearest(self, word: str) -> str | None:
        """The word most likely meant: least changed, then the subject's own, then the commonest."""
        limit = 1 if len(word) < 6 else 2
        if self._encoder.rank(word) is not None:
            limit = 1
        near: list[tuple[int, bool, int, str]] = []
        for length in range(len(word) - limit, len(word) + limit + 1):
            candidates = self._near.get((word[0], length), ())
            # The coarser distance is far quicker; where the finer one is 1 it is too, where 2 it is 3 at most.
            found = process.extract(
                word, candidates, scorer=OSA.distance, score_cutoff=2 * limit - 1, limit=None
            )
            for candidate, _, _ in found:
                distance = DamerauLevenshtein.distance(word, candidate)
                if distance <= limit:
                    rank = self._encoder.rank(candidate)
                    common = _REPAIR_FROM if rank is None else rank
                    near.append((distance, candidate not in self._own, common, candidate))
        return min(near)[3] if near else None
