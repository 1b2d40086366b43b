"""Questions about the topic are answered with a source, refused where the pack knows nothing, and never give an essay."""

from pathlib import Path
from time import process_time

import pytest

from hostile import hostile_strings
from markscheme.bench.topics import TopicsResult, load, measure
from markscheme.domain.cards import Card, CardPoint
from markscheme.domain.factors import Citation
from markscheme.domain.packs import Pack
from markscheme.domain.questions import Hint
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.compiled import compiled
from markscheme.marking.topics import Topics
from markscheme.packs.loader import load_all

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
SECONDS = 0.5
MILL = Card(
    id="mill-fire",
    topic="The mill",
    question="When did the mill on the river burn down, and who had lit the lamp?",
    points=(CardPoint(text="The mill burned down in 1903."),),
    needed=1,
    answer="It burned down in May 1903; the miller's son had lit the lamp.",
    hint=Hint(nudge="Think of the river.", pointer="A lamp.", area="Fire"),
    sources=(Citation(source="town-annals", place="ch. 9"),),
)


@pytest.fixture(scope="module")
def own(encoder: StaticEncoder) -> Topics:
    return Topics(compiled(load_all(KNOWLEDGE)[0], encoder))


@pytest.fixture(scope="module")
def results(own: Topics) -> dict[str, TopicsResult]:
    return measure(load(None), own.find)


@pytest.fixture(scope="module")
def town(pack: Pack, encoder: StaticEncoder) -> Topics:
    # Another id, since packs with the same content share what is made of them.
    manifest = pack.manifest.model_copy(update={"id": "town-cards"})
    return Topics(
        compiled(Pack.model_construct(**(dict(pack) | {"cards": (MILL,), "manifest": manifest})), encoder)
    )


def test_a_card_answers_with_its_source_and_place(town: Topics) -> None:
    found = town.find("when did the mill burn down?")
    assert found.text == MILL.answer
    assert found.card_ids == ("mill-fire",)
    assert [(source.source_id, source.place) for source in found.sources] == [("town-annals", "ch. 9")]


@pytest.mark.parametrize("text", ["what is photosynthesis", "who won the cup", "when did the castle burn"])
def test_what_the_pack_does_not_know_is_outside(town: Topics, text: str) -> None:
    assert town.find(text).outside


def test_a_term_is_told_by_name_with_its_source(own: Topics) -> None:
    found = own.find("when did stalin die?")
    assert "5 March 1953" in (found.text or "")
    assert (found.kind, bool(found.sources)) == ("term", True)


def test_what_is_about_the_subject_and_not_there_is_not_known(own: Topics) -> None:
    """A sentence with one of the words is no answer."""
    for text in ("when was brezhnev born", "how many people died in the purges", "what happened in 1957"):
        found = own.find(text)
        assert (found.text, found.unknown, found.outside) == (None, True, False), text


def test_the_card_that_asks_for_it_is_named_whatever_answers(own: Topics) -> None:
    """So that a card being asked can be kept from being answered by a question."""
    assert "beria-fate" in own.find("when was beria shot").card_ids


@pytest.mark.parametrize("text", ["", "  ", "???", "\x00", "the of and"])
def test_a_question_without_words(own: Topics, text: str) -> None:
    found = own.find(text)
    assert found.text is None
    assert found.outside


def test_what_is_told_has_a_source(own: Topics) -> None:
    for asked in load(None).root.values():
        for wanted in asked.answered:
            found = own.find(wanted.text)
            assert bool(found.text) == bool(found.sources)


def test_most_questions_are_answered_rightly(results: dict[str, TopicsResult]) -> None:
    for result in results.values():
        assert result.right / result.answered >= 0.7
        assert (result.wrong + result.unknown_told) / (result.answered + result.unknown) <= 0.03


def test_what_is_not_known_is_told_from_what_is_outside(results: dict[str, TopicsResult]) -> None:
    assert [result.unknown - result.unknown_right for result in results.values()] == [0] * len(results)
    for result in results.values():
        assert result.outside_right >= 0.9 * result.outside


def test_other_subjects_are_refused(results: dict[str, TopicsResult]) -> None:
    for result in results.values():
        assert result.outside_told == 0


def test_no_essay_is_given_away(results: dict[str, TopicsResult]) -> None:
    assert not any(result.withheld_told for result in results.values())
    assert results["tuned"].withheld_right == results["tuned"].withheld


def test_every_exam_question_is_withheld(own: Topics) -> None:
    for question in load_all(KNOWLEDGE)[0].questions:
        found = own.find(question.text)
        assert found.text is None, question.text
        assert not found.outside, question.text


def test_hostile_questions_are_answered_in_bounds(own: Topics) -> None:
    own.find("Warm.")
    for text in hostile_strings():
        begun = process_time()
        own.find(text)
        assert process_time() - begun < SECONDS, text[:12]
