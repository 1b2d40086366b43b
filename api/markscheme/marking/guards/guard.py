"""The table of guards: which sentences may earn nothing, which flags an answer carries, and what caps its mark."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from markscheme.domain.reports import Flag, FlagKind, Withheld
from markscheme.domain.schemes import TOP

from ..documents import Unit
from .copies import copies
from .flags import flag, passages
from .hidden import hidden
from .instructions import instructions, pleads
from .languages import not_english, other_script
from .lists import listed
from .question import echoes
from .reading import Reading
from .repeats import repeats
from .topics import off_topic, too_late
from .wholeness import is_notes, unfinished

_SHORT, _LONG = 40, 2_200
_NOTHING, _BRIEF, _ELSEWHEN = 1.0, 6.0, 8.0
_READ = 0.6
_ENOUGH = 8


@dataclass(frozen=True, slots=True)
class Guarded:
    """`kept` sentences may earn credit; `cap` is the highest standard (of 25) the text can reach."""

    kept: frozenset[int]
    flags: tuple[Flag, ...]
    withheld: Withheld | None
    cap: float
    mentions_only: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """What the sentences that may earn something say; `abroad` where most of the answer is in another language."""

    reading: Reading
    numbers: Sequence[int]
    counts: Counter[str]
    abroad: bool

    @property
    def words(self) -> int:
        """How many words they have."""
        return self.counts.total()


@dataclass(frozen=True, slots=True)
class Finding:
    """What one guard says of the whole; after a `last` one no other is asked."""

    kind: FlagKind
    cap: float = TOP
    withheld: Withheld | None = None
    mentions_only: bool = False
    last: bool = False
    place: Unit | None = None
    detail: str = ""


def check(reading: Reading) -> Guarded:
    """Flags, and which sentences may earn something."""
    document = reading.document
    if not document.sentences:
        return _wordless(reading)
    dropped: set[int] = set()
    flags: list[Flag] = []
    abroad = False
    for kind, guard in OF_SENTENCES.items():
        found = guard(reading) - dropped
        abroad = kind == "other_language" and _most(reading, found)
        flags.extend(() if abroad else passages(kind, document, found))
        dropped |= found
    flags.extend(hidden(document))
    numbers = sorted(set(range(len(document.sentences))) - dropped)
    counts = Counter(chain.from_iterable(reading.sentences[number] for number in numbers))
    findings = list(_findings(Kept(reading, numbers, counts, abroad)))
    for finding in findings:
        quote = document.quote(finding.place) if finding.place else None
        start, end = (quote.start, quote.end) if quote else (None, None)
        flags.append(flag(finding.kind, start, end, finding.detail))
    return Guarded(
        kept=frozenset(numbers),
        flags=tuple(flags),
        withheld=next((finding.withheld for finding in findings if finding.withheld), None),
        cap=min((finding.cap for finding in findings), default=TOP if numbers else 0.0),
        mentions_only=not numbers or any(finding.mentions_only for finding in findings),
    )


def _most(reading: Reading, found: set[int]) -> bool:
    sizes = [len(words) for words in reading.sentences]
    return sum(sizes[number] for number in found) > sum(sizes) / 2


def _wordless(reading: Reading) -> Guarded:
    answer = reading.document.answer
    foreign = other_script(answer)
    flags = [flag("other_language" if foreign else "blank"), *hidden(reading.document)]
    if foreign and pleads(answer):
        flags.append(flag("instruction_to_marker"))
    return Guarded(frozenset(), tuple(flags), "other_language" if foreign else None, 0.0, True)


def _findings(kept: Kept) -> Iterator[Finding]:
    if kept.words or kept.abroad:
        for guard in OF_THE_WHOLE:
            finding = guard(kept)
            if finding:
                yield finding
                if finding.last:
                    return
    if len(kept.reading.document.words) > _LONG:
        yield Finding("over_length")


def _notes(kept: Kept) -> Finding | None:
    if is_notes(kept.reading.document.clean.text) and _known(kept) >= _READ:
        return Finding("notes_not_prose", withheld="notes", last=True)
    return None


def _language(kept: Kept) -> Finding | None:
    foreign = kept.words >= _ENOUGH and _known(kept) < _READ
    if kept.abroad or foreign or other_script(kept.reading.document.answer):
        return Finding("other_language", cap=0.0, withheld="other_language", mentions_only=True, last=True)
    return None


def _known(kept: Kept) -> float:
    known = kept.reading.subject.known
    return sum(count for word, count in kept.counts.items() if known[word]) / max(1, kept.words)


def _list(kept: Kept) -> Finding | None:
    cap = listed(kept.reading, kept.numbers, kept.counts)
    return None if cap is None else Finding("keyword_list", cap=cap, mentions_only=True)


def _topic(kept: Kept) -> Finding | None:
    cap = off_topic(kept.reading, kept.counts)
    return None if cap is None else Finding("off_question", cap=cap, mentions_only=cap <= _NOTHING)


def _period(kept: Kept) -> Finding | None:
    if not too_late(kept.reading, kept.counts):
        return None
    return Finding(
        "other_question", cap=_ELSEWHEN, detail=f"most of its years come after {kept.reading.period[1]}."
    )


def _short(kept: Kept) -> Finding | None:
    if kept.words >= _SHORT:
        return None
    return Finding("too_short", cap=_NOTHING if kept.words < _ENOUGH else _BRIEF)


def _fragment(kept: Kept) -> Finding | None:
    place = unfinished(kept.reading.document)
    return Finding("fragment", withheld="fragment", place=place) if place else None


# A sentence is dropped by the first that finds it; the language comes last, when what is left is meant as an answer.
OF_SENTENCES: dict[FlagKind, Callable[[Reading], set[int]]] = {
    "instruction_to_marker": instructions,
    "copied_question": echoes,
    "copied_source": copies,
    "repetition": repeats,
    "other_language": not_english,
}
OF_THE_WHOLE: tuple[Callable[[Kept], Finding | None], ...] = (
    _notes,
    _language,
    _list,
    _topic,
    _period,
    _short,
    _fragment,
)
