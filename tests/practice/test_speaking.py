"""Words of a model come after the ledger, are stored with the turn, and never hold it up or change it."""

import asyncio
from collections.abc import AsyncGenerator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from markscheme import assets
from markscheme.db.database import Database
from markscheme.domain.conversations import Message, Turn
from markscheme.domain.packs import Pack
from markscheme.domain.visitors import Visitor
from markscheme.llm.budget import Budget
from markscheme.llm.model import Chunk, JsonSchema, LanguageModel, ModelFailedError, Prompt
from markscheme.llm.scripted import Scripted
from markscheme.main import assemble
from markscheme.practice.service import Conversations, Sent, Taken
from markscheme.practice.speaking import Speaking
from markscheme.practice.wording import Wording
from markscheme.practice.wording_books import Books
from markscheme.questions.service import QuestionBank

from .conftest import Chat, PlainReader, events

DRAFT = "The grain shortage mattered because people lost trust in 1901.\n\nThe price rises hurt."
MARK = {"action": "mark", "argument": "now", "draft": DRAFT}


class Dead:
    """A model that cannot be reached."""

    name = "dead"

    async def stream(self, prompt: Prompt, schema: JsonSchema | None) -> AsyncGenerator[Chunk, None]:
        """Fails before a word."""
        raise ModelFailedError("dead", "no route")
        yield Chunk()


class Held:
    """A model that waits to be let go in the middle of its reply."""

    name = "held"

    def __init__(self) -> None:
        self.go = asyncio.Event()
        self.asked = asyncio.Event()

    async def stream(self, prompt: Prompt, schema: JsonSchema | None) -> AsyncGenerator[Chunk, None]:
        """One claim, a wait, another."""
        async for chunk in Scripted().stream(prompt, schema):
            yield chunk
            if not self.asked.is_set() and "}," in chunk.text:
                self.asked.set()
                await self.go.wait()


def spoken(model: LanguageModel, database: Database) -> Wording:
    """Wording by this model, costing nothing."""
    books = Books(database)
    return Wording(model, assets.prompts(), Budget(books, None), books)


def chat_with(model: LanguageModel | None, town: Pack, database: Database, reader: PlainReader) -> Chat:
    """A conversation on an app with this model."""
    wording = spoken(model, database) if model else None
    return Chat(TestClient(assemble([town], database, reader, wording=wording)))


def test_words_come_after_the_ledger_and_are_stored(
    town: Pack, database: Database, reader: PlainReader
) -> None:
    chat = chat_with(Scripted(), town, database, reader)
    told = events(chat.send(**MARK).text)
    names = [name for _, name, _ in told]
    assert names[:2] == ["turn", "ledger"]
    assert names[-1] == "done"
    words = [data for _, name, data in told if name == "words"]
    assert words
    assert names.index("words") > names.index("said")
    assert all(claim["quote"] is None or claim["quote"] in DRAFT for claim in words)
    assert [number for number, _, _ in told] == [f"2.{place}" for place in range(len(told))]
    turn = chat.read()["turns"][-1]
    assert (turn["complete"], turn["words"]["claims"]) == (True, words)
    assert (turn["words"]["model"], turn["words"]["stopped"]) == ("scripted", None)
    again = chat.client.get(f"/api/v1/conversations/{chat.id}/turns/2/events").text
    assert events(again) == told


def test_a_model_that_fails_leaves_the_plain_feedback_and_says_so(
    town: Pack, database: Database, reader: PlainReader
) -> None:
    plain = chat_with(None, town, database, reader).say(**MARK)
    failed = chat_with(Dead(), town, database, reader).say(**MARK)
    assert failed["done"]["stopped"] == "dead"
    assert "words" not in failed
    assert failed["ledger"]["answer"]["report"] == plain["ledger"]["answer"]["report"]
    assert failed["said"] == plain["said"]


def test_only_marked_turns_are_worded(town: Pack, database: Database, reader: PlainReader) -> None:
    chat = chat_with(Dead(), town, database, reader)
    assert chat.say("quiz me")["done"]["stopped"] is None


async def collected(speaking: Speaking, conversation: str, turn: Turn, last: str | None = None) -> list[str]:
    """The names of the events."""
    return [str(each.event) async for each in speaking.events(conversation, turn, last)]


@pytest.fixture
def parts(app: FastAPI) -> tuple[Conversations, QuestionBank]:
    """The service of the assembled app, and its questions."""
    return app.state.conversations, app.state.bank


def mark(conversations: Conversations) -> tuple[str, Taken]:
    """A conversation with a draft marked and its words still to come."""
    begun = conversations.begin(Visitor(None), "council-fall")
    sent = Sent(Message(action="mark", argument="now"), DRAFT)
    return begun.conversation.id, conversations.say(begun.conversation.id, sent, wording=True)


def test_two_listeners_hear_the_same_and_one_that_left_comes_back(
    parts: tuple[Conversations, QuestionBank], database: Database
) -> None:
    conversations, bank = parts

    async def listen() -> None:
        model = Held()
        speaking = Speaking(conversations, bank, spoken(model, database))
        conversation, taken = mark(conversations)
        speaking.begin(conversation, taken)
        first = asyncio.create_task(collected(speaking, conversation, taken.turn))
        left = asyncio.create_task(collected(speaking, conversation, taken.turn))
        await model.asked.wait()
        left.cancel()
        assert not conversations.turn(conversation, 2).complete
        model.go.set()
        whole = await first
        stored = conversations.turn(conversation, 2)
        assert stored.words is not None
        assert whole.count("words") == len(stored.words.claims) >= 2
        back = await collected(speaking, conversation, stored, f"2.{whole.index('words')}")
        assert back == whole[whole.index("words") + 1 :]

    asyncio.run(listen())


def test_a_turn_whose_server_died_is_ended_by_the_next_listener(
    parts: tuple[Conversations, QuestionBank],
) -> None:
    conversations, bank = parts
    conversation, taken = mark(conversations)
    assert not conversations.turn(conversation, 2).complete
    told = asyncio.run(collected(Speaking(conversations, bank, None), conversation, taken.turn))
    assert (told[:2], told[-1]) == (["turn", "ledger"], "done")
    stored = conversations.turn(conversation, 2)
    assert stored.complete
    assert stored.words is not None
    assert stored.words.stopped == "interrupted"
