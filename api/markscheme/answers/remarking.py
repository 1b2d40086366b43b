"""Marking stored answers again by the rubric as it is now: what would change, and on request a further report for each."""

import json
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from typing import Any

from markscheme.db.database import Database
from markscheme.domain.answers import Answer
from markscheme.domain.base import Noun
from markscheme.domain.reports import MarkReport
from markscheme.marking.rubric import UnknownQuestionError

from . import store
from .feedback import feedback
from .marker import Marker

# Answers written in one transaction: few enough that a server's own writes hardly wait.
BATCH = 50
Progress = Callable[[int, int], None]


class Change(Noun):
    """One answer whose mark or level is another than before; marks are null where one is withheld."""

    answer_id: str
    question_id: str
    external_ref: str | None
    mark_before: int | None
    mark: int | None
    max_mark: int
    level_before: int | None
    level: int | None

    @property
    def by(self) -> int | None:
        """By how many marks; None where either is withheld."""
        return None if self.mark is None or self.mark_before is None else self.mark - self.mark_before

    @property
    def crosses(self) -> bool:
        """Is the level another too?"""
        return self.level != self.level_before


class Remarked(Noun):
    """What marking again found. `reports` differ in something besides their provenance; `appended` of them were stored;
    `unknown` answers are to questions that no pack asks any more."""

    answers: int
    reports: int
    appended: int
    unknown: int
    changes: tuple[Change, ...]

    @property
    def crossing(self) -> int:
        """How many cross a level."""
        return sum(change.crosses for change in self.changes)


class _Again(Noun):
    """One answer marked again: whether its report is another, and where it is to be stored the answer with it."""

    known: bool
    differs: bool = False
    change: Change | None = None
    answer: Answer | None = None


class Remarking:
    """Marks every stored answer again. A teacher's decisions are records of their own and stay as they are."""

    def __init__(self, database: Database, question_ids: Sequence[str], marker: Marker, workers: int,
                 clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:  # fmt: skip
        self._database = database
        self._question_ids = frozenset(question_ids)
        self._marker = marker
        self._workers = max(1, workers)
        self._clock = clock

    def run(
        self, question_id: str | None = None, apply: bool = False, progress: Progress = lambda *_: None
    ) -> Remarked:
        """Mark all answers again, or those to one question; with `apply` append each report that differs.

        Interrupted, it leaves what it has appended; run again, it goes on. Raises UnknownQuestionError,
        MarkerUnavailableError.
        """
        if question_id is not None and question_id not in self._question_ids:
            raise UnknownQuestionError(question_id, tuple(sorted(self._question_ids)))
        with self._database.read() as connection:
            ids = store.every_id(connection, question_id)
        changes: list[Change] = []
        waiting: list[Answer] = []
        reports = appended = unknown = 0
        for done, again in enumerate(self._each(ids, apply), start=1):
            unknown += not again.known
            changes += [again.change] if again.change else []
            reports += again.differs
            waiting += [again.answer] if again.answer else []
            if len(waiting) >= BATCH or done == len(ids):
                appended += self._append(waiting)
                waiting = []
            progress(done, len(ids))
        return Remarked(
            answers=len(ids), reports=reports, appended=appended, unknown=unknown, changes=tuple(changes)
        )

    def _each(self, ids: Sequence[str], apply: bool) -> Iterator[_Again]:
        # A thread for each worker process and one to spare, so that none waits while another's report is compared.
        with ThreadPoolExecutor(self._workers + 1) as threads:
            try:
                yield from threads.map(partial(self._again, apply=apply), ids)
            finally:
                threads.shutdown(wait=False, cancel_futures=True)

    def _again(self, answer_id: str, apply: bool) -> _Again:
        with self._database.read() as connection:
            stored = json.loads(store.document(connection, answer_id))
        if stored["question_id"] not in self._question_ids:
            return _Again(known=False)
        report = self._marker.report_json(stored["question_id"], stored["text"])
        before, now = stored["report"], json.loads(report)
        if _content(before) == _content(now):
            return _Again(known=True)
        answer = _revised(stored, report) if apply else None
        return _Again(known=True, differs=True, change=_change(stored, now), answer=answer)

    def _append(self, answers: Sequence[Answer]) -> int:
        if not answers:
            return 0
        with self._database.write() as connection:
            return sum(store.append(connection, answer, self._clock()) for answer in answers)


def _revised(stored: dict[str, Any], report: bytes) -> Answer:
    made = MarkReport.model_validate_json(report)
    answer = stored | {"revision": stored["revision"] + 1, "report": made, "feedback": feedback(made)}
    return Answer.model_validate(answer)


def _content(report: dict[str, Any]) -> dict[str, Any]:
    """A report without what merely names how it was made."""
    return {name: value for name, value in report.items() if name != "provenance"}


def _change(stored: dict[str, Any], now: dict[str, Any]) -> Change | None:
    before = stored["report"]
    if (before["mark"], before["level"]) == (now["mark"], now["level"]):
        return None
    return Change(
        answer_id=stored["id"], question_id=stored["question_id"], external_ref=stored.get("external_ref"),
        mark_before=before["mark"], mark=now["mark"], max_mark=now["max_mark"],
        level_before=before["level"], level=now["level"],
    )  # fmt: skip
