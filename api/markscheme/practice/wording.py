"""A model's words for a finished report, let through claim by claim. It never raises: the plain words then stand."""

import asyncio
import json
import logging
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Literal, Protocol, TypeVar, get_args

from markscheme.domain.base import Noun
from markscheme.domain.errors import StorageUnavailableError
from markscheme.domain.reports import MarkReport
from markscheme.domain.wording import FailureKind, WordedClaim, WordingOutcome
from markscheme.llm.budget import Budget
from markscheme.llm.model import LanguageModel, ModelFailedError, Prompt, Usage, estimate
from markscheme.llm.prompts import PromptTemplate
from markscheme.marking.bylines import without_bylines

from .spend_store import ReplyKey
from .wording_facts import shown
from .wording_reading import SCHEMA, ClaimReader
from .wording_rules import Rules

log = logging.getLogger(__name__)
MOST_CLAIMS = 12
# Nothing has come back, so nothing is billed.
_FREE: set[FailureKind] = {"dead", "refused", "throttled", "open_circuit", "budget"}
_T = TypeVar("_T")
Job = Literal["feedback", "reply"]
_ALWAYS = ("question", "report", "answer")
VARIABLES: dict[Job, tuple[str, ...]] = {"feedback": _ALWAYS, "reply": (*_ALWAYS, "asked", "facts")}


class WordingTask(Noun):
    """What to word: a report and its answer, or (`reply`) what the student `asked` about them, from given `facts`."""

    job: Job
    report: MarkReport
    answer: str
    question: str
    asked: str = ""
    facts: tuple[str, ...] = ()


class Replies(Protocol):
    """Where checked claims are kept."""

    def get(self, key: ReplyKey) -> str | None:
        """What was kept, if anything."""

    def keep(self, key: ReplyKey, document: str) -> None:
        """Keep it; the first one stays."""


@dataclass
class _Turn:
    """One request on its way."""

    prompt: Prompt
    entry: int | None = None
    usage: Usage | None = None
    bytes_out: int = 0
    read: int = 0
    kept: list[WordedClaim] = field(default_factory=list)

    def used(self, reason: FailureKind | None) -> Usage:
        """What the request used: as counted, else as its size tells."""
        if self.usage is not None:
            return self.usage
        return Usage() if reason in _FREE and not self.bytes_out else estimate(self.prompt, self.bytes_out)


