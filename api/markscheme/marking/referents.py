"""Who and what a sentence speaks of: names, and the pronouns that stand for them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .documents import Document
from .places import Places, Span, distance, overlaps, whole, within
from .vocabulary import Vocabulary
from .words import tokenise

_HE = ("he=", "himself")
_HIM = ("him=",)
_WHO = ("who=",)
_THEY = ("they=", "them=", "themselves")
_IT = ("it=", "its=", "itself", "this=", "these=", "they=", "them=", "which=")
# A name after one of these is not whom the clause is about; after one of those it is.
_ASIDE = frozenset((
    "unlike", "after", "of", "by", "with", "on", "from", "to", "against", "under", "than", "like", "since",
    "before", "about", "for", "over",
))  # fmt: skip
_HEADING = frozenset((
    "and", "but", "that", "when", "because", "if", "as", "while", "so", "although", "where", "whereas", "who",
    "which", "then", "or", "until",
))  # fmt: skip
_DEAD = frozenset(("died", "dead", "death", "dies", "dying", "die"))
_OPENING = 3
_LOOK_BACK = 3
_FAR = 18


class Mention(NamedTuple):
    """A person named at words [start, end), or a pronoun for him; `who` is None where that cannot be told."""

    start: int
    end: int
    who: str | None

    @property
    def span(self) -> Span:
        """Its words."""
        return self.start, self.end


class People:
    """The persons of a pack and the pronouns in their place.

    `central` is whom a pronoun stands for while nobody has been named, and when in doubt.
    """

    def __init__(
        self, vocabulary: Vocabulary, names: Iterable[str], subjects: Sequence[Sequence[str]]
    ) -> None:
        parts = {name: [word for word in tokenise(name) if len(word) > 2] for name in names}
        shared = Counter(word for words in parts.values() for word in set(words))
        self.person = {word: words[-1] for words in parts.values() for word in words if shared[word] == 1}
        spoken_of = Counter(who for terms in subjects for who in self.named_in(terms))
        self.familiar = frozenset(spoken_of)
        self.central = min(spoken_of, key=lambda who: (-spoken_of[who], who), default=None)
        self.names = vocabulary.add("person", tuple(f"{word}=" for word in sorted(self.person)))
        self.he = vocabulary.add("pronoun:he", _HE)
        self.him = vocabulary.add("pronoun:him", _HIM)
        self.who = vocabulary.add("pronoun:who", _WHO)
        self.they = vocabulary.add("pronoun:they", _THEY)

    def named_in(self, terms: Iterable[str]) -> frozenset[str]:
        """The persons that a group's terms name."""
        named = [words for term in terms if (words := tokenise(term))]
        return frozenset(self.person[words[-1]] for words in named if all(w in self.person for w in words))


class Cast:
    """The persons of one document, sentence by sentence."""

    def __init__(self, people: People, document: Document, places: Places) -> None:
        self._people = people
        self._document = document
        self._places = places
        self._topics: list[str | None] = [people.central]
        self._mentions: dict[int, list[Mention]] = {}

    def topic(self, sentence: int) -> str | None:
        """Whom "he" stands for at the start of a sentence."""
        while len(self._topics) <= sentence:
            self._topics.append(self._topic_after(len(self._topics) - 1))
        return self._topics[sentence]

    def mentions(self, sentence: int) -> list[Mention]:
        """The persons that a sentence speaks of, in order; possessives are left out."""
        found = self._mentions.get(sentence)
        if found is None:
            found = self._mentions[sentence] = self._mentioned(sentence)
        return found

    def opens(self, span: Span) -> bool:
        """Does it open a clause, as in notes that leave the person out?"""
        return span[0] - self._document.clauses[self._places.clause_of[span[0]]].first < _OPENING

    def after_by(self, span: Span) -> bool:
        """Is it an agent, as in "by Khrushchev"?"""
        return span[0] > 0 and self._document.words[span[0] - 1] == "by"

    def _topic_after(self, sentence: int) -> str | None:
        """The central person, unless this sentence is about another."""
        central = self._people.central
        leading = [name for name in self._named(sentence) if self._leads(name)]
        pronouns = self._places.spans(self._people.he, sentence)
        if not leading or any(name.who == central for name in leading):
            return central
        return central if pronouns and pronouns[0][0] < leading[0].start else leading[0].who

    def _mentioned(self, sentence: int) -> list[Mention]:
        names = self._named(sentence)
        pronouns = self._places.spans(self._people.he, sentence)
        he = self._stands_for(sentence, names, pronouns[0][0]) if pronouns else None
        # "Him" is seldom the one whom the same sentence is about.
        topic = self.topic(sentence)
        him = he if pronouns and topic == self._people.central else topic
        objects = self._places.spans(self._people.him, sentence)
        found = [*names, *(Mention(*span, he) for span in pronouns)]
        found += [Mention(*span, him) for span in objects]
        for start, end in self._places.spans(self._people.who, sentence):
            found += [Mention(start, end, name.who) for name in names if name.end == start]
        return sorted(found, key=lambda mention: mention.start)

    def _stands_for(self, sentence: int, names: Sequence[Mention], place: int) -> str | None:
        before = {name.who for name in names if name.start < place and self._leads(name)}
        if not before:
            return self.topic(sentence)
        if self._people.central in before:
            return self._people.central
        return before.pop() if len(before) == 1 else None

    def _named(self, sentence: int) -> list[Mention]:
        tokens = self._document.tokens
        named = []
        for start, end in self._places.spans(self._people.names, sentence):
            who = self._people.person[tokens.words[start]]
            if (tokens.capitals[start] or who in self._people.familiar) and not self._possessive(start):
                named.append(Mention(start, end, who))
        return named

    def _possessive(self, place: int) -> bool:
        tokens = self._document.tokens
        text = self._document.clean.text[tokens.starts[place] : tokens.ends[place] + 1].lower()
        bare = tokens.written[place].endswith("s") and not tokens.words[place].endswith("s")
        return bare or "'s" in text or text.endswith("s'")

    def _leads(self, name: Mention) -> bool:
        """Is the clause about him? Then he stands at its head, and we do not read that he died."""
        words = self._document.words
        if any(word in _DEAD for word in words[name.end : name.end + 3]):
            return False
        previous = words[name.start - 1] if name.start else ""
        return previous in _HEADING or (self.opens(name.span) and previous not in _ASIDE)


