"""Which points of a card a typed answer makes, and what it gets wrong: a pure function of card, pack and text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.cards import Card, CardReading, Correction, PointReading, Standing
from markscheme.domain.keypoints import KeyPointModel
from markscheme.domain.packs import Pack

from .compiled import CompiledPack, compiled, own_words
from .documents import Document, read
from .encoding import Encoder
from .keypoints import AMONG, KeyPoints
from .lexicon import STOP
from .particulars import Observer, Particulars, meets
from .passages import Passage, mass_of
from .poles import Poles
from .stretches import Stretch, stretches
from .words import Speller, tokenise

# From here on a point counts as made by one stretch of an answer; the model's own bound is for whole texts.
MADE_AT = 0.4
# A recall answer is short: of a longer text only so many characters are read, and so many stretches compared.
_READ = 3000
_STRETCHES = 10
# Words that deny without a "not", by their beginnings and whole.
_TURNING = ("refus", "declin", "ignor", "silen", "without", "lack", "forb", "bann", "abolish", "cancel", "abandon", "reject",
            "contradict", "prevent", "avoid", "would", "instead", "rather", "against", "limit", "shut")  # fmt: skip
_TURNING_WORDS = frozenset(
    "few little enough stop stopped end ended only quiet left lost ban nothing foreign than".split()
)
# What a stretch must say at least of that part of a wording which the question leaves new: its share, and its weight.
_COVERED, _LEAST = [AMONG.index("soft_new"), AMONG.index("soft_mass")], (0.3, 0.3)
# What a piece must share at least with a point's topic to speak of it.
_SPEAKS = 0.5
_DATED = ("years", "months", "figures")
# Longer than this with so few grammar words, a sentence is a list of keywords and says nothing.
_LIST_WORDS, _LIST_GRAMMAR = 25, 0.15

_HE = frozenset(("he", "him", "his"))

Chances = NDArray[np.float64]


def read_card(pack: Pack, card: Card, text: str, encoder: Encoder, model: KeyPointModel) -> CardReading:
    """The points that the text makes, in the card's order, its standing, and the known errors in it."""
    return _rubric(pack, card, encoder).read(text, model)


def standing(made: int, needed: int) -> Standing:
    """How an answer stands that makes so many points where `needed` make it full."""
    return "full" if made >= needed else "partial" if made else "none"


class _Subject:
    """What all cards of a pack share."""

    def __init__(self, pack: Pack, encoder: Encoder) -> None:
        self.pack: CompiledPack = compiled(pack, encoder)
        manifest = pack.manifest
        words = {word for card in pack.cards for text in _texts(card) for word in tokenise(text)}
        self.speller = Speller(manifest.spellings, manifest.gazetteer, {*own_words(pack), *words}, encoder)
        self.observer = Observer(manifest.gazetteer, manifest.period, self.speller)
        self.poles = Poles(pack.directions.opposites, self.speller)


@dataclass(frozen=True)
class _Part:
    """One stretch of an answer: its particulars, and how likely it makes each point."""

    stretch: Stretch
    particulars: Particulars
    stems: frozenset[str]
    chances: Chances


