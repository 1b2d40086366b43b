"""Saying the same in fewer words: empty words go first, then the clauses that tell least. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

EMPTY = (
    "it is important to note that", "it should be remembered that", "it could be said that",
    "it is clear that", "it can be argued that", "there is no doubt that", "as a matter of fact",
    "in other words", "at the same time", "of course", "in fact", "to be fair", "after all",
    "in many ways", "to be honest", "i would say that", "i think that", "hardly any",
    "really", "very", "quite", "rather", "simply", "just", "certainly", "clearly", "obviously",
    "basically", "actually", "indeed", "especially", "particularly", "extremely", "completely",
    "totally", "highly", "truly", "also", "even", "still", "already", "much", "finally", "eventually",
    "generally", "naturally", "probably", "perhaps", "usually", "deeply", "greatly", "openly", "quickly",
    "suddenly", "merely", "barely", "entirely", "fully",
)  # fmt: skip
# The set of first letters skips at once what none of the phrases can begin with.
_EMPTY = re.compile(
    rf"\b(?=[{''.join(sorted({phrase[0] for phrase in EMPTY}))}])(?:"
    + "|".join(map(re.escape, EMPTY))
    + r"),?\s+",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_JOINT = re.compile(r"(?<=[,;:])\s+|(?<!\s)\s+(?=(?:[-–—]|and|but|so|while|when|who|which|although|as)\s)")
_REASON = re.compile(
    r"\b(?:because|since|therefore|so that|which meant|led to|caused|made|forced|showed|without)\b"
)
_WORD = re.compile(r"[\w’'-]+")
REASON_WORTH = 2.0
SENTENCE_WORTH = 1.4
SHORT = 3


@dataclass(slots=True)
class _Sentence:
    """A sentence in clauses; only its tail, or all of it, can go without leaving the rest hanging."""

    paragraph: int
    clauses: list[str] = field(default_factory=list)


def condense(text: str, share: float = 0.7) -> str:
    """About `share` of the words, or more where only larger pieces are left to drop; paragraphs kept."""
    target = share * len(text.split())
    sentences = list(_sentences(_without_empty_words(text)))
    told = Counter(
        stem for s in sentences for clause in s.clauses for stem in set(map(_stem, _words(clause)))
    )
    left = sum(len(clause.split()) for s in sentences for clause in s.clauses)
    while left > target:
        tails = [
            (_worth(s, keep, told), place, keep) for place, s in enumerate(sentences) for keep in _keeps(s)
        ]
        fitting = [t for t in tails if left - _size(sentences[t[1]], t[2]) >= 0.97 * target]
        if not fitting:
            break
        _, place, keep = min(fitting)
        left -= _size(sentences[place], keep)
        del sentences[place].clauses[keep:]
    return _joined([s for s in sentences if s.clauses])


def _without_empty_words(text: str) -> str:
    def drop(match: re.Match[str]) -> str:
        before = match.string[: match.start()].rstrip(" ")
        return "\0" if not before or before[-1] in ".!?\n" else ""

    return re.sub(r"\0+(\w?)", lambda m: m.group(1).upper(), _EMPTY.sub(drop, text))


def _sentences(text: str) -> Iterator[_Sentence]:
    for paragraph, block in enumerate(re.split(r"\n\s*\n", text.strip())):
        for line in _SENTENCE.split(block):
            sentence = _Sentence(paragraph)
            for piece in filter(None, map(str.strip, _JOINT.split(line))):
                if sentence.clauses and len(sentence.clauses[-1].split()) <= SHORT:
                    sentence.clauses[-1] += f" {piece}"
                else:
                    sentence.clauses.append(piece)
            yield sentence


def _keeps(sentence: _Sentence) -> set[int]:
    """How many clauses may be kept when something goes: all but the last, or none."""
    return {0, len(sentence.clauses) - 1} if sentence.clauses else set()


def _size(sentence: _Sentence, keep: int) -> int:
    return sum(len(clause.split()) for clause in sentence.clauses[keep:])


def _worth(sentence: _Sentence, keep: int, told: Counter[str]) -> float:
    """Information a word in what would go, higher for a whole sentence."""
    going = sentence.clauses[keep:]
    worth = sum(_information(clause, told, opens=keep + n == 0) for n, clause in enumerate(going))
    return worth / max(1, _size(sentence, keep)) * (SENTENCE_WORTH if keep == 0 else 1.0)


def _information(clause: str, told: Counter[str], opens: bool) -> float:
    """Figures count most, then names, then long words; a word the answer uses elsewhere too counts less."""
    worth = REASON_WORTH if _REASON.search(clause.lower()) else 0.0
    for number, word in enumerate(_words(clause)):
        often = min(3, max(1, told[_stem(word)]))
        if any(c.isdigit() for c in word):
            worth += 3.0
        elif word[0].isupper() and not (opens and number == 0):
            worth += 2.0 / often
        elif len(word) >= 5:
            worth += 1.0 / often
    return worth


def _joined(sentences: Sequence[_Sentence]) -> str:
    paragraphs: dict[int, list[str]] = {}
    for sentence in sentences:
        paragraphs.setdefault(sentence.paragraph, []).append(_closed(" ".join(sentence.clauses)))
    return "\n\n".join(" ".join(lines) for lines in paragraphs.values())


def _closed(sentence: str) -> str:
    return sentence if sentence[-1] in ".!?" else sentence.rstrip(" \t\n,;:–—-") + "."


def _stem(word: str) -> str:
    return word.lower()[:6]


def _words(text: str) -> list[str]:
    return _WORD.findall(text)
