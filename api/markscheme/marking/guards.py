"""What an answer is as a text: which sentences may earn nothing, which flags it carries, and what caps its mark."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.reports import Flag, FlagKind, Withheld

from .documents import Document, Unit
from .encoding import Encoder
from .lexicon import FUNCTION, STOP
from .markers import Markers

_MARKUP = re.compile(r"[{}\[\]<>]|\\n|\"\s*:")
_BULLET = re.compile(r"^\s*(?:[-*+\u2022\u25cf\u2023>=]|\d+[.)]|[a-z]\))\s+", re.I)
_TERMINAL = re.compile(r"[.!?][\"')\]\u201d\u2019]*\s*$")
_LATIN = 0x24F
_MESSAGES: dict[FlagKind, str] = {
    "blank": "There is no answer here yet.",
    "too_short": "This is too short to show what you know.",
    "off_question": "This does not seem to be about the question's topic.",
    "other_question": "This reads like an answer to another question: {detail}",
    "keyword_list": "This is a list of terms, not an argument; a list earns a mention at most.",
    "repetition": "This repeats an earlier passage and counts once.",
    "copied_source": "This passage is word for word from an example answer.",
    "copied_question": "This is the question in its own words; it earns nothing.",
    "instruction_to_marker": "This speaks to the marker instead of answering; it was left out.",
    "hidden_text": "There is text or markup here that a reader cannot see; it was left out.",
    "other_language": "This is not in English as far as we can read it, so it cannot be marked.",
    "notes_not_prose": "These are notes. Write them out as an answer and they can be given a mark.",
    "fragment": "This looks like part of an answer: it stops before it ends.",
    "over_length": "This is longer than anyone could write in the time.",
}
_SHORT, _LONG = 40, 2_200
_NEAR_COPY = 0.85
_LONG_ENOUGH = 6
_LONG_LINE = 30
_ECHO = 0.75
# Only subject words rarer than this rank tell the topic: "party" or "power" stand in essays on anything.
_RARE = 4_000
_COMMON = 3_000
_ENOUGH_TO_TELL = 50


@dataclass(frozen=True, slots=True)
class Guarded:
    """`kept` sentences may earn credit; `cap` is the highest standard (of 25) the text can reach."""

    kept: frozenset[int]
    flags: tuple[Flag, ...]
    withheld: Withheld | None
    cap: float
    mentions_only: bool


class Guard:
    """Checks answers to one pack's questions; `subject` holds the words that every answer on its topic shares."""

    def __init__(self, encoder: Encoder, markers: Markers, subject: Iterable[str]) -> None:
        self._encoder = encoder
        self._markers = markers
        self._subject = frozenset(word for word in subject if (encoder.rank(word) or _RARE) >= _RARE)

    def check(self, document: Document, asked: frozenset[str]) -> Guarded:
        """Flags, and which sentences may earn something; `asked` are the stems of the question's own words."""
        flags: list[Flag] = []
        if not document.sentences:
            foreign = _foreign(document.answer)
            flags.append(_flag("other_language" if foreign else "blank"))
            flags.extend(_hidden(document))
            return Guarded(frozenset(), tuple(flags), "other_language" if foreign else None, 0.0, True)
        dropped: set[int] = set()
        unearned = {
            "instruction_to_marker": self._instructions(document),
            "copied_question": _echoes(document, asked, self._stand(document, asked)),
            "repetition": _repeats(document),
        }
        for kind, numbers in unearned.items():
            for number in sorted(numbers - dropped):
                quote = document.quote(document.sentences[number])
                flags.append(_flag(kind, quote.start, quote.end))  # type: ignore[arg-type]
            dropped |= numbers
        flags.extend(_hidden(document))
        kept = frozenset(range(len(document.sentences))) - dropped
        withheld, cap, listed = self._whole(document, kept, flags)
        return Guarded(kept, tuple(flags), withheld, cap, listed)

    def _whole(
        self, document: Document, kept: frozenset[int], flags: list[Flag]
    ) -> tuple[Withheld | None, float, bool]:
        counts = Counter(t for n in kept for t in _words(document, document.sentences[n]))
        total = counts.total()
        if not total:
            return None, 0.0, True
        known = self._share(counts, lambda word: word.isdigit() or self._encoder.rank(word) is not None)
        function = self._share(counts, FUNCTION.__contains__)
        if known >= 0.6 and _is_notes(document.clean.text):
            flags.append(_flag("notes_not_prose"))
            return "notes", 25.0, False
        if _foreign(document.answer) or (
            total >= 8 and (known < 0.6 or (function < 0.12 and self._share(counts, self._common) < 0.35))
        ):
            flags.append(_flag("other_language"))
            return "other_language", 0.0, True
        cap, listed = 25.0, False
        if (total >= 8 and function < 0.10) or self._connectives(document, kept) > 0.16:
            flags.append(_flag("keyword_list"))
            cap, listed = 4.0, True
        others = len(self._markers.hits(document, "other_topic"))
        own = sum(counts[word] for word in self._subject)
        if total >= _ENOUGH_TO_TELL and own == 0 and not self._markers.hits(document, "named"):
            flags.append(_flag("off_question"))
            return None, 1.0, True
        if others >= 2 and others >= own / 2:
            flags.append(_flag("off_question"))
            cap = min(cap, 3.0)
        if total < _SHORT:
            flags.append(_flag("too_short"))
            cap = min(cap, 1.0 if total < 8 else 6.0)
        if total > _LONG:
            flags.append(_flag("over_length"))
        withheld = None if listed else _unfinished(document, flags)
        return withheld, cap, listed

    def _common(self, word: str) -> bool:
        rank = self._encoder.rank(word)
        return rank is not None and rank < _COMMON

    @staticmethod
    def _share(counts: Counter[str], test: Callable[[str], bool]) -> float:
        return sum(count for word, count in counts.items() if test(word)) / counts.total()

    def _connectives(self, document: Document, kept: frozenset[int]) -> float:
        total = sum(document.sentences[n].size for n in kept)
        if total < 25:
            return 0.0
        kinds = ("causal", "judging", "contrast")
        counts = [self._markers.per_sentence(document, kind) for kind in kinds]
        return float(sum(count[sorted(kept)].sum() for count in counts)) / total

    def _stand(self, document: Document, asked: frozenset[str]) -> NDArray[np.float64]:
        """Per sentence: does it take a stand on the question, by a negation or a ranking word that is not the question's?"""
        stand = self._markers.per_sentence(document, "negator")
        for start, end in self._markers.hits(document, "ranking"):
            sentence = document.sentence_of[start]
            if sentence >= 0 and not {document.tokens[n].stem for n in range(start, end)} & asked:
                stand[sentence] += 1
        return stand

    def _instructions(self, document: Document) -> set[int]:
        found = {int(document.sentence_of[start]) for start, _ in self._markers.hits(document, "to_marker")}
        marks = self._markers.per_sentence(document, "mark_words")
        asks = self._markers.per_sentence(document, "asks_marker")
        marked_up = len(_MARKUP.findall(document.clean.text)) >= 2
        for number, sentence in enumerate(document.sentences):
            markup = len(_MARKUP.findall(document.text(sentence))) if marked_up else 0
            if (marks[number] and asks[number]) or (markup >= 2 and marks[number]) or markup >= 6:
                found.add(number)
        return found - {-1}


