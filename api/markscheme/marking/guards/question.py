"""The question in its own words."""

from ..fingerprints import RUN
from ..lexicon import DEGREES, FUNCTION, STOP
from .reading import Reading

_ECHO = 0.75
_PASTED = 0.6


def echoes(reading: Reading) -> set[int]:
    """Sentences made of the question's words that take no stand on it, or pasted from any question of the pack."""
    document, asked = reading.document, reading.asked
    own = _stands(reading)
    found = set()
    for number, unit in enumerate(document.sentences):
        span = slice(unit.first, unit.last)
        if asked.isdisjoint(document.stems[span]):
            continue
        pairs = zip(document.words[span], document.stems[span], strict=True)
        stems = {stem for word, stem in pairs if word not in STOP and word not in FUNCTION}
        shared = len(stems & asked)
        if shared >= 3 and shared / len(stems) >= _ECHO and not own[number]:
            found.add(number)
    return found | _pasted(reading)


def _pasted(reading: Reading) -> set[int]:
    _, owners = reading.written
    taken = reading.subject.questions.among(reading.prints)
    if not taken.any():
        return set()
    counts: dict[int, list[bool]] = {}
    for owner, there in zip(owners, taken.tolist(), strict=True):
        counts.setdefault(owner, []).append(there)
    return {n for n, there in counts.items() if sum(there) >= max(RUN, _PASTED * len(there))}


def _stands(reading: Reading) -> list[bool]:
    """Per sentence: does it take a stand, by a negation, a degree or a ranking word that is not the question's?"""
    document, markers = reading.document, reading.subject.markers
    stands = [bool(n) for n in markers.per_sentence(document, "negator")]
    for number, words in enumerate(reading.sentences):
        stands[number] = stands[number] or not DEGREES.isdisjoint(words)
    for start, end in markers.hits(document, "ranking"):
        sentence = int(document.sentence_of[start])
        if sentence >= 0 and reading.asked.isdisjoint(document.stems[start:end]):
            stands[sentence] = True
    return stands
