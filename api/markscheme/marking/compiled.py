"""A pack made ready for marking: done once for each content hash and encoder, then shared by all marks."""

from collections.abc import Iterator
from copy import copy
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.misconceptions import Misconception
from markscheme.domain.packs import Calibration, Pack
from markscheme.domain.questions import Question
from markscheme.domain.reports import SourceRef

from .cleaning import clean
from .concepts import ConceptTable
from .coverage import offsets_for
from .denials import Denials
from .documents import Document
from .encoding import Encoder
from .findings import Cited, citations, rests_on
from .fingerprints import Fingerprints, fingerprints, runs, unpacked
from .guards.reading import Reading, Subject
from .lexicon import STOP
from .markers import Markers
from .memo import Memo
from .misconceptions import MisconceptionFinder
from .periods import Periods
from .references import References, gather
from .signals import SignalReader
from .vocabulary import Vocabulary
from .words import Speller, tokenise


class UncalibratedPackError(ValueError):
    """The pack has no calibration.yaml, so nothing can be marked by it."""


class CompiledPack:
    """Everything about a pack that does not depend on the question or the answer."""

    def __init__(self, pack: Pack, encoder: Encoder) -> None:
        if pack.calibration is None:
            raise UncalibratedPackError(f"pack {pack.manifest.id} has no calibration")
        self.pack = pack
        self.encoder = encoder
        self.calibration: Calibration = pack.calibration
        gazetteer = pack.manifest.gazetteer
        self.speller = Speller(pack.manifest.spellings, gazetteer, set(own_words(pack)), encoder)
        self.vocabulary = Vocabulary(self.speller)
        self.concepts = ConceptTable(pack.factors, self.vocabulary)
        self.markers = Markers(self.vocabulary, {
            "historian": gazetteer.historians, "terms": pack.manifest.terms, "other_topic": pack.manifest.other_topics,
            "named": (*gazetteer.people, *gazetteer.places, *gazetteer.bodies, *gazetteer.events, *gazetteer.works),
        })  # fmt: skip
        self.denials = Denials(pack.directions, [factor.id for factor in pack.factors], self.vocabulary)
        self.finder = MisconceptionFinder(_with_titles(pack), self.vocabulary, gazetteer.people)
        self.periods = Periods(pack.factors, pack.manifest.period, pack.manifest.other_topics, self.finder.central,
                               self.vocabulary)  # fmt: skip
        self.vocabulary.freeze()
        self.references = References(gather(pack, self.speller), len(pack.factors), self.speller, encoder)
        subject = {word for term in pack.manifest.subject_words for word in self.speller.words(term)}
        self.subject = Subject(encoder, self.speller, self.markers, subject, Fingerprints(_asked_prints(pack)),
                               pack.manifest.period)  # fmt: skip
        self.sources = Fingerprints(_source_prints(pack))
        self.offsets: NDArray[np.float64] = offsets_for(
            tuple(f.id for f in pack.factors), self.calibration.offsets
        )
        sources = {source.id: source for source in pack.sources}
        cited = [citations(factor, sources) for factor in pack.factors]
        self.rests_on: Memo[Cited, tuple[SourceRef, ...]] = Memo(lambda key: rests_on(cited[key[0]], key[1]))
        self._readers: dict[str, SignalReader] = {}
        self._asked: dict[str, frozenset[str]] = {}

    def asked(self, question: Question) -> frozenset[str]:
        """Stems of the question's own telling words."""
        if question.id not in self._asked:
            words = self.speller.words(question.text)
            self._asked[question.id] = frozenset(
                self.speller.stem(word) for word in words if word not in STOP
            )
        return self._asked[question.id]

    def reader(self, question: Question) -> SignalReader:
        """The signal reader for one question."""
        if question.id not in self._readers:
            self._readers[question.id] = SignalReader(
                self.references, self.concepts, self.encoder, self.asked(question)
            )
        return self._readers[question.id]

    def reading(self, question: Question, document: Document, published: bool) -> Reading:
        """The answer as its guards look at it; without the marked examples' fingerprints if they are not `published`."""
        works = self.published if published else self.sources
        return Reading(document, self.asked(question), self.subject, works, question.period)

    @cached_property
    def published(self) -> Fingerprints:
        """The fingerprints of the sources and the marked examples."""
        asked = frozenset(run for question in self.pack.questions for run in runs(tokenise(question.text)))
        prints = set(_source_prints(self.pack))
        for example in self.pack.examples:
            prints |= fingerprints(tokenise(clean(example.text).text), asked)
        return Fingerprints(prints)


def _source_prints(pack: Pack) -> Iterator[int]:
    for work in pack.fingerprints:
        yield from unpacked(work.prints)


def _asked_prints(pack: Pack) -> Iterator[int]:
    for question in pack.questions:
        yield from fingerprints(tokenise(clean(question.text).text))


def _with_titles(pack: Pack) -> tuple[Misconception, ...]:
    """The misconceptions with each authority by its title, as a student is shown it."""
    titles = {source.id: source.title for source in pack.sources}
    return tuple(
        error.model_copy(update={"authority": tuple(titles.get(each, each) for each in error.authority)})
        for error in pack.misconceptions
    )


def own_words(pack: Pack) -> Iterator[str]:
    """The words of a pack that are no slips, however rare."""
    for factor in pack.factors:
        for text in (factor.name, factor.explanation, *(p.text for p in factor.points), *factor.cues):
            yield from tokenise(text)
        for entity in factor.entities:
            yield from tokenise(entity.name)
    for question in pack.questions:
        yield from tokenise(question.text)
    yield from pack.manifest.subject_words


_COMPILED: dict[tuple[str, str], CompiledPack] = {}


def compiled(pack: Pack, encoder: Encoder) -> CompiledPack:
    """The pack ready for marking; the same object for the same content and encoder (a memo of a pure function)."""
    key = (pack.content_hash, encoder.name)
    if key not in _COMPILED:
        _COMPILED[key] = CompiledPack(pack, encoder)
    return _COMPILED[key]


def recalibrated(pack: Pack, encoder: Encoder, calibration: Calibration) -> Pack:
    """The pack with another calibration, ready for marking at once: nothing else about it has to be made anew."""
    ready = copy(compiled(pack, encoder))
    # Constructed, since a copy would carry the old content hash along.
    ready.pack = Pack.model_construct(**(dict(pack) | {"calibration": calibration}))
    ready.calibration = calibration
    ready.offsets = offsets_for(tuple(factor.id for factor in pack.factors), calibration.offsets)
    _COMPILED.setdefault((ready.pack.content_hash, encoder.name), ready)
    return ready.pack
