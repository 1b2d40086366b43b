"""Whether the writer claims what a stretch says: not denied, not asked, not put in someone else's mouth."""

from collections.abc import Sequence

from .lexicon import CONTRACTED
from .places import Places, Span, distance, overlaps
from .vocabulary import Vocabulary

_NEGATORS = (
    "not=", "never=", "nobody", "no one", "none=", "nothing", "neither", "nor=", "hardly", "scarcely",
    "barely", "cannot", "far from", "stopped short", "fell short", "anything but", "no evidence",
    "no proof", "no truth", "no sign", "no question", *CONTRACTED,
)  # fmt: skip
_NOT_NEGATING = (
    "not only", "not just", "not merely", "not simply", "not until", "not least", "no doubt", "no wonder",
    "not surpris", "no sooner", "without doubt", "without a doubt", "not long", "nothing but",
    "not to mention", "cannot be denied", "can't be denied", "no matter", "never forg", "never accept",
    "never stopped", "not forg", "never recover", "never like", "if we look", "if you look", "if you ask",
    "if anything",
)  # fmt: skip
# Words that make what follows a condition or a fear rather than a fact…
_UNREAL = (
    "if=", "would have", "would of", "could have", "might have", "may have", "should have", "would once",
    "could once", "would previously", "feared that", "expected that", "expected to", "hoped that", "denied",
    "denies", "forbade", "forbidden", "whether", "refused to", "unable to", "failed to", "feared they",
    "feared he", "hoping that",
)  # fmt: skip
# …and those that deny or unsettle only what follows at once.
_BRIEF = (
    "no=", "without", "rather than", "instead of", "unlike", "as opposed to", "wanted to", "want to",
    "wants to", "tried to", "trying to", "attempted to", "attempt to", "attempts to", "planned to",
    "reluctant to", "hope to", "hoped to", "wished to", "wish to", "intended to", "avoid", "refus",
    "threatened to", "threatening to", "fear of", "hoped for",
)  # fmt: skip
_HEDGES = (
    "some historian", "many historian", "some writer", "some people", "some say", "some said", "some argue",
    "some claim", "some textbook", "some book", "some account", "some source", "some believe", "some think",
    "some would", "some critic", "some student", "some note", "some website", "some have", "some eyewitness",
    "some assume", "some describe", "older books", "student notes", "one account", "one source",
    "one textbook", "one website", "one historian", "one version", "one article", "one essay",
    "one flashcard", "one diagram", "one set of notes", "one book", "according to", "it is said",
    "it was said", "is said to", "was said to", "it has been said", "it has been claimed",
    "it has been argued", "it has been suggested", "it is claimed", "it is argued", "it is believed",
    "it was believed", "it is often", "it is sometimes", "it is wrongly", "it is commonly", "it is widely",
    "it could be argued", "it could be said", "it can be argued", "it might be argued", "it might be said",
    "it may be argued", "it was rumour", "it was claimed", "it is assumed", "often said", "often claimed",
    "often assumed", "sometimes said", "sometimes claimed", "wrongly said", "wrongly claim", "wrongly stat",
    "wrongly belie", "wrongly assum", "wrongly think", "wrongly thought", "wrongly suggest", "wrongly argue",
    "mistakenly", "falsely", "official story", "official reason", "official version", "official line",
    "official explanation", "official announcement", "supposedly", "supposed to have", "suppose that",
    "supposed that", "alleged", "reported that", "reportedly", "rumour", "propaganda", "pretend", "pretext",
    "excuse", "claimed", "claims that", "claim that", "the claim", "legend", "in theory", "on paper",
    "people think", "many think", "students think", "many argue", "many believe", "historians argue",
    "historians claim", "historians believe", "historians say", "historians have", "critics say",
    "critics said", "critics argue", "opponents said", "enemies said", "believed that", "assumed that",
    "the view that", "the belief that", "seemed to", "it seemed", "appeared to", "looked as if", "as if",
    "as though", "could be seen as", "can be seen as", "might be seen as", "spokesm", "perhaps", "possibly",
    "revisionis", "interpretation",
)  # fmt: skip
# In part, and so not what an absolute error says.
_IN_PART = (
    "a bit", "a bit more", "somewhat", "slightly", "a little", "to some extent", "partly", "partially",
    "a measure of", "a degree of", "more freely", "in part", "at first", "for a time", "for a while",
    "briefly", "temporarily", "not yet", "almost", "nearly", "kind of", "sort of", "less strictly", "like a",
    "as a kind", "as it were", "up to a point",
)  # fmt: skip
_DENIALS = (
    "myth", "untrue", "not true", "isn't true", "wasn't true", "false=", "incorrect", "mistaken",
    "misconception", "wrong to", "exaggerat", "inaccura", "contrary to", "overstate", "simplistic",
    "too simple", "no truth", "nonsense",
)  # fmt: skip
# Where a negation's reach ends: a turn, or a new subject.
_TURNS = (
    "but=", "instead=", "however", "and he=", "and they=", "and it=", "and this=", "so he=", "so they=",
    "so it=", "then he=", "then they=", "and then=", "and in=", "and after=", "and when=", "and by=",
    "and under=", "and so=", "and during=", "and from=", "and as=",
)  # fmt: skip
_REACH = 10
_BRIEF_REACH = 4
_BESIDE = 2


