"""Another topic, or another question's answer."""

from collections import Counter
from math import fsum

import numpy as np

from markscheme.domain.reports import Flag

from ..views import View
from .flags import flag
from .reading import Reading

_ENOUGH_TO_TELL = 50
_NOTHING, _LITTLE, _OUTSIDE = 1.0, 3.0, 4.0
_WORSE, _BY = 0.65, 0.25
_CENTURIES = (1000, 2100)
_SEVERAL = 3


def off_topic(reading: Reading, counts: Counter[str]) -> float | None:
    """The highest standard an answer off the topic can reach, or None; `counts` are the words of the sentences kept."""
    markers, document = reading.subject.markers, reading.document
    enough = counts.total() >= _ENOUGH_TO_TELL
    own = sum(counts[word] for word in reading.subject.words)
    if enough and own == 0 and not markers.hits(document, "named"):
        return _NOTHING
    others = len(markers.hits(document, "other_topic"))
    if others >= 2 and others >= own / 2:
        return _LITTLE
    return (
        _OUTSIDE if enough and not _names_it(reading) and _outside(counts, reading.subject.period) else None
    )


def _names_it(reading: Reading) -> bool:
    """Does it have a rare subject word of the question, such as the name of the man it is about?"""
    tokens = reading.document.tokens
    pairs = zip(tokens.words, tokens.stems, strict=True)
    return any(word in reading.subject.words and stem in reading.asked for word, stem in pairs)


def too_late(reading: Reading, counts: Counter[str]) -> bool:
    """Does it give more years after the question's period than up to its end, three at least?"""
    end = reading.period[1]
    late = sum(count for year, count in _years(counts) if year > end)
    return late >= _SEVERAL and late > sum(count for year, count in _years(counts) if year <= end)


def _outside(counts: Counter[str], period: tuple[int, int]) -> bool:
    """Does it give years, two at least, and all of them outside the pack's period?"""
    years = [year for year, _ in _years(counts)]
    return len(years) >= 2 and not any(period[0] <= year <= period[1] for year in years)


def _years(counts: Counter[str]) -> list[tuple[int, int]]:
    """Each year that is named, and how often."""
    years = [(int(word[:4]), count) for word, count in counts.items()
             if word[:4].isdigit() and len(word.rstrip("s")) == 4]  # fmt: skip
    return [(year, count) for year, count in years if _CENTURIES[0] <= year <= _CENTURIES[1]]


def misplaced(view: View) -> tuple[Flag, ...]:
    """A flag when what the answer credits is asked for by another question far more than by this one."""
    made = {view.rubric.pack.factors[c.reading.index].id: c.credit for c in view.credits if c.credit}
    total = fsum(made.values())
    if total < 1.5 or (view.echo and float(np.mean(view.match.echo)) > 0.2):
        return ()
    shares = {
        question_id: round(fsum([credit * core.get(f, 0) for f, credit in made.items()]) / total, 4)
        for question_id, core in view.rubric.cores.items()
    }
    own = shares[view.rubric.question.id]
    best, share = max(shares.items(), key=lambda item: (item[1], item[0]))
    if own <= _WORSE * share and share - own >= _BY:
        better = view.rubric.pack.question(best)
        return (flag("other_question", detail=better.text),) if better else ()
    return ()
