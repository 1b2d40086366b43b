"""Improve: one step at a time, the most valuable first; no step comes twice, and every try is a new attempt."""

from markscheme.answers.service import Answers
from markscheme.domain.answers import Answer
from markscheme.domain.blocks import HintGiven, Said, StepGiven, WhyShown
from markscheme.domain.conversations import ImproveState, State
from markscheme.domain.reports import NextStep
from markscheme.questions.service import QuestionBank

from .asides import EXEMPLAR, IMPROVE, MARK, QUIZ, WRITE
from .desk import WritingDesk
from .scene import Reply, Scene, changed, entered, move, said
from .steps import key, passage, rewritten, steps, taken

NEXT = move("Next step", "improve", "next")
LEAVE = move("Leave this step", "skip")
HINT = move("Give me a hint", "hint")
UNDO = move("Take it back", "undo")
MOST_SHOWN = 3
# What is said when a step has been tried: never the same twice.
TRIED = (
    "Not yet: I cannot see it in what you wrote. {advice}",
    "Closer, perhaps, but it still does not read that way. Say the link outright: what happened, then why it mattered.",
    "Leave it for now and take another step; a card on it will come back.",
)


class Coach:
    """Works on the latest marked answer of the conversation."""

    def __init__(self, bank: QuestionBank, answers: Answers, desk: WritingDesk) -> None:
        self._bank = bank
        self._answers = answers
        self._desk = desk

    def start(self, scene: Scene) -> Reply:
        """The step being worked on, or the next one."""
        state = scene.state
        if state.answer_id is None:
            return said(
                state, "There is no marked answer to improve yet. Write one and have it marked.", WRITE, MARK
            )
        if state.improve.step is not None and scene.message.argument != "next":
            return self._given(entered(state, "improve"))
        return self._next(state, self._answers.get(state.answer_id))

    def skip(self, scene: Scene) -> Reply:
        """Another step instead of this one."""
        return self._next(scene.state, self._answers.get(scene.state.answer_id or ""))

    def rewrite(self, scene: Scene) -> Reply:
        """The passage as the student wrote it anew: a new attempt, marked, and whether the step is taken."""
        state, improve = scene.state, scene.state.improve
        if state.answer_id is None or improve.step is None:
            return self.start(scene)
        before = self._answers.get(state.answer_id)
        reply = self._desk.marked(scene, rewritten(before.text, improve.passage, scene.message.text), None)
        if reply.worded is None:
            return said(state, "That is what stood there before. Change it, then send it.", HINT, LEAVE)
        return self._judged(reply, improve, before, reply.worded)

    def undo(self, scene: Scene) -> Reply:
        """Back to the attempt before; the later one stays stored."""
        state = scene.state
        answer = self._answers.get(state.answer_id) if state.answer_id else None
        if answer is None or answer.previous_id is None:
            return said(state, "There is no attempt before this one.", IMPROVE)
        improve = state.improve.model_copy(update={"step": None, "passage": None})
        after = entered(state, "open", answer_id=answer.previous_id, improve=improve)
        text = (
            f"We go on from attempt {answer.attempt - 1}. Attempt {answer.attempt} stays among your answers."
        )
        return said(after, text, IMPROVE)

    def hint(self, scene: Scene) -> Reply:
        """Help with the step, from a nudge to a named area; never the sentence itself."""
        state, improve = scene.state, scene.state.improve
        if improve.step is None or state.answer_id is None:
            return self.start(scene)
        texts = self._hints(state.answer_id, improve)
        if improve.hints >= len(texts):
            return said(state, "Those were all the hints for this step. Try a sentence, or leave it.", LEAVE)
        after = changed(state, improve=improve.model_copy(update={"hints": improve.hints + 1}))
        shown = HintGiven(text=texts[improve.hints], step=improve.hints + 1, of=len(texts))
        return Reply(after, (shown,), (HINT, LEAVE) if improve.hints + 1 < len(texts) else (LEAVE,))

    def why(self, scene: Scene) -> Reply:
        """What the answer did with what is asked about; without a subject, what held the mark down."""
        state = scene.state
        if state.answer_id is None:
            return said(state, "I have not marked an answer of yours to this question yet.", WRITE, MARK)
        report = self._answers.get(state.answer_id).report
        wanted = scene.understood.factors
        about = tuple(each for each in report.factors if each.factor_id in wanted)[:MOST_SHOWN]
        ids = {each.factor_id for each in about}
        next_steps = tuple(step for step in report.next_steps if not ids or step.factor_id in ids)[
            :MOST_SHOWN
        ]
        shown = WhyShown(answer_id=state.answer_id, subject=scene.understood.subject if about else "",
                         factors=about, steps=next_steps)  # fmt: skip
        return Reply(state, (shown,), (IMPROVE, EXEMPLAR, QUIZ))

    def _next(self, state: State, answer: Answer) -> Reply:
        improve = state.improve
        left = [step for step in steps(answer.report) if key(step) not in improve.given]
        if not left:
            after = entered(state, "open", improve=ImproveState(given=improve.given))
            text = "You have had every step that I can see. Mark an exemplar to compare, or take another question."
            return said(after, text, EXEMPLAR, QUIZ, move("Another question", "questions"))
        step = left[0]
        fresh = ImproveState(step=step, passage=passage(answer, step), given=(*improve.given, key(step)))
        return self._given(entered(state, "improve", improve=fresh))

    def _given(self, state: State) -> Reply:
        improve = state.improve
        assert improve.step is not None
        block = StepGiven(
            answer_id=state.answer_id or "", step=improve.step, passage=improve.passage, tries=improve.tries
        )
        return Reply(state, (block,), (HINT, LEAVE))

    def _judged(self, reply: Reply, improve: ImproveState, before: Answer, after: Answer) -> Reply:
        assert improve.step is not None
        # What the mark alone says is left out: here the step is what matters.
        blocks = tuple(block for block in reply.blocks if not isinstance(block, Said))
        fell = (after.report.mark or 0) < (before.report.mark or 0)
        undo = (UNDO,) if fell else ()
        if taken(improve.step, before.report, after.report):
            state = changed(reply.state, mode="improve", improve=ImproveState(given=improve.given))
            words = "That did it." if not fell else "That did it, but something else was lost: see above."
            return Reply(
                state,
                (*blocks, Said(text=words)),
                (NEXT, *undo, EXEMPLAR),
                brought=reply.brought,
                worded=after,
            )
        tries = improve.tries + 1
        words = TRIED[min(tries, len(TRIED)) - 1].format(advice=self._advice(improve.step, after))
        still = improve.model_copy(update={"tries": tries, "passage": passage(after, improve.step)})
        state = changed(reply.state, mode="improve", improve=still)
        return Reply(
            state,
            (*blocks, Said(text=words.strip())),
            (HINT, LEAVE, *undo),
            brought=reply.brought,
            worded=after,
        )

    def _advice(self, step: NextStep, answer: Answer) -> str:
        finding = next((each for each in answer.report.factors if each.factor_id == step.factor_id), None)
        if finding is not None and finding.advice and finding.advice != step.text:
            return finding.advice
        return "Add one exact detail, then say how it bears on the question."

    def _hints(self, answer_id: str, improve: ImproveState) -> tuple[str, ...]:
        assert improve.step is not None
        answer = self._answers.get(answer_id)
        factor_id = improve.step.factor_id or ""
        cards = [card for card in self._bank.pack_of(answer.question_id).cards if factor_id in card.factors]
        nudge = (
            f"Read this again: “{improve.passage.quote}” What does it leave unsaid?"
            if improve.passage
            else "Which of your paragraphs could hold it? Start from a fact that you are sure of."
        )
        area = (cards[0].hint.pointer, cards[0].hint.area) if cards else (self._advice(improve.step, answer),)
        return (nudge, *area)
