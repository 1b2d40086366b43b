"""What a pack can say when it is asked: its cards, the corrections of known errors, and its evidence."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markscheme.domain.factors import Citation
from markscheme.domain.packs import Pack
from markscheme.domain.reports import SourceRef

from .words import Speller


@dataclass(frozen=True)
class Entry:
    """Something that the pack can say: what it answers, the answer, and every word by which it is found."""

    kind: str
    question: str
    text: str
    words: tuple[str, ...]
    answer: tuple[str, ...]
    sources: tuple[SourceRef, ...]
    card_id: str | None = None


def gather(pack: Pack, speller: Speller) -> Iterator[Entry]:
    """Everything that the pack can say and has a source for; evidence only where it has been looked up."""
    words = speller.words
    sources = {
        source.id: SourceRef(source_id=source.id, title=source.title, url=source.url)
        for source in pack.sources
        if source.kind != "examiner_knowledge"
    }
    for card in pack.cards:
        told = " ".join((card.topic, card.question, card.answer, *(point.text for point in card.points)))
        cited = _cited(card.sources, sources)
        yield Entry("card", card.question, card.answer, words(told), words(card.answer), cited, card.id)
    for error in pack.misconceptions:
        refs = tuple(sources[name] for name in error.authority if name in sources)
        if refs:
            whole = words(f"{error.claim} {error.correction}")
            yield Entry("correction", error.claim, error.correction, whole, words(error.correction), refs)
    for factor in pack.factors:
        for point in factor.points:
            refs = _cited(point.sources, sources)
            if point.verified and refs:
                whole = words(point.text)
                yield Entry("point", point.text, point.text, whole, whole, refs)


def _cited(citations: Iterable[Citation], sources: Mapping[str, SourceRef]) -> tuple[SourceRef, ...]:
    cited = ((sources.get(each.source), each.place) for each in citations)
    return tuple(source.model_copy(update={"place": place}) for source, place in cited if source)
