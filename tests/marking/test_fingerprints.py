"""A copy of enough words shares a fingerprint, however it stands; and other words do not."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markscheme.marking.fingerprints import (
    BYTES,
    RUN,
    SURE,
    Fingerprints,
    fingerprints,
    packed,
    runs,
    unpacked,
)

WORK = [f"w{n}" for n in Random(1).choices(range(400), k=600)]
FOUND = Fingerprints(fingerprints(WORK))


@given(st.integers(0, len(WORK) - SURE), st.integers(0, 30), st.integers(0, 30))
def test_a_copy_of_enough_words_is_always_found(start: int, before: int, after: int) -> None:
    text = ["before"] * before + WORK[start : start + SURE] + ["after"] * after
    copied = FOUND.copied(text)
    assert copied[before : before + SURE].sum() >= RUN
    assert not copied[: max(0, before)].any()
    assert not copied[before + SURE :].any()


def test_a_whole_copy_is_found_whole() -> None:
    assert FOUND.copied(WORK).mean() > 0.98


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=4), max_size=80))
def test_other_words_are_not_found(words: list[str]) -> None:
    assert not FOUND.copied(words).any()


@pytest.mark.parametrize("count", [0, 1, RUN - 1, RUN, RUN + 1])
def test_texts_of_few_words_are_no_trouble(count: int) -> None:
    assert len(FOUND.copied(WORK[:count])) == count
    assert len(fingerprints(WORK[:count])) <= max(0, count - RUN + 1)


def test_fingerprints_survive_being_written_down() -> None:
    prints = fingerprints(WORK)
    text = packed(prints)
    assert unpacked(text[:40] + "\n   " + text[40:]) == prints
    assert len(text) <= len(prints) * BYTES * 4 / 3 + 4


def test_runs_that_everybody_may_use_are_left_out() -> None:
    assert fingerprints(WORK, runs(WORK)) == set()
    assert not Fingerprints(()).copied(WORK).any()
