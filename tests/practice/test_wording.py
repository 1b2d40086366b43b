"""Wording: claims as they come, then one outcome; nothing raised, and the report as it was."""

import asyncio
from contextlib import aclosing

import pytest

from markscheme.domain.wording import WordedClaim, WordingOutcome
from markscheme.llm.model import ModelFailedError, Usage
from markscheme.llm.scripted import Scripted
from markscheme.practice.wording import MOST_CLAIMS
from wording_cases import (
    ANSWER,
    EARNED,
    GOOD,
    NAMED,
    REPLY,
    STEP,
    TASK,
    Canned,
    claim,
    said,
    texts,
    wording,
    words,
)


def test_sound_claims_pass_and_the_others_are_counted() -> None:
    lies = claim("Your answer is at level 5."), claim("You show the space race well.", "space_race", None)
    claims, outcome = words(Canned(said(GOOD, *lies, STEP, GOOD), usage=Usage(1000, 200)))
    assert texts(claims) == [GOOD["text"], STEP["text"]]
    assert outcome == WordingOutcome(ended="worded", model="canned", kept=2, dropped=3, cost=4000)


def test_each_claim_is_given_as_soon_as_it_is_whole() -> None:
    text = said(GOOD, NAMED)
    model = Canned(*text)
    heard = []

    async def run() -> None:
        async with aclosing(wording(model).words(TASK, "s")) as stream:
            heard.append(await anext(stream))

    asyncio.run(run())
    assert isinstance(heard[0], WordedClaim)
    # It came before the rest of the reply, and leaving then closes the model's stream.
    assert model.closed


def test_a_model_may_leave_out_empty_fields_and_fence_its_json() -> None:
    short = {key: value for key, value in GOOD.items() if value is not None}
    claims, outcome = words(Canned("Here you are:\n```json\n", said(short), "\n```\n"))
    assert (texts(claims), outcome.ended) == ([GOOD["text"]], "worded")


@pytest.mark.parametrize(
    ("pieces", "kept", "reason"),
    [
        (["I cannot do that."], 0, "malformed"),
        ([""], 0, "malformed"),
        (['{"claims": 3}'], 0, "malformed"),
        (['{"other": []}'], 0, "malformed"),
        (['{"claims": []}'], 0, "nothing_kept"),
        (['{"claims": [{}, 3, null]}'], 0, "nothing_kept"),
        ([said(GOOD)[:-2], ", oops"], 1, "malformed"),
        (["[" * 5000], 0, "malformed"),
        (['{"claims":' + "[" * 5000], 0, "malformed"),
    ],
)
def test_what_is_no_list_of_claims_stops_it(pieces: list[str], kept: int, reason: str) -> None:
    claims, outcome = words(Canned(*pieces))
    assert (len(claims), outcome.ended, outcome.reason) == (kept, "stopped", reason)


@pytest.mark.parametrize(
    "kind", ["dead", "slow", "refused", "throttled", "malformed", "huge", "open_circuit"]
)
def test_a_failing_model_ends_in_its_kind_and_what_was_said_stands(kind: str) -> None:
    failure = ModelFailedError(kind, "planted")  # type: ignore[arg-type]
    claims, outcome = words(Canned(said(GOOD)[:-1], fails=failure))
    assert (texts(claims), outcome.ended, outcome.reason) == ([GOOD["text"]], "stopped", kind)


def test_a_bug_of_a_client_raises_nothing_and_tells_nothing(caplog: pytest.LogCaptureFixture) -> None:
    _, outcome = words(Canned(fails=ZeroDivisionError("Jane's essay")))
    assert (outcome.ended, outcome.reason) == ("stopped", "malformed")
    assert "Jane" not in caplog.text
    assert "ZeroDivisionError" in caplog.text


def test_a_model_that_talks_on_is_not_listened_to() -> None:
    many = said(*(claim(f"You show how trust was lost, {'again ' * n}in the town.") for n in range(30)))
    model = Canned(*(many[at : at + 100] for at in range(0, len(many), 100)))
    claims, outcome = words(model)
    assert len(claims) <= MOST_CLAIMS
    assert (outcome.ended, model.closed) == ("worded", True)
    assert model.given < len(model.pieces) / 2


def test_the_report_never_moves() -> None:
    before = TASK.model_dump_json()
    words(Canned(said(claim("Your answer is at level 5."), GOOD)))
    assert TASK.model_dump_json() == before


def test_no_model_sees_who_the_student_is() -> None:
    model = Canned(said(GOOD))
    words(model)
    (prompt,) = model.prompts
    everything = prompt.system + prompt.user + "".join(prompt.values.values())
    for secret in ("Jane", "Sample", "student-7f3a"):
        assert secret not in everything
    assert EARNED in prompt.user
    assert len(prompt.values["answer"]) == len(ANSWER)


def test_a_follow_up_is_answered_from_its_facts() -> None:
    about = claim("The comet of 1905 is of no help to the council.", "space_race", None)
    claims, _ = words(Canned(said(about)), REPLY)
    assert texts(claims) == [about["text"]]
    assert texts(words(Canned(said(about)))[0]) == []
    model = Canned(said(about))
    words(model, REPLY)
    assert model.prompts[0].label == "reply@1"
    assert "why not more?" in model.prompts[0].user


def test_the_scripted_provider_passes_every_rule() -> None:
    claims, outcome = words(Scripted())
    assert [each.standing for each in claims] == ["explained", "named", "not_yet"]
    assert (outcome.ended, outcome.dropped, outcome.cost) == ("worded", 0, 0)
