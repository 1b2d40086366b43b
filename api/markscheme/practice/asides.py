"""What can be asked at any time: help, a hint, another question, what the command word wants, the topic, progress."""

from collections.abc import Sequence

from markscheme.answers.marker import Marker
from markscheme.answers.service import Answers
from markscheme.domain.blocks import GuideShown, HintGiven, QuestionsOffered, Said, TopicTold
from markscheme.domain.conversations import Move, State
from markscheme.domain.questions import QuestionView
from markscheme.domain.readings import TopicFound
from markscheme.questions.service import QuestionBank, QuestionFilter

from .scene import Reply, Scene, changed, entered, move, said

OFFERED = 3
HINT_STEPS = 3
QUIZ = move("Quiz me", "quiz")
PLAN = move("Help me plan", "plan")
WRITE = move("Write", "write")
MARK = move("Mark my draft", "mark")
IMPROVE = move("Improve my answer", "improve")
HINT = move("Give me a hint", "hint")
ANOTHER = move("Another question", "questions")
COMMAND = move("What does the question want?", "command_word")
EXEMPLAR = move("Mark an exemplar", "exemplar")
WHY = move("Why not more marks?", "why")
PROGRESS = move("How am I doing?", "progress")
# What may be offered where a message came near to it.
LABELS = {
    each.action: each
    for each in (QUIZ, PLAN, WRITE, MARK, IMPROVE, HINT, ANOTHER, COMMAND, EXEMPLAR, WHY, PROGRESS)
}


def usual(state: State) -> tuple[Move, ...]:
    """The buttons for where nothing else is going on."""
    if state.question_id is None:
        return QUIZ, move("Choose a question", "questions")
    if state.answer_id is not None:
        return IMPROVE, QUIZ, EXEMPLAR, ANOTHER
    return PLAN, WRITE, QUIZ, COMMAND


