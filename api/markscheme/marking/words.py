"""Words as the marker reads them: spelling variants, US and UK forms, and typing errors all become one form."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import Stemmer
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from markscheme.domain.packs import Gazetteer, Spelling

from .encoding import Encoder
from .memo import Memo

_TOKEN = re.compile(r"[A-Za-z0-9]+(?:'[A-Za-z]+)?")
_ISE = re.compile(r"^([a-z]{3,})iz(e|ed|es|er|ers|ing|ation|ations|ational)$")
_UK = {
    "center": "centre", "centers": "centres", "program": "programme", "programs": "programmes", "labor": "labour",
    "defense": "defence", "offense": "offence", "favor": "favour", "favored": "favoured", "honor": "honour",
    "behavior": "behaviour", "color": "colour", "rumors": "rumours", "humor": "humour", "traveled": "travelled",
    "skeptical": "sceptical", "fulfill": "fulfil", "catalog": "catalogue", "plow": "plough", "plowed": "ploughed",
}  # fmt: skip
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
# Words in the longest spelling variant that is looked for.
_LONGEST = 6


class Token(NamedTuple):
    """One word: its span in the clean text, as written in lower case, as read, and its stem."""

    start: int
    end: int
    written: str
    word: str
    stem: str
    capital: bool


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
        self._several: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        self._names = {
            word
            for field in Gazetteer.model_fields
            for name in getattr(gazetteer, field)
            for word in tokenise(name)
        }
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
        self._read: Memo[str, str] = Memo()
        self._stems: Memo[str, str] = Memo()
        self._memo: Memo[str, tuple[tuple[str, str], ...]] = Memo()
        self._raw: Memo[str, tuple[str, bool, tuple[tuple[str, str], ...]]] = Memo()

    def _add(self, variant: tuple[str, ...], canonical: tuple[str, ...]) -> None:
        if variant == canonical or not variant:
            return
        if len(variant) == 1:
            self._single[variant[0]] = canonical
        else:
            self._several.setdefault(variant[0], []).append((variant, canonical))
            self._several[variant[0]].sort(key=lambda pair: -len(pair[0]))

    def read(self, text: str, start: int = 0) -> list[Token]:
        """Tokens of a clean text, spans shifted by `start`; a variant of several words gives its standard ones."""
        matches = list(_TOKEN.finditer(text))
        seen = [self._seen_as(match.group()) for match in matches]
        tokens: list[Token] = []
        place, total = 0, len(matches)
        while place < total:
            written, capital, readings = seen[place]
            begin, end = matches[place].span()
            size = 1
            if written in self._several:
                size, readings = self._several_at([entry[0] for entry in seen[place : place + _LONGEST]])
                if size > 1:
                    end = matches[place + size - 1].end()
                    written = " ".join(entry[0] for entry in seen[place : place + size])
            for reading, stem in readings:
                tokens.append(Token(begin + start, end + start, written, reading, stem, capital))
            place += size
        return tokens

    def _seen_as(self, raw: str) -> tuple[str, bool, tuple[tuple[str, str], ...]]:
        """(in lower case, whether it begins with a capital, its readings) of a word as it stands; remembered."""
        entry = self._raw.get(raw)
        if entry is None:
            written = _bare(raw.lower())
            entry = self._raw[raw] = (written, raw[0].isupper(), self._readings(written))
        return entry

    def _readings(self, word: str) -> tuple[tuple[str, str], ...]:
        """(word as read, stem) of one written word; a variant may stand for several."""
        known = self._memo.get(word)
        if known is None:
            words = self._single.get(word) or (self.standard(word),)
            known = self._memo[word] = tuple((reading, self.stem(reading)) for reading in words)
        return known

    def _several_at(self, written: Sequence[str]) -> tuple[int, tuple[tuple[str, str], ...]]:
        """The longest variant of several words that these words begin with, or the first word alone."""
        for variant, canonical in self._several[written[0]]:
            if tuple(written[: len(variant)]) == variant:
                return len(variant), tuple((word, self.stem(word)) for word in canonical)
        return 1, self._readings(written[0])

    def words(self, text: str) -> tuple[str, ...]:
        """The words of a text as read."""
        written = tokenise(text)
        if self._several.keys().isdisjoint(written):
            return tuple([reading for word in written for reading, _ in self._readings(word)])
        return tuple(token.word for token in self.read(text))

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
                out.extend(self._single.get(word) or (_UK.get(word) or _ISE.sub(r"\1is\2", word),))
                place += 1
        return tuple(out)

    def is_word(self, word: str) -> bool:
        """Is this a whole word of English or of the subject?"""
        return self._known(word)

    def standard(self, word: str) -> str:
        """One word as read: UK spelling, and a likely slip repaired."""
        known = self._read.get(word)
        if known is None:
            known = self._read[word] = self._standard(word)
        return known

    def stem(self, word: str) -> str:
        """The word's Snowball stem."""
        stem = self._stems.get(word)
        if stem is None:
            stem = self._stems[word] = self._stemmer.stemWord(word)
        return stem

    def _standard(self, word: str) -> str:
        british = _UK.get(word) or _ISE.sub(r"\1is\2", word)
        if british != word and (self._known(british) or self._known(word)):
            return british
        if self._known(word) or len(word) < 4 or not word.isalpha() or self._inflected(word):
            return word
        return self._nearest(word) or word

    def _known(self, word: str) -> bool:
        if word in self._own:
            return True
        rank = self._encoder.rank(word)
        return rank is not None and rank < _MEANT

    def _inflected(self, word: str) -> bool:
        return any(word.endswith(suffix) and self._known(word[: -len(suffix)]) and len(word) - len(suffix) > 2
                   for suffix in _SUFFIXES)  # fmt: skip

    def _nearest(self, word: str) -> str | None:
        """The word most likely meant: least changed, then the subject's own, then the commonest."""
        limit = 1 if len(word) < 6 else 2
        if self._encoder.rank(word) is not None:
            limit = 1
        near: list[tuple[int, bool, int, str]] = []
        for length in range(len(word) - limit, len(word) + limit + 1):
            candidates = self._near.get((word[0], length), ())
            found = process.extract(
                word, candidates, scorer=DamerauLevenshtein.distance, score_cutoff=limit, limit=None
            )
            for candidate, distance, _ in found:
                rank = self._encoder.rank(candidate)
                common = _REPAIR_FROM if rank is None else rank
                near.append((int(distance), candidate not in self._own, common, candidate))
        return min(near)[3] if near else None
