"""A paragraph's four parts are found in the student's words, and what is thin gets one line of advice about them."""

from pathlib import Path
from time import process_time
from typing import NamedTuple

import pytest
import yaml

from hostile import hostile_strings
from markscheme.domain.packs import Pack
from markscheme.domain.readings import ParagraphRead, PartRead
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.paragraphs import SOUND, Paragraphs
from markscheme.marking.rubric import Rubric
from markscheme.packs.loader import load_all

ROOT = Path(__file__).resolve().parents[2]
WRITTEN = yaml.safe_load((Path(__file__).parent / "paragraphs.yaml").read_text(encoding="utf-8"))
STRONG_FROM, THIN_BELOW = 0.6, 0.5
SECONDS = 0.5


class Judged(NamedTuple):
    """A paragraph with its reading, and the parts said to be strong and thin."""

    text: str
    read: ParagraphRead
    strong: list[str]
    thin: list[str]


@pytest.fixture(scope="module")
def own() -> Pack:
    return load_all(ROOT / "knowledge")[0]


@pytest.fixture(scope="module")
def judged(own: Pack, encoder: StaticEncoder) -> list[Judged]:
    return [
        Judged(each["text"], Paragraphs(Rubric.of(own, each["question"]), encoder).read(each["text"]),
               each["strong"], each["thin"])
        for each in WRITTEN
    ]  # fmt: skip


@pytest.fixture(scope="module")
def removal(own: Pack, encoder: StaticEncoder) -> Paragraphs:
    return Paragraphs(Rubric.of(own, "removal-cuba"), encoder)


def parts(read: ParagraphRead) -> dict[str, PartRead]:
    return {part.part: part for part in read.parts}


def test_most_parts_are_read_as_a_teacher_would(judged: list[Judged]) -> None:
    assert len(judged) >= 20
    right = [
        parts(each.read)[part].score >= STRONG_FROM if strong else parts(each.read)[part].score < THIN_BELOW
        for each in judged
        for strong, said in ((True, each.strong), (False, each.thin))
        for part in said
    ]
    assert sum(right) / len(right) >= 0.92


def test_the_words_are_the_students_own(judged: list[Judged]) -> None:
    for each in judged:
        for part in each.read.parts:
            if part.quote:
                assert each.text[part.quote.start : part.quote.end] == part.quote.quote
            assert (part.quote is None) <= (part.score == 0)


def test_advice_only_where_it_is_thin(judged: list[Judged]) -> None:
    for each in judged:
        for part in each.read.parts:
            assert bool(part.advice) == (part.score < SOUND), (each.text, part)
            assert "!" not in part.advice


def test_advice_points_at_the_words(removal: Paragraphs) -> None:
    read = parts(removal.read("In 1954 he started the Virgin Lands. It was a big plan."))
    assert "“In 1954 he started the Virgin Lands”" in read["point"].advice
    assert read["link"].advice.startswith("You stop at “It was a big plan”")


def test_a_wrong_fact_is_the_advice_on_evidence(removal: Paragraphs) -> None:
    read = parts(
        removal.read("Farming failed. In 1956 he began the Seven-Year Plan, which promised more food.")
    )
    assert read["evidence"].advice.startswith("Check “In 1956 he began the Seven-Year Plan")


def test_the_parts_come_in_order_and_the_factors_with_them(removal: Paragraphs) -> None:
    read = removal.read("The Virgin Lands failed and in 1963 grain had to be bought from Canada.")
    assert [part.part for part in read.parts] == ["point", "evidence", "explanation", "link"]
    assert "agriculture_failure" in read.factors


def test_evidence_for_an_idea(removal: Paragraphs) -> None:
    def evidence(text: str) -> float:
        return parts(removal.read(text))["evidence"].score

    assert evidence("virgin lands: it was rubbish") < 0.3
    assert evidence("virgin lands: 1963 harvest failed, bought grain from canada") >= 0.5
    assert evidence("cuba: missile crisis") < 0.3


@pytest.mark.parametrize("text", ["", " ", "...", "\x00"])
def test_a_paragraph_without_words(removal: Paragraphs, text: str) -> None:
    read = removal.read(text)
    assert [part.score for part in read.parts] == [0, 0, 0, 0]
    assert all(part.advice for part in read.parts)


def test_hostile_paragraphs_are_read_in_bounds(removal: Paragraphs) -> None:
    removal.read("Warm.")
    for text in hostile_strings():
        begun = process_time()
        removal.read(text)
        assert process_time() - begun < SECONDS, text[:12]