class _Rubric:
    """A card made ready for reading answers."""

    def __init__(self, subject: _Subject, card: Card, encoder: Encoder) -> None:
        self._subject = subject
        self._card = card
        self._question = f"{card.question}\n\n"
        points = [(point.text, *point.wordings) for point in card.points]
        # What looks like a point stands beside the points: a stretch that says it sooner makes none of them.
        compared = [*points, card.rejects] if card.rejects else points
        self._points = KeyPoints(card.question, compared, encoder, speller=subject.speller)
        see = subject.observer.of
        self._asked_for = asked = see(card.question)
        named = [[see(text) for text in wordings] for wordings in points]
        self._required = [Particulars.common(each).without(asked) for each in named]
        self._accepted = [Particulars.union([asked, *each]) for each in named]
        self._known = Particulars.union([see(card.answer), *self._accepted])
        self._topics = [_Topic.of(self._points.of(n), subject.observer) for n in range(len(points))]
        self._asked = frozenset(self._points.read(card.question).weights)
        passages = [self._points.of(point) for point in range(len(points))]
        self._signs = [subject.poles.agreed(map(subject.poles.signs, each)) for each in passages]
        self._denied = [_denied_by_all(each) - self._asked for each in passages]
        self._stances = [_Stance.of(passage, self._asked) for passage in self._points.wordings]
        self._telling = {stem for passage in self._points.wordings for stem in passage.weights} - self._asked

    def read(self, text: str, model: KeyPointModel) -> CardReading:
        """The text as an answer to the card."""
        pack = self._subject.pack
        document = _sentences_only(read(text[:_READ], pack.speller, pack.vocabulary, signed=False))
        parts = [part for stretch in self._chosen(document) for part in self._part(document, stretch, model)]
        readings = tuple(self._point(document, parts, point) for point in range(len(self._card.points)))
        made = sum(reading.made for reading in readings)
        return CardReading(
            standing=standing(made, self._card.needed),
            points=readings,
            corrections=tuple(self._errors(document)),
        )

    def _errors(self, document: Document) -> Iterator[Correction]:
        """The known errors: those likely here, read after the question, which says what "it" and "he" are; and any other
        that speaks of no "he", who would be taken for the one whom the pack speaks of most."""
        pack, before = self._subject.pack, len(self._question)
        asked = read(self._question + document.answer, pack.speller, pack.vocabulary, signed=False)
        likely = self._card.misconceptions
        found = [(before, each) for each in pack.finder.find(asked) if each.misconception_id in likely]
        found += [
            (0, each) for each in pack.finder.find(document)
            if each.misconception_id not in likely and _HE.isdisjoint(tokenise(each.quote))
        ]  # fmt: skip
        for shift, each in found:
            start, end = max(each.start - shift, 0), each.end - shift
            if end > start:
                yield Correction(start=start, end=end, quote=document.answer[start:end],
                                 misconception_id=each.misconception_id, correction=each.correction)  # fmt: skip

    def _chosen(self, document: Document) -> list[Stretch]:
        """The stretches that share most with the card, the earlier of equals; in order."""
        every = stretches(document)
        if len(every) <= _STRETCHES:
            return every
        stems = [(token.start, token.stem) for token in document.tokens.each() if token.stem in self._telling]

        def shared(stretch: Stretch) -> float:
            found = {stem for start, stem in stems if stretch.start <= start < stretch.end}
            return len(found) - (stretch.end - stretch.start) / _READ

        return sorted(sorted(every, key=shared, reverse=True)[:_STRETCHES])

    def _part(self, document: Document, stretch: Stretch, model: KeyPointModel) -> Iterator[_Part]:
        written = document.clean.text[stretch.start : stretch.end]
        text = self._subject.observer.spelt_out(written, self._known.figures)
        passage = self._points.read(text)
        # What the question says already answers nothing.
        if not passage.weights.keys() <= self._asked:
            table = self._points.table(passage)
            enough = (table[:, _COVERED] >= _LEAST).all(axis=1)
            each = self._points.each(table, self._points.weights(model)) * enough
            signs = self._subject.poles.signs(passage)
            straight = [not self._subject.poles.turned(signs, own) for own in self._signs]
            stance = _Stance.of(passage, self._asked)
            agreed = np.array([not stance.crosses(other) for other in self._stances])
            best, count = self._points.best(each * agreed), len(self._signs)
            chances = (
                best[:count] * np.array(straight) * [not stance.affirms(denied) for denied in self._denied]
            )
            chances *= chances > best[count:].max(initial=0.0)
            yield _Part(stretch, self._subject.observer.of(text), frozenset(passage.stems), chances)

    def _point(self, document: Document, parts: Sequence[_Part], point: int) -> PointReading:
        best = max(parts, key=lambda part: (part.chances[point], -len_of(part.stretch)), default=None)
        if best is None or self._lacks(parts, point) or self._contradicts(parts, point):
            return PointReading(probability=0.0, made=False)
        chance = float(best.chances[point])
        if chance < MADE_AT:
            return PointReading(probability=chance, made=False)
        quote = document.slice(best.stretch.start, best.stretch.end)
        return PointReading(probability=chance, made=True, quote=quote)

    def _lacks(self, parts: Sequence[_Part], point: int) -> bool:
        """Is a year, figure or name missing without which no wording of the point can do?"""
        said = Particulars.union(part.particulars for part in parts)
        kinds = zip(Particulars._fields, said, self._required[point], strict=True)
        return any(not meets(kind, mine, frozenset((one,))) for kind, mine, wanted in kinds for one in wanted)

    def _contradicts(self, parts: Sequence[_Part], point: int) -> bool:
        """Does the piece that speaks of the point give another year, figure or name than the point has?"""
        small = [(self._topics[point].shared(part.stems), part) for part in parts if part.stretch.small]
        kinds = zip(
            Particulars._fields, self._required[point], self._accepted[point], self._known, strict=True
        )
        for kind, required, accepted, known in kinds:
            own = required or (accepted - getattr(self._asked_for, kind) if kind in _DATED else required)
            # Where a point has none, only what the card knows nothing of is wrong; and people may be many.
            allowed = accepted if own else known if kind in _DATED else own
            if allowed:
                given = [(share, getattr(part.particulars, kind)) for share, part in small]
                right = max((s for s, said in given if meets(kind, said, own or known)), default=0.0)
                wrong = max((s for s, said in given if said and not meets(kind, said, allowed)), default=0.0)
                if wrong >= _SPEAKS and wrong > right:
                    return True
        return False