def _flag(kind: FlagKind, start: int | None = None, end: int | None = None, detail: str = "") -> Flag:
    return Flag(kind=kind, message=_MESSAGES[kind].format(detail=detail), start=start, end=end)


def other_question(detail: str) -> Flag:
    """The flag for an answer that fits another question of the pack better."""
    return _flag("other_question", detail=detail)


def copied(start: int, end: int) -> Flag:
    """The flag for a passage taken word for word from an example."""
    return _flag("copied_source", start, end)


def _foreign(answer: str) -> bool:
    """Are more than three in ten letters outside the Latin alphabet?"""
    if answer.isascii():
        return False
    letters = [char for char in answer if char.isalpha()]
    return sum(ord(char) > _LATIN for char in letters) > 0.3 * max(1, len(letters))


def _words(document: Document, unit: Unit) -> tuple[str, ...]:
    return document.words[unit.first : unit.last]


def _hidden(document: Document) -> list[Flag]:
    spans = document.clean.hidden
    visible = [(a, b) for a, b in spans if b - a > 1]
    return [_flag("hidden_text", a, b) for a, b in (visible or (spans[:1] if len(spans) > 2 else ()))]


def _echoes(document: Document, asked: frozenset[str], own: NDArray[np.float64]) -> set[int]:
    """Sentences made of the question's words; `own` counts each sentence's own negations and ranking words."""
    found = set()
    for number, unit in enumerate(document.sentences):
        stems = {
            t.stem
            for t in document.tokens[unit.first : unit.last]
            if t.word not in STOP and t.word not in FUNCTION
        }
        shared = len(stems & asked)
        if shared >= 3 and shared / len(stems) >= _ECHO and not own[number]:
            found.add(number)
    return found


def _repeats(document: Document) -> set[int]:
    """Sentences that say again what an earlier one said, word for word or nearly."""
    found: set[int] = set()
    exact: set[tuple[str, ...]] = set()
    alike: dict[str, list[frozenset[str]]] = {}
    for number, unit in enumerate(document.sentences):
        words = _words(document, unit)
        stems = frozenset(token.stem for token in document.tokens[unit.first : unit.last])
        # Nearly equal sentences nearly always share their alphabetically first or last stem.
        keys = (min(stems), max(stems))
        near = len(stems) >= _LONG_ENOUGH and any(
            len(stems & other) >= _NEAR_COPY * len(stems | other)
            for key in keys
            for other in alike.get(key, ())
        )
        if near or words in exact:
            found.add(number)
            continue
        exact.add(words)
        for key in keys:
            alike.setdefault(key, []).append(stems)
    return found


def _is_notes(answer: str) -> bool:
    """Bullets, or lines without full stops, and enough of them to be meant so."""
    lines = [line for line in answer.splitlines() if line.strip()]
    bullets = sum(bool(_BULLET.match(line)) for line in lines)
    unpunctuated = sum(not _TERMINAL.search(line) and line.count(" ") < _LONG_LINE for line in lines)
    return len(lines) >= 4 and (bullets >= 0.6 * len(lines) or unpunctuated >= 0.75 * len(lines))


def _unfinished(document: Document, flags: list[Flag]) -> Withheld | None:
    """Does an answer whose sentences begin with capitals and end in full stops break off without one?"""
    text = document.clean.text.rstrip()
    ended = sum(bool(_TERMINAL.search(document.text(s))) for s in document.sentences)
    careful = sum(document.text(s)[:1].isupper() for s in document.sentences) > 0.9 * len(document.sentences)
    if ended >= 2 and careful and (not _TERMINAL.search(text) or text.endswith(("...", "\u2026"))):
        last = document.quote(document.sentences[-1])
        flags.append(_flag("fragment", last.start, last.end))
        return "fragment"
    return None
