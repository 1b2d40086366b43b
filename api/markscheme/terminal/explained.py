"""How a mark came about, on a terminal and in a file."""

from pathlib import Path
from typing import TextIO

from markscheme.answers.explanation_html import as_html
from markscheme.answers.explanation_text import all_steps, as_text
from markscheme.domain.arithmetic import Arithmetic
from markscheme.domain.explanations import Explanation

from .escapes import visible
from .inputs import InputError


def print_explanation(stream: TextIO, explanation: Explanation, arithmetic: Arithmetic | None) -> None:
    """The page, then every step of the arithmetic; where no mark was given, the page alone."""
    stream.write(visible(as_text(explanation)))
    if arithmetic is None:
        return
    stream.write(
        f"\nEVERY STEP OF THE ARITHMETIC\nKnowledge {arithmetic.knowledge:.3f} of 1, judgement {arithmetic.judgement:.3f} "
        f"of 1; together {arithmetic.standard:.3f} of 25, before rounding.\n{all_steps(explanation)}"
    )


def write_html(name: str, explanation: Explanation) -> None:
    """The page as HTML in a file; raises InputError where it cannot be written."""
    try:
        Path(name).write_text(as_html(explanation), encoding="utf-8")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        raise InputError(
            f"{visible(name)} cannot be written: {reason}; give a file name for --html"
        ) from None
