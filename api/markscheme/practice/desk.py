"""Write: a paragraph read, a draft marked, and the level that the student expected beside the level it got."""

import hashlib
from dataclasses import replace
from itertools import islice, zip_longest

from markscheme.answers.marker import Marker
from markscheme.answers.service import Answers, Draft
from markscheme.domain.answers import Answer
from markscheme.domain.blocks import LevelAsked, Marked, ParagraphShown, Said
from markscheme.domain.conversations import ImproveState, Move, State
from markscheme.domain.questions import QuestionView
from markscheme.domain.readings import ParagraphRead
from markscheme.domain.reports import MarkReport
from markscheme.questions.service import QuestionBank

from .asides import EXEMPLAR, HINT, IMPROVE, MARK, WHY
from .changes import difference
from .learning import ROUND
from .scene import Reply, Scene, changed, entered, move, said

WEAK = 0.5
WEIGHTY = 0.7
PARAGRAPH = move("Read my last paragraph", "paragraph")
JUST_MARK = move("Just mark it", "mark", "now")
TOO_LITTLE = "There is nothing to mark yet. Write in the editor, or paste your answer here."


class WritingDesk:
    """Reads what stands in the editor, and marks it when asked; every marked draft is a stored answer."""

    def __init__(self, bank: QuestionBank, answers: Answers, marker: Marker) -> None:
        self._bank = bank
        self._answers = answers
        self._marker = marker

    def caught_up(self, scene: Scene) -> Scene:
        """The scene going on from the student's latest answer to the question, where one was handed in since."""
        state = scene.state
        if state.question_id is None:
            return scene
        latest = next(iter(self._answers.mine(scene.visitor, state.question_id, 1)), None)
        if latest is None or latest.id == state.answer_id:
            return scene
        # After "take it back" the answer gone on from is an older one, and stays so until another is handed in.
        if state.answer_id is not None and latest.created <= scene.since:
            return scene
        improve = ImproveState(given=state.improve.given)
        return replace(scene, state=changed(state, answer_id=latest.id, improve=improve))

    def start(self, scene: Scene) -> Reply:
        """To the editor."""
        text = (
            "Your plan stands in the editor. Write under it, and clear it away before you hand in."
            if scene.message.argument == "plan"
            else "Write in the editor. Ask me to read a paragraph, or to mark it all when you are done."
        )
        return said(entered(scene.state, "write"), text, PARAGRAPH, HINT, MARK)

    def paragraph(self, scene: Scene) -> Reply:
        """How one paragraph of the draft is built; the last one unless the button says which."""
        paragraphs = [each.strip() for each in scene.draft.split("\n") if each.strip()]
        if not paragraphs:
            return said(
                scene.state, "There is no paragraph in the editor yet. Write one, then ask again.", HINT
            )
        wanted = scene.message.argument or ""
        number = (
            min(int(wanted), len(paragraphs)) if wanted.isdecimal() and wanted != "0" else len(paragraphs)
        )
        text = paragraphs[number - 1]
        raw = self._marker.read_json("paragraph", scene.state.question_id or "", text)
        parts = ParagraphRead.model_validate_json(raw).parts
        weakest = min(parts, key=lambda part: part.score)
        thin = weakest.score < WEAK
        shown = ParagraphShown(number=number, quote=text, parts=parts, weakest=weakest.part if thin else None)
        closing = (
            f"Next: {weakest.advice}"
            if thin and weakest.advice
            else "All four parts are there. Go on to the next paragraph."
        )
        return Reply(entered(scene.state, "write"), (shown, Said(text=closing)), (PARAGRAPH, HINT, MARK))

    def mark(self, scene: Scene) -> Reply:
        """Mark the draft; before a first mark, ask which level the student expects."""
        state, text = scene.state, scene.draft if scene.draft.strip() else scene.state.draft or ""
        if not text.strip():
            return said(state, TOO_LITTLE, HINT)
        if state.answer_id is None and scene.message.argument != "now":
            levels = self._question(state).levels
            asked = LevelAsked(levels=levels, what="draft")
            state = changed(state, draft=text, awaiting="prediction")
            words = Said(text="Before I mark it: which level would you give it?")
            return Reply(state, (words, asked), (*_levels(levels), JUST_MARK))
        return self.marked(scene, text, None)

    def predict(self, scene: Scene, level: int) -> Reply:
        """Mark the draft that a level was asked for."""
        if not scene.state.draft:
            return self.mark(scene)
        return self.marked(scene, scene.state.draft, level)

    def marked(self, scene: Scene, text: str, predicted: int | None) -> Reply:
        """The draft marked and stored, and what changed against the attempt before."""
        state = scene.state
        before = self._answers.get(state.answer_id) if state.answer_id else None
        if before is not None and before.text == text:
            return said(
                state,
                "That is the text I have marked already. Change something, then ask again.",
                IMPROVE,
                WHY,
            )
        draft = Draft(state.question_id or "", text, None, state.answer_id, predicted)
        key = f"{scene.key}:{hashlib.sha256(text.encode()).hexdigest()[:16]}"
        stored = self._answers.submit(draft, scene.visitor, key)
        answer = Answer.model_validate_json(stored.document)
        brought = self._brought(answer.report, before.report if before else None)
        blocks = [Marked(answer=answer, predicted=predicted, cards=len(brought))]
        after = entered(state, "open", answer_id=answer.id, draft=None,
                        improve=ImproveState(given=state.improve.given))  # fmt: skip
        reply = Reply(after, tuple(blocks), _after(brought), brought=brought, worded=answer)
        if before is not None:
            reply = reply.then(difference(before, answer))
        return reply.then(Said(text=verdict(answer.report, predicted)))

    def _brought(self, report: MarkReport, before: MarkReport | None) -> tuple[str, ...]:
        """Cards for what a first attempt leaves out, or a later one has lost: a round of them, the weightiest factors first
        and one card of each before the second of any."""
        roles = self._bank.question(report.question_id).roles
        had = {each.factor_id for each in before.factors if each.coverage != "absent"} if before else None
        missed = {each.factor_id for each in report.factors if each.coverage == "absent"}
        asked = sorted((role for role in roles if role.weight >= WEIGHTY), key=lambda role: -role.weight)
        wanted = [
            role.factor for role in asked if role.factor in missed and (had is None or role.factor in had)
        ]
        cards = self._bank.pack_of(report.question_id).cards
        by_factor = [[card.id for card in cards if factor in card.factors] for factor in wanted]
        turns = (card_id for layer in zip_longest(*by_factor) for card_id in layer if card_id is not None)
        return tuple(islice(dict.fromkeys(turns), ROUND))

    def _question(self, state: State) -> QuestionView:
        return self._bank.view(state.question_id or "")


def verdict(report: MarkReport, predicted: int | None) -> str:
    """One or two sentences after a mark: how it compares with what was expected, and what can be done next."""
    if report.level is None:
        return "I give no mark for this: see the reason above. The notes on it still stand."
    if predicted is None:
        return "Shall we improve it, one step at a time?"
    gap = report.level - predicted
    if gap == 0:
        return f"You expected level {predicted}, and I read it so too. Shall we see what would raise it?"
    where = "higher" if gap > 0 else "lower"
    steps = "one level" if abs(gap) == 1 else f"{abs(gap)} levels"
    return f"You expected level {predicted}; I read it {steps} {where}, at level {report.level}. Ask why, or improve it."


def _levels(levels: int) -> tuple[Move, ...]:
    return tuple(move(f"Level {level}", "predict", str(level)) for level in range(1, levels + 1))


def _after(brought: tuple[str, ...]) -> tuple[Move, ...]:
    count = f"Quiz me on what it left out ({len(brought)})"
    quiz = (move(count, "quiz", "missed"),) if brought else ()
    return (IMPROVE, WHY, *quiz, EXEMPLAR)
