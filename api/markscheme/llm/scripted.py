"""A provider that is no model: words a report from its own fields, the same way each time. For tests and demonstrations."""

import json
from collections.abc import AsyncGenerator, Iterator
from typing import Any

from .model import Chunk, JsonSchema, Prompt, Usage

_PIECE = 24
_MOST = 6


class Scripted:
    """Reads the prompt's own values instead of its text; costs nothing and cannot fail."""

    name = "scripted"

    async def stream(self, prompt: Prompt, schema: JsonSchema | None) -> AsyncGenerator[Chunk, None]:
        """The reply in pieces."""
        said = json.dumps({"claims": list(_claims(prompt))[:_MOST]}, ensure_ascii=False)
        for start in range(0, len(said), _PIECE):
            yield Chunk(said[start : start + _PIECE])
        yield Chunk(usage=Usage())


def _claims(prompt: Prompt) -> Iterator[dict[str, Any]]:
    report = json.loads(prompt.values["report"])
    for factor in report["factors"]:
        if factor["standing"] == "explained" and factor["quotes"]:
            yield _claim(
                f"You explain this: {factor['name']}.", factor["factor_id"], None, factor["quotes"][0]
            )
    for factor in report["factors"]:
        if factor["standing"] == "named" and factor["quotes"]:
            yield _claim(factor["advice"], factor["factor_id"], None, factor["quotes"][0])
    for step in report["next_steps"]:
        if step["factor_id"] or step["quality_id"]:
            yield _claim(step["text"], step["factor_id"], step["quality_id"], None)


def _claim(text: str, factor_id: str | None, quality_id: str | None, quote: str | None) -> dict[str, Any]:
    return {"text": text, "factor_id": factor_id, "quality_id": quality_id, "quote": quote}
