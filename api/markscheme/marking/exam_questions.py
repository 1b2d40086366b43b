"""Is a question to the tutor the exam question itself, which is the student's own to answer?"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .compiled import CompiledPack
from .grid import on_grid
from .lexis import Lexis

WHY = frozenset("why how reason reasons cause causes caused results consequences".split())
FACTUAL = frozenset("many long old much often when where who whom which".split())
# A word of like meaning counts from this likeness on.
LIKE = 0.55
# This share of a question in the words of an exam question, asked for its reasons, is that question.
_THE_QUESTION = 0.75
_LEAST_TOLD = 0.0625


@dataclass(frozen=True)
class _Exam:
    """The stems and vectors of an exam question's telling words."""

    stems: frozenset[str]
    vectors: NDArray[np.float64]


class ExamQuestions:
    """The exam questions of a pack, told by their words."""

    def __init__(self, compiled: CompiledPack, lexis: Lexis) -> None:
        self._compiled = compiled
        self._lexis = lexis

    def asked(self, words: Sequence[str], telling: Sequence[str]) -> bool:
        """Do these words ask for the reasons or the results that an exam question asks for? `telling` are those of them
        that tell anything."""
        if WHY.isdisjoint(words) or not FACTUAL.isdisjoint(words):
            return False
        weights = np.array([max(self._lexis.weights[word], _LEAST_TOLD) for word in telling])
        said = np.array([self._lexis.vectors[word] for word in telling])
        for question in self._exams if telling else ():
            like = on_grid(said @ question.vectors.T).max(axis=1)
            same = np.array([self._compiled.speller.stem(word) in question.stems for word in telling])
            near = np.where(same, 1.0, np.where(like >= LIKE, like, 0.0))
            if float(on_grid(near) @ weights) >= _THE_QUESTION * float(weights.sum()):
                return True
        return False

    @cached_property
    def _exams(self) -> tuple[_Exam, ...]:
        """The exam questions' telling words."""
        found, speller = [], self._compiled.speller
        for question in self._compiled.pack.questions:
            words = [word for word in speller.words(question.text) if self._lexis.weights[word] > 0]
            vectors = np.array([self._lexis.vectors[word] for word in words])
            found.append(_Exam(frozenset(map(speller.stem, words)), vectors))
        return tuple(found)
