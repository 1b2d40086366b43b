"""What turns a statement round: negators and how far they reach."""

from typing import NamedTuple

from .documents import Document
from .lexicon import CONTRACTED, NOT_ONLY
from .places import Places, Span, overlaps, within
from .vocabulary import Vocabulary

_PLAIN = (
    "not=", "never=", "nor=", "hardly", "scarcely", "barely", "rarely", "seldom", "cannot", "no longer",
    "arent=", "wont=", "far from", "anything but", "by no means", "in no way", "in no sense", "at no time",
    "at no point", "at no stage", "not once", "never once", "under no circumstances", "ain't", "shouldn't",
    "without ever", "without once", *CONTRACTED,
)  # fmt: skip
# These stand before a noun or for one, and deny the verb before them too ("lost no power").
_NAMING = (
    "no=", "nobody", "no one", "none=", "nothing", "neither", "not one", "not a single", "not any", "nowhere",
    "almost nobody", "almost no one", "almost nothing", "lack=", "lacked", "lacks=", "lacking", "absence of",
    "zero=", "no such", "nothing like", "not a soul", "not a word", "not a trace", "not an",
    "not the slightest", "no kind of", "no sort of", "no hint of", "no trace of", "no sign of", "devoid of",
    "little or no", "few or no", "few if any", "little if any", "next to no", "next to nothing", "hardly any",
    "scarcely any", "barely any",
)  # fmt: skip
_IMPLICIT = (
    "failed to", "fails to", "fail to", "failing to", "refused=", "refuses", "refuse=", "refusing",
    "declined to", "declining to", "avoid", "denied that", "deny that", "prevent", "refrain", "abstain",
    "neglected to", "unable to", "unwilling to", "reluctant to", "kept from", "kept away", "rejected",
    "did away with", "omitted to", "forgot to", "forbore", "hesitated to", "shrank from", "shied away",
    "steered clear", "held back from", "stopped short of", "fell short of", "backed away from", "ruled out",
    "vetoed", "would not hear of", "wouldn't hear of", "dropped the idea", "gave up the idea",
    "abandoned the idea", "turned down", "resisted", "dodged", "averted", "managed without", "did without",
    "went without", "was incapable of", "were incapable of", "was loath to", "disdained to", "ceased to",
    "missed the chance", "was too weak to", "was in no position",
)  # fmt: skip
# These turn round only words that are known to point one way…
_SOFT = (
    "free from", "free of", "void of", "spared=", "escap", "immune", "untouched by", "unaffected by",
    "unharmed", "unmoved by", "untroubled by", "unhurt", "saved from", "protected from", "shielded from",
    "safe from", "clear of",
)  # fmt: skip
# …and these only such as speak against the factor: "lost their trust" affirms, "people without a Party card" denies nothing.
_LIFTING = (
    "without", "instead of", "rather than", "lost=", "lose=", "losing", "loses=", "cost him", "costing him",
    "end of", "end to", "withdrew", "withheld", "less=", "stopped=", "stop=", "ceased", "hardly anyone",
    "stopped short", "few=", "little", "forfeit", "gave up", "deprived", "undermin", "discard", "supplant",
    "who did not", "who didn't", "who had not", "who hadn't", "who were not", "who weren't", "who was not",
    "who could not", "who couldn't", "who do not", "who don't", "that did not", "which did not",
    "promised not", "decided not", "not to=", "who never", "who are not", "who aren't", "who wasn't",
    "who wasnt=", "who werent=", "who didnt=", "who dont=", "who couldnt=",
)  # fmt: skip
# "Good at first", "who had once backed him", "said that it would": another time, or no fact.
_ELSEWHERE = (
    "at first", "first few", "early success", "early years", "early on", "early harvest", "initial", "once=",
    "used to", "promis", "wanted to", "planned to", "meant to", "sworn", "swore", "would", "might",
    "under stalin", "stalin had", "years before", "years earlier", "had been", "had once", "who had",
    "he had", "they had", "claimed", "talk of", "supposed", "picture of", "narrative of", "the view",
    "tried to", "asked to", "asking", "chance", "in order to", "ought", "almost", "nearly",
)  # fmt: skip
_UNTRUE = (
    "myth=", "myths=", "untrue", "not true", "isn't true", "wasn't true", "false to", "false that",
    "simply false", "is false", "nonsense", "legend that", "a legend", "a hoax", "misconception",
    "misunderstanding", "fairy tale", "mistaken to", "mistake to", "mistaken in", "wrong to think",
    "wrong to believe", "wrong to say", "wrong to claim", "wrong to suppose", "wrong that", "incorrect",
    "no truth", "contrary to", "a lie", "is fiction", "cannot be said that", "can't be said that",
    "not the case", "not correct", "wrongly", "falsely", "mistakenly",
)  # fmt: skip
# What looks like a negation and is none, or only a partial one.
_SPARED = (
    "not only", "not just", "not merely", "not simply", "not alone", "not until", "not least", "no doubt",
    "no wonder", "no matter", "not surpris", "no surprise", "no accident", "no coincidence", "no sooner",
    "without doubt", "without a doubt", "nothing but", "not to mention", "cannot be denied",
    "can't be denied", "could not be denied", "nobody can deny", "no one can deny", "nobody could deny",
    "no one could deny", "cannot deny", "can't deny", "not deny", "nobody doubt", "no one doubt", "not doubt",
    "never doubt", "not entirely", "not completely", "not wholly", "not fully", "not totally", "not always",
    "not all", "not every", "not everyone", "not everything", "not necessarily", "not quite", "not exactly",
    "not so much", "not because", "no fewer than", "no less", "not as", "not so", "no secret", "not long",
    "no mean", "not that", "never mind", "not in itself", "not by itself", "not on its own", "not directly",
    "no small", "not far", "nothing more than", "nothing less than", "no more than", "not even", "why not",
)  # fmt: skip
# A condition contrary to fact: "without the bad harvest he would have survived" affirms the bad harvest.
_UNREAL = (
    "would have", "would of", "would've", "wouldn't have", "would not have", "would never have", "might have",
    "could have", "could not have", "couldn't have", "would probably have", "would still have",
    "would perhaps have", "would be no", "would there", "if=", "would hardly have", "unless", "whether",
    "would surely have", "had he not", "had it not", "had they not", "would also have", "would maybe",
    "would probably",
)  # fmt: skip
# Weight in the question, not fact: "did not cause his fall" argues down and denies nothing.
_WEIGHING = (
    "cause=", "causes=", "reason", "explain", "explanation", "blame=", "matter=", "matters=", "mattered",
    "important", "importance", "decisive", "responsible", "main=", "enough=", "convincing", "bring him down",
    "brought him down", "his fall", "the fall", "his downfall", "remove him", "sufficient", "significan",
    "crucial", "chief", "primary", "whole story", "only factor", "factor=", "argument", "valid", "proof",
    "prove=", "weigh", "removal", "overthrow him", "central=", "the key", "biggest", "what brought",
    "what removed", "outweigh", "at stake", "trigger",
)  # fmt: skip
_ENDING = frozenset(
    "and but because although though however so which who while whereas since therefore yet whom".split()
)
_PARTLY = frozenset(
    "until always entirely completely wholly fully totally necessarily exactly altogether solely".split()
)
_REACH, _BRIEF = 8, 6


