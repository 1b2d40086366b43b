"""Typed answers read against the cards of the real pack."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from markscheme.domain.cards import CardReading
from markscheme.domain.packs import Pack
from markscheme.encoders.keypoints import load_keypoint_model
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.cards import read_card, standing

from .conftest import KNOWLEDGE

Answer = Callable[[str, str], CardReading]
ANSWERS = Path(__file__).parent / "card_answers.yaml"


@pytest.fixture(scope="session")
def answer(khrushchev: Pack, encoder: StaticEncoder) -> Answer:
    """Reads a text as an answer to the card of an id."""
    model = load_keypoint_model(KNOWLEDGE / "encoders" / "own256-1")

    def read(card_id: str, text: str) -> CardReading:
        card = khrushchev.card(card_id)
        assert card is not None
        return read_card(khrushchev, card, text, encoder, model)

    return read


def made(reading: CardReading) -> list[int]:
    return [place for place, point in enumerate(reading.points) if point.made]


@pytest.mark.parametrize(
    ("card_id", "text", "expected"),
    [
        ("malenkov-replaced", "Bulganin, 1955", [0, 1]),
        ("malenkov-replaced", "Nikolai Bulganin", [0]),
        ("malenkov-replaced", "bulgannin in feb 55", [0, 1]),
        ("malenkov-replaced", "Kosygin", []),
        ("malenkov-replaced", "Bulganin in 1957", [0]),
        ("prices-1962", "meat 30% and butter 25%", [0, 1]),
        ("prices-1962", "meat 25% and butter 30%", []),
        ("ministries-march-1953", "Beria had the interior, Molotov foreign affairs", [0, 1]),
        ("ministries-march-1953", "Molotov had the interior ministry, Beria foreign affairs", []),
        ("anti-party-names", "Molotof, Malenkov, Kaganovitch", [0, 1, 2]),
        ("anti-party-names", "Zhukov and Brezhnev", []),
        ("sovnarkhozy-numbers", "105, later 47", [0, 1]),
        ("space-firsts", "sputnik and gagarin", [0, 1]),
        ("successors", "Brezhnev got the Party and Kosygin the government.", [0, 1]),
        ("rise-in-order", "54 virgin lands, feb 55 bulganin for malenkov, oct 57 zhukov out", [0, 1, 3]),
        ("rise-in-order", "The Virgin Lands came in 1957 and Zhukov was dismissed in 1954.", []),
        ("anti-party-fate", "They were not shot, only demoted.", [2]),
        ("anti-party-fate", "They were shot.", []),
        ("secret-police-after-1953", "It was cut back and the Party controlled it.", [0, 1]),
    ],
)  # fmt: skip
def test_points_are_read_in_students_words(
    answer: Answer, card_id: str, text: str, expected: list[int]
) -> None:
    assert made(answer(card_id, text)) == expected


def test_a_model_answer_is_full(khrushchev: Pack, answer: Answer) -> None:
    assert [card.id for card in khrushchev.cards if answer(card.id, card.answer).standing != "full"] == []


def test_the_question_said_back_makes_nothing(khrushchev: Pack, answer: Answer) -> None:
    assert [card.id for card in khrushchev.cards if made(answer(card.id, card.question))] == []


def test_every_point_is_made_by_its_own_words(khrushchev: Pack, answer: Answer) -> None:
    missed = [
        (card.id, place, text)
        for card in khrushchev.cards
        for place, point in enumerate(card.points)
        for text in (point.text, *point.wordings[-1:])
        if place not in made(answer(card.id, text))
    ]
    assert missed == []


def test_no_model_answer_serves_another_topic(khrushchev: Pack, answer: Answer) -> None:
    cards = khrushchev.cards
    pairs = [(one, other) for one, other in zip(cards, cards[40:] + cards[:40], strict=True)
             if not set(one.factors) & set(other.factors)]  # fmt: skip
    taken_in = [(one.id, other.id) for one, other in pairs if answer(one.id, other.answer).standing == "full"]
    assert len(pairs) > 70
    # The quarrel with China answers both.
    assert taken_in in ([], [("root-cause-links", "prestige-lost")])


def test_what_is_denied_is_not_made(answer: Answer) -> None:
    assert made(answer("speech-delivery", "It was a closed session.")) == [0]
    assert made(answer("speech-delivery", "It was not a closed session.")) == []
    assert made(answer("space-firsts", "They did not launch Sputnik.")) == []


def test_what_is_turned_round_is_not_made(answer: Answer) -> None:
    assert made(answer("farm-relief-1953", "They had to pay lower taxes.")) == [0]
    assert made(answer("farm-relief-1953", "Their taxes were increased and rose.")) == []


def test_a_wrong_fact_is_corrected_in_the_students_words(answer: Answer) -> None:
    text = "Stalin's body was taken out in 1962 and buried by the Kremlin wall."
    reading = answer("mausoleum", text)
    assert made(reading) == [1]
    [correction] = reading.corrections
    assert correction.misconception_id == "M06"
    assert text[correction.start : correction.end] == correction.quote
    assert "1961" in correction.correction


def test_the_question_says_what_a_pronoun_is(answer: Answer) -> None:
    text = "It was published in Pravda the next day."
    [correction] = answer("speech-secret-or-applauded", text).corrections
    assert (correction.misconception_id, correction.quote) == ("M40", text)
    # Here "he" is Beria, and not the one who is spoken of most.
    assert (
        answer("beria-fate", "He got locked up and was put to death at the end of the year.").corrections
        == ()
    )
    assert answer("speech-printed", "The New York Times.").corrections == ()


def test_a_model_answer_holds_no_known_error(khrushchev: Pack, answer: Answer) -> None:
    wrong = [(card.id, each.misconception_id) for card in khrushchev.cards
             for each in answer(card.id, card.answer).corrections]  # fmt: skip
    assert wrong == []


def test_students_answers_are_read_as_a_person_reads_them(khrushchev: Pack, answer: Answer) -> None:
    sets = yaml.safe_load(ANSWERS.read_text(encoding="utf-8"))
    pairs = [
        ({point - 1 for point in row["points"]}, set(made(answer(card_id, row["text"]))))
        for card_id, rows in sets.items()
        for row in rows
    ]
    both = sum(len(person & read) for person, read in pairs)
    assert len(pairs) > 100
    assert both / sum(len(read) for _, read in pairs) > 0.92
    assert both / sum(len(person) for person, _ in pairs) > 0.8


def test_keywords_gibberish_and_nothing_make_nothing(khrushchev: Pack, answer: Answer) -> None:
    cues = " ".join(cue for factor in khrushchev.factors for cue in factor.cues)
    for text in ("", "   ", "?!", "asdf qwer zxcv " * 400, cues[:20_000], "x" * 20_000, "I do not know."):
        assert answer("beria-fate", text).standing == "none", text[:30]


def test_a_long_text_is_read_quickly(answer: Answer) -> None:
    text = (
        "Beria was arrested in June 1953, tried in secret and shot. They feared his secret police. " * 300
    )[:20_000]
    answer("beria-fate", text)

    def seconds(words: str) -> float:
        start = time.process_time()
        answer("beria-fate", words)
        return time.process_time() - start

    assert min(seconds(text) for _ in range(5)) < 0.1
    assert min(seconds(text[:88]) for _ in range(5)) < 0.05


FILLER = st.sampled_from(
    [
        "The weather was fine.",
        "I revised this last week.",
        "We had soup for lunch!",
        "My sister plays the piano.",
    ]
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.integers(0, 10_000), st.lists(FILLER, min_size=1, max_size=5))
def test_words_beside_the_point_take_nothing_away(
    khrushchev: Pack, answer: Answer, number: int, filler: list[str]
) -> None:
    card = khrushchev.cards[number % len(khrushchev.cards)]
    before = answer(card.id, card.answer)
    text = " ".join([filler[0], card.answer, *filler[1:]])

    after = answer(card.id, text)

    assert set(made(before)) <= set(made(after))
    assert after == answer(card.id, text)
    for point in after.points:
        assert (point.quote is not None) == point.made
        if point.quote:
            assert text[point.quote.start : point.quote.end] == point.quote.quote


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_read(answer: Answer, text: str) -> None:
    reading = answer("zhukov-dismissed", text)
    for found in (*reading.corrections, *(point.quote for point in reading.points if point.quote)):
        assert text[found.start : found.end] == found.quote


def test_the_standing_is_counted_from_what_is_needed() -> None:
    assert [standing(made, 2) for made in range(4)] == ["none", "partial", "full", "full"]


def test_no_hint_says_a_point(khrushchev: Pack) -> None:
    told = [
        (card.id, wording)
        for card in khrushchev.cards
        for step in (card.hint.nudge, card.hint.pointer, card.hint.area)
        for point in card.points
        for wording in (point.text, *point.wordings)
        if f" {wording.lower().strip('.')} " in f" {step.lower().replace(',', ' ').replace('.', ' ')} "
    ]
    assert told == []
