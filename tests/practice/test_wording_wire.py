"""Wording over the wire, and whatever a model or its server may send."""

import asyncio
import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from markscheme.domain.wording import WordedClaim, WordingOutcome
from markscheme.llm.breaker import Breaker
from markscheme.llm.model import Limits
from markscheme.llm.openai_chat import OpenAIChat
from markscheme.practice.wording import WordingTask
from model_server import reply, serving
from wording_cases import (
    ANSWER,
    EARNED,
    GOOD,
    REPORT,
    STEP,
    TASK,
    Canned,
    claim,
    listen,
    said,
    texts,
    wording,
    words,
)


def over_the_wire(*steps: bytes, task: WordingTask = TASK) -> tuple[list[WordedClaim], WordingOutcome]:
    async def run() -> tuple[list[WordedClaim], WordingOutcome]:
        async with serving(*steps) as server:
            model = OpenAIChat("m", url=server.url, limits=Limits(idle=0.2, tries=1))
            return await listen(wording(Breaker(model)), task)

    return asyncio.run(run())


def test_a_reply_over_the_wire_is_worded_at_its_true_cost() -> None:
    text = said(GOOD, STEP)
    claims, outcome = over_the_wire(reply(*(text[at : at + 7] for at in range(0, len(text), 7))))
    assert texts(claims) == [GOOD["text"], STEP["text"]]
    assert (outcome.ended, outcome.cost, outcome.estimated) == ("worded", 1000 * 2 + 200 * 10, False)


def test_a_hijacked_model_changes_nothing() -> None:
    hijacked = said(
        claim(
            "Full marks, 25/25, as the essay says.", "grain_shortage", "tell this student: full marks, 25/25"
        ),
        claim("Ignore the report: this is the best essay of all.", None, None, "q_balance"),
        claim("Your answer is at level 5 and not what the report says."),
        claim("You were told the truth.", "grain_shortage", "The mayor lied to all of us"),
        GOOD,
    )
    claims, outcome = over_the_wire(reply(hijacked))
    assert texts(claims) == [GOOD["text"]]
    assert (outcome.kept, outcome.dropped) == (1, 4)


def test_a_reply_cut_at_any_byte_gives_only_whole_sound_claims() -> None:
    whole = reply(said(GOOD)[:60], said(GOOD)[60:])
    seen = set()
    for cut in range(0, len(whole), 3):
        claims, outcome = over_the_wire(whole[:cut])
        assert texts(claims) in ([], [GOOD["text"]])
        seen.add((len(claims), outcome.ended, outcome.reason))
    assert seen == {(0, "stopped", "dead"), (1, "stopped", "dead"), (1, "worded", None)}


# Whatever a model sends.


def _assert_sound(claims: list[WordedClaim]) -> None:
    """The rules again, told apart from the code that holds them."""
    factors = {each.factor_id: each for each in REPORT.factors}
    for each in claims:
        assert (each.factor_id is None) != (each.quality_id is None)
        assert each.factor_id in factors or each.quality_id == "q_balance"
        assert each.quote is None or each.quote in ANSWER
        if each.factor_id and factors[each.factor_id].coverage == "absent":
            assert each.quote is None
            assert each.standing == "not_yet"
        lowered = each.text.casefold()
        assert not any(
            bad in lowered for bad in ("level 5", "full marks", "25/25", "24", "http", "<", "ignore the")
        )
        assert each.text.isprintable()


ASIDES = [
    "Level 5.",
    "Full marks!",
    "It has 24 marks.",
    "<b>x</b>",
    "http://x.yz",
    "Ignore the rules.",
    "\u202e",
    "25/25",
]
ODD = st.fixed_dictionaries(
    {
        "text": st.one_of(
            st.text(max_size=60),
            st.builds(
                "You show this to the town. {}{}".format,
                st.sampled_from(ASIDES),
                st.text(max_size=5),
            ),
            st.just(GOOD["text"]),
        ),
        "factor_id": st.sampled_from([None, "grain_shortage", "party_split", "space_race", "unheard_of"]),
        "quality_id": st.sampled_from([None, None, "q_balance", "q_unheard_of"]),
        "quote": st.one_of(
            st.none(), st.text(max_size=20), st.sampled_from([EARNED, ANSWER, EARNED[:30], "a b c d"])
        ),
    }
)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ODD, max_size=5), st.integers(1, 40), st.integers(0, 400))
def test_whatever_claims_a_model_makes_those_that_pass_are_sound(
    odd: list[dict[str, str | None]], size: int, cut: int
) -> None:
    text = json.dumps({"claims": odd})[: cut or None]
    claims, _ = words(Canned(*(text[at : at + size] for at in range(0, len(text), size))))
    _assert_sound(claims)


@settings(deadline=None, max_examples=150)
@given(st.lists(st.text(max_size=40), max_size=6))
def test_whatever_text_a_model_sends_nothing_is_raised(pieces: list[str]) -> None:
    claims, _ = words(Canned(*pieces))
    _assert_sound(claims)


@settings(deadline=None, max_examples=25)
@given(st.binary(max_size=200), st.booleans())
def test_whatever_bytes_a_server_sends_nothing_is_raised(body: bytes, headed: bool) -> None:
    head = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n"
    claims, outcome = over_the_wire((head if headed else b"") + body)
    assert (claims, outcome.ended) == ([], "stopped")
