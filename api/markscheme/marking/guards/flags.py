"""The words of each flag."""

from collections.abc import Iterable, Iterator

from markscheme.domain.reports import Flag, FlagKind

from ..documents import Document

_MESSAGES: dict[FlagKind, str] = {
    "blank": "There is no answer here yet.",
    "too_short": "This is too short to show what you know.",
    "off_question": "This does not seem to be about the question's topic.",
    "other_question": "This reads like an answer to another question: {detail}",
    "keyword_list": "This is a list of terms, not an argument; a list earns a mention at most.",
    "repetition": "This repeats an earlier passage and counts once.",
    "copied_source": "This passage is word for word from a source or an example answer; it earns nothing.",
    "copied_question": "This is the question in its own words; it earns nothing.",
    "instruction_to_marker": "This speaks to the marker instead of answering; it was left out.",
    "hidden_text": "There is something here that a reader does not see, or sees as something else; it was left out.",
    "other_language": "This is not in English as far as we can read it, so it cannot be marked.",
    "notes_not_prose": "These are notes. Write them out as an answer and they can be given a mark.",
    "fragment": "This looks like part of an answer: it stops before it ends.",
    "over_length": "This is longer than anyone could write in the time.",
}


def flag(kind: FlagKind, start: int | None = None, end: int | None = None, detail: str = "") -> Flag:
    """A flag of that kind, with its place in the answer if it has one."""
    return Flag(kind=kind, message=_MESSAGES[kind].format(detail=detail), start=start, end=end)


def passages(kind: FlagKind, document: Document, numbers: Iterable[int]) -> Iterator[Flag]:
    """One flag for each run of neighbouring sentences."""
    run: list[int] = []
    for number in (*sorted(numbers), -1):
        if run and number != run[-1] + 1:
            start = document.quote(document.sentences[run[0]]).start
            yield flag(kind, start, document.quote(document.sentences[run[-1]]).end)
            run = []
        run.append(number)
