"""Ways to change a text that an attack is made by: repeat, shuffle, reword, encode, disguise. The same on every run."""

import codecs
import re
from base64 import b64encode
from collections.abc import Callable, Sequence
from random import Random
from urllib.parse import quote

Step = Callable[[str, Sequence[str]], str]

_LOOKALIKES = str.maketrans("aeopcxyAEOPCTXK", "аеорсхуАЕОРСТХК")
_LEET = str.maketrans("aeiotsAEIOTS", "431075431075")
# Other words for common ones: a light rewording of the kind that takes a minute.
_SYNONYMS = {
    "divided": "split", "lost": "forfeited", "half": "fifty per cent", "offended": "annoyed", "dangerous": "risky",
    "anger": "fury", "angry": "furious", "touched": "affected", "people": "persons", "important": "significant",
    "main": "chief", "because": "since", "however": "nevertheless", "removed": "ousted", "power": "authority",
    "failed": "collapsed", "showed": "demonstrated", "shows": "demonstrates", "also": "additionally",
    "policy": "programme", "leader": "ruler", "began": "started", "large": "big", "many": "numerous",
    "ended": "stopped", "later": "afterwards", "although": "though", "weak": "feeble", "wanted": "wished",
    "helped": "assisted", "control": "command", "changed": "altered", "new": "fresh", "old": "former",
}  # fmt: skip


class UnknownStepError(LookupError):
    """An attack names a step that there is not."""


def disguise(text: str, step: str) -> str:
    """The text after one step, written as its name and its words; raises UnknownStepError."""
    name, *words = step.split()
    if name not in STEPS:
        raise UnknownStepError(f"no step {name!r}; there are {', '.join(sorted(STEPS))}")
    return STEPS[name](text, words)


def sentences(text: str) -> list[str]:
    """Sentences by their stops, line ends taken for spaces."""
    return re.split(r"(?<=[.!?])\s+", " ".join(text.split()))


def _paragraphs(text: str) -> list[str]:
    return [piece for piece in re.split(r"\n\s*\n", text.strip()) if piece]


def _shuffled(items: Sequence[str], seed: int) -> list[str]:
    return Random(seed).sample(items, len(items))


def _shuffle_inside(text: str) -> str:
    return " ".join(
        " ".join(_shuffled(one.rstrip(".").split(), n)) + "." for n, one in enumerate(sentences(text))
    )


def _reworded(text: str) -> str:
    words = re.compile(r"\b(" + "|".join(_SYNONYMS) + r")\b")
    return words.sub(lambda found: _SYNONYMS[found.group()], text)


def _opened(text: str, opener: str) -> str:
    return " ".join(f"{opener}, {one[0].lower()}{one[1:]}" for one in sentences(text))


def _without_every(text: str, every: int) -> str:
    return " ".join(word for n, word in enumerate(text.split(), 1) if n % every)


def _swapped(text: str, one: str, other: str) -> str:
    return re.sub(rf"\b({one}|{other})\b", lambda found: other if found.group() == one else one, text)


def _filled(text: str, characters: int, gap: str) -> str:
    return ((text + gap) * (characters // len(text + gap) + 1))[:characters]


def _between(text: str, every: int) -> str:
    return "".join(f"{char}\u200b" if n % every == 0 else char for n, char in enumerate(text, 1))


def _bold(text: str) -> str:
    return "".join(
        chr(0x1D400 + ord(c) - 65)
        if "A" <= c <= "Z"
        else chr(0x1D41A + ord(c) - 97)
        if "a" <= c <= "z"
        else c
        for c in text
    )


STEPS: dict[str, Step] = {
    "repeat": lambda t, w: "\n\n".join([t] * int(w[0])),
    "fill": lambda t, w: _filled(t, int(w[0]), " "),
    "fill-solid": lambda t, w: _filled(t, int(w[0]), ""),
    "number": lambda t, w: " ".join(t.replace("here", f"here {n}", 1) for n in range(1, int(w[0]) + 1)),
    "paragraphs": lambda t, w: "\n\n".join(_paragraphs(t)[int(n) - 1] for n in w),
    "sentences": lambda t, w: " ".join(sentences(t)[int(w[0]) - 1 : int(w[1])]),
    "every-second-sentence": lambda t, w: " ".join(sentences(t)[::2]),
    "shuffle-sentences": lambda t, w: " ".join(_shuffled(sentences(t), int(w[0]))),
    "shuffle-words": lambda t, w: " ".join(_shuffled(t.split(), 1)) + ".",
    "shuffle-inside-sentences": lambda t, w: _shuffle_inside(t),
    "synonyms": lambda t, w: _reworded(t),
    "open-sentences": lambda t, w: _opened(t, w[0]),
    "drop-words": lambda t, w: _without_every(t, int(w[0])),
    "swap": lambda t, w: _swapped(t, w[0], w[1]),
    "one-line": lambda t, w: " ".join(t.replace("•", " ").split()),
    "in-quotation-marks": lambda t, w: f"“{t.strip()}”",
    "base64": lambda t, w: b64encode(t.encode()).decode(),
    "hex": lambda t, w: t.encode().hex(),
    "rot13": lambda t, w: codecs.encode(t, "rot13"),
    "leet": lambda t, w: t.translate(_LEET),
    "spaced": lambda t, w: "  ".join(" ".join(word) for word in t.split()),
    "dotted": lambda t, w: "  ".join(".".join(word.rstrip(".")) for word in t.split()),
    "backwards": lambda t, w: t[::-1],
    "entities": lambda t, w: "".join(f"&#{ord(char)};" for char in t),
    "percent": lambda t, w: "".join(f"%{ord(char):02x}" if char.isalpha() else quote(char) for char in t),
    "tags": lambda t, w: "".join(chr(0xE0000 + ord(char)) for char in t),
    "fullwidth": lambda t, w: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in t),
    "bold": lambda t, w: _bold(t),
    "homoglyphs": lambda t, w: t.translate(_LOOKALIKES),
    "zero-width": lambda t, w: _between(t, int(w[0])),
}