class Wording:
    """Has a model word reports. Give it the model inside its breaker, and the folder of prompts.

    Raises PromptError for prompts that do not fit their jobs.
    """

    def __init__(self, model: LanguageModel, prompts: Path, budget: Budget, replies: Replies) -> None:
        self._model, self._budget, self._replies = model, budget, replies
        self._prompts = {job: PromptTemplate.load(prompts / f"{job}.md") for job in get_args(Job)}
        for job, template in self._prompts.items():
            template.render(dict.fromkeys(VARIABLES[job], ""))

    async def words(
        self, task: WordingTask, student: str
    ) -> AsyncGenerator[WordedClaim | WordingOutcome, None]:
        """Claims as they are complete, then one outcome. `student` is whom the cost is for; no model sees it."""
        answer = without_bylines(task.answer, lambda _: False)
        rules = Rules(task.report, answer, task.facts)
        turn = _Turn(self._render(task, answer))
        key = ReplyKey(_hash(task), turn.prompt.label, self._model.name)
        for claim in await self._again(key, rules):
            turn.kept.append(claim)
            yield claim
        if turn.kept:
            yield WordingOutcome(
                ended="worded", model=self._model.name, kept=len(turn.kept), cached=True, cost=0
            )
            return
        reason: FailureKind | None = None
        try:
            turn.entry = await self._reserved(student, turn.prompt)
            async with aclosing(self._ask(turn, rules)) as claims:
                async for claim in claims:
                    yield claim
        except ModelFailedError as failed:
            reason = failed.kind
        except Exception as error:
            # Only its kind: what it says may quote the student.
            log.error("a language model's client failed: %s", type(error).__name__)
            reason = "malformed"
        except BaseException:
            # The reader has left, and nothing may be awaited now.
            asyncio.get_running_loop().run_in_executor(None, self._settle, turn, None)
            raise
        yield await self._end(turn, key, reason)

    async def _again(self, key: ReplyKey, rules: Rules) -> list[WordedClaim]:
        # Kept claims pass the rules again: they may be older than a rule.
        kept = await _or_none(lambda: self._replies.get(key))
        reader = ClaimReader()
        try:
            found = reader.feed(kept) + reader.end() if kept else []
        except ModelFailedError:
            return []
        admitted = (rules.admit(raw) for raw in found)
        return [claim for claim in admitted if claim is not None]

    async def _ask(self, turn: _Turn, rules: Rules) -> AsyncGenerator[WordedClaim, None]:
        reader = ClaimReader()
        async with aclosing(self._model.stream(turn.prompt, SCHEMA)) as chunks:
            async for chunk in chunks:
                turn.usage = chunk.usage or turn.usage
                turn.bytes_out += len(chunk.text.encode("utf-8", "surrogatepass"))
                for raw in reader.feed(chunk.text):
                    for claim in self._admitted(raw, turn, rules):
                        yield claim
                if turn.read >= MOST_CLAIMS:
                    return
        for raw in reader.end():
            for claim in self._admitted(raw, turn, rules):
                yield claim

    def _admitted(self, raw: object, turn: _Turn, rules: Rules) -> list[WordedClaim]:
        turn.read += 1
        claim = rules.admit(raw) if turn.read <= MOST_CLAIMS else None
        if claim is None or claim.text in {each.text for each in turn.kept}:
            return []
        turn.kept.append(claim)
        return [claim]

    async def _end(self, turn: _Turn, key: ReplyKey, reason: FailureKind | None) -> WordingOutcome:
        cost = await asyncio.to_thread(self._settle, turn, reason)
        if reason is None and turn.kept:
            said = [each.model_dump(exclude={"standing"}) for each in turn.kept]
            document = json.dumps({"claims": said}, ensure_ascii=False)
            await _or_none(lambda: self._replies.keep(key, document))
        why = reason or (None if turn.kept else "nothing_kept")
        return WordingOutcome(
            ended="stopped" if why else "worded",
            reason=why,
            model=self._model.name,
            kept=len(turn.kept),
            dropped=turn.read - len(turn.kept),
            cost=cost,
            estimated=turn.used(reason).estimated,
        )

    async def _reserved(self, student: str, prompt: Prompt) -> int:
        try:
            return await asyncio.to_thread(self._budget.open, student, self._model.name, prompt)
        except StorageUnavailableError:
            raise ModelFailedError("budget", "its cost cannot be written down") from None

    def _settle(self, turn: _Turn, reason: FailureKind | None) -> int | None:
        used = turn.used(reason)
        if turn.entry is None:
            return self._budget.cost(Usage())
        try:
            return self._budget.close(turn.entry, used)
        except StorageUnavailableError:
            # What was reserved stays written: too much rather than too little.
            return self._budget.cost(used)

    def _render(self, task: WordingTask, answer: str) -> Prompt:
        values = {
            "question": task.question,
            "report": json.dumps(shown(task.report), ensure_ascii=False),
            "answer": answer,
        }
        values |= {"asked": task.asked, "facts": "\n".join(task.facts)}
        return self._prompts[task.job].render({name: values[name] for name in VARIABLES[task.job]})


def _hash(task: WordingTask) -> str:
    return sha256(task.model_dump_json().encode()).hexdigest()


async def _or_none(act: Callable[[], _T]) -> _T | None:
    """What it gives, or None where the database cannot be used now."""
    try:
        return await asyncio.to_thread(act)
    except StorageUnavailableError:
        return None