def len_of(stretch: Stretch) -> int:
    """Characters in it."""
    return stretch.end - stretch.start


def _texts(card: Card) -> Iterator[str]:
    yield card.question
    yield card.answer
    yield from card.rejects
    for point in card.points:
        yield point.text
        yield from point.wordings


@dataclass(frozen=True)
class _Topic:
    """What each wording of a point speaks of, apart from its years, figures and names: telling stems by weight."""

    wordings: tuple[dict[str, float], ...]

    @classmethod
    def of(cls, wordings: Sequence[Passage], observer: Observer) -> "_Topic":
        """The topic of these wordings of one point."""
        return cls(tuple(
            {token.stem: passage.weights[token.stem] for token in passage.document.tokens.each()
             if passage.weights.get(token.stem) and not observer.is_particular(token.word)}
            for passage in wordings
        ))  # fmt: skip

    def shared(self, stems: frozenset[str]) -> float:
        """The largest share of a wording's topic that is among the stems."""
        return max((mass_of(each, each.keys() & stems) / mass_of(each, each) for each in self.wordings if each),
                   default=0.0)  # fmt: skip


@dataclass(frozen=True)
class _Stance:
    """Which telling stems of a text, beyond the question's, stand under a negation; None where it turns things round in
    some other way as well, as "refused" and "instead of" do, so that nothing follows from a "not"."""

    said: frozenset[str]
    denied: frozenset[str] | None

    @classmethod
    def of(cls, passage: Passage, asked: frozenset[str]) -> "_Stance":
        """The stance of a text."""
        turned = any(word.startswith(_TURNING) or word in _TURNING_WORDS for word in passage.document.words)
        return cls(frozenset(passage.weights) - asked, None if turned else passage.denied)

    def affirms(self, denied: frozenset[str]) -> bool:
        """Does it say most of these stems without a negation?"""
        shared = self.said & denied
        return self.denied is not None and 2 * len(shared - self.denied) > len(shared)

    def crosses(self, other: "_Stance") -> bool:
        """Is most of what both say denied in one of them only?"""
        if self.denied is None or other.denied is None:
            return False
        shared = self.said & other.said
        return 2 * len(shared & (self.denied ^ other.denied)) > len(shared)


def _denied_by_all(wordings: Sequence[Passage]) -> frozenset[str]:
    """The telling stems that a point is about denying: every wording denies something, and none affirms them."""
    if not all(wording.denied for wording in wordings):
        return frozenset()
    affirmed = frozenset().union(*(wording.weights.keys() - wording.denied for wording in wordings))
    return frozenset().union(*(wording.denied & wording.weights.keys() for wording in wordings)) - affirmed


def _sentences_only(document: Document) -> Document:
    kept = frozenset(
        number
        for number, sentence in enumerate(document.sentences)
        if sentence.size <= _LIST_WORDS
        or sum(word in STOP for word in document.words[sentence.first : sentence.last])
        >= _LIST_GRAMMAR * sentence.size
    )
    return document.only(kept)


_SUBJECTS: dict[tuple[str, str], _Subject] = {}
_RUBRICS: dict[tuple[str, str, Card], _Rubric] = {}


def _rubric(pack: Pack, card: Card, encoder: Encoder) -> _Rubric:
    """The card ready for reading; the same object for the same content and encoder (a memo of a pure function)."""
    key = (pack.content_hash, encoder.name, card)
    if key not in _RUBRICS:
        if key[:2] not in _SUBJECTS:
            _SUBJECTS[key[:2]] = _Subject(pack, encoder)
        _RUBRICS[key] = _Rubric(_SUBJECTS[key[:2]], card, encoder)
    return _RUBRICS[key]