class Claims:
    """The words by which a writer denies, doubts or hands on a statement."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._negators = vocabulary.add("claim:negator", _NEGATORS)
        self._not_negating = vocabulary.add("claim:not-negating", _NOT_NEGATING)
        self._unreal = vocabulary.add("claim:unreal", _UNREAL)
        self._brief = vocabulary.add("claim:brief", _BRIEF)
        self._hedges = vocabulary.add("claim:hedge", _HEDGES)
        self._in_part = vocabulary.add("claim:in-part", _IN_PART)
        self._denials = vocabulary.add("claim:denial", _DENIALS)
        self._turns = vocabulary.add("claim:turn", _TURNS)

    def denies(self, places: Places, sentence: int) -> bool:
        """Does the sentence call something untrue?"""
        return bool(places.spans(self._denials, sentence))

    def hedges(self, places: Places, sentence: int, nearby: Span, own: Sequence[Span]) -> bool:
        """Is the statement handed on as someone else's near by, in words that are not its own?"""
        hedges = places.spans(self._hedges, sentence)
        return any(overlaps(span, [nearby]) and not overlaps(span, own) for span in hedges)

    def lessens(self, places: Places, sentence: int, said: Sequence[Span], own: Sequence[Span]) -> bool:
        """Is it said to be so in part only, right beside what is said?"""
        return any(
            distance(part, span) <= _BESIDE and not overlaps(part, own)
            for part in places.spans(self._in_part, sentence)
            for span in said
        )

    def negates(self, places: Places, sentence: int, said: Sequence[Span], own: Sequence[Span]) -> bool:
        """Does a negation or a mere wish in the same clause, not the statement's own, reach words `said`?"""
        spared = [*own, *places.spans(self._not_negating, sentence)]
        reaches = ((self._negators, _REACH), (self._unreal, _REACH), (self._brief, _BRIEF_REACH))
        return any(
            self._reaches(places, sentence, negator, word, reach)
            for group, reach in reaches
            for negator in places.spans(group, sentence)
            if not overlaps(negator, spared)
            for word in said
        )

    def _reaches(self, places: Places, sentence: int, negator: Span, word: Span, reach: int) -> bool:
        gap = word[0] - negator[1]
        if not 0 <= gap <= reach or places.clause_of[negator[0]] != places.clause_of[word[0]]:
            return False
        return not any(negator[1] <= turn[0] < word[0] for turn in places.spans(self._turns, sentence))
