"""Turns whose words are still coming: each is worded once, however many listen, and stored when it ends."""

import asyncio
from collections.abc import AsyncIterator

from fastapi.sse import ServerSentEvent

from markscheme.domain.answers import Answer
from markscheme.domain.conversations import Turn, Words
from markscheme.domain.wording import WordedClaim, WordingOutcome
from markscheme.questions.service import QuestionBank

from .events import begun, done, event, events, place
from .service import Conversations, Taken
from .wording import Wording, WordingTask

INTERRUPTED = "interrupted"
Place = tuple[str, int]


class Speech:
    """The words of one turn as they come."""

    def __init__(self) -> None:
        self.claims: list[WordedClaim] = []
        self.turn: Turn | None = None
        self._news = asyncio.Condition()

    async def add(self, claim: WordedClaim) -> None:
        """One more claim."""
        async with self._news:
            self.claims.append(claim)
            self._news.notify_all()

    async def end(self, turn: Turn) -> None:
        """No more claims: the turn as it is stored."""
        async with self._news:
            self.turn = turn
            self._news.notify_all()

    async def listen(self, after: int) -> AsyncIterator[WordedClaim]:
        """Every claim from number `after` on, as it comes, until the end."""
        while True:
            async with self._news:
                while len(self.claims) <= after and self.turn is None:
                    await self._news.wait()
                fresh = self.claims[after:]
            if not fresh:
                return
            for claim in fresh:
                yield claim
            after += len(fresh)


class Speaking:
    """Words turns while their students listen, and goes on where one hangs up; without a model it tells what is stored."""

    def __init__(self, conversations: Conversations, bank: QuestionBank, wording: Wording | None) -> None:
        self._conversations = conversations
        self._bank = bank
        self._wording = wording
        self._live: dict[Place, Speech] = {}
        # A task that nothing holds may be dropped half-way.
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def worded(self) -> bool:
        """Whether there is a model to word turns."""
        return self._wording is not None

    def begin(self, conversation_id: str, taken: Taken) -> None:
        """Start to word a turn that has been stored as incomplete."""
        if self._wording is None or taken.worded is None:
            return
        self._live[conversation_id, taken.turn.number] = Speech()
        task = asyncio.create_task(self._word(conversation_id, taken, taken.worded, self._wording))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def events(
        self, conversation_id: str, turn: Turn, last_event_id: str | None = None
    ) -> AsyncIterator[ServerSentEvent]:
        """The turn's events after the one with that id, those still to come too."""
        if turn.complete:
            for each in events(turn, last_event_id):
                yield each
            return
        seen = place(turn, last_event_id)
        told = [*begun(turn)]
        for number, (name, data) in enumerate(told):
            if number > seen:
                yield event(name, data, turn.number, number)
        number = max(seen, len(told) - 1)
        speech = self._live.get((conversation_id, turn.number))
        if speech is not None:
            async for claim in speech.listen(number - len(told) + 1):
                number += 1
                yield event("words", claim, turn.number, number)
        ended = speech.turn if speech is not None else None
        # Nobody words it any more: the server was stopped in the middle.
        ended = ended or await self._finished(conversation_id, turn, Words(model="", stopped=INTERRUPTED))
        yield event("done", done(ended), turn.number, number + 1)

    async def _word(self, conversation_id: str, taken: Taken, answer: Answer, wording: Wording) -> None:
        speech = self._live[conversation_id, taken.turn.number]
        question = self._bank.view(answer.question_id).text
        task = WordingTask(job="feedback", report=answer.report, answer=answer.text, question=question)
        words = Words(model="", stopped=INTERRUPTED)
        try:
            async for said in wording.words(task, taken.owner):
                if isinstance(said, WordingOutcome):
                    words = Words(
                        claims=tuple(speech.claims), model=said.model, cost=said.cost,
                        stopped=said.reason if said.ended == "stopped" else None,
                    )  # fmt: skip
                else:
                    await speech.add(said)
        finally:
            await speech.end(await self._finished(conversation_id, taken.turn, words))
            self._live.pop((conversation_id, taken.turn.number), None)

    async def _finished(self, conversation_id: str, turn: Turn, words: Words) -> Turn:
        whole = turn.model_copy(update={"words": words, "complete": True})
        await asyncio.to_thread(self._conversations.finish, conversation_id, whole)
        return whole
