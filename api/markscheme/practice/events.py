"""A turn as server-sent events: the turn, its blocks, its words, and the end."""

from collections.abc import Iterator, Sequence
from typing import Any, get_args

from fastapi.sse import ServerSentEvent

from markscheme.domain.base import Noun
from markscheme.domain.blocks import Block
from markscheme.domain.conversations import Message, Mode, Move, Turn
from markscheme.domain.wording import WordedClaim


class TurnBegun(Noun):
    """Data of the `turn` event: the message that is being replied to, and the buttons to show as soon as `blocks` blocks
    have come, however long a language model words what comes after."""

    number: int
    message: Message
    mode: Mode
    moves: tuple[Move, ...]
    blocks: int


class TurnDone(Noun):
    """Data of the `done` event: the mode now and the buttons. Where a language model had words: which one, why it broke
    off if it did, and what it cost in millionths of the unit that its prices are in, None where they are not known."""

    number: int
    mode: Mode
    moves: tuple[Move, ...]
    model: str | None = None
    stopped: str | None = None
    cost: int | None = None


def events(turn: Turn, last_event_id: str | None = None) -> Iterator[ServerSentEvent]:
    """Every event of a complete turn after the one with that id; ids are "turn.place"."""
    seen = place(turn, last_event_id)
    words = turn.words.claims if turn.words else ()
    parts = [*begun(turn), *(("words", claim) for claim in words), ("done", done(turn))]
    for number, (name, data) in enumerate(parts):
        if number > seen:
            yield event(name, data, turn.number, number)


def begun(turn: Turn) -> Sequence[tuple[str, Noun]]:
    """What is told before any words of a language model: the turn and its blocks."""
    blocks = ((block.kind, block) for block in turn.blocks)
    head = TurnBegun(
        number=turn.number, message=turn.message, mode=turn.mode, moves=turn.moves, blocks=len(turn.blocks)
    )
    return [("turn", head), *blocks]


def done(turn: Turn) -> TurnDone:
    """The data of the last event."""
    told = TurnDone(number=turn.number, mode=turn.mode, moves=turn.moves)
    words = turn.words
    return (
        told.model_copy(update={name: getattr(words, name) for name in ("model", "stopped", "cost")})
        if words
        else told
    )


def event(name: str, data: Noun, turn: int, number: int) -> ServerSentEvent:
    """One event."""
    return ServerSentEvent(raw_data=data.model_dump_json(), event=name, id=f"{turn}.{number}")


def place(turn: Turn, last_event_id: str | None) -> int:
    """How far a client has got in this turn; -1 where the id is not one of its."""
    head, _, tail = (last_event_id or "").partition(".")
    return int(tail) if head == str(turn.number) and tail.isdecimal() and len(tail) < 9 else -1


def _described(name: str, data: type[Noun]) -> dict[str, Any]:
    schema: dict[str, Any] = {"$ref": f"#/components/schemas/{data.__name__}"}
    # A stream's own nouns are not collected into the document, so those that nothing else names stand here in full.
    if data in (TurnBegun, TurnDone):
        schema = data.model_json_schema(ref_template="#/components/schemas/{model}")
        schema.pop("$defs", None)
    content = {"type": "string", "contentMediaType": "application/json", "contentSchema": schema}
    parts = {"event": {"const": name}, "id": {"type": "string"}, "data": content}
    return {"type": "object", "required": list(parts), "properties": parts}


_BLOCKS: tuple[type[Noun], ...] = get_args(get_args(Block)[0])
STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "`turn`, then one event a block, named by its kind, then `words` if a model adds any, then `done`",
        "content": {
            "text/event-stream": {
                "itemSchema": {
                    "oneOf": [
                        _described("turn", TurnBegun),
                        *(_described(each.model_fields["kind"].default, each) for each in _BLOCKS),
                        _described("words", WordedClaim),
                        _described("done", TurnDone),
                    ]
                }
            }
        },
    }
}
