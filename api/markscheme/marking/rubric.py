"""A rubric: one question of a pack with everything needed to mark it."""

from functools import cached_property
from hashlib import sha256

from pydantic import Field

from markscheme.domain.base import Noun
from markscheme.domain.errors import UnknownSchemeError
from markscheme.domain.packs import Pack
from markscheme.domain.questions import Demand, FactorRole, Question
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
    def of(cls, pack: Pack, question_id: str, scheme_id: str | None = None) -> "Rubric":
        """The rubric of a question of this pack, by another of its mark schemes if one is named; raises
        UnknownQuestionError, UnknownSchemeError."""
        question = pack.question(question_id)
        if question is None:
            raise UnknownQuestionError(question_id, tuple(q.id for q in pack.questions))
        if scheme_id is not None:
            known = tuple(scheme.id for scheme in pack.schemes)
            if scheme_id not in known:
                raise UnknownSchemeError(scheme_id, known)
            question = question.model_copy(update={"scheme": scheme_id})
        return cls.model_construct(pack=pack, question=question)

    @cached_property
    def scheme(self) -> MarkScheme:
        """The question's mark scheme."""
        return self.pack.scheme(self.question.scheme)

    @cached_property
    def demands(self) -> tuple[Demand, ...]:
        """What the question's command word demands; none where the pack has no guide to it."""
        guides = (g for g in self.pack.guides if g.command_word == self.question.command_word)
        return next((guide.demands for guide in guides), ())

    @cached_property
    def roles(self) -> dict[str, FactorRole]:
        """The question's roles by factor id."""
        return {role.factor: role for role in self.question.roles}

    @cached_property
    def cores(self) -> dict[str, dict[str, float]]:
        """By question of the pack: the weights of the factors that it asks for, without those of its context."""
        return {
            question.id: {role.factor: role.weight for role in question.roles if role.role != "context"}
            for question in self.pack.questions
        }

    @cached_property
    def content_hash(self) -> str:
        """sha256 over the pack's content, the question id and its scheme; 64 hex digits."""
        named = f"{self.pack.content_hash}:{self.question.id}:{self.question.scheme}"
        return sha256(named.encode()).hexdigest()
