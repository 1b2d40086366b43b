"""Halves and sides: is each part of what was asked explained, and not only touched?"""

from collections.abc import Iterable
from math import fsum

from ..views import FactorCredit, View

# A bare mention earns 0.25 and a named point with a fact about 0.5; what is explained has more than this.
_NAMED = 0.4
# Two explained points, or several begun: less is no half of an essay.
_ENOUGH = 1.0
_REASONS, _RESULTS = frozenset({"reason"}), frozenset({"consequence", "limit"})


def halves(view: View) -> tuple[float, str, tuple[int, ...]]:
    """How far the thinner of the two halves, reasons and results, is explained."""
    found = {
        "reasons": [c for c in view.present if c.role and c.role.role in _REASONS],
        "results": [c for c in view.present if c.role and c.role.role in _RESULTS],
    }
    return _thinner(found)


def sides(view: View) -> tuple[float, str, tuple[int, ...]]:
    """How far the thinner side of the argument is explained; a factor that is argued down serves the other side."""
    question = view.rubric.question
    found = {
        question.for_side: [c for c in view.present if c.side == "for"],
        question.against_side: [c for c in view.present if c.side == "against"],
    }
    return _thinner(found)


def _thinner(found: dict[str, list[FactorCredit]]) -> tuple[float, str, tuple[int, ...]]:
    depths = {part: _depth(credits) for part, credits in found.items()}
    part = min(depths, key=lambda each: depths[each])
    shown = tuple(c.reading.sentences[0] for c in found[part] if c.reading.sentences)
    return min(1.0, depths[part] / _ENOUGH), part, shown


def _depth(credits: Iterable[FactorCredit]) -> float:
    return fsum(max(0.0, credit.credit - _NAMED) for credit in credits)
