"""The learning curve as tables, each row with a bar, so that it can be read as a plot."""

from collections.abc import Iterator

from .curve import CurveResult, Measure, Place
from .tables import Cell, Sheet, percent

_WIDE = 24
_COLUMNS = ("answers", "error before", "one mark for all", "error after (95 %)", "kappa before", "kappa after (95 %)",
            "used in", "error as used", "kappa as used", "error after, as a bar")  # fmt: skip


def curve_sheets(result: CurveResult) -> Iterator[Sheet]:
    """One table a set."""
    for curve in result.curves:
        longest = max(place.error[rival].mean for place in curve.places for rival in ("before", "after"))
        over = "questions" if curve.places[0].groups > 1 else "draws"
        yield Sheet(
            curve.name, _COLUMNS, [_row(place, longest) for place in curve.places],
            f"{curve.answers} answers; fitted on the number in the first column, tested on the rest, {curve.draws} "
            f"draws; marks out of 25; intervals over {over}. Used: only where it proves itself on what it was fitted on.",
        )  # fmt: skip


def _row(place: Place, longest: float) -> list[Cell]:
    error, kappa = place.error, place.kappa
    return [
        place.answers, _two(error["before"]), _two(error["constant"]), _span(error["after"]),
        _two(kappa["before"]), _span(kappa["after"]), percent(place.applied), _two(error["used"]),
        _two(kappa["used"]), "█" * max(1, round(_WIDE * error["after"].mean / longest)),
    ]  # fmt: skip


def _two(measure: Measure) -> str:
    return f"{measure.mean:.2f}"


def _span(measure: Measure) -> str:
    low, high = measure.interval
    return f"{measure.mean:.2f} ({low:.2f} to {high:.2f})"
