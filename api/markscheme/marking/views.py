"""What a quality detector looks at: one answer with everything read from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.base import Quote
from markscheme.domain.questions import FactorRole
from markscheme.domain.reports import MisconceptionFinding, Stance

from .coverage import FactorReading
from .documents import Document
from .matching import Match
from .rubric import Rubric

_MADE = 0.35
_BLOCK = 4
_TOUCHED = 0.12
_ECHOES = 0.1
_SHORT_ENDING = 3
_MENTIONED = 0.4


@dataclass(frozen=True, slots=True)
class FactorCredit:
    """A factor's reading with what it does in the question. `role` is None when the question does not ask for it."""

    reading: FactorReading
    role: FactorRole | None
    stance: Stance
    credit: float

    @property
    def depth(self) -> float:
        """0 where absent; else from 0.4 for a mention to 1, by how likely it is developed, so that no quality turns on a
        threshold."""
        if self.reading.coverage == "absent":
            return 0.0
        return _MENTIONED + (1.0 - _MENTIONED) * self.reading.development

    @property
    def side(self) -> str:
        """Which side of the argument it serves: a rejected factor serves the other one."""
        side = self.role.side if self.role else "none"
        if self.stance == "rejected" and side != "none":
            return "against" if side == "for" else "for"
        return side


@dataclass(frozen=True)
class View:
    """One answer as read. `counts` are argument words per sentence by kind."""

    rubric: Rubric
    document: Document
    match: Match
    credits: tuple[FactorCredit, ...]
    counts: Mapping[str, list[int]]
    misconceptions: tuple[MisconceptionFinding, ...]

    @cached_property
    def echo(self) -> list[float]:
        """Each sentence's share of the question's own words."""
        echo: list[float] = self.match.echo.tolist()
        return echo

    @cached_property
    def made(self) -> NDArray[np.bool_]:
        """sentences x factors: does the sentence make a credited factor of the question?"""
        counts = np.array([c.role is not None and c.reading.coverage != "absent" for c in self.credits])
        made: NDArray[np.bool_] = np.logical_and(self.match.sentences >= _MADE, counts)
        return made

    @cached_property
    def content(self) -> list[bool]:
        """For each sentence: does it make any factor of the question?"""
        content: list[bool] = np.any(self.made, axis=1).tolist()
        return content

    @cached_property
    def relevant(self) -> list[bool]:
        """For each sentence: does it at least touch a factor of the question? Empty talk does not."""
        relevant: list[bool] = np.any(self.touched, axis=1).tolist()
        return relevant

    @cached_property
    def touched(self) -> NDArray[np.bool_]:
        """sentences x factors: does the sentence at least touch this factor of the question?"""
        asked = np.array([credit.role is not None for credit in self.credits])
        touched: NDArray[np.bool_] = (self.match.sentences >= _TOUCHED) & asked
        return touched

    @cached_property
    def paragraphs(self) -> list[list[int]]:
        """Sentence numbers by paragraph; an answer in one block is taken four sentences at a time."""
        count = len(self.document.sentences)
        groups: list[list[int]] = [[] for _ in self.document.paragraphs]
        for number, sentence in enumerate(self.document.sentences):
            groups[sentence.parent].append(number)
        groups = [group for group in groups if group]
        if len(groups) == 1:
            return [list(range(start, min(start + _BLOCK, count))) for start in range(0, count, _BLOCK)]
        return groups

    @cached_property
    def opening(self) -> list[int]:
        """Sentences of the first paragraph, at most the first four."""
        return self.paragraphs[0][:4] if self.paragraphs else []

    @cached_property
    def closing(self) -> list[int]:
        """The last sentences, five at most: of the last paragraph, and of the one before it where that is short."""
        last = self.paragraphs[-1] if self.paragraphs else []
        before = self.paragraphs[-2] if len(last) < _SHORT_ENDING and len(self.paragraphs) > 1 else []
        return [*before, *last][-5:]

    def about(self, kind: str) -> tuple[int, ...]:
        """Sentences about the question, if only in its words, with an argument word of that kind."""
        counts = self.counts[kind]
        return tuple(
            n for n, count in enumerate(counts) if count and (self.relevant[n] or self.echo[n] >= _ECHOES)
        )

    @cached_property
    def present(self) -> list[FactorCredit]:
        """Credited factors of the question."""
        return [c for c in self.credits if c.role is not None and c.reading.coverage != "absent"]

    def quotes(self, sentences: Iterable[int], limit: int = 3) -> tuple[Quote, ...]:
        """The student's words for up to `limit` sentences, in the order of the answer."""
        return tuple(self.document.quote(self.document.sentences[n]) for n in sorted(sentences)[:limit])
