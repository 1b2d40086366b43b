"""How one paragraph is built: a point, evidence for it, an explanation, and a link back to the question."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from markscheme.domain.base import Quote
from markscheme.domain.readings import ParagraphPart, ParagraphRead, PartRead

from .compiled import compiled
from .documents import Unit
from .encoding import Encoder
from .engine import Weighing, weigh
from .meant import Meant
from .rubric import Rubric
from .views import View

# A paragraph is read as far as this; few are half as long.
MAX_CHARACTERS = 4_000
# From here on a part needs no advice.
SOUND = 0.75
# A point stands in the first sentences, a link in the last.
_OPENING, _CLOSING = 2, 2
_LIKELY, _LATE, _UNARGUED = 0.5, 0.6, 0.6
_ECHO_FULL = 0.25
# The first sentence that scores nearly the best is the one to show.
_NEARLY = 0.85
# What each distinct name, date or figure is worth.
_PIECE = 0.25
# What one explanation is worth, and how many words after its joint make it a whole one.
_STEP, _WORDS = 0.5, 5
_ALONE = 0.5
_FIGURES = frozenset(
    "hundred hundreds thousand thousands million millions billion percent tonnes half third".split()
)
_JOINTS = frozenset("so shows showed showing meant meaning".split())
_SHOWN = 48

Part = tuple[float, Unit | None]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph as weighed for a question."""

    weighing: Weighing
    meant: Meant

    @cached_property
    def view(self) -> View:
        """The paragraph as the detectors of the qualities see it."""
        return self.weighing.view(None)

    @cached_property
    def sentences(self) -> tuple[Unit, ...]:
        """Its sentences."""
        return self.view.document.sentences

    @cached_property
    def first(self) -> int | None:
        """The sentence that first makes a factor of the question, or else touches one."""
        made, relevant = self.view.content, self.view.relevant
        for table in (made, relevant):
            found = [n for n in range(len(self.sentences)) if table[n]]
            if found:
                return found[0]
        return None

    def point(self) -> Part:
        """A claim in the first sentences that names a factor of the question and says what it did to what is asked."""
        scores = [
            min(1.0, self._named(n) / _LIKELY)
            * (1.0 if self._argues(n) else _UNARGUED)
            * (1.0 if n < _OPENING else _LATE)
            for n in range(len(self.sentences))
        ]
        return self._earliest(scores)

    def _named(self, n: int) -> float:
        """How likely a factor of the question is named; at the beginning also where it is in the question's own words."""
        asked = [credit.role is not None for credit in self.view.credits]
        named = float(self.view.match.sentences[n, asked].max())
        if n < _OPENING:
            text = self.view.document.text(self.sentences[n])
            named = max(named, float(self.meant.chances(text)[asked].max()))
        return named

    def _earliest(self, scores: list[float]) -> Part:
        """The best score, and the first sentence that comes near it."""
        best = max(scores)
        near = next(n for n, score in enumerate(scores) if score >= _NEARLY * best)
        return best, self.sentences[near] if best > 0 else None

    def _argues(self, n: int) -> bool:
        counts = self.view.counts
        argued = counts["judging"][n] + counts["ranking"][n] + counts["causal"][n] + counts["relation"][n]
        return bool(argued) or float(self.view.echo[n]) >= _ECHO_FULL / 2

    def evidence(self) -> Part:
        """Distinct names, dates and figures that the question does not give; several words of one name are one."""
        document = self.view.document
        asked = self.weighing.pack.asked(self.view.rubric.question)
        pieces: set[str] = set()
        new: list[int] = []
        for unit in self.sentences:
            before = len(pieces)
            fresh = [place in self._precise for place in range(unit.first, unit.last)]
            for offset, precise in enumerate(fresh):
                stem = document.stems[unit.first + offset]
                if (
                    precise
                    and stem not in asked
                    and not (offset and fresh[offset - 1] and not stem.isdigit())
                ):
                    pieces.add(stem)
            new.append(len(pieces) - before)
        if not pieces:
            return 0.0, None
        richest = self.sentences[max(range(len(new)), key=lambda n: (new[n], -n))]
        places = [place for place in range(richest.first, richest.last) if place in self._precise]
        return min(1.0, _PIECE * len(pieces)), self._span(places[0], places[-1] + 1, richest)

    @cached_property
    def _precise(self) -> frozenset[int]:
        """The places of words of names, dates and figures."""
        document, pack = self.view.document, self.weighing.pack
        tokens = document.tokens
        shared = pack.pack.manifest.subject_words
        named = {place for start, end in pack.markers.hits(document, "named") for place in range(start, end)}
        firsts = {unit.first for unit in self.sentences}
        return frozenset(
            place
            for place, (word, capital) in enumerate(zip(tokens.words, tokens.capitals, strict=True))
            if word not in shared
            and (
                word.isdigit()
                or word in _FIGURES
                or place in named
                or (capital and place not in firsts and len(word) > 2)
            )
        )

    def explanation(self) -> Part:
        """How often it says what followed: a word of cause with enough words after it, in or after what is relevant."""
        document = self.view.document
        joints = dict(self.weighing.pack.markers.hits(document, "causal"))
        opens = {clause.first for clause in document.clauses} - {s.first for s in self.sentences}
        for place, word in enumerate(document.words):
            if word in _JOINTS and (word != "so" or place in opens):
                joints.setdefault(place, place + 1)
        score, best, shown = 0.0, 0.0, None
        for n, unit in enumerate(self.sentences):
            inside = [place for place in sorted(joints) if unit.first <= place < unit.last]
            if not inside or not self._bears(n):
                continue
            whole = min(1.0, (unit.last - joints[inside[0]]) / _WORDS)
            score += _STEP * whole * (1.5 if len(inside) > 1 else 1.0)
            if whole > best:
                best, shown = whole, self._span(inside[0], unit.last, unit)
        return min(1.0, score), shown

    def _bears(self, n: int) -> bool:
        relevant = self.view.relevant
        return bool(relevant[n] or (n and relevant[n - 1]))

    def _span(self, first: int, last: int, unit: Unit) -> Unit:
        """Words [first, last) of a sentence, with what closes it where they go to its end."""
        tokens = self.view.document.tokens
        end = unit.end if last == unit.last else tokens.ends[last - 1]
        return Unit(tokens.starts[first], end, first, last, unit.parent)

    def link(self) -> Part:
        """A closing sentence in the question's words that judges, or that weighs one factor against another."""
        last = len(self.sentences)
        closes = max(min(1, last - 1), last - _CLOSING)
        scores = [
            self._ties(n) * (1.0 if n >= closes and last > 1 else _ALONE) for n in reversed(range(last))
        ]
        best = max(scores)
        return best, self.sentences[last - 1 - scores.index(best)] if best > 0 else None

    def _ties(self, n: int) -> float:
        view, counts = self.view, self.view.counts
        judged = bool(counts["ranking"][n] or counts["judging"][n])
        echo = min(1.0, float(view.echo[n]) / _ECHO_FULL)
        weighed = view.touched[n].sum() >= 2 and bool(counts["contrast"][n] or counts["ranking"][n])
        tied = self._bears(n) or echo > 0
        return max(0.6 * echo + 0.4 * (judged and tied), 0.8 * weighed)

    def words(self, unit: Unit) -> str:
        """The student's words of a unit, as short as advice may quote them."""
        quote = " ".join(self.view.document.quote(unit).quote.split())
        if len(quote) <= _SHOWN:
            return f"“{quote.rstrip('.,;:')}”"
        return f"“{quote[:_SHOWN].rsplit(' ', 1)[0].rstrip('.,;:')}…”"


