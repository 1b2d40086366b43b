"""Whether the writer claims what a stretch says: not denied, not asked, not put in someone else's mouth."""

from collections.abc import Sequence

from .documents import Document
from .places import Places, Span, overlaps
from .vocabulary import Vocabulary

_NEGATORS = (
    "not=", "never=", "no=", "nobody", "none=", "nothing", "neither", "nor=", "hardly", "scarcely", "barely", "cannot",
    "without", "n't", "didn't", "wasn't", "weren't", "isn't", "aren't", "doesn't", "don't", "couldn't", "wouldn't",
    "hadn't", "hasn't", "haven't", "can't", "won't", "didnt=", "wasnt=", "werent=", "isnt=", "doesnt=", "dont=",
    "couldnt=", "wouldnt=", "hadnt=", "hasnt=", "havent=", "cant=", "rather than", "instead of", "far from", "unlike",
    "stopped short", "fell short", "anything but", "as opposed to",
)  # fmt: skip
_NOT_NEGATING = (
    "not only", "not just", "not merely", "not simply", "not until", "not least", "no doubt", "no wonder", "not surpris",
    "no sooner", "without doubt", "without a doubt", "not long", "nothing but", "not to mention", "cannot be denied",
    "can't be denied", "no matter",
)  # fmt: skip
# Words that make what follows a wish, a fear or a failed attempt rather than a fact.
_UNREAL = (
    "if=", "would have", "could have", "might have", "may have", "should have", "feared", "fearing", "expected", "hoped",
    "hoping", "threaten", "wanted to", "want to", "wants to", "tried to", "trying to", "attempt", "planned to", "failed to",
    "refus", "unable", "denied", "denies", "avoid", "reluctant", "forbade", "forbidden", "whether",
)  # fmt: skip
_HEDGES = (
    "some historian", "many historian", "some writer", "some people", "some say", "some said", "some argue", "some claim",
    "some textbook", "some book", "some account", "some source", "some believe", "some think", "some would", "some critic",
    "some student", "some note", "some website", "some have", "some eyewitness", "some assume", "some describe",
    "older books", "student notes", "one account", "one source", "one textbook", "one website", "one historian",
    "one version", "one article", "one essay", "one flashcard", "one diagram", "one set of notes", "one book",
    "according to", "it is said", "it was said", "is said to", "was said to", "it has been said", "it has been claimed",
    "it has been argued", "it has been suggested", "it is claimed", "it is argued", "it is believed", "it was believed",
    "it is often", "it is sometimes", "it is wrongly", "it is commonly", "it is widely", "it could be", "it can be argued",
    "it might be", "it may be", "it was rumour", "it was claimed", "it is assumed", "often said", "often claimed",
    "often assumed", "sometimes said", "sometimes claimed", "wrongly", "mistakenly", "falsely", "officially", "official story",
    "official reason", "official version", "official line", "official explanation", "official announcement", "supposed",
    "suppose that", "alleged", "reported", "reportedly", "rumour", "propaganda", "pretend", "pretext", "excuse", "claimed",
    "claims that", "claim that", "the claim", "legend", "in theory", "on paper", "people think", "many think", "students think",
    "many argue", "many believe", "historians argue", "historians claim", "historians believe", "historians say",
    "historians have", "critics say", "critics said", "critics argue", "opponents said", "enemies said", "believed that",
    "assumed that", "the idea that", "the view that", "the belief that", "seemed to", "it seemed", "appeared to", "looked as if",
    "as if", "as though", "could be seen as", "can be seen as", "might be seen as", "so called", "spokesm", "perhaps", "possibly",
    "revisionis", "interpretation",
)  # fmt: skip
_DENIALS = (
    "myth", "untrue", "not true", "isn't true", "wasn't true", "false=", "incorrect", "mistaken", "misconception", "wrong to",
    "exaggerat", "inaccura", "contrary to", "overstate", "simplistic", "too simple", "no truth", "nonsense",
)  # fmt: skip
# Where a negation's reach ends: a turn, or a new subject.
_TURNS = ("but=", "instead=", "however", "and he=", "and they=", "and it=", "and this=", "so he=", "so they=", "so it=",
          "then he=", "then they=", "and then=")  # fmt: skip
_REACH = 10


class Claims:
    """The words by which a writer denies, doubts or hands on a statement."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._negators = vocabulary.add("claim:negator", _NEGATORS)
        self._not_negating = vocabulary.add("claim:not-negating", _NOT_NEGATING)
        self._unreal = vocabulary.add("claim:unreal", _UNREAL)
        self._hedges = vocabulary.add("claim:hedge", _HEDGES)
        self._denials = vocabulary.add("claim:denial", _DENIALS)
        self._turns = vocabulary.add("claim:turn", _TURNS)

    @property
    def groups(self) -> tuple[int, ...]:
        """The groups whose places `claimed` asks for."""
        return (self._negators, self._not_negating, self._unreal, self._hedges, self._denials, self._turns)

    def asks(self, document: Document, sentence: int) -> bool:
        """Is the sentence a question?"""
        return document.text(document.sentences[sentence]).rstrip("\"') ").endswith("?")

    def denies(self, places: Places, sentence: int) -> bool:
        """Does the sentence call something untrue?"""
        return bool(places.spans(self._denials, sentence))

    def hedges(self, places: Places, sentence: int, said: Sequence[Span]) -> bool:
        """Does the sentence hand the statement on as someone else's, in words that are not part of it?"""
        return any(not overlaps(span, said) for span in places.spans(self._hedges, sentence))

    def negates(self, places: Places, sentence: int, said: Sequence[Span]) -> bool:
        """Does a negation or a mere wish in the same clause reach one of these words?"""
        spared = places.spans(self._not_negating, sentence)
        negators = [
            span
            for group in (self._negators, self._unreal)
            for span in places.spans(group, sentence)
            if not overlaps(span, said) and not overlaps(span, spared)
        ]
        return any(self._reaches(places, sentence, negator, word) for negator in negators for word in said)

    def _reaches(self, places: Places, sentence: int, negator: Span, word: Span) -> bool:
        gap = word[0] - negator[1]
        if not 0 <= gap <= _REACH or places.clause_of[negator[0]] != places.clause_of[word[0]]:
            return False
        return not any(negator[1] <= turn[0] < word[0] for turn in places.spans(self._turns, sentence))
