"""A tutor over the tiny town, and a reader that understands plain words: what reads for real has tests of its own."""

import json
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from markscheme.answers.inline import InlineMarker
from markscheme.db.database import Database
from markscheme.domain.base import Noun, Quote
from markscheme.domain.cards import Card, CardPoint, CardReading, PointReading
from markscheme.domain.factors import Citation
from markscheme.domain.packs import Pack
from markscheme.domain.questions import Hint
from markscheme.domain.readings import (
    IdeaNamed,
    IdeasRead,
    ParagraphRead,
    PartRead,
    Task,
    TopicFound,
    Understood,
)
from markscheme.encoders.static import StaticEncoder
from markscheme.main import assemble

SAYS: dict[str, dict[str, Any]] = {
    "quiz me": {"action": "quiz", "is_command": True},
    "hint": {"action": "hint", "is_command": True},
    "stop": {"action": "done", "is_command": True},
    "level 3": {"action": "predict", "level": 3},
    "why so low on prices": {"action": "why", "subject": "prices", "factors": ["price_rises"]},
    "grain": {"action": "plan"},
}
PARTS = ("point", "evidence", "explanation", "link")


def card(number: int, factor_id: str) -> Card:
    """A card of two points, "red" and "blue"."""
    return Card(
        id=f"card-{number}",
        topic="The council",
        question=f"Which two colours did the council wear in 190{number}?",
        points=(CardPoint(text="They wore red robes."), CardPoint(text="They wore blue hats.")),
        needed=2,
        answer="Red robes and blue hats.",
        hint=Hint(nudge="Think of the market.", pointer="Think of their robes.", area="Colours of dress"),
        factors=(factor_id,),
        sources=(Citation(source="town-annals", place="ch. 9"),),
    )


class PlainReader(InlineMarker):
    """Marks for real; reads other texts by single words."""

    def read_json(self, task: Task, subject: str, text: str) -> bytes:
        """The task's noun."""
        return json.dumps(self._plain(task, text.casefold(), text).model_dump()).encode()

    def _plain(self, task: Task, low: str, text: str) -> Noun:
        if task == "card":
            points = tuple(
                PointReading(probability=float(word in low), made=word in low, quote=_quote(text, word))
                for word in ("red", "blue")
            )
            made = sum(each.made for each in points)
            return CardReading(standing=("none", "partial", "full")[made], points=points)
        if task == "ideas":
            named = ("grain_shortage", "price_rises", "party_split")
            found = [
                IdeaNamed(factor_id=each, probability=0.9, **_at(text, each.split("_")[0]))
                for each in named
                if each.split("_")[0] in low
            ]
            return IdeasRead(
                named=tuple(found), others=() if found else (Quote(start=0, end=len(text), quote=text),)
            )
        if task == "paragraph":
            return ParagraphRead(
                parts=tuple(
                    PartRead(
                        part=part, score=float(any(c.isdigit() for c in text)), advice=f"Add the {part}."
                    )
                    for part in PARTS
                )
            )
        if task == "topic":
            return TopicFound(
                text="They wore red." if "wear" in low or "proof" in low else None,
                kind="point" if "proof" in low else "card",
                card_ids=("card-1",),
                outside="mars" in low,
                unknown="buttons" in low,
            )
        return Understood(confidence=0.9, **({"action": None} | SAYS.get(low, {})))


def _at(text: str, word: str) -> dict[str, Any]:
    start = text.casefold().index(word)
    return {"start": start, "end": start + len(word), "quote": text[start : start + len(word)]}


def _quote(text: str, word: str) -> Quote | None:
    return Quote(**_at(text, word)) if word in text.casefold() else None


@pytest.fixture(scope="session")
def town(pack: Pack) -> Pack:
    """The town with cards."""
    factors = ("grain_shortage", "price_rises", "party_split", "space_race")
    return pack.model_copy(update={"cards": tuple(card(n, each) for n, each in enumerate(factors, start=1))})


@pytest.fixture(scope="session")
def reader(town: Pack, encoder: StaticEncoder) -> PlainReader:
    """Marks and reads in this process."""
    return PlainReader([town], encoder)


@pytest.fixture
def app(town: Pack, database: Database, reader: PlainReader) -> FastAPI:
    """The API with the plain reader."""
    return assemble([town], database, reader)


class Chat:
    """Bob's conversation."""

    def __init__(self, client: TestClient, question_id: str | None = "council-fall") -> None:
        self.client = client
        body = {"question_id": question_id} if question_id else {}
        reply = client.post("/api/v1/conversations", json=body)
        assert reply.status_code == 201, reply.text
        self.id = reply.json()["id"]

    def send(
        self, text: str = "", *, headers: dict[str, str] | None = None, **more: object
    ) -> httpx2.Response:
        """The raw reply to a message."""
        path = f"/api/v1/conversations/{self.id}/messages"
        return self.client.post(path, json={"text": text} | more, headers=headers or {})

    def say(self, text: str = "", **more: object) -> dict[str, Any]:
        """The blocks of a reply by kind, the last of each, with `done`."""
        reply = self.send(text, **more)
        assert reply.status_code == 200, reply.text
        return {name: data for _, name, data in events(reply.text)}

    def read(self) -> dict[str, Any]:
        """The conversation as stored."""
        found: dict[str, Any] = self.client.get(f"/api/v1/conversations/{self.id}").json()
        return found


def events(text: str) -> list[tuple[str, str, Any]]:
    """The (id, event, data) of a stream."""
    found = []
    for block in text.strip().split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.split("\n"))
        found.append((fields["id"], fields["event"], json.loads(fields["data"])))
    return found


@pytest.fixture
def chat(client: TestClient) -> Chat:
    """A conversation about the council's fall."""
    return Chat(client)