class Asides:
    """Answers what can be asked in any mode, and leaves the mode as it is."""

    def __init__(self, bank: QuestionBank, answers: Answers, marker: Marker) -> None:
        self._bank = bank
        self._answers = answers
        self._marker = marker

    def help(self, scene: Scene) -> Reply:
        """What the tutor can do."""
        return said(
            scene.state,
            "I can quiz you, help you plan, read a paragraph or a whole answer, and help you improve one step at a time. "
            "You can also ask what a question wants, ask for a hint, or ask about the topic.",
            *usual(scene.state),
        )

    def greet(self, scene: Scene) -> Reply:
        """A greeting."""
        return said(scene.state, "Hello. Where shall we start?", *usual(scene.state))

    def thanks(self, scene: Scene) -> Reply:
        """Thanks taken."""
        return said(scene.state, "Good. Say when you want to go on.", *usual(scene.state))

    def leave(self, scene: Scene) -> Reply:
        """Out of the mode; what was begun in it is kept."""
        return said(entered(scene.state, "open"), "We leave it there. What next?", *usual(scene.state))

    def hint(self, scene: Scene) -> Reply:
        """The next step of the question's hints, from a nudge to a named area."""
        state = scene.state
        question = self.question(state)
        if question is None:
            return self.questions(scene)
        place, step = divmod(state.hints, HINT_STEPS)
        if place >= len(question.hints):
            text = "Those were all the hints for this question. Plan with what you have, and see which parts it covers."
            return said(state, text, PLAN, WRITE)
        hint = question.hints[place]
        text = (hint.nudge, hint.pointer, hint.area)[step]
        more = () if state.hints + 1 >= HINT_STEPS * len(question.hints) else (move("Another hint", "hint"),)
        return Reply(
            changed(state, hints=state.hints + 1),
            (HintGiven(text=text, step=step + 1, of=HINT_STEPS),),
            (*more, *(PLAN, WRITE)[: 1 if state.mode == "write" else 2]),
        )

    def questions(self, scene: Scene) -> Reply:
        """Some questions to choose from, those not yet answered first."""
        views, _ = self._bank.page(QuestionFilter(), 100)
        done = {each.question_id for each in self._answers.mine(scene.visitor)}
        open_ones = [each for each in views if each.id != scene.state.question_id]
        open_ones.sort(key=lambda each: each.id in done)
        offered = tuple(self._rotated(open_ones, scene.state))
        return Reply(
            scene.state,
            (
                Said(text="Choose one of these, or any other from the list of questions."),
                QuestionsOffered(questions=offered),
            ),
            tuple(move(each.text, "choose_question", each.id) for each in offered),
        )

    def _rotated(self, views: Sequence[QuestionView], state: State) -> Sequence[QuestionView]:
        """Those after the current question first, so that asking again brings others."""
        current = next(
            (place for place, each in enumerate(views) if state.question_id and each.id > state.question_id),
            0,
        )
        return [*views[current:], *views[:current]][:OFFERED]

    def choose(self, scene: Scene) -> Reply:
        """Open a question; with an answer to it, the conversation goes on from that."""
        view = self._bank.view(scene.message.argument or "")
        mine = self._answers.mine(scene.visitor, view.id, 1)
        state = State(
            question_id=view.id, answer_id=mine[0].id if mine else None, exemplars=scene.state.exemplars
        )
        text = (
            "You have answered this one before. Improve that answer, or start afresh."
            if mine
            else "Plan it first, or write straight away."
        )
        return Reply(
            state, (QuestionsOffered(questions=(view,), chosen=view.id), Said(text=text)), usual(state)
        )

    def command_word(self, scene: Scene) -> Reply:
        """What the question's command word wants; of another question, if its command word is named."""
        question = self.question(scene.state)
        guides = {guide.name.casefold(): guide for pack in self._bank.packs for guide in pack.guides}
        wanted = scene.understood.subject.casefold().strip(" '\"?“”‘’")
        guide = next(
            (each for name, each in guides.items() if wanted and (wanted in name or name in wanted)), None
        )
        if guide is None and question is not None:
            guide = question.guide
        if guide is None:
            return self.questions(scene)
        return Reply(scene.state, (GuideShown(guide=guide),), usual(scene.state))

    def topic(self, scene: Scene) -> Reply:
        """A question about the topic, answered from the pack with its source, or refused."""
        told = self.told(scene)
        if told is not None:
            return told
        found = self._found(scene)
        if found.unknown:
            text = "I do not have that one. Your notes or a book will."
        elif found.outside:
            text = "That is outside what I know about. I can help with the topics of the questions here."
        else:
            text = "That is the question itself, and it is yours to answer. I can help you plan it."
        return said(scene.state, text, *usual(scene.state))

    def told(self, scene: Scene) -> Reply | None:
        """The topic's answer, if the pack has one that may be given."""
        found = self._found(scene)
        hidden = scene.state.mode == "quiz" and scene.state.quiz.card_id in found.card_ids
        if hidden:
            return said(scene.state, "That is what the card asks. Try it first, or ask for a hint.", HINT)
        if found.text is None:
            return None
        if found.kind == "point" and scene.state.answer_id is None:
            text = "I know that, but it is evidence that your answer may want. Write first; I can give you a hint now."
            return said(scene.state, text, *((HINT, PLAN) if scene.state.question_id else usual(scene.state)))
        return Reply(scene.state, (TopicTold(text=found.text, sources=found.sources),), usual(scene.state))

    def not_understood(self, scene: Scene) -> Reply:
        """An honest word where nothing was understood, and what is likeliest to have been meant."""
        near = [LABELS[each] for each in scene.understood.near if each in LABELS]
        return said(
            scene.state,
            "I did not understand that. Here is what I can do.",
            *(near or usual(scene.state)),
        )

    def question(self, state: State) -> QuestionView | None:
        """The conversation's question as a student may see it."""
        return self._bank.view(state.question_id) if state.question_id else None

    def _found(self, scene: Scene) -> TopicFound:
        found = self._marker.read_json("topic", scene.state.question_id or "", scene.message.text)
        return TopicFound.model_validate_json(found)
