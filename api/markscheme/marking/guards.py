"""What an answer is as a text: which sentences may earn nothing, which flags it carries, and what caps its mark."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markscheme.domain.reports import Flag, FlagKind, Withheld

from .documents import Document, Unit
from .encoding import Encoder
from .lexicon import FUNCTION
from .markers import Markers

_MARKUP = re.compile(r"[{}\[\]<>]|\\n|\"\s*:")
_BULLET = re.compile(r"^\s*(?:[-*+\u2022\u25cf\u2023>=]|\d+[.)]|[a-z]\))\s+", re.I)
_TERMINAL = re.compile(r"[.!?][\"')\]\u201d\u2019]*\s*$")
_LETTER = re.compile(r"[^\W\d_]")
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
        self._subject = frozenset(subject)

    def check(self, document: Document, asked: frozenset[str]) -> Guarded:
        """Flags, and which sentences may earn something; `asked` are the stems of the question's own words."""
        flags: list[Flag] = []
        if not document.sentences:
            flags.append(_flag("blank"))
            flags.extend(_hidden(document))
            return Guarded(frozenset(), tuple(flags), None, 0.0, True)
        dropped: set[int] = set()
        for kind, numbers in (("instruction_to_marker", self._instructions(document)),
                              ("copied_question", _echoes(document, asked)), ("repetition", _repeats(document))):  # fmt: skip
            for number in sorted(numbers - dropped):
                quote = document.quote(document.sentences[number])
                flags.append(_flag(kind, quote.start, quote.end))  # type: ignore[arg-type]
            dropped |= numbers
        flags.extend(_hidden(document))
        kept = frozenset(range(len(document.sentences))) - dropped
        withheld, cap, listed = self._whole(document, kept, flags)
        return Guarded(kept, tuple(flags), withheld, cap, listed)

    def _whole(self, document: Document, kept: frozenset[int], flags: list[Flag]) -> tuple[Withheld | None, float, bool]:
        words = [t for n in sorted(kept) for t in _words(document, document.sentences[n])]
        if not words:
            return None, 0.0, True
        known = sum(self._encoder.rank(word) is not None or word.isdigit() for word in words) / len(words)
        function = sum(word in FUNCTION for word in words) / len(words)
        letters = _LETTER.findall(document.answer)
        foreign = sum(not letter.isascii() for letter in letters) > 0.3 * max(1, len(letters))
        if foreign or (len(words) >= 8 and (known < 0.6 or (function < 0.12 and self._commonness(words) < 0.35))):
            flags.append(_flag("other_language"))
            return "other_language", 0.0, True
        cap, listed = 25.0, False
        if (len(words) >= 8 and function < 0.10) or self._connectives(document, kept) > 0.16:
            flags.append(_flag("keyword_list"))
            cap, listed = 4.0, True
        if self._elsewhere(document, words):
            flags.append(_flag("off_question"))
            cap = min(cap, 1.0 if not self._subject & set(words) else 3.0)
        if len(words) < _SHORT:
            flags.append(_flag("too_short"))
            cap = min(cap, 1.0 if len(words) < 8 else 6.0)
        if len(words) > _LONG:
            flags.append(_flag("over_length"))
        withheld = None if listed else _unfinished(document, flags)
        return withheld, cap, listed

    def _commonness(self, words: list[str]) -> float:
        return sum((self._encoder.rank(word) or 60_000) < 3_000 for word in words) / len(words)

    def _connectives(self, document: Document, kept: frozenset[int]) -> float:
        total = sum(document.sentences[n].size for n in kept)
        if total < 25:
            return 0.0
        kinds = ("causal", "judging", "contrast")
        counts = [self._markers.per_sentence(document, kind) for kind in kinds]
        return float(sum(count[sorted(kept)].sum() for count in counts)) / total

    def _elsewhere(self, document: Document, words: list[str]) -> bool:
        others = len(self._markers.hits(document, "other_topic"))
        own = sum(1 for word in words if word in self._subject)
        return (len(words) >= 15 and own == 0) or (others >= 2 and others >= own / 2)

    def _instructions(self, document: Document) -> set[int]:
        found = {int(document.sentence_of[hit.start]) for hit in self._markers.hits(document, "to_marker")}
        marks = self._markers.per_sentence(document, "mark_words")
        asks = self._markers.per_sentence(document, "asks_marker")
        for number, sentence in enumerate(document.sentences):
            markup = len(_MARKUP.findall(document.text(sentence)))
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


def _words(document: Document, unit: Unit) -> tuple[str, ...]:
    return document.words[unit.first : unit.last]


def _hidden(document: Document) -> list[Flag]:
    spans = document.clean.hidden
    visible = [(a, b) for a, b in spans if b - a > 1]
    return [_flag("hidden_text", a, b) for a, b in (visible or (spans[:1] if len(spans) > 2 else ()))]


def _echoes(document: Document, asked: frozenset[str]) -> set[int]:
    found = set()
    for number, unit in enumerate(document.sentences):
        stems = {t.stem for t in document.tokens[unit.first : unit.last] if t.word not in FUNCTION and len(t.word) > 2}
        if stems and len(stems & asked) >= 3 and len(stems & asked) / len(stems) >= 0.7:
            found.add(number)
    return found


def _repeats(document: Document) -> set[int]:
    found: set[int] = set()
    exact: set[tuple[str, ...]] = set()
    by_stem: dict[str, list[tuple[int, frozenset[str]]]] = {}
    for number, unit in enumerate(document.sentences):
        words = _words(document, unit)
        stems = frozenset(token.stem for token in document.tokens[unit.first : unit.last])
        near = max((len(stems & other) / len(stems | other) for key in sorted(stems)[:3]
                    for _, other in by_stem.get(key, ())), default=0.0)  # fmt: skip
        if words in exact or (len(stems) >= 6 and near >= _NEAR_COPY):
            found.add(number)
            continue
        exact.add(words)
        for key in stems:
            by_stem.setdefault(key, []).append((number, stems))
    return found


def _unfinished(document: Document, flags: list[Flag]) -> Withheld | None:
    lines = [line for line in document.answer.splitlines() if line.strip()]
    bullets = sum(bool(_BULLET.match(line)) for line in lines)
    unpunctuated = sum(not _TERMINAL.search(line) for line in lines)
    if len(lines) >= 4 and (bullets >= 0.6 * len(lines) or unpunctuated >= 0.75 * len(lines)):
        flags.append(_flag("notes_not_prose"))
        return "notes"
    text = document.answer.rstrip()
    ended = sum(bool(_TERMINAL.search(document.text(s))) for s in document.sentences)
    if ended >= 2 and (not _TERMINAL.search(text) or text.endswith(("...", "\u2026"))):
        last = document.quote(document.sentences[-1])
        flags.append(_flag("fragment", last.start, last.end))
        return "fragment"
    return None
