"""Only what has the question's words and gives what it asks for clears the bar."""

import pytest

from markscheme.domain.packs import Gazetteer
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.asked import asked
from markscheme.marking.bar import Bar
from markscheme.marking.entries import Entry
from markscheme.marking.words import Speller, tokenise


def entry(answer: str, question: str = "What happened to the mills?") -> Entry:
    words = tuple(tokenise(answer))
    return Entry("card", question, answer, words, words, ())


@pytest.fixture(scope="module")
def bar(encoder: StaticEncoder) -> Bar:
    names = Gazetteer(people=("Hopwood", "Pemberley"), places=("Elmton",))
    return Bar(Speller((), names, {"mill"}, encoder), names)


def cleared(bar: Bar, answer: str, text: str, words: dict[str, tuple[float, float]]) -> bool:
    return bar.cleared(entry(answer), asked(tokenise(text)), [(w, *both) for w, both in words.items()])


@pytest.mark.parametrize(
    ("text", "meets", "fails"),
    [
        ("who lit the mill", "Pemberley did.", "A lamp did."),
        ("who lit Hopwood", "Pemberley did.", "Hopwood was."),
        ("where was the mill", "At Elmton.", "By a river."),
        ("when did the mill burn", "In 1903.", "At night."),
        ("how many mills burned", "105 of them.", "On 9 June 1903."),
        ("how many mills burned", "About four.", "In 1903."),
        ("how many people came", "About four.", "In 1903."),
        ("why did the mill burn", "Because of a lamp.", "It burned in 1903."),
    ],
)
def test_an_answer_gives_what_is_asked_for(bar: Bar, text: str, meets: str, fails: str) -> None:
    words = {"mill": (0.5, 1.0)}
    assert cleared(bar, meets, text, words)
    assert not cleared(bar, fails, text, words)


def test_a_rare_word_may_not_be_missing(bar: Bar) -> None:
    told = dict.fromkeys(("mill", "river", "bridge", "lamp"), (0.3, 1.0))
    assert cleared(bar, "A lamp.", "what is it", told | {"stone": (0.3, 0.0)})
    assert not cleared(bar, "A lamp.", "what is it", told | {"turbine": (0.9, 0.0)})


def test_of_few_words_none_may_be_missing(bar: Bar) -> None:
    assert not cleared(bar, "A lamp.", "what is it", {"mill": (0.5, 1.0), "owner": (0.3, 0.0)})


def test_what_is_counted_must_be_spoken_of(bar: Bar) -> None:
    assert cleared(bar, "105 burned.", "how many mills burned", {"mill": (0.5, 1.0)})
    assert not cleared(bar, "105 burned.", "how many bridges burned", {"burned": (0.5, 1.0)})


def test_a_date_stands_beside_what_it_is_of(bar: Bar) -> None:
    words = {"bridge": (0.5, 1.0)}
    assert cleared(bar, "The mill burned, and the bridge fell in 1904.", "when did the bridge fall", words)
    assert not cleared(
        bar, "The mill burned in 1903, and the bridge fell.", "when did the bridge fall", words
    )


def test_a_word_of_like_meaning_alone_is_no_answer(bar: Bar) -> None:
    assert not cleared(bar, "A lamp.", "what is it", {"mill": (0.5, 0.4)})


def test_a_year_alone_asks_for_too_much(bar: Bar) -> None:
    assert not cleared(bar, "It burned in 1903.", "what happened in 1903", {"1903": (0.2, 1.0)})
