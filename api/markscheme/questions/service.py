"""The questions of every pack, in the order of their letters."""

from collections.abc import Iterable, Sequence
from typing import Annotated

from pydantic import Field

from markscheme.domain.base import Noun
from markscheme.domain.errors import InvalidCursorError, UnknownSchemeError
from markscheme.domain.packs import Pack
from markscheme.domain.questions import CommandWord, Question, QuestionView
from markscheme.domain.schemes import MarkScheme
from markscheme.marking.rubric import UnknownQuestionError


class QuestionFilter(Noun):
    """What to list; None means any."""

    pack: Annotated[str, Field(max_length=80, description="Id of a pack")] | None = None
    command_word: CommandWord | None = None
    topic: Annotated[str, Field(max_length=200, description="In any case of letters")] | None = None


class QuestionBank:
    """Questions by id, with the pack each is from."""

    def __init__(self, packs: Iterable[Pack]) -> None:
        self.packs = tuple(packs)
        self._pack_of: dict[str, Pack] = {}
        self._views: dict[str, QuestionView] = {}
        for pack in self.packs:
            for question in sorted(pack.questions, key=lambda each: int(each.letter[1:])):
                self._pack_of[question.id] = pack
                self._views[question.id] = view(pack, question)
        self._schemes = {scheme.id: scheme for pack in self.packs for scheme in pack.schemes}

    def pack_of(self, question_id: str) -> Pack:
        """The pack that asks the question; raises UnknownQuestionError."""
        try:
            return self._pack_of[question_id]
        except KeyError:
            raise UnknownQuestionError(question_id, tuple(self._pack_of)) from None

    def question(self, question_id: str) -> Question:
        """The question with its answer key, for other rooms; raises UnknownQuestionError."""
        return next(each for each in self.pack_of(question_id).questions if each.id == question_id)

    def view(self, question_id: str) -> QuestionView:
        """The question as a student may see it; raises UnknownQuestionError."""
        self.pack_of(question_id)
        return self._views[question_id]

    @property
    def schemes(self) -> tuple[MarkScheme, ...]:
        """Every published mark scheme."""
        return tuple(self._schemes.values())

    def scheme(self, scheme_id: str) -> MarkScheme:
        """The published mark scheme; raises UnknownSchemeError."""
        try:
            return self._schemes[scheme_id]
        except KeyError:
            raise UnknownSchemeError(scheme_id, tuple(self._schemes)) from None

    def page(
        self, filters: QuestionFilter, limit: int, after: str | None = None
    ) -> tuple[Sequence[QuestionView], str | None]:
        """At most `limit` questions after the one with id `after`, and the id to go on after."""
        views = list(self._views.values())
        if after is not None:
            places = [place for place, each in enumerate(views) if each.id == after]
            if not places:
                raise InvalidCursorError
            views = views[places[0] + 1 :]
        found = [each for each in views if _matches(each, filters)]
        return found[:limit], found[limit - 1].id if len(found) > limit else None


def view(pack: Pack, question: Question) -> QuestionView:
    """What a student may see of a question before answering it."""
    scheme = pack.scheme(question.scheme)
    guide = next(each for each in pack.guides if each.command_word == question.command_word)
    return QuestionView(
        id=question.id, pack=pack.manifest.id, text=question.text, topic=question.topic,
        command_word=question.command_word, guide=guide, max_mark=scheme.max_mark, minutes=scheme.minutes,
        scheme=scheme.id, levels=len(scheme.levels), period=question.period, hints=question.hints,
    )  # fmt: skip


def _matches(question: QuestionView, filters: QuestionFilter) -> bool:
    return (
        filters.pack in (None, question.pack)
        and filters.command_word in (None, question.command_word)
        and (filters.topic is None or filters.topic.casefold() == question.topic.casefold())
    )
