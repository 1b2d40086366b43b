"""Reads claims out of JSON that is still arriving."""

from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic_core import from_json

from markscheme.llm.model import ModelFailedError

from .wording_rules import Said


class _Reply(BaseModel):
    model_config = ConfigDict(json_schema_extra={"additionalProperties": False})

    claims: list[Said]


SCHEMA: dict[str, Any] = _Reply.model_json_schema()
_FIELDS = Said.model_fields.keys()


class ClaimReader:
    """Give it text as it comes; it gives each claim once, when it is complete."""

    def __init__(self) -> None:
        self._text = ""
        self._given = 0

    def feed(self, text: str) -> list[object]:
        """The claims that this text completes. Raises ModelFailedError("malformed")."""
        self._text += text
        # Nothing is completed without a closing mark, and parsing starts anew each time.
        if not any(mark in text for mark in '}",'):
            return []
        claims = self._claims()
        # A value is there only when it is whole; a claim with all of its fields is therefore whole too.
        whole = len(claims) - 1 if claims and not _complete(claims[-1]) else len(claims)
        return self._new(claims[:whole])

    def end(self) -> list[object]:
        """The last claim, if it had fewer fields. Raises ModelFailedError("malformed") where there was no list."""
        claims = self._claims(ended=True)
        return self._new(claims)

    def _new(self, whole: list[object]) -> list[object]:
        new = whole[self._given :]
        self._given = max(self._given, len(whole))
        return new

    def _claims(self, ended: bool = False) -> list[object]:
        # Without a schema models put words or a fence of Markdown around their JSON.
        start = self._text.find("{")
        if start < 0 and not ended:
            return []
        try:
            read = from_json(self._text[max(start, 0) :], allow_partial=True)
        except ValueError:
            raise ModelFailedError("malformed", "the reply is not JSON") from None
        claims = read.get("claims") if isinstance(read, dict) else None
        if isinstance(claims, list):
            return claims
        if ended or claims is not None:
            raise ModelFailedError("malformed", "the reply holds no list of claims")
        return []


def _complete(claim: object) -> bool:
    return not isinstance(claim, dict) or claim.keys() >= _FIELDS
