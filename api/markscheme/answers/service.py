"""What can be done with an answer: mark it, store it, read it back, compare it, study from it."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from markscheme.db.database import Database, Transaction, moment
from markscheme.domain.answers import Answer
from markscheme.domain.errors import (
    MAX_CHARACTERS,
    AnswerTooLongError,
    IdempotencyKeyReusedError,
    PreviousAnswerMismatchError,
)
from markscheme.domain.explanations import Explanation
from markscheme.domain.reports import MarkReport
from markscheme.domain.visitors import Visitor
from markscheme.questions.service import QuestionBank

from . import store
from .explanation import explain
from .feedback import feedback
from .marker import Marker
from .store import AnswerFilter, AnswerSummary
from .study import Library, Study


@dataclass(frozen=True)
class Draft:
    """An answer as sent."""

    question_id: str
    text: str
    external_ref: str | None = None
    previous_id: str | None = None
    predicted_level: int | None = None

    @property
    def fingerprint(self) -> str:
        """The same for the same content, whatever the spacing of the JSON it came in."""
        parts: tuple[str | int | None, ...] = (
            self.question_id,
            self.text,
            self.external_ref,
            self.previous_id,
        )
        # Keys of before there was a prediction keep their fingerprint.
        if self.predicted_level is not None:
            parts = (*parts, self.predicted_level)
        return sha256(repr(parts).encode()).hexdigest()


@dataclass(frozen=True)
class Stored:
    """A stored answer as JSON, and the token to keep where the sender had none."""

    answer_id: str
    document: str
    new_token: str | None


def identified(visitor: Visitor) -> Visitor:
    """This visitor, or a new one where there is nothing to know them by."""
    return visitor if visitor.owner else Visitor(secrets.token_urlsafe(32))


class Answers:
    """The answers room's one service."""

    def __init__(self, database: Database, bank: QuestionBank, marker: Marker,
                 clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:  # fmt: skip
        self._database = database
        self._bank = bank
        self._marker = marker
        self._clock = clock
        self._library = Library(bank, marker)

    def mark(self, question_id: str, text: str, scheme_id: str | None = None) -> bytes:
        """The report as JSON, by another mark scheme if one is named; nothing is stored. Raises UnknownQuestionError,
        UnknownSchemeError, AnswerTooLongError."""
        self._bank.pack_of(question_id)
        if scheme_id is not None:
            self._bank.scheme(scheme_id)
        if len(text) > MAX_CHARACTERS:
            raise AnswerTooLongError(len(text))
        return self._marker.report_json(question_id, text, scheme_id)

    def submit(self, draft: Draft, visitor: Visitor, key: str | None = None) -> Stored:
        """Mark and store; durable when this returns. A key sent again gives the answer it gave before."""
        self._bank.pack_of(draft.question_id)
        author = identified(visitor)
        owner = author.owner
        new_token = None if visitor.token else author.token
        idempotency = store.Key(visitor.owner, key, draft.fingerprint) if key is not None else None
        if idempotency is not None:
            with self._database.read() as connection:
                known = store.replay(connection, idempotency)
            if known is not None:
                with self._database.write() as connection:
                    return self._replay(connection, idempotency, owner, new_token)
        report = MarkReport.model_validate_json(self.mark(draft.question_id, draft.text))
        with self._database.write() as connection:
            # Asked again inside the transaction: the same request may have been stored meanwhile.
            if idempotency is not None and store.replay(connection, idempotency):
                return self._replay(connection, idempotency, owner, new_token)
            answer = self._new(connection, draft, report, author)
            document = store.add(connection, answer, owner)
            if idempotency is not None:
                store.remember(connection, idempotency, answer)
        return Stored(answer.id, document, new_token)

    def get(self, answer_id: str) -> Answer:
        """The stored answer; raises UnknownAnswerError."""
        with self._database.read() as connection:
            return store.get(connection, answer_id)

    def document(self, answer_id: str) -> str:
        """The stored answer as JSON; raises UnknownAnswerError."""
        with self._database.read() as connection:
            return store.document(connection, answer_id)

    def read_by(self, answer_id: str, scheme_id: str) -> Answer:
        """The stored answer with its report as another mark scheme gives it, marked now; what is stored stays as it is.
        Raises UnknownAnswerError, UnknownQuestionError, UnknownSchemeError."""
        answer = self.get(answer_id)
        self._bank.scheme(scheme_id)
        if answer.report.scheme == scheme_id:
            return answer
        report = MarkReport.model_validate_json(self.mark(answer.question_id, answer.text, scheme_id))
        return answer.model_copy(update={"report": report, "feedback": feedback(report)})

    def page(
        self, visitor: Visitor, wanted: AnswerFilter, limit: int, before: tuple[str, str] | None = None
    ) -> tuple[Sequence[AnswerSummary], tuple[str, str] | None]:
        """The visitor's own answers, newest first, and the place to go on from."""
        if not visitor.owner:
            return (), None
        with self._database.read() as connection:
            found = store.page(connection, visitor.owner, wanted, limit + 1, before)
        last = found[limit - 1] if len(found) > limit else None
        return found[:limit], (moment(last.created), last.id) if last else None

    def mine(
        self, visitor: Visitor, question_id: str | None = None, most: int = 100
    ) -> Sequence[AnswerSummary]:
        """The visitor's latest answers, or those to one question, newest first."""
        found, _ = self.page(visitor, AnswerFilter(question_id=question_id), most)
        return found

    def history(self, answer_id: str) -> Sequence[AnswerSummary]:
        """This answer and the attempts it improved on, first attempt first; raises UnknownAnswerError."""
        with self._database.read() as connection:
            return store.chain(connection, answer_id)

    def explanation(self, answer_id: str, scheme_id: str | None = None) -> Explanation:
        """How the mark came about, the stored one or that by another scheme; raises as `read_by` does."""
        answer = self.read_by(answer_id, scheme_id) if scheme_id is not None else self.get(answer_id)
        question = self._bank.question(answer.question_id)
        scheme = self._bank.scheme(answer.report.scheme or question.scheme)
        return explain(answer.report, answer.text, question.text, scheme)

    def study(self, answer_id: str) -> Study:
        """What opens once the question has been answered; raises UnknownAnswerError."""
        return self._library.study(answer_id, self.get(answer_id).report)

    def _new(self, connection: Transaction, draft: Draft, report: MarkReport, author: Visitor) -> Answer:
        attempt = 1
        if draft.previous_id is not None:
            question_id, attempt = store.attempt(connection, draft.previous_id, author)
            if question_id != draft.question_id:
                raise PreviousAnswerMismatchError(question_id, draft.question_id)
            attempt += 1
        return Answer(
            id=secrets.token_urlsafe(16), revision=1, question_id=draft.question_id, text=draft.text,
            external_ref=draft.external_ref, previous_id=draft.previous_id, attempt=attempt,
            predicted_level=draft.predicted_level,
            created=self._clock(), report=report, feedback=feedback(report),
        )  # fmt: skip

    def _replay(self, connection: Transaction, key: store.Key, owner: str, new_token: str | None) -> Stored:
        known = store.replay(connection, key)
        if known is None or known.fingerprint != key.fingerprint:
            raise IdempotencyKeyReusedError(key.key)
        if not known.scope:
            # Stored before its sender had a cookie: who sends it again is its owner.
            store.give(connection, known.answer_id, owner)
        return Stored(known.answer_id, store.document(connection, known.answer_id), new_token)
