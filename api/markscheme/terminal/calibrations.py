"""Calibrations as files: read and checked, written whole or not at all."""

from pathlib import Path

from pydantic import ValidationError

from markscheme.domain.calibrations import MarkCalibration

from .escapes import visible
from .inputs import InputError


def read_calibration(name: str) -> MarkCalibration:
    """The calibration in a file; raises InputError where there is none, or it has been changed."""
    called = visible(name)
    try:
        return MarkCalibration.model_validate_json(Path(name).read_bytes())
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        why = first["msg"].removeprefix("Value error, ")
        raise InputError(f"{called} is not a calibration that can be used: {place + ': ' if place else ''}{why}") \
            from None  # fmt: skip
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        raise InputError(f"{called} cannot be read: {reason}; give a file that calibrate wrote") from None


def next_version(name: str, question_id: str) -> int:
    """1, or one more than the calibration of this question that the file holds; raises InputError for another file,
    so that nothing else is ever overwritten."""
    if not Path(name).exists():
        return 1
    held = read_calibration(name)
    if held.question_id != question_id:
        raise InputError(f"{visible(name)} holds a calibration of {held.question_id}; give another file")
    return held.version + 1


def write_calibration(name: str, calibration: MarkCalibration) -> None:
    """Write the document; raises InputError where that cannot be done."""
    target = Path(name)
    try:
        fresh = target.with_name(f".{target.name}.new")
        fresh.write_text(calibration.model_dump_json(indent=2) + "\n", encoding="utf-8")
        fresh.replace(target)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        raise InputError(f"{visible(name)} cannot be written: {reason}; give a file to write") from None
