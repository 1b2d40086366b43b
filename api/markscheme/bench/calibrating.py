"""`markscheme calibrate`: fit on a teacher's marks, show before and after, keep the document if it helps."""

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .tables import Cell, Sheet, percent, show

if TYPE_CHECKING:
    from markscheme.domain.calibrations import Interval, MarkCalibration

    from .desk import Desk

NO_HELP = 1


def run(arguments: argparse.Namespace, desk: "Desk") -> int:
    """Fit and print; exit code 1 where the calibration would not help, and nothing is written then."""
    from markscheme.fitting.service import calibrate
    from markscheme.terminal.calibrations import next_version, write_calibration
    from markscheme.terminal.marked import read_marked
    from markscheme.terminal.report import console_for

    question_id = arguments.question_id
    version = next_version(arguments.out, question_id) if arguments.out else 1
    rubric = desk.rubric(question_id, arguments.scheme)
    fitted = calibrate(rubric, read_marked(arguments.marked), desk.encoder, version)
    if arguments.json:
        print(fitted.model_dump_json(indent=2))
    else:
        show(console_for(sys.stdout), list(calibration_sheets(fitted)))
    refusal = fitted.gain.refusal
    if refusal:
        sys.stderr.write(f"markscheme: this calibration is not to be used: {refusal}\n")
        return NO_HELP
    if arguments.out:
        write_calibration(arguments.out, fitted)
    return 0


def calibration_sheets(fitted: "MarkCalibration") -> Iterator[Sheet]:
    """Before and after, then what was moved."""
    before, after, gain = fitted.before, fitted.after, fitted.gain
    rows: list[list[Cell]] = [
        ["mean error, marks", _two(before.error), _two(after.error), _two(-gain.error),
         _between(gain.error_interval, flipped=True)],
        ["within 1 mark", percent(before.within_one), percent(after.within_one), percent(gain.within_one),
         _between(gain.within_one_interval, share=True)],
        ["level exact", percent(before.level_exact), percent(after.level_exact), percent(gain.level_exact),
         _between(gain.level_exact_interval, share=True)],
        ["weighted kappa", before.kappa, after.kappa, gain.kappa, _between(gain.kappa_interval)],
    ]  # fmt: skip
    verdict = "It helps." if gain.refusal is None else f"Not to be used: {gain.refusal}."
    yield Sheet(
        f"{fitted.question_id}: before and after on {fitted.answers} marked answers",
        ["", "before", "after", "change", "95 % of changes"], rows,
        f"Each answer is marked by calibrations that have not seen it (5 folds, dealt 5 times). {verdict}",
    )  # fmt: skip
    yield Sheet("What was moved", ["", "to"], list(_moved(fitted)), f"Calibration {fitted.hash[:12]}.")


def _moved(fitted: "MarkCalibration") -> Iterator[list[Cell]]:
    moved = fitted.adjustment
    yield ["a factor's log odds of being there", f"{moved.shared_shift:+.2f}"]
    for factor, shift in sorted(moved.factor_shifts.items()):
        yield [f"  {factor}", f"{shift:+.2f}"]
    yield ["weight of knowledge", f"× {moved.knowledge_weight:.2f}"]
    yield ["weight of judgement", f"× {moved.judgement_weight:.2f}"]
    for standard, height in moved.knots[1:]:
        yield [f"standard {standard:g} of 25", f"{min(height, 25.0):.1f}"]


def _two(value: float) -> str:
    return f"{value + 0:.2f}"


def _between(interval: "Interval | None", share: bool = False, flipped: bool = False) -> str:
    if interval is None:
        return "–"
    low, high = (-interval[1], -interval[0]) if flipped else interval
    return f"{low:.0%} to {high:.0%}" if share else f"{low:.2f} to {high:.2f}"
