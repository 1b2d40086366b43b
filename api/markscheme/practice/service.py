"""What can be done with a conversation: begin it, read it, say something in it."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

from markscheme.answers.service import identified
from markscheme.db.database import Database, Transaction, moment
from markscheme.domain.answers import Answer
from markscheme.domain.blocks import Said
from markscheme.domain.conversations import Conversation, Message, State, Turn
from markscheme.domain.errors import ConversationMovedError, IdempotencyKeyReusedError
from markscheme.domain.visitors import Visitor
from markscheme.questions.service import QuestionBank

from . import store
from .asides import usual
from .learning import Learning
from .scene import Scene
from .store import ConversationSummary
from .tutor import Tutor

# How often a message is tried at the next place, where its sender did not say which place it was meant for.
TRIES = 5
GREETING = "Quick recall, a plan, a draft marked, or help with improving: where shall we start?"
OPENED = "This is the question. Plan it first, or write straight away. I read what you write and never write it for you."


@dataclass(frozen=True)
class Sent:
    """A message as sent: what stands in the editor, how many turns its sender had seen, and its Idempotency-Key."""

    message: Message
    draft: str = ""
    seen: int | None = None
    key: str | None = None

    @property
    def fingerprint(self) -> str:
        """The same for the same message."""
        return sha256(repr((self.message, self.draft)).encode()).hexdigest()


@dataclass(frozen=True)
class Begun:
    """A new conversation, and the token to keep where its student had none."""

    conversation: Conversation
    new_token: str | None


@dataclass(frozen=True)
class Taken:
    """A message taken: the turn as stored, whose it is, and the answer that a language model may word, if any."""

    turn: Turn
    owner: str
    worded: Answer | None = None


class Conversations:
    """The practice room's one service."""

    def __init__(self, database: Database, bank: QuestionBank, tutor: Tutor, learning: Learning,
                 clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:  # fmt: skip
        self._database = database
        self._bank = bank
        self._tutor = tutor
        self._learning = learning
        self._clock = clock

    def begin(self, visitor: Visitor, question_id: str | None = None) -> Begun:
        """A new conversation, with a question open if one is named; raises UnknownQuestionError."""
        if question_id is not None:
            self._bank.view(question_id)
        student = identified(visitor)
        state = State(question_id=question_id)
        greeting = Turn(
            number=1, created=self._clock(), message=Message(), mode=state.mode,
            blocks=(Said(text=OPENED if question_id else GREETING),), moves=usual(state),
        )  # fmt: skip
        conversation_id = secrets.token_urlsafe(16)
        with self._database.write() as connection:
            store.add(connection, conversation_id, student.owner, state, greeting)
        return Begun(self.read(conversation_id), None if visitor.token else student.token)

    def read(self, conversation_id: str) -> Conversation:
        """The conversation with its latest turns; raises UnknownConversationError."""
        with self._database.read() as connection:
            stands = store.standing(connection, conversation_id)
            turns = store.every(connection, conversation_id)
        state = stands.state
        return Conversation(
            id=stands.id, created=stands.created, mode=state.mode, answer_id=state.answer_id, turns=tuple(turns),
            question=self._bank.view(state.question_id) if state.question_id else None,
        )  # fmt: skip

    def page(
        self, visitor: Visitor, limit: int, before: tuple[str, str] | None = None
    ) -> tuple[Sequence[ConversationSummary], tuple[str, str] | None]:
        """The visitor's conversations, the one spoken in last first, and the place to go on from."""
        if not visitor.owner:
            return (), None
        with self._database.read() as connection:
            found = store.page(connection, visitor.owner, limit + 1, before)
        last = found[limit - 1] if len(found) > limit else None
        return found[:limit], (moment(last.changed), last.id) if last else None

    def turn(self, conversation_id: str, number: int) -> Turn:
        """One turn; raises UnknownConversationError, ConversationMovedError where there is no such turn."""
        with self._database.read() as connection:
            store.standing(connection, conversation_id)
            found = store.turn(connection, conversation_id, number)
        if found is None:
            raise ConversationMovedError(number)
        return found

    def say(self, conversation_id: str, sent: Sent, *, wording: bool = False) -> Taken:
        """Reply to a message and store both; durable when this returns. The same key gives the same turn again.

        With `wording` a turn that a language model may word is left incomplete. Raises UnknownConversationError,
        EmptyMessageError, ConversationMovedError where the sender had not seen the latest turn,
        IdempotencyKeyReusedError, and what marking and storing raise.
        """
        for left in reversed(range(TRIES)):
            with self._database.read() as connection:
                stands = store.standing(connection, conversation_id)
                known = self._replayed(connection, conversation_id, sent)
            if known is not None:
                return Taken(known, stands.owner)
            if sent.seen is not None and sent.seen != stands.turns:
                raise ConversationMovedError(stands.turns + 1)
            try:
                return self._reply(stands, sent, wording)
            except ConversationMovedError:
                if sent.seen is not None or not left:
                    raise
        raise AssertionError("unreachable")

    def finish(self, conversation_id: str, turn: Turn) -> None:
        """Store a turn as it reads once its words have come."""
        with self._database.write() as connection:
            store.finish(connection, conversation_id, turn)

    def _reply(self, stands: store.Standing, sent: Sent, wording: bool) -> Taken:
        number, now = stands.turns + 1, self._clock()
        scene = Scene(
            state=stands.state, message=sent.message, visitor=Visitor(None, stands.owner), now=now,
            since=stands.changed, key=f"{stands.id}:{number}", draft=sent.draft,
        )  # fmt: skip
        if sent.message.action is None and sent.message.text.strip():
            scene = replace(scene, understood=self._tutor.understand(stands.state, sent.message.text))
        reply = self._tutor.reply(scene)
        turn = Turn(
            number=number, created=now, message=sent.message, mode=reply.state.mode, blocks=reply.blocks,
            moves=reply.moves, complete=not (wording and reply.worded),
        )  # fmt: skip
        with self._database.write() as connection:
            key = store.Key(sent.key, sent.fingerprint) if sent.key is not None else None
            again = self._replayed(connection, stands.id, sent)
            if again is not None:
                return Taken(again, stands.owner)
            store.append(connection, stands.id, reply.state, turn, key)
            self._learning.learn(connection, stands.owner, stands.id, reply.reviews, reply.brought, now)
        return Taken(turn, stands.owner, None if turn.complete else reply.worded)

    def _replayed(self, connection: Transaction, conversation_id: str, sent: Sent) -> Turn | None:
        if sent.key is None:
            return None
        known = store.replay(connection, conversation_id, sent.key)
        if known is None:
            return None
        turn, fingerprint = known
        if fingerprint != sent.fingerprint:
            raise IdempotencyKeyReusedError(sent.key)
        return turn
