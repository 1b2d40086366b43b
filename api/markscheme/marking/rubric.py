"""A rubric: one question of a pack with everything needed to mark it."""

from functools import cached_property
from hashlib import sha256

from pydantic import Field

from markscheme.domain.base import Noun
from markscheme.domain.packs import Pack
from markscheme.domain.questions import FactorRole, Question
from markscheme.domain.schemes import MarkScheme


class UnknownQuestionError(LookupError):
    """No question of that id in the packs; `known` lists the ids there are."""

    def __init__(self, question_id: str, known: tuple[str, ...]) -> None:
        super().__init__(f"unknown question {question_id!r}; known: {', '.join(known)}")
        self.question_id = question_id
        self.known = known


class Rubric(Noun):
    """One question with its pack and scheme; equal content gives an equal hash."""

    pack: Pack = Field(repr=False)
    question: Question

    @classmethod
    def of(cls, pack: Pack, question_id: str) -> "Rubric":
        """The rubric of a question of this pack; raises UnknownQuestionError."""
        question = pack.question(question_id)
        if question is None:
            raise UnknownQuestionError(question_id, tuple(q.id for q in pack.questions))
        return cls.model_construct(pack=pack, question=question)

    @cached_property
    def scheme(self) -> MarkScheme:
        """The question's mark scheme."""
        return self.pack.scheme(self.question.scheme)

    @cached_property
    def roles(self) -> dict[str, FactorRole]:
        """The question's roles by factor id."""
        return {role.factor: role for role in self.question.roles}

    @cached_property
    def content_hash(self) -> str:
        """sha256 over the pack's content and the question id; 64 hex digits."""
        return sha256(f"{self.pack.content_hash}:{self.question.id}".encode()).hexdigest()
