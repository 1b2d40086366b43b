"""From ledgers to a mark, in every scheme."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markscheme.domain.packs import Pack
from markscheme.marking.levels import award, knowledge_ledger, level_of, scheme_mark

share = st.floats(0, 1)


@given(share, share, share, st.floats(0, 25), share)
def test_a_mark_is_inside_its_level_and_its_range(
    khrushchev: Pack, knowledge: float, judgement: float, confidence: float, cap: float, extra: float
) -> None:
    for scheme in khrushchev.schemes:
        given_ = award(knowledge, judgement, cap, confidence, scheme)
        low, high = given_.mark_range
        assert 0 <= given_.mark <= scheme.max_mark
        assert 0 <= low <= given_.mark <= high <= scheme.max_mark
        assert given_.standard <= cap + 1e-3
        if given_.mark:
            level = scheme.levels[given_.level - 1]
            assert level.marks[0] <= given_.mark <= level.marks[1]
        else:
            assert given_.level == 0
        assert award(knowledge, min(1, judgement + extra), cap, confidence, scheme).mark >= given_.mark
        assert award(min(1, knowledge + extra), judgement, cap, confidence, scheme).mark >= given_.mark


def test_anchors_join_by_straight_lines_and_halves_go_up(khrushchev: Pack) -> None:
    twenty = khrushchev.scheme("essay-20")
    assert scheme_mark(0, twenty) == 0
    assert scheme_mark(25, twenty) == 20
    twenty_five = khrushchev.scheme("essay-25")
    assert [scheme_mark(x, twenty_five) for x in (0.49, 0.5, 12.5, 24.6)] == [0, 1, 13, 25]


def test_each_scheme_has_every_mark_in_one_level(khrushchev: Pack) -> None:
    for scheme in khrushchev.schemes:
        levels = [level_of(mark, scheme) for mark in range(scheme.max_mark + 1)]
        assert levels[0] == 0
        assert levels == sorted(levels)
        assert set(levels) == set(range(len(scheme.levels) + 1))


@pytest.mark.parametrize("more", [0.1, 1.0])
def test_each_further_factor_adds_less(more: float) -> None:
    first = knowledge_ledger([more]) - knowledge_ledger([])
    later = knowledge_ledger([5, more]) - knowledge_ledger([5])
    assert 0 < later < first