class _Kind(NamedTuple):
    """A group of negators and how many words they reach. `back`: they deny the verb before them too; `firm`: they deny
    whatever they reach; `lifts`: only what speaks against a factor."""

    group: int
    reach: int
    back: bool = False
    firm: bool = False
    lifts: bool = False


class Turn(NamedTuple):
    """A negator at words [start, end) and the end of its reach; the words [opens, closes) are said in the same breath."""

    start: int
    end: int
    last: int
    opens: int
    closes: int
    kind: _Kind


class Turning:
    """The negators of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._kinds = (
            _Kind(vocabulary.add("turn:plain", _PLAIN), _REACH),
            _Kind(vocabulary.add("turn:naming", _NAMING), _REACH, back=True, firm=True),
            _Kind(vocabulary.add("turn:implicit", _IMPLICIT), _BRIEF, firm=True),
            _Kind(vocabulary.add("turn:soft", _SOFT), _BRIEF),
            _Kind(vocabulary.add("turn:lifting", _LIFTING), _BRIEF, lifts=True),
        )
        self._untrue = vocabulary.add("turn:untrue", _UNTRUE)
        self.groups = (*(kind.group for kind in self._kinds), self._untrue)
        self._spared = vocabulary.add("turn:spared", _SPARED)
        self._unreal = vocabulary.add("turn:unreal", _UNREAL)
        self._elsewhere = vocabulary.add("turn:elsewhere", _ELSEWHERE)
        self._weighing = vocabulary.add("turn:weighing", _WEIGHING)

    def unreal(self, places: Places, sentence: int) -> bool:
        """Does the sentence state a condition rather than a fact?"""
        return bool(places.spans(self._unreal, sentence))

    def elsewhere(self, places: Places, sentence: int, clause: Span) -> bool:
        """Does the clause speak of another time, or of a wish?"""
        return any(within(span, [clause]) for span in places.spans(self._elsewhere, sentence))

    def weighed(self, places: Places, sentence: int) -> list[Span]:
        """Words about weight in the question: to deny these denies no fact."""
        return places.spans(self._weighing, sentence)

    def untrue(self, places: Places, sentence: int) -> Span | None:
        """Where the sentence calls what follows untrue."""
        found = places.spans(self._untrue, sentence)
        return found[0] if found else None

    def turns(self, places: Places, sentence: int, document: Document, clause: Span) -> list[Turn]:
        """The negators of a clause, in order; one inside another does not count."""
        occurring = places.groups(sentence)
        if occurring.isdisjoint(self.groups):
            return []
        spared = [*places.spans(self._spared, sentence), *places.spans(self._untrue, sentence)]
        found = [
            (span, kind)
            for kind in self._kinds
            if kind.group in occurring
            for span in places.spans(kind.group, sentence)
            if within(span, [clause]) and not overlaps(span, spared)
        ]
        found.sort(key=lambda item: (item[0][0], -item[0][1]))
        turns: list[Turn] = []
        for (start, end), kind in found:
            following = document.words[end : min(clause[1], end + _REACH)]
            if (turns and start < turns[-1].end) or (not kind.lifts and _in_part(following)):
                continue
            last = _last(document, end, min(clause[1], end + kind.reach))
            turns.append(Turn(start, end, last, *_breath(document, start, clause), kind))
        return turns


def _in_part(following: tuple[str, ...]) -> bool:
    """ "Not moved until 1961" says that it was; "not only" and "not always" deny little."""
    return not _PARTLY.isdisjoint(following) or (bool(following) and following[0] in NOT_ONLY)


def _last(document: Document, start: int, end: int) -> int:
    for place in range(start, end):
        if document.words[place] in _ENDING:
            return place
        if place > start and _stops(document, place):
            return place + 1
    return end


def _stops(document: Document, place: int) -> bool:
    end = document.tokens.ends[place]
    return document.clean.text[end : end + 1] in (",", ":", ";", "(", ")")


def _breath(document: Document, start: int, clause: Span) -> Span:
    """The words around a negator up to the next "and" or comma."""
    opens, closes = clause
    for place in range(start - 1, clause[0] - 1, -1):
        if document.words[place] == "and" or _stops(document, place):
            opens = place + 1
            break
    for place in range(start + 1, clause[1]):
        if document.words[place] == "and" or _stops(document, place - 1):
            closes = place
            break
    return opens, closes
