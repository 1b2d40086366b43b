"""What a student types is understood, and an answer is not taken for a command."""

from pathlib import Path

import pytest

from hostile import hostile_strings
from markscheme.bench.understanding import UnderstandingResult, load, measure
from markscheme.domain.packs import Pack
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.compiled import compiled
from markscheme.marking.understanding import NoTutorError, Understanding
from markscheme.packs.loader import load_all

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"


@pytest.fixture(scope="module")
def own(encoder: StaticEncoder) -> Understanding:
    return Understanding(compiled(load_all(KNOWLEDGE)[0], encoder))


@pytest.fixture(scope="module")
def result(own: Understanding) -> UnderstandingResult:
    return measure(load(None), own.read)


def test_most_messages_are_understood(result: UnderstandingResult) -> None:
    assert result.all.right / result.all.messages >= 0.9
    assert result.all.wrong / result.all.messages <= 0.03


def test_answers_are_no_commands(result: UnderstandingResult) -> None:
    assert result.content.commands <= 1
    assert result.content.understood / result.content.messages <= 0.06
    assert result.nothing.understood / result.nothing.messages <= 0.12


@pytest.mark.parametrize(
    "text", ["hint", "skip", "idk", "give me the answer", "another question", "Quiz me!"]
)
def test_plain_commands_are_sure(own: Understanding, text: str) -> None:
    assert own.read(text).is_command


@pytest.mark.parametrize(
    "text", ["He was made premier", "Cuban missile crisis", "he planned the virgin lands", "1956", "Poland"]
)
def test_answers_that_sound_like_commands(own: Understanding, text: str) -> None:
    assert not own.read(text).is_command


def test_the_subject_is_in_the_students_words(own: Understanding) -> None:
    why = own.read("Why did I lose marks on Foreign  Policy?")
    assert (why.action, why.subject) == ("why", "Foreign  Policy")
    assert why.factors[0] in ("wider_foreign_policy", "peaceful_coexistence")
    quiz = own.read("quiz me on the secret speech pls")
    assert (quiz.action, quiz.subject, quiz.factors[0]) == ("quiz", "secret speech", "secret_speech")
    assert own.read("quiz me").subject == ""
    command = own.read("what does 'to what extent' want?")
    assert (command.action, command.subject) == ("command_word", "to what extent")


@pytest.mark.parametrize(
    ("text", "level"), [("I'd say level 3", 3), ("3", 3), ("level four i think", 4), ("between 2 and 3", 2)]
)
def test_a_level_is_read(own: Understanding, text: str, level: int) -> None:
    found = own.read(text)
    assert (found.action, found.level) == ("predict", level)


def test_what_is_not_clear_says_so_and_what_is_near(own: Understanding) -> None:
    found = own.read("my cat sat on the thing")
    assert found.action is None
    assert len(found.near) == 3
    assert not found.is_command


@pytest.mark.parametrize("text", ["", "   ", "???", "😀", "\x00", "中文"])
def test_a_message_without_words(own: Understanding, text: str) -> None:
    assert own.read(text).action is None


def test_an_essay_is_no_command_even_if_it_mentions_one(own: Understanding) -> None:
    essay = (
        "Khrushchev gave no hint of his plans when he went to Pitsunda and left the Party to Brezhnev. " * 20
    )
    assert not own.read(essay).is_command
    assert own.read("Mark this please.\n\n" + essay).action == "mark"


def test_the_same_message_reads_the_same(own: Understanding) -> None:
    assert own.read("why did i lose marks on china") == own.read("why did i lose marks on china")


def test_hostile_text_is_read_in_bounds(own: Understanding) -> None:
    for text in hostile_strings():
        assert own.read(text).confidence <= 1.0


def test_a_pack_without_a_tutor_says_so(pack: Pack, encoder: StaticEncoder) -> None:
    with pytest.raises(NoTutorError, match="town-1900"):
        Understanding(compiled(pack, encoder))
