"""Whatever is sent, in whatever order: a reply or a named refusal, and one unbroken line of turns."""

from typing import Any, get_args

from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from markscheme.domain.packs import Pack
from markscheme.domain.readings import Action

from .conftest import SAYS, Chat

DRAFTS = (
    "",
    "The grain shortage mattered because people lost trust in 1901.\n\nPrices rose.",
    "¿Qué?",
    "x " * 400,
)
words = st.sampled_from(
    (*SAYS, "red", "blue hats", "grain and price", "1901", "12", "🙂", "<script>", *DRAFTS)
)
messages = st.fixed_dictionaries(
    {"text": words | st.text(max_size=30)},
    optional={
        "action": st.sampled_from(get_args(Action)),
        "argument": st.sampled_from(
            ("next", "again", "missed", "now", "1", "3", "99", "-1", "²", "council-fall", "nowhere")
        ),
        "draft": st.sampled_from(DRAFTS),
    },
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sent=st.lists(messages, min_size=3, max_size=14))
def test_any_messages_in_any_order(client: TestClient, town: Pack, sent: list[dict[str, Any]]) -> None:
    chat = Chat(client, "council-fall" if len(sent) % 2 else None)
    taken = 0
    for body in sent:
        reply = client.post(f"/api/v1/conversations/{chat.id}/messages", json=body)
        assert reply.status_code in (200, 404, 422), (body, reply.text)
        taken += reply.status_code == 200
    turns = chat.read()["turns"]
    assert [turn["number"] for turn in turns] == list(range(1, taken + 2))
    assert all(turn["blocks"] for turn in turns)
    _hides_the_key(turns, town)


def _hides_the_key(turns: list[dict[str, Any]], town: Pack) -> None:
    """No evidence of the pack is told before an answer has been marked."""
    names = [point.text for factor in town.factors for point in factor.points]
    for turn in turns:
        kinds = [block["kind"] for block in turn["blocks"]]
        if "ledger" in kinds:
            return
        assert not any(name in str(turn["blocks"]) for name in names)