class Subject(NamedTuple):
    """What a pattern must be about: its group of words, and the persons among them."""

    group: int
    people: frozenset[str]


class Referents:
    """Decides whether a sentence is about a pattern's subject, and where it says so."""

    def __init__(self, people: People, vocabulary: Vocabulary, things: Sequence[int]) -> None:
        self._people = people
        self._things = tuple(things)
        self._it = vocabulary.add("pronoun:it", _IT)

    def named_thing(
        self, subject: Subject, places: Places, sentence: int, said: Sequence[Span], window: int
    ) -> Span | None:
        """Where the thing or event is named within `window` words of what is `said`, and not in its words."""
        around = whole(said)
        named = [
            span
            for span in places.spans(subject.group, sentence)
            if _width(span, around) <= window and not within(span, said)
        ]
        return min(named, key=lambda span: distance(span, around), default=None)

    def thing(
        self, subject: Subject, places: Places, sentence: int, said: Sequence[Span], window: int
    ) -> Span | None:
        """As `named_thing`, or a pronoun whose nearest earlier thing it is."""
        named = self.named_thing(subject, places, sentence, said, window)
        if named:
            return named
        pronouns = [span for span in places.spans(self._it, sentence) if _width(span, whole(said)) <= window]
        for before in range(sentence - 1, max(sentence - _LOOK_BACK, 0) - 1, -1) if pronouns else ():
            if earlier := self.named_things(places, before):
                own = places.spans(subject.group, before)
                return pronouns[0] if overlaps(earlier[-1], own) or overlaps(earlier[0], own) else None
        return None

    def named_things(self, places: Places, sentence: int) -> list[Span]:
        """Every thing or event that some error is about, in order."""
        return sorted({span for group in self._things for span in places.spans(group, sentence)})

    def person(
        self, subject: Subject, cast: Cast, places: Places, sentence: int, said: Sequence[Span]
    ) -> Span | None:
        """Where the person nearest to the first of `said` is the subject; that word where nobody is named.

        Persons named in what is said do not compete.
        """
        told = said[0]
        own = places.spans(subject.group, sentence)
        mentions = [(m.span, m.who in subject.people) for m in cast.mentions(sentence)]
        found = [(span, ours) for span, ours in mentions if ours or not overlaps(span, said)]
        names = places.spans(self._people.names, sentence)
        found += [(span, True) for span in own if overlaps(span, [told]) or not overlaps(span, names)]
        if len(subject.people) > 1:
            ours = bool(own or places.spans(subject.group, sentence - 1))
            found += [(span, ours) for span in places.spans(self._people.they, sentence)]
        near = [(span, ours) for span, ours in found if ours or span[0] < told[1] or not cast.after_by(span)]
        if not near:
            return told if cast.opens(told) and cast.topic(sentence) in subject.people else None
        span, ours = min(near, key=lambda pair: (distance(pair[0], told), pair[0][0] > told[0]))
        return span if ours and distance(span, told) <= _FAR else None


def _width(one: Span, other: Span) -> int:
    return max(one[1], other[1]) - min(one[0], other[0])
