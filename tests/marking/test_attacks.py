"""Every hostile text of tests/attacks gets no more than it may and raises its flags; honest ones are let be."""

from collections.abc import Callable, Iterator
from typing import get_args

import pytest

from markscheme import assets
from markscheme.bench.attacks import AttackCase, AttackPack, Outcome, outcome
from markscheme.bench.desk import Desk
from markscheme.domain.packs import Pack
from markscheme.domain.reports import FlagKind
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.guards import guard


@pytest.fixture(scope="module")
def desk(khrushchev: Pack, encoder: StaticEncoder) -> Desk:
    return Desk([khrushchev], encoder).out_of(25)


@pytest.fixture(scope="module")
def attacks(desk: Desk) -> AttackPack:
    return AttackPack(assets.attacks(), desk.packs)


def breaches(outcomes: Iterator[Outcome]) -> list[str]:
    return [
        f"{o.id}: {o.given} of {o.limit}, raised {o.raised}"
        for o in outcomes
        if o.ok == (o.awaits is not None)
    ]


def test_every_attack_and_honest_text_holds(attacks: AttackPack, desk: Desk) -> None:
    assert breaches(attacks.outcomes(desk.mark)) == []


def test_the_attack_pack_is_broad(attacks: AttackPack) -> None:
    ids = [case.id for case in (*attacks.attacks, *attacks.controls)]
    assert len(ids) == len(set(ids))
    assert len(attacks.attacks) >= 70
    assert sum(case.awaits is not None for case in attacks.attacks) <= 8
    assert len(attacks.controls) >= 20
    wanted = {kind for case in attacks.attacks for kind in case.flags}
    # A fragment is no attack.
    assert wanted == set(get_args(FlagKind)) - {"fragment"}


@pytest.mark.parametrize("kind", ["copied_source", "repetition", "instruction_to_marker", "copied_question"])
def test_a_guard_taken_away_is_missed(
    attacks: AttackPack, desk: Desk, monkeypatch: pytest.MonkeyPatch, kind: FlagKind
) -> None:
    monkeypatch.setitem(guard.OF_SENTENCES, kind, lambda reading: set())
    wanting = [case for case in attacks.attacks if kind in case.flags and not _pasted(case)]
    assert wanting
    # A few are caught in a second way, such as a plea in letters that make no words at all.
    assert sum(outcome(case, attacks.text(case), desk.mark).ok for case in wanting) <= len(wanting) / 4


def _pasted(case: AttackCase) -> bool:
    return any(part.source for part in case.parts)


def test_honest_essays_raise_no_alarm(khrushchev: Pack, marking: Callable[..., object], desk: Desk) -> None:
    alarms: dict[str, set[str]] = {}
    for example in khrushchev.examples:
        kinds = {flag.kind for flag in desk.mark_unpublished(example.question, example.text).flags}
        alarms[example.id] = kinds & {"copied_source", "keyword_list", "instruction_to_marker", "hidden_text",
                                      "other_language", "repetition", "off_question"}  # fmt: skip
    assert {name: kinds for name, kinds in alarms.items() if kinds} == {}
