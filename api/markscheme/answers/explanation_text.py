"""An explanation as plain text for one A4 page: at most 66 lines of 96 characters."""

from collections.abc import Iterable, Iterator
from textwrap import shorten, wrap

from markscheme.domain.explanations import ExplainedStep, Explanation

from .explanation import gathered, signed

WIDTH = 96
LINES = 66
_SIZES = (*((factors, 8) for factors in range(9, 2, -1)), *((3, items) for items in range(7, 0, -1)))
_MARGIN = 19


def as_text(explanation: Explanation) -> str:
    """The page as text; a student's words stand in it as they were written."""
    return "\n".join(_lines(on_one_page(explanation))) + "\n"


def on_one_page(explanation: Explanation) -> Explanation:
    """The explanation with its smallest factors put together, and if that is not enough its lists cut, so that it
    fits."""
    for factors, items in _SIZES:
        page = explanation.model_copy(update={
            "steps": gathered(explanation.steps, factors),
            "held_down": explanation.held_down[:items],
            "would_raise": explanation.would_raise[:items],
            "flags": explanation.flags[:items],
        })  # fmt: skip
        if sum(1 for _ in _lines(page)) <= LINES:
            break
    return page


def all_steps(explanation: Explanation) -> str:
    """Every step of the arithmetic, a line each."""
    lines = [f"{_numbers(step)}  {step.label}" for step in explanation.steps if step.thousandths is not None]
    return "".join(f"{line}\n" for line in lines)


def _lines(page: Explanation) -> Iterator[str]:
    yield "HOW THIS MARK CAME ABOUT"
    yield from wrap(page.question, WIDTH)
    yield ""
    for sentence in (page.result, page.summary, *page.meaning):
        yield from wrap(sentence, WIDTH)
    if page.steps:
        yield from _section("What was found" if page.mark is None else "Step by step, in marks")
        for step in page.steps:
            yield from _step(step)
    yield from _listed("What held it down", page.held_down)
    raises = (
        f"{raised.text} (+{raised.gain})" if raised.gain else raised.text for raised in page.would_raise
    )
    yield from _listed("What would raise it, and by how many marks", raises)
    yield from _listed("About this text", page.flags)
    yield ""
    yield from wrap(f"{page.scheme}. {page.closing}", WIDTH)


def _section(title: str) -> Iterator[str]:
    yield ""
    yield title.upper()


def _listed(title: str, sentences: Iterable[str]) -> Iterator[str]:
    for place, sentence in enumerate(sentences):
        if place == 0:
            yield from _section(title)
        yield from wrap(" ".join(sentence.split()), WIDTH, initial_indent="- ", subsequent_indent="  ")


def _step(step: ExplainedStep) -> Iterator[str]:
    said = step.detail
    if step.kind == "factor" and step.quote:
        said = f"{step.detail}, paragraph {step.where}: “{' '.join(step.quote.quote.split())}”"
    elif step.detail and len(step.label) + len(step.detail) < WIDTH - _MARGIN - 2:
        yield f"{_numbers(step)}  {step.label}: {step.detail}"
        return
    yield f"{_numbers(step)}  {shorten(step.label, WIDTH - _MARGIN, placeholder=' …')}"
    if said:
        yield " " * (_MARGIN + 2) + shorten(said, WIDTH - _MARGIN - 2, placeholder=" …")


def _numbers(step: ExplainedStep) -> str:
    if step.thousandths is None or step.running is None:
        return " " * (_MARGIN - 2)
    return f"{signed(step.thousandths):>8} {step.running / 1000:>8.3f}"
