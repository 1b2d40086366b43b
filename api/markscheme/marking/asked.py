"""What a question asks for: a person, a date, a number, a place, a reason, a meaning, or a yes or no; and about what."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

Kind = Literal["who", "when", "count", "where", "why", "how", "what", "closed"]

_KINDS: dict[str, Kind] = {
    "who": "who", "whom": "who", "whose": "who", "whos": "who", "when": "when", "whens": "when", "where": "where",
    "wheres": "where", "why": "why", "how": "how", "what": "what", "wot": "what", "wat": "what", "which": "what",
}  # fmt: skip
COUNTED = frozenset("many long much old often far big large".split())
_DATED = frozenset("year date month day".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_YES_OR_NO = frozenset("did was is were are has had have does do so".split())
# Words that may come before the question itself.
_LEADING = frozenset(
    "can could would will you please tell me us do did know remind explain describe define give i want to wanna need "
    "dont don't not sure understand forgot forget remember wonder wondering ok okay so and but also um er hey hi sorry in "
    "about by at on from with for to of".split()
)
# Words that put a question and say nothing of what it is about.
FRAME = frozenset(
    "the a an of in on at for to by with is was are were be been being did do does had has have it its this that there "
    "and their his her him he she they them exactly actually really please about called call mean means meant meaning "
    "definition define defined term word stand stands happen happened happens tell explain describe me you us become became "
    "becoming get got thing stuff say said know again anyway just then called s ever again all up "
    "into from out now as and between vs versus".split()
)

_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand "
                     "thousands million millions half third quarter once twice".split())  # fmt: skip
_YEARS = range(1000, 2100)
_TO_MONTH = 3


class Asked(NamedTuple):
    """A question: what it asks for, its words as read after those that lead in, and whether a second verb follows whoever is
    named ("who did he follow"), so that the name is not the one asked for."""

    kind: Kind
    words: tuple[str, ...]
    turned: bool = False


def asked(words: Sequence[str]) -> Asked:
    """Read a question's words, as the speller gives them."""
    place = _opening(words)
    if place is None or (place > 0 and words[0] in _YES_OR_NO and words[1] not in ("you", "u")):
        return Asked("closed" if words and words[0] in _YES_OR_NO else "what", tuple(words))
    kind, rest = _KINDS[words[place]], tuple(words[place + 1 :])
    if kind == "how" and rest and rest[0] in COUNTED:
        kind = "count"
    elif kind == "what" and (_DATED.intersection(rest[:1])):
        kind, rest = "when", rest[1:]
    return Asked(kind, rest, kind == "who" and bool(rest) and rest[0] in ("did", "does", "do"))


def _opening(words: Sequence[str]) -> int | None:
    """Where the question word stands, if nothing but a lead-in comes before it."""
    place = next((number for number, word in enumerate(words) if word in _KINDS), None)
    if place is None or not _LEADING.issuperset(words[:place]):
        return None
    return place


def has_quantity(words: Sequence[str]) -> bool:
    """Is there a number that is no year and no day of a month?"""
    for place, word in enumerate(words):
        if word in _NUMBERS:
            return True
        dated = not MONTHS.isdisjoint(words[place + 1 : place + 1 + _TO_MONTH])
        if word.isdigit() and len(word) < 9 and int(word) not in _YEARS and not dated:
            return True
    return False
