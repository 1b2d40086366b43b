"""The rules that a model's claim must pass. They are held by this code, whatever the prompt asks for."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict, ValidationError

from markscheme.domain.reports import FactorFinding, MarkReport
from markscheme.domain.wording import Standing, WordedClaim

from .wording_credit import credits
from .wording_facts import grounds, standing
from .wording_language import plain
from .wording_marks import folded, numbers, speaks_of_marks, states_the_mark

MOST_QUOTED = 600
LEAST_QUOTED_WORDS = 3
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"“([^“”]*)”|\"([^\"]*)\"|(?<!\w)‘([^‘]*?)’(?!\w)|(?<!\w)'([^']*)'(?!\w)")
_UNPAIRED = re.compile(r"[“”\"]")
_UNSEEN_BY_READERS = {"instruction_to_marker", "hidden_text", "copied_question", "copied_source"}
_DISTINCT, _LONG = 2, 4


class Said(BaseModel):
    """A claim as a model makes it. Its schema is what models are given."""

    model_config = ConfigDict(strict=True, json_schema_extra={"additionalProperties": False})

    text: str
    factor_id: str | None
    quality_id: str | None
    quote: str | None


class Rules:
    """The rules for one report on one answer; `facts` are further texts that names and numbers may come from."""

    def __init__(self, report: MarkReport, answer: str, facts: Iterable[str] = ()) -> None:
        self._report, self._answer = report, answer
        self._factors = {each.factor_id: each for each in report.factors}
        self._qualities = {each.quality_id for each in report.qualities}
        # Offsets hold: what was taken out of the answer was blanked, not cut.
        self._barred = [
            (flag.start, flag.end)
            for flag in report.flags
            if flag.kind in _UNSEEN_BY_READERS and flag.start is not None and flag.end is not None
        ]
        self._grounds = "\n".join([*grounds(report), *facts])
        self._numbers = {number for number, _ in numbers(self._grounds)}
        self._familiar = frozenset(_WORD.findall(self._grounds.casefold()))
        self._names = self._familiar | set(_WORD.findall(answer.casefold()))
        self._advice = "\n".join(
            [*(each.advice for each in report.factors), *(each.text for each in report.next_steps)]
        )
        self._absent = _distinctive(report.factors)

    def admit(self, raw: object) -> WordedClaim | None:
        """The claim if it passes every rule, else None."""
        try:
            said = Said.model_validate({"factor_id": None, "quality_id": None, "quote": None} | _fields(raw))
        except ValidationError:
            return None
        text, told = plain(said.text, self._familiar), self._standing(said)
        if text is None or told is None or not self._quotes(said, told):
            return None
        sound = (
            self._true_of_the_mark(text)
            and self._grounded(text, said.quote or "")
            and self._quoted_within(text)
            and not (self._of_the_absent(text, told) and text not in self._advice and credits(text))
        )
        if not sound:
            return None
        return WordedClaim(
            text=text,
            factor_id=said.factor_id,
            quality_id=said.quality_id,
            quote=said.quote,
            standing=told,
        )

    def _standing(self, said: Said) -> Standing | None:
        """How the report sees what the claim is about; None where it is about nothing, or about two things."""
        if (said.factor_id is None) == (said.quality_id is None):
            return None
        if said.quality_id is not None:
            return "quality" if said.quality_id in self._qualities else None
        factor = self._factors.get(said.factor_id or "")
        return standing(factor) if factor else None

    def _quotes(self, said: Said, told: Standing) -> bool:
        quote = said.quote
        if quote is None:
            return told in ("not_yet", "quality")
        if told == "not_yet" or not 0 < len(quote) <= MOST_QUOTED or quote not in self._answer:
            return False
        if len(quote.split()) < LEAST_QUOTED_WORDS or self._is_barred(quote):
            return False
        if said.factor_id is None:
            return True
        earned = [each.quote for each in self._factors[said.factor_id].evidence]
        return any(quote in each or each in quote for each in earned)

    def _is_barred(self, quote: str) -> bool:
        start = self._answer.find(quote)
        while start >= 0:
            if any(start < until and since < start + len(quote) for since, until in self._barred):
                return True
            start = self._answer.find(quote, start + 1)
        return False

    def _true_of_the_mark(self, text: str) -> bool:
        spoken = [each for each in map(folded, _SENTENCE.split(text)) if speaks_of_marks(each)]
        return all(states_the_mark(each, self._report) for each in spoken)

    def _grounded(self, text: str, quote: str) -> bool:
        """Every number and every name in the text is one of the report's or the facts', or quoted here."""
        known = set(self._numbers)
        if not speaks_of_marks(folded(quote)):
            known |= {number for number, _ in numbers(quote)}
        for sentence in _SENTENCE.split(text):
            if states_the_mark(folded(sentence), self._report):
                continue
            if any(number not in known and not small for number, small in numbers(sentence)):
                return False
            words = _WORD.findall(sentence)
            if any(word[0].isupper() and word.casefold() not in self._names for word in words[1:]):
                return False
        return True

    def _quoted_within(self, text: str) -> bool:
        quoted = ["".join(filter(None, found.groups())) for found in _QUOTED.finditer(text)]
        if _UNPAIRED.search(_QUOTED.sub("", text)):
            return False
        return all(
            each.strip(" .,;:!?…") in self._answer or each.strip(" .,;:!?…") in self._grounds
            for each in quoted
        )

    def _of_the_absent(self, text: str, told: Standing) -> bool:
        if told == "not_yet":
            return True
        words = set(_WORD.findall(text.casefold()))
        return any(len(words & names) >= min(_DISTINCT, len(names)) for names in self._absent)


def _fields(raw: object) -> dict[str, object]:
    return {str(name): value for name, value in raw.items()} if isinstance(raw, dict) else {}


def _distinctive(factors: Sequence[FactorFinding]) -> list[set[str]]:
    """For each factor that is not in the answer, the words of its name that no other factor's name has."""
    named = [
        (each, {word for word in _WORD.findall(each.name.casefold()) if len(word) >= _LONG})
        for each in factors
    ]
    held = Counter(word for _, words in named for word in words)
    absent = [
        {word for word in words if held[word] == 1} for each, words in named if each.coverage == "absent"
    ]
    return [words for words in absent if words]
