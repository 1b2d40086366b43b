"""The one sentence a person would say first, and how sure the mark is."""

from markscheme.domain.reports import FactorFinding, Flag, QualityFinding, Withheld
from markscheme.domain.schemes import MarkScheme

from .levels import Award
from .qualities.detectors import DETECTORS
from .views import View

SURE = 0.8
# Shares of marks within 2 of 25 of a person's, over answers of four hands; nothing that was tried tells them apart better.
_NOTHING, _ORDINARY, _LEAST = 0.98, 0.66, 0.3
_DOUBT, _SERIOUS = 0.01, 0.1
_SEVERAL = 3
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_GAPS = {
    "q_judge": "do not yet prove a verdict",
    "q_thesis": "do not take a line at the start",
    "q_balance": "argue only one side",
    "q_explain": "state points more than you explain them",
    "q_sustain": "lose your line in the middle",
    "q_focus": "drift from the question",
    "q_link": "leave the causes side by side",
    "q_weigh": "do not set factors against each other",
    "q_terms": "do not say what the question's terms mean",
    "q_evidence": "need exact dates, names and figures",
    "q_criteria": "do not say by what test you judge",
}
_WITHHELD: dict[Withheld, str] = {
    "fragment": "This stops before it ends, so it gets no mark yet",
    "notes": "These are notes, so they get no mark yet",
    "other_language": "This is not in English as far as we can read it, so it gets no mark",
}
_REVIEWED = {"keyword_list": "it reads as a list", "instruction_to_marker": "it speaks to the marker",
             "hidden_text": "it holds hidden text", "copied_source": "part is copied from an example",
             "off_question": "it may be off the question", "other_question": "it may answer another question"}  # fmt: skip


def summarise(view: View, award: Award, withheld: Withheld | None, scheme: MarkScheme,
              qualities: tuple[QualityFinding, ...]) -> str:  # fmt: skip
    """Level and place in it, what was explained, and the widest gap."""
    developed = sum(c.reading.coverage == "developed" for c in view.present)
    named = len(view.present) - developed
    what = _what(developed, named)
    if withheld:
        return f"{_WITHHELD[withheld]}; {what}."
    if award.level == 0:
        return "Nothing here earns a mark yet." if view.document.sentences else "There is no answer here yet."
    low, high = scheme.levels[award.level - 1].marks
    place = (award.mark - low) / max(1, high - low)
    word = "just" if place < 0.3 else "secure" if place < 0.8 else "high"
    scores = {q.quality_id: q.score for q in qualities}
    weighted = [(d.weight * (1 - scores[d.quality_id]), d.quality_id) for d in DETECTORS if d.weight]
    gap = max(weighted)
    ending = f"and {_GAPS[gap[1]]}" if gap[0] > 0.03 else "and weigh them well"
    return f"Level {award.level}, {word}: {what} {ending}."


def _what(developed: int, named: int) -> str:
    if developed:
        return f"you explain {_count(developed)} factor{'s' if developed != 1 else ''}"
    if named:
        them = "them" if named > 1 else "it"
        return f"you name {_count(named)} factor{'s' if named > 1 else ''} without explaining {them}"
    return "you make no factor of the question"


def _count(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def confidence(view: View, flags: tuple[Flag, ...]) -> float:
    """How likely the mark is to be within 2 of 25 of a teacher's, 0..1 (docs/accuracy.md): certain where there is nothing
    to mark, else what held for marked answers, less for doubtful factors and serious flags."""
    if not view.document.sentences:
        return _NOTHING
    doubtful = sum(1 for c in view.credits if 0.15 <= c.reading.presence < 0.8 or c.reading.close)
    serious = sum(1 for kind in {flag.kind for flag in flags} if kind in _REVIEWED)
    return round(max(_LEAST, _ORDINARY - _DOUBT * min(doubtful, 10) - _SERIOUS * serious), 2)


def review_reasons(award: Award, sure: float, flags: tuple[Flag, ...], findings: tuple[FactorFinding, ...],
                   withheld: Withheld | None, scheme: MarkScheme) -> tuple[str, ...]:  # fmt: skip
    """Why a teacher should look, in plain words; empty when nothing asks for it."""
    kinds = dict.fromkeys(flag.kind for flag in flags)
    reasons = [f"Please look: {_REVIEWED[kind]}." for kind in kinds if kind in _REVIEWED]
    if withheld:
        reasons.append("No mark was given.")
        return tuple(reasons)
    doubtful = sum(finding.possible and finding.coverage != "absent" for finding in findings)
    if doubtful >= _SEVERAL:
        reasons.append(
            f"{_count(doubtful).capitalize()} factors are only possibly there: look at the passages marked possible."
        )
    edges = {level.marks[0] for level in scheme.levels[1:]} | {level.marks[1] for level in scheme.levels[:-1]}
    if award.mark in edges and award.mark_range[0] < award.mark < award.mark_range[1]:
        reasons.append("The mark is at the edge of a level.")
    if sure <= SURE:
        reasons.append(f"Of marks like this one, about {round(sure * 10)} in 10 are within 2 of a teacher's.")
    return tuple(reasons)