class Paragraphs:
    """Reads paragraphs of answers to one question."""

    def __init__(self, rubric: Rubric, encoder: Encoder) -> None:
        self._rubric = rubric
        self._encoder = encoder
        self._meant = Meant(compiled(rubric.pack, encoder))

    def read(self, text: str) -> ParagraphRead:
        """How the beginning of a text, up to MAX_CHARACTERS, is built as one paragraph."""
        weighing = weigh(self._rubric, text[:MAX_CHARACTERS], self._encoder, every=True)
        paragraph = Paragraph(weighing, self._meant)
        if not paragraph.sentences:
            return ParagraphRead(parts=tuple(PartRead(part=p, score=0.0, advice=_NOTHING) for p in _PARTS))
        factors = tuple(self._rubric.pack.factors[c.reading.index].id for c in paragraph.view.present)
        return ParagraphRead(parts=tuple(_part(paragraph, part) for part in _PARTS), factors=factors)


def _part(paragraph: Paragraph, part: ParagraphPart) -> PartRead:
    read, advise = _PARTS[part]
    score, unit = read(paragraph)
    quote: Quote | None = paragraph.view.document.quote(unit) if unit else None
    wrong = paragraph.view.misconceptions if part == "evidence" else ()
    advice = "" if score >= SOUND else advise(paragraph, score, unit)
    if wrong:
        advice = f"Check “{wrong[0].quote}”. {wrong[0].correction}"
    return PartRead(part=part, score=round(score, 3), quote=quote, advice=advice)


_NOTHING = "There is nothing here to read yet."
_THIN = 0.3


def _on_point(paragraph: Paragraph, score: float, unit: Unit | None) -> str:
    if unit is None or score < _THIN:
        opening = paragraph.words(paragraph.sentences[0])
        return f"{opening} names none of the question's reasons. Say first which one this paragraph argues."
    if unit not in paragraph.sentences[:_OPENING]:
        return f"Your point comes late, with {paragraph.words(unit)}. Put it first."
    return f"{paragraph.words(unit)} says what happened. Say what it has to do with the question."


def _on_evidence(paragraph: Paragraph, score: float, unit: Unit | None) -> str:
    if unit is None:
        first = paragraph.sentences[paragraph.first or 0]
        return f"{paragraph.words(first)} stands without proof. Add a date, a name or a figure."
    return f"{paragraph.words(unit)} is precise. Add one more: who, when or how many."


def _on_explanation(paragraph: Paragraph, score: float, unit: Unit | None) -> str:
    if unit is None:
        first = paragraph.sentences[paragraph.first or 0]
        return f"After {paragraph.words(first)} say who was affected by it, and what they could then do."
    return f"{paragraph.words(unit)} begins to explain. Take it one step on: what did that lead to?"


def _on_link(paragraph: Paragraph, score: float, unit: Unit | None) -> str:
    if unit is None or score < _THIN:
        last = paragraph.words(paragraph.sentences[-1])
        return f"You stop at {last}. End by saying how far this answers the question."
    return (
        f"{paragraph.words(unit)} turns to the question. Say how much it explains beside your other reasons."
    )


Advise = Callable[[Paragraph, float, Unit | None], str]
_PARTS: dict[ParagraphPart, tuple[Callable[[Paragraph], Part], Advise]] = {
    "point": (Paragraph.point, _on_point),
    "evidence": (Paragraph.evidence, _on_evidence),
    "explanation": (Paragraph.explanation, _on_explanation),
    "link": (Paragraph.link, _on_link),
}
