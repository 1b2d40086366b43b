import pytest

from markscheme.bench.desk import Desk
from markscheme.bench.names import FORMS, NAMES, judged, signed
from markscheme.domain.packs import Pack
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.bylines import without_bylines

ESSAY = "The council fell because the grain ran out.\nPrices rose as well, and people lost trust.\n\nSo it was bread."


def left(text: str, subject: str = "") -> str:
    """What is left, a heading being on the subject if it has that word."""
    kept = without_bylines(text, lambda line: bool(subject) and subject in line)
    assert len(kept) == len(text)
    return kept.strip()


@pytest.mark.parametrize(
    "line",
    [
        "Name: Ivan Petrov", "Student name: nguyen thi lan", "CLASS: 12B", "Teacher: Mr O'Brien", "Date: 14 May",
        "Ivan Petrov", "Fatima al-Sayed", "Łukasz Kowalczyk", "Siobhán O'Connor-Byrne", "Ludwig van der Berg",
        "priya patel 12b", "Priya Patel, Year 13 History", "Xiu Ying Wang | 12H | Mock exam", "Amelia Clarke (Year 12)",
        "Written by Priya Patel, class 13C.", "By Amelia Clarke, 10D2", "Yr11 Mohammed Hussain",
    ],
)  # fmt: skip
def test_the_writer_is_not_read_at_the_head_or_the_foot(line: str) -> None:
    assert left(f"{line}\n\n{ESSAY}") == ESSAY
    assert left(f"{ESSAY}\n\n{line}") == ESSAY
    assert left(f"Class: 12B\n{line}\n{ESSAY}\n{line}\n13C") == ESSAY


@pytest.mark.parametrize(
    "line",
    [
        "Ivan Petrov fell.", "By 1903 the council had fallen", "By Easter the council fell, in class 12B they say so.",
        "Party split", "- Grain Shortage", "1. Grain Shortage", "Grain: there was none", "The 9th council and the 11bn loan",
        "Introduction",
        "😀 🚀 👴🏻", "In year 1 of the plan the grain ran out", "Many people in year 12 of the reign were hungry too",
        "Name: what the council called itself was of no use at all",
    ],
)  # fmt: skip
def test_what_is_part_of_the_answer_stays(line: str) -> None:
    assert left(f"{line}\n\n{ESSAY}") == f"{line}\n\n{ESSAY}"
    assert left(f"{ESSAY}\n\n{line}") == f"{ESSAY}\n\n{line}"


def test_a_heading_on_the_subject_is_no_name() -> None:
    assert left(f"Grain Shortage\n\n{ESSAY}", "Grain") == f"Grain Shortage\n\n{ESSAY}"


def test_names_stay_within_the_answer() -> None:
    text = f"{ESSAY}\n\nIvan Petrov\n\n{ESSAY}"
    assert left(text) == text


@pytest.mark.parametrize("form", FORMS)
def test_a_name_changes_nothing_of_a_mark(form: str, pack: Pack, encoder: StaticEncoder) -> None:
    desk = Desk([pack], encoder)
    essay = "The grain shortage hurt the council because people lost trust. The party split was a problem as well."
    bare = desk.mark("council-fall", essay)
    assert bare.mark
    for name in NAMES:
        assert judged(desk.mark("council-fall", signed(essay, form, name))) == judged(bare)
