"""Mark an exemplar: the student gives a stored answer a level, then sees the examiner's mark and why."""

from hashlib import sha256

from markscheme.domain.blocks import ExemplarCompared, ExemplarShown, LevelAsked, Said
from markscheme.domain.questions import MarkedExample
from markscheme.questions.service import QuestionBank

from .asides import IMPROVE, QUIZ, WRITE
from .scene import Reply, Scene, entered, move, said

AGAIN = move("Mark another exemplar", "exemplar")


class Exemplars:
    """Shows the pack's marked answers without their marks; only for a question that has been answered."""

    def __init__(self, bank: QuestionBank) -> None:
        self._bank = bank

    def start(self, scene: Scene) -> Reply:
        """The next exemplar that this conversation has not had."""
        state = scene.state
        if state.question_id is None or state.answer_id is None:
            return said(
                state, "Answer the question first. Then you can mark someone else's answer to it.", WRITE
            )
        examples = self._examples(state.question_id)
        left = [each for each in examples if each.id not in state.exemplars]
        if not left:
            return said(state, "You have marked every exemplar of this question.", IMPROVE, QUIZ)
        example, view = left[0], self._bank.view(state.question_id)
        shown = ExemplarShown(exemplar_id=example.id, question_id=view.id, text=example.text, levels=view.levels,
                              max_mark=view.max_mark)  # fmt: skip
        words = Said(text="Read this answer as an examiner would. Which level do you give it?")
        after = entered(state, "open", exemplar_id=example.id, exemplars=(*state.exemplars, example.id))
        after = after.model_copy(update={"awaiting": "judgement"})
        levels = tuple(move(f"Level {n}", "judge", str(n)) for n in range(1, view.levels + 1))
        return Reply(after, (shown, words, LevelAsked(levels=view.levels, what="exemplar")), levels)

    def judge(self, scene: Scene, level: int) -> Reply:
        """The student's level beside the examiner's."""
        state = scene.state
        examples = {each.id: each for each in self._examples(state.question_id or "")}
        example = examples.get(state.exemplar_id or "")
        if example is None:
            return self.start(scene)
        compared = ExemplarCompared(
            exemplar_id=example.id, guessed=level, level=example.level, mark=example.mark,
            max_mark=self._bank.view(example.question).max_mark, comment=example.comment,
        )  # fmt: skip
        gap = abs(level - example.level)
        words = (
            "You and the examiner agree. Say to yourself which sentence decided it."
            if gap == 0
            else f"You are {'one level' if gap == 1 else f'{gap} levels'} {'above' if level > example.level else 'below'} "
            "the examiner. Read the comment, then find the sentence it speaks of."
        )
        after = entered(state, "open", exemplar_id=None)
        return Reply(after, (compared, Said(text=words)), (AGAIN, IMPROVE, QUIZ))

    def _examples(self, question_id: str) -> tuple[MarkedExample, ...]:
        mine = (each for each in self._bank.pack_of(question_id).examples if each.question == question_id)
        # In an order that does not give the standard away.
        return tuple(sorted(mine, key=lambda each: sha256(each.id.encode()).digest()))
