"""What a pack can say when it is asked: its cards, the corrections of known errors, and its evidence."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from markscheme.domain.factors import Citation
from markscheme.domain.packs import Pack, Source
from markscheme.domain.reports import SourceRef

from .words import Speller


@dataclass(frozen=True)
class Entry:
    """Something that the pack can say: what it answers, the answer, and every word by which it is found."""

    kind: Literal["card", "correction", "point"]
    question: str
    text: str
    words: tuple[str, ...]
    answer: tuple[str, ...]
    sources: tuple[SourceRef, ...]
    card_id: str | None = None


def gather(pack: Pack, speller: Speller) -> Iterator[Entry]:
    """Everything that the pack can say and has a source for; evidence only where it has been looked up."""
    words = speller.words
    sources = {source.id: _ref(source) for source in pack.sources if source.kind != "examiner_knowledge"}
    for card in pack.cards:
        told = " ".join((card.topic, card.question, card.answer, *(point.text for point in card.points)))
        refs = cited(card.sources, sources)
        yield Entry("card", card.question, card.answer, words(told), words(card.answer), refs, card.id)
    for error in pack.misconceptions:
        refs = tuple(sources[name] for name in error.authority if name in sources)
        if refs:
            whole = words(f"{error.claim} {error.correction}")
            yield Entry("correction", error.claim, error.correction, whole, words(error.correction), refs)
    for factor in pack.factors:
        for point in factor.points:
            refs = cited(point.sources, sources)
            if point.verified and refs:
                whole = words(point.text)
                yield Entry("point", point.text, point.text, whole, whole, refs)


def citable(pack: Pack) -> dict[str, SourceRef]:
    """Every source by its id: what examiners commonly know is enough for a definition."""
    return {source.id: _ref(source) for source in pack.sources}


def _ref(source: Source) -> SourceRef:
    return SourceRef(source_id=source.id, title=source.title, url=source.url)


def cited(citations: Iterable[Citation], sources: Mapping[str, SourceRef]) -> tuple[SourceRef, ...]:
    """The sources of these citations, each with its place, as far as they may be cited."""
    known = ((sources.get(each.source), each.place) for each in citations)
    return tuple(source.model_copy(update={"place": place}) for source, place in known if source)
