"""A list of ideas is cut where a student cuts it, and each idea is matched to a factor of the question."""

from pathlib import Path
from time import process_time

import pytest

from hostile import hostile_strings
from markscheme.bench.ideas import load, measure
from markscheme.domain.packs import Pack
from markscheme.domain.readings import IdeasRead
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.ideas import Ideas
from markscheme.marking.rubric import Rubric
from markscheme.packs.loader import load_all

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
SECONDS = 0.5


@pytest.fixture(scope="module")
def own() -> Pack:
    return load_all(KNOWLEDGE)[0]


@pytest.fixture(scope="module")
def removal(own: Pack, encoder: StaticEncoder) -> Ideas:
    return Ideas(Rubric.of(own, "removal-cuba"), encoder)


def named(read: IdeasRead) -> dict[str, str]:
    return {idea.quote: idea.factor_id for idea in read.named}


def test_a_list_as_it_is_typed(removal: Ideas) -> None:
    text = "virgin lands, cuba, upset the party officials + his style; brezhnevs plot"
    assert named(removal.read(text)) == {
        "virgin lands": "agriculture_failure",
        "cuba": "cuban_missile_crisis",
        "upset the party officials": "party_reform_threat",
        "his style": "leadership_style",
        "brezhnevs plot": "coup_mechanics",
    }


@pytest.mark.parametrize(
    "text",
    [
        "- cuba\n- china",
        "1. cuba\n2) china",
        "• cuba • china",
        "cuba & china",
        "cuba and china",
        "cuba / china",
        "cuba -> china",
        "first cuba then china",
        "Cuba. China.",
        "cuba\u2013 china; ",
    ],
)
def test_every_way_to_cut_a_list(removal: Ideas, text: str) -> None:
    read = removal.read(text)
    assert {idea.factor_id for idea in read.named} == {"cuban_missile_crisis", "sino_soviet_split"}


def test_and_does_not_cut_one_idea(own: Pack, encoder: StaticEncoder) -> None:
    ideas = Ideas(Rubric.of(own, "fall-destalinisation"), encoder)
    read = ideas.read("risings in poland and hungary")
    assert named(read) == {"risings in poland and hungary": "eastern_bloc_unrest"}


def test_the_words_are_the_students_and_in_their_place(removal: Ideas) -> None:
    text = "  • The \u201cVirgin Lands\u201d,\r\n\tCUBA\u00a0;  ??? , my dog "
    read = removal.read(text)
    for quote in (*read.named, *read.others):
        assert text[quote.start : quote.end] == quote.quote
    assert {idea.factor_id for idea in read.named} == {"agriculture_failure", "cuban_missile_crisis"}
    assert [other.quote for other in read.others] == ["my dog"]


def test_a_factor_is_named_once_where_it_is_said_best(removal: Ideas) -> None:
    read = removal.read("china, the sino-soviet split, mao")
    assert [idea.factor_id for idea in read.named] == ["sino_soviet_split"]


def test_a_factor_of_another_question_is_none_of_this_one(removal: Ideas) -> None:
    assert [other.quote for other in removal.read("closing churches and seminaries").others]


@pytest.mark.parametrize("text", ["", " ", ",,,;;", "1. 2. 3.", "\x00"])
def test_a_list_without_words(removal: Ideas, text: str) -> None:
    assert removal.read(text) == IdeasRead(named=())


def test_hostile_lists_are_read_in_bounds(removal: Ideas) -> None:
    for text in (*hostile_strings(), "cuba and china and " * 1000):
        begun = process_time()
        removal.read(text)
        assert process_time() - begun < SECONDS, text[:12]


def test_ideas_of_six_questions(own: Pack, encoder: StaticEncoder) -> None:
    result = measure(load(None), lambda question, text: Ideas(Rubric.of(own, question), encoder).read(text))
    for half in result.halves.values():
        assert half.found / half.ideas >= 0.93
        assert half.wrong / half.ideas <= 0.1
    assert sum(half.foreign for half in result.halves.values()) >= 9
    assert sum(half.taken for half in result.halves.values()) <= 1
