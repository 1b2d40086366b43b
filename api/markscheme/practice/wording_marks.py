"""Talk of marks in a model's words. A sentence may state the mark as the report has it, and say nothing else about it."""

import re
import unicodedata
from collections.abc import Iterator

from markscheme.domain.reports import MarkReport

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_VALUES = (
    {word: value for value, word in enumerate(_UNITS)}
    | {word: 10 * value for value, word in enumerate(_TENS, start=2)}
    | {word: value for value, word in enumerate(_ORDINALS, start=1)}
)
_UNIT = "|".join(_UNITS[1:10])
_SPELLED = re.compile(rf"\b(?:({'|'.join(_TENS)})[\s-]({_UNIT})|({'|'.join(_VALUES)}))\b")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8"}
_ROMAN_LEVEL = re.compile(rf"\b(level|band)\s+({'|'.join(_ROMAN)})\b")
_STRAIGHT = str.maketrans("‘’“”–—", "''\"\"--")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")

_TALK = re.compile(
    r"\b(?:marks?|marked|marking|markers?|scor(?:e[sd]?|ing)|grad(?:e[sd]?|ing)|bands?|award\w*|a-?star)\b"
    r"|\blevel\s*\d|\b\d+(?:st|nd|rd|th)?[\s-]level"
    r"|\b(?:top|upper|high\w*|full|max\w*|best|perfect|low\w*|bottom|next)\s(?:possible\s|available\s)?levels?\b"
    r"|\d\s*(?:/|out of|over)|out of (?:a |an )?(?:possible |total )?(?:of )?\d"
    r"|\b(?:an?|straight) [a-e]\b"
    r"|\b(?:gets?|got|gain\w*|earn\w*|deserv\w*|merits?|receiv\w*|worth|reach\w*|achiev\w*|given|secur\w*|stands?"
    r"|(?:are|is|be|'re) (?:on|at)|mak\w+ it)\b[^.!?]{0,24}\d"
    r"|\b(?:maximum|full|perfect|top|highest|best|very) (?:possible )?(?:result|total|points?|credit|tier|rank|category"
    r"|class)\b"
    r"|\b(?:every|all (?:of )?(?:the|its|your)) points?\b|\b\d+ levels?\b|\blevels? (?:above|below|higher|lower|up|down)\b"
    r"|\b(?:tier|rank) \d|\b(?:very )?top\b(?=[ .!?,]|\Z)(?! \w+s\b)|\b(?:first|1)-?\s?class\b|\bstarred\b"
    r"|\bdeserv\w*|\bworth (?!(?!any|every|no|some)\w+ing\b)|\ba (?:pass|fail|first|1|distinction)(?:[.!?,]|\Z| for\b)"
    r"|\b(?:you|this|it|answer|essay|that)(?: has| have| will| would)? (?:pass|fail)(?:es|ed|s)?\b(?! to\b)"
    r"|\byou (?:were|are|have been) told\b|\bthe (?:true|real|right) (?:number|figure|result)\b|\bflawless\b|\bno faults?\b"
    r"|\bthe (?:maximum|minimum)\b|\b\d+ (?:steps?|places?|notch\w*) (?:up|down|above|below|higher|lower|more|short)\b"
)
# Words that count without being a number.
_MEASURES = re.compile(
    r"\b(?:hundreds?|thousands?|millions?|billions?|dozens?|half|halves|quarters?|twice|double|treble|per ?cent)\b"
)
# Small numbers in words need no ground where they count something in English: “two reasons”, “three more sides”.
_COUNTS = re.compile(
    r" (?!(?:of|or|and|above|below|over|under|out|from|in|at|up|down|for|to|with|on|here)\b)(?:[a-z]+ )?"
    r"(?:(?!this|does|less|always|perhaps|else)[a-z]{3,}s|people|men|women)\b"
)
_FREE = {"one", "first", "second", "third"}
_STATED = (
    r"(?:(?:a |the )?(?:marks?|score) of )?\d{1,6}(?: marks?)?(?:/| / | out of (?:a possible )?| of )\d{1,6}(?: marks?)?"
    r"|between \d{1,6} and \d{1,6}(?: marks?)?|\d{1,6}(?:-| to )\d{1,6} marks|\d{1,6} marks?|(?:the )?(?:level|band) \d{1,6}"
)
_STATEMENT = re.compile(
    r"(?:overall,? |so,? )?(?:this|it|you|(?:this|your|the) (?:answer|essay|mark|level|score|range))"
    r" (?:is|are|was|has|have|got|reaches|reached|stands|sits|lies|earned|were given|was given)"
    rf"(?: at| in| on)? (?:{_STATED})(?:(?:,|,? and|,? which is|,? at|,? in) (?:{_STATED}))*[.!]?"
)
_FRACTION = re.compile(r"(\d{1,6})(?: marks?)?(?:/| / | out of (?:a possible )?| of )(\d{1,6})(?: marks?)?")
_RANGE = re.compile(r"(?:between )?(\d{1,6})(?: and |-| to )(\d{1,6})(?: marks?)?")
_LEVEL = re.compile(r"(?:level|band) (\d+)")


def folded(text: str) -> str:
    """Small letters without accents, straight quotes, one kind of dash, numbers as figures."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    bare = " ".join(bare.casefold().translate(_STRAIGHT).split())
    bare = _ROMAN_LEVEL.sub(lambda found: f"{found[1]} {_ROMAN[found[2]]}", _THOUSANDS.sub("", bare))
    return _SPELLED.sub(lambda found: str(_value(found)), bare)


def speaks_of_marks(sentence: str) -> bool:
    """Whether a sentence, folded, is about marks, levels or grades, or gives the student a number."""
    return any(
        _TALK.search(each) for each in (sentence, sentence.replace("-", ""), sentence.replace("-", " "))
    )


def states_the_mark(sentence: str, report: MarkReport) -> bool:
    """Whether a sentence, folded, does nothing but state the mark, level or range that the report has."""
    if _STATEMENT.fullmatch(sentence) is None:
        return False
    rest, true = sentence, True
    for form, values in (
        (_FRACTION, (report.mark, report.max_mark)),
        (_RANGE, report.mark_range),
        (_LEVEL, (report.level,)),
    ):
        true = true and all(tuple(map(int, found.groups())) == values for found in form.finditer(rest))
        rest = form.sub("", rest)
    return true and all(int(number) == report.mark for number in _NUMBER.findall(rest))


def numbers(text: str) -> Iterator[tuple[str, bool]]:
    """Every number in a text as figures, and whether it is no more than a small one in words that counts something."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    bare = _THOUSANDS.sub("", bare.casefold())
    for found in _NUMBER.finditer(bare):
        yield found[0], False
    for found in _SPELLED.finditer(bare):
        value = _value(found)
        yield str(value), found[0] in _FREE or (value <= 10 and bool(_COUNTS.match(bare, found.end())))
    for found in _MEASURES.finditer(bare):
        yield found[0], False


def _value(found: re.Match[str]) -> int:
    tens, unit, single = found.groups()
    return _VALUES[single] if single else _VALUES[tens] + _VALUES[unit]
