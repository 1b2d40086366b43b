"""The tutor: an explicit state machine. What a message wants and the mode it meets choose the one who replies."""

from collections.abc import Callable, Mapping

from markscheme.answers.marker import Marker
from markscheme.domain.conversations import State
from markscheme.domain.errors import EmptyMessageError
from markscheme.domain.readings import Action, Understood

from .asides import Asides
from .desk import WritingDesk
from .exemplars import Exemplars
from .improve import Coach
from .plan import Planner
from .quiz import Quiz
from .scene import Reply, Scene, changed, move, said

Does = Callable[[Scene], Reply]
# A message as long as this, where no answer to something is awaited, is a draft.
DRAFT_WORDS = 60
# What can be done only with a question open.
NEEDS_QUESTION: frozenset[Action] = frozenset(
    {
        "plan",
        "write",
        "paragraph",
        "mark",
        "predict",
        "improve",
        "rewrite",
        "why",
        "hint",
        "exemplar",
        "judge",
    }
)


class Tutor:
    """Replies to one message; what it stores is drafts marked as answers, nothing else."""

    def __init__(
        self, marker: Marker, asides: Asides, quiz: Quiz, planner: Planner, desk: WritingDesk, coach: Coach,
        exemplars: Exemplars,
    ) -> None:  # fmt: skip
        self._marker = marker
        self._asides = asides
        self._quiz = quiz
        self._planner = planner
        self._desk = desk
        self._coach = coach
        self._exemplars = exemplars
        self._does: Mapping[Action, Does] = {
            "help": asides.help, "greet": asides.greet, "thanks": asides.thanks, "questions": asides.questions,
            "choose_question": asides.choose, "command_word": asides.command_word, "topic": asides.topic,
            "progress": quiz.progress, "quiz": quiz.start, "show_answer": quiz.reveal, "skip": self._skip,
            "hint": self._hint, "plan": planner.start, "write": desk.start, "paragraph": desk.paragraph,
            "mark": desk.mark, "predict": self._level, "judge": self._level, "improve": coach.start,
            "rewrite": coach.rewrite, "undo": coach.undo, "why": coach.why, "exemplar": exemplars.start,
            "done": self._done,
        }  # fmt: skip

    def reply(self, scene: Scene) -> Reply:
        """The reply to a message; raises EmptyMessageError where it says nothing."""
        scene = self._desk.caught_up(scene)
        if scene.message.action is not None:
            return self._do(scene.message.action, scene)
        if not scene.message.text.strip():
            raise EmptyMessageError
        return self._typed(scene)

    def understand(self, state: State, text: str) -> Understood:
        """What typed words want."""
        raw = self._marker.read_json("understand", state.question_id or "", text)
        return Understood.model_validate_json(raw)

    def _do(self, action: Action, scene: Scene) -> Reply:
        # Without a question a hint can still be for a card.
        carded = action == "hint" and scene.state.mode == "quiz"
        if action in NEEDS_QUESTION and scene.state.question_id is None and not carded:
            return self._asides.questions(scene)
        return self._does[action](scene)

    def _typed(self, scene: Scene) -> Reply:
        meant = scene.understood
        if scene.state.awaiting and meant.level is not None:
            return self._level(scene)
        content = self._content(scene.state)
        if content is not None and not (meant.action and meant.is_command):
            return content(scene)
        if len(scene.message.text.split()) >= DRAFT_WORDS and scene.state.question_id is not None:
            text = "That looks like an answer. Shall I mark it?"
            return said(changed(scene.state, draft=scene.message.text), text, move("Mark it", "mark"))
        if meant.action is not None:
            return self._do(meant.action, scene)
        return self._asides.told(scene) or self._asides.not_understood(scene)

    def _content(self, state: State) -> Does | None:
        """Who takes what is typed as an answer, where one is awaited."""
        if state.mode == "quiz" and state.quiz.card_id is not None:
            return self._quiz.answer
        if state.mode == "plan" and state.plan.step != "done":
            return self._planner.take
        if state.mode == "improve" and state.improve.step is not None:
            return self._coach.rewrite
        return None

    def _hint(self, scene: Scene) -> Reply:
        by_mode: Mapping[str, Does] = {
            "quiz": self._quiz.hint,
            "plan": self._planner.hint,
            "improve": self._coach.hint,
        }
        return by_mode.get(scene.state.mode, self._asides.hint)(scene)

    def _skip(self, scene: Scene) -> Reply:
        if scene.state.mode == "improve":
            return self._coach.skip(scene)
        if scene.state.mode == "plan":
            return self._planner.skip(scene)
        return self._quiz.skip(scene) if scene.state.mode == "quiz" else self._asides.help(scene)

    def _level(self, scene: Scene) -> Reply:
        given = scene.message.argument or ""
        level = int(given) if given.isdecimal() and len(given) < 3 else scene.understood.level
        if level is None:
            return self._asides.not_understood(scene)
        if scene.state.awaiting == "judgement":
            return self._exemplars.judge(scene, level)
        return self._desk.predict(scene, level)

    def _done(self, scene: Scene) -> Reply:
        if scene.state.mode == "quiz":
            return self._quiz.stop(scene)
        # "That's all" of a list ends the list, not the plan.
        if scene.state.mode == "plan" and scene.state.plan.step == "ideas" and scene.state.plan.ideas:
            return self._planner.skip(scene)
        return self._asides.leave(scene)
