"""Every task of reading is reached by its name, for the question or for none."""

from collections.abc import Sequence

import pytest

from markscheme.answers.reader import Reader
from markscheme.assets import knowledge
from markscheme.domain.packs import Pack
from markscheme.domain.readings import IdeasRead, ParagraphRead, TopicFound, Understood
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.rubric import Rubric
from markscheme.packs.loader import load_all


@pytest.fixture(scope="module")
def packs() -> Sequence[Pack]:
    return load_all(knowledge())


@pytest.fixture(scope="module")
def reader(packs: Sequence[Pack], encoder: StaticEncoder) -> Reader:
    rubrics = {q.id: Rubric.of(pack, q.id) for pack in packs for q in pack.questions}
    return Reader(packs, rubrics, encoder, None)


@pytest.mark.parametrize("question", ["", "removal-cuba"])
def test_a_message_is_understood_with_a_question_or_without(reader: Reader, question: str) -> None:
    read = reader.read("understand", question, "quiz me on cuba")
    assert isinstance(read, Understood)
    assert (read.action, read.subject) == ("quiz", "cuba")


@pytest.mark.parametrize("question", ["", "removal-cuba"])
def test_the_topic_is_asked_about_with_a_question_or_without(reader: Reader, question: str) -> None:
    read = reader.read("topic", question, "who replaced malenkov as premier?")
    assert isinstance(read, TopicFound)
    assert read.text
    assert "Bulganin" in read.text


def test_ideas_and_paragraphs_are_read_for_a_question(reader: Reader) -> None:
    ideas = reader.read("ideas", "removal-cuba", "cuba, china")
    assert isinstance(ideas, IdeasRead)
    assert [idea.quote for idea in ideas.named] == ["cuba", "china"]
    paragraph = reader.read("paragraph", "removal-cuba", "Cuba humiliated him in October 1962.")
    assert isinstance(paragraph, ParagraphRead)
    assert paragraph.factors == ("cuban_missile_crisis",)


@pytest.mark.parametrize("task", ["ideas", "paragraph", "understand", "topic"])
def test_an_unknown_question_is_a_key_error(reader: Reader, task: str) -> None:
    with pytest.raises(KeyError):
        reader.read(task, "no-such", "text")  # type: ignore[arg-type]
