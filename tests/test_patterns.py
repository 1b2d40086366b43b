"""No regular expression of the package can be kept busy by a hostile text, and no mark either."""

import re
from time import perf_counter

import pytest

from hostile import BUDGET, hostile_strings, patterns, slowest, written_in
from markscheme import assets
from markscheme.bench.desk import Desk
from markscheme.encoders.static import StaticEncoder
from markscheme.packs.loader import load_all

# A mark of 20,000 hostile characters took at most half a second where this was written.
MARK_BUDGET = 3.0
BY_TEXT = {each.pattern: (name, each) for name, each in patterns().items()}


def test_the_expressions_are_found() -> None:
    names = set(patterns())
    assert len(BY_TEXT) > 30
    for place in (
        "marking.segmenting._BREAK",
        "marking.words._TOKEN",
        "web.limits:",
        "domain.packs.PackManifest: ",
    ):
        assert any(place in name for name in names), place


@pytest.mark.parametrize("text", sorted(BY_TEXT), ids=lambda text: BY_TEXT[text][0])
def test_an_expression_is_quick_on_hostile_text(text: str) -> None:
    name, pattern = BY_TEXT[text]
    seconds, worst = slowest(pattern)
    assert seconds <= BUDGET, (
        f"{name}: {seconds * 1000:.0f} ms on {len(worst)} characters like {worst[:20]!r}"
    )


@pytest.mark.parametrize("planted", [r"(a+)+$", r"\s+$", r"(?:\w+\s?)*!$", r"-[\w-]{8,}\.\w+$"])
def test_a_planted_catastrophe_is_caught_while_it_is_cheap(planted: str) -> None:
    seconds, worst = slowest(re.compile(planted))
    assert seconds > BUDGET
    assert worst


def test_an_expression_inside_a_call_is_found() -> None:
    found = written_in("import re\nx = re.sub(r'b+$', '', text)\n", "planted")
    assert [each.pattern for each in found.values()] == ["b+$"]


@pytest.mark.slow
def test_a_whole_mark_of_hostile_text_is_bounded() -> None:
    knowledge = assets.knowledge()
    desk = Desk(load_all(knowledge), StaticEncoder.load(knowledge / "encoders" / "own256-1"))
    desk.mark("removal-cuba", "Warm.")
    for text in hostile_strings():
        begun = perf_counter()
        desk.mark("removal-cuba", text)
        assert perf_counter() - begun <= MARK_BUDGET, text[:20]
