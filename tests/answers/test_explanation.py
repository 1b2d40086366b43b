"""The one-page explanation: content, text and HTML, on the tiny pack and on the largest page there can be."""

from collections.abc import Callable

import pytest

from markscheme.answers.explanation import explain, gathered
from markscheme.answers.explanation_html import as_html
from markscheme.answers.explanation_text import LINES, WIDTH, all_steps, as_text
from markscheme.answers.inline import InlineMarker
from markscheme.domain.arithmetic import MarkStep
from markscheme.domain.explanations import ExplainedStep, Explanation, Raise
from markscheme.domain.packs import Pack
from markscheme.domain.reports import DemandFinding, MarkReport

TEXT = (
    "The grain shortage <b>mattered</b> because people lost trust in the council of Mayor Hill.\n\n"
    "However, the price rises mattered more, since they hurt every street of the town in 1901 & after. "
    "They came again each winter, and each winter more of the people who had trusted the council to help "
    "them stopped doing so, because nobody in it had an answer."
)
Explain = Callable[[str], Explanation]


@pytest.fixture
def explained(pack: Pack, marker: InlineMarker) -> Explain:
    def page(text: str) -> Explanation:
        report = MarkReport.model_validate_json(marker.report_json("council-fall", text))
        return explain(report, text, pack.questions[0].text, pack.schemes[0])

    return page


@pytest.fixture
def crowded() -> Explanation:
    """More on one page than any answer has."""
    long = "word " * 60
    factors = tuple(
        ExplainedStep(kind="factor", label=f"Factor {n} {long[:60]}", detail="explained", thousandths=500,
                      running=500 * (n + 1), where=2, quote={"start": 0, "end": len(long), "quote": long})
        for n in range(30)
    )  # fmt: skip
    qualities = tuple(
        ExplainedStep(kind="quality", label=f"Quality {n}", detail=long[:70], thousandths=500, running=15_500)
        for n in range(8)
    )
    return Explanation(
        question_id="q", question=long[:150], scheme="Essay", max_mark=25, mark=15, level=3, result="15 of 25",
        summary=long[:120], steps=factors + qualities, held_down=(long[:150],) * 10,
        would_raise=(Raise(text=long[:140], gain=2),) * 4, meaning=(long[:180],) * 3, flags=(long[:80],) * 3,
        closing="The teacher decides.",
    )  # fmt: skip


def test_it_says_what_was_found_where_and_in_whose_words(explained: Explain) -> None:
    page = explained(TEXT)
    [grain] = [step for step in page.steps if step.label == "Grain shortage"]
    assert grain.quote is not None
    assert TEXT[grain.quote.start : grain.quote.end] == grain.quote.quote
    assert "grain shortage" in grain.quote.quote
    assert grain.where == 1
    [prices] = [step for step in page.steps if step.label == "Price rises"]
    assert prices.where == 2
    assert page.would_raise
    assert page.held_down
    assert any("likely range" in sentence for sentence in page.meaning)


def test_its_steps_add_up_to_the_mark(explained: Explain) -> None:
    page = explained(TEXT)
    assert page.mark
    assert sum(step.thousandths or 0 for step in page.steps) == page.mark * 1000 == page.steps[-1].running
    assert f"{page.mark}.000" in as_text(page)
    assert sum(float(line.split()[0].replace("−", "-")) for line in all_steps(page).splitlines()) == (
        pytest.approx(page.mark)
    )


def test_gathering_loses_no_thousandth(crowded: Explanation) -> None:
    shown = gathered(crowded.steps, 5)
    assert sum(step.kind == "factor" for step in shown) == 5
    assert sum(step.thousandths or 0 for step in shown) == sum(
        step.thousandths or 0 for step in crowded.steps
    )
    assert shown[4].label == "26 smaller points"
    assert shown[4].running == crowded.steps[29].running
    assert gathered(crowded.steps, 30) == crowded.steps


def test_the_text_fits_a_page(crowded: Explanation, explained: Explain) -> None:
    for page in (crowded, explained(TEXT), explained("")):
        lines = as_text(page).splitlines()
        assert len(lines) <= LINES
        assert max(map(len, lines)) <= WIDTH


def test_html_shows_words_as_words(explained: Explain) -> None:
    html = as_html(explained(TEXT))
    assert "&lt;b&gt;mattered&lt;/b&gt;" in html
    assert "<b>" not in html
    assert "<script" not in html
    assert " style=" not in html
    assert "http" not in html


def test_a_blank_answer_is_explained_too(explained: Explain) -> None:
    page = explained("")
    assert page.steps == ()
    assert page.result == "0 of 25 marks, below Level 1"
    assert "There is no answer here yet." in as_text(page)
    assert "<table>" not in as_html(page)


def test_a_withheld_mark_keeps_what_was_found(explained: Explain) -> None:
    notes = (
        "- grain shortage 1901 and people lost trust\n- price rises in town\n- party split\n- council fell\n"
    )
    page = explained(notes)
    assert page.mark is None
    assert page.result == "No mark"
    assert page.meaning[0].startswith("These are notes.")
    assert page.steps
    assert all(step.thousandths is None for step in page.steps)
    assert "+0" not in as_text(page)
    assert "What was found" in as_html(page)


def test_a_report_from_before_the_steps_still_explains_itself(
    pack: Pack, marker: InlineMarker, explained: Explain
) -> None:
    report = MarkReport.model_validate_json(marker.report_json("council-fall", TEXT))
    old = report.model_copy(update={"arithmetic": None, "scheme": None})
    page = explain(old, TEXT, "Why?", pack.schemes[0])
    assert page.mark == report.mark
    assert {step.label for step in page.steps} >= {"Grain shortage", "Price rises"}
    assert as_html(page).count("<tr>") == len(page.steps) + 1


def test_an_unmet_demand_is_named_once_whether_or_not_its_ceiling_took_something(
    pack: Pack, marker: InlineMarker
) -> None:
    report = MarkReport.model_validate_json(marker.report_json("council-fall", TEXT))
    unmet = DemandFinding(
        demand_id="d", name="Both halves", score=0, met=False, ceiling=12, missing="the results are thin"
    )
    assert report.arithmetic
    took = MarkStep(
        kind="ceiling", label="Held down, because the results are thin", thousandths=-500, running=0
    )
    binding = report.arithmetic.model_copy(update={"steps": (*report.arithmetic.steps, took)})
    for arithmetic, said in (
        (report.arithmetic, "Both halves: the results are thin."),
        (binding, "Held down, because the results are thin. That takes 0.5 marks"),
    ):
        held = report.model_copy(update={"demands": (unmet,), "arithmetic": arithmetic})
        found = [s for s in explain(held, TEXT, "Why?", pack.schemes[0]).held_down if "results are thin" in s]
        assert len(found) == 1
        assert found[0].startswith(said)
