"""Quiz: one card at a time, marked against its key points; two tries and hints before the answer is shown."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from markscheme.answers.marker import Marker
from markscheme.answers.service import Answers
from markscheme.domain.blocks import CardAsked, CardMarked, HintGiven, PointShown, ProgressShown, Said
from markscheme.domain.cards import Card, CardReading, CardView
from markscheme.domain.conversations import QuizState, State
from markscheme.domain.questions import Hint
from markscheme.domain.reports import SourceRef
from markscheme.marking.cards import standing
from markscheme.questions.service import QuestionBank

from .asides import usual
from .learning import MISSED, ROUND, Learning
from .scene import CardReview, Reply, Scene, changed, entered, move, said

TRIES = 2
HINT = move("Give me a hint", "hint")
ANSWER = move("Show me the answer", "show_answer")
SKIP = move("Skip", "skip")
NEXT = move("Next card", "quiz", "next")
STOP = move("Stop the quiz", "done")
BECAUSE = {
    "brought": "Your essay left this out.",
    "due": "Time to see this one again.",
    "new": "",
    "early": "Not due yet, but no harm.",
}
PRAISE = {
    "full": "That is all of it.",
    "partial": "Some of it: {made} of {needed}. Try again for the rest, ask for a hint, or see the answer.",
    "none": "Not yet. Try again, ask for a hint, or see the answer.",
}


class Quiz:
    """Asks cards in the deck's order and learns from each answer once: from its first try, or from giving up."""

    def __init__(self, bank: QuestionBank, answers: Answers, marker: Marker, learning: Learning) -> None:
        self._bank = bank
        self._answers = answers
        self._marker = marker
        self._learning = learning

    def start(self, scene: Scene) -> Reply:
        """The next card of the round, or the first of a new one."""
        state, quiz = scene.state, scene.state.quiz
        argument = scene.message.argument
        if argument == "next" and state.mode == "quiz":
            return self._next(scene, state)
        if (
            argument is None
            and state.mode == "quiz"
            and quiz.card_id is not None
            and not scene.understood.subject
        ):
            return self._asked(scene, state, "This one is still open.")
        topic = MISSED if argument == MISSED else scene.argument or None
        fresh = QuizState(topic=topic, factors=scene.understood.factors)
        return self._next(scene, entered(state, "quiz", quiz=fresh))

    def answer(self, scene: Scene) -> Reply:
        """A typed answer, marked against the card's points."""
        state, quiz = scene.state, scene.state.quiz
        card = self._card(quiz.card_id)
        if card is None:
            return self._next(scene, state)
        said_so_far = (*quiz.said, scene.message.text)
        reading = self._read(card, said_so_far)
        last = reading.standing == "full" or len(said_so_far) >= TRIES
        # The deck learns from the first try: a second one has had help.
        reviews = () if quiz.said else (CardReview(card.id, reading.standing, quiz.hints),)
        due = (
            self._learning.due_after(scene.visitor.owner, reviews[0], scene.now) if reviews and last else None
        )
        shown = self._marked(card, reading, revealed=last, due=due)
        if last:
            full = reading.standing == "full"
            words = PRAISE["full"] if full else "Here is the answer. It will come back soon."
            return Reply(self._closed(state, full=full), (shown, Said(text=words)), (NEXT, STOP), reviews)
        state = changed(state, quiz=quiz.model_copy(update={"said": said_so_far}))
        made = sum(point.made for point in reading.points)
        words = PRAISE[reading.standing].format(made=made, needed=card.needed)
        return Reply(state, (shown, Said(text=words)), (HINT, ANSWER), reviews)

    def hint(self, scene: Scene) -> Reply:
        """The next step of the card's hint."""
        state, quiz = scene.state, scene.state.quiz
        card = self._card(quiz.card_id)
        if card is None:
            return self._next(scene, state)
        texts = _steps(card.hint)
        if quiz.hints >= len(texts):
            return said(state, "Those were all the hints. Try, or see the answer.", ANSWER, SKIP)
        state = changed(state, quiz=quiz.model_copy(update={"hints": quiz.hints + 1}))
        more = (HINT,) if quiz.hints + 1 < len(texts) else ()
        return Reply(state, (HintGiven(text=texts[quiz.hints], step=quiz.hints + 1),), (*more, ANSWER))

    def reveal(self, scene: Scene) -> Reply:
        """The answer, where it was given up: the card comes back soon."""
        state, quiz = scene.state, scene.state.quiz
        card = self._card(quiz.card_id) if state.mode == "quiz" else None
        if card is None:
            return said(state, "I never write the answer for you. I can give you a hint.", HINT)
        reviews = () if quiz.said else (CardReview(card.id, "none", quiz.hints),)
        shown = self._marked(card, self._read(card, quiz.said), revealed=True, due=None)
        return Reply(self._closed(state, full=False), (shown,), (NEXT, STOP), reviews)

    def skip(self, scene: Scene) -> Reply:
        """Another card; this one is left as it was."""
        return self._next(scene, self._closed(scene.state, full=False))

    def stop(self, scene: Scene) -> Reply:
        """The end of the round, and how it went."""
        state = scene.state
        seen = len(state.quiz.asked) - (1 if state.quiz.card_id else 0)
        after = entered(state, "open", quiz=QuizState())
        if seen <= 0:
            return said(after, "Quiz ended. What next?", *usual(after))
        text = f"{state.quiz.full} of {seen} in full. The others come back when you are about to forget them."
        return said(after, text, move("Quiz me again", "quiz"), *usual(after))

    def progress(self, scene: Scene) -> Reply:
        """Level by attempt, factors once developed, and cards known, being learnt and due."""
        mine = self._answers.mine(scene.visitor, scene.state.question_id)
        marked = [each for each in reversed(mine) if each.level is not None]
        reports = [self._answers.get(each.id).report for each in marked[-10:]]
        mastered = {f.name: None for report in reports for f in report.factors if f.coverage == "developed"}
        counts = self._learning.counts(scene.visitor.owner, scene.now)
        shown = ProgressShown(
            levels=tuple(each.level or 0 for each in marked), cards_known=counts.known,
            cards_learning=counts.learning, cards_due=counts.due, factors_mastered=tuple(mastered),
        )  # fmt: skip
        return Reply(scene.state, (shown,), usual(scene.state))

    def _next(self, scene: Scene, state: State) -> Reply:
        quiz = state.quiz
        if len(quiz.asked) >= ROUND:
            return self.stop(replace(scene, state=state))
        order = self._learning.order(scene.visitor.owner, state, scene.now)
        card_id = next((each for each in order if each not in quiz.asked), None)
        if card_id is None:
            return self.stop(replace(scene, state=state))
        fresh = quiz.model_copy(
            update={"card_id": card_id, "said": (), "hints": 0, "asked": (*quiz.asked, card_id)}
        )
        return self._asked(scene, changed(state, quiz=fresh))

    def _asked(self, scene: Scene, state: State, because: str | None = None) -> Reply:
        quiz = state.quiz
        card = self._card(quiz.card_id)
        assert card is not None
        if because is None:
            because = BECAUSE[self._learning.because(scene.visitor.owner, card.id, scene.now)]
        block = CardAsked(card=_view(card), because=because, number=len(quiz.asked), of=ROUND)
        return Reply(state, (block,), (HINT, SKIP, STOP))

    def _closed(self, state: State, *, full: bool) -> State:
        quiz = state.quiz
        return changed(state, quiz=quiz.model_copy(update={"card_id": None, "full": quiz.full + full}))

    def _read(self, card: Card, texts: Sequence[str]) -> CardReading:
        """What the tries make together: a point once made need not be said again."""
        read = self._marker.read_json
        tries = [CardReading.model_validate_json(read("card", card.id, text)) for text in texts or ("",)]
        each_point = zip(*(reading.points for reading in tries), strict=True)
        points = tuple(max(point, key=lambda reading: reading.made) for point in each_point)
        made = sum(point.made for point in points)
        return CardReading(
            standing=standing(made, card.needed), points=points, corrections=tries[-1].corrections
        )

    def _marked(
        self, card: Card, reading: CardReading, *, revealed: bool, due: datetime | None
    ) -> CardMarked:
        points = tuple(
            PointShown(
                made=read.made, text=point.text if read.made or revealed else None,
                quote=read.quote.quote if read.made and read.quote else None,
            )
            for point, read in zip(card.points, reading.points, strict=True)
        )  # fmt: skip
        return CardMarked(
            card=_view(card), standing=reading.standing, points=points, corrections=reading.corrections,
            revealed=revealed, answer=card.answer if revealed else None,
            sources=self._sources(card) if revealed else (), due=due,
        )  # fmt: skip

    def _sources(self, card: Card) -> tuple[SourceRef, ...]:
        titles = {source.id: source for pack in self._bank.packs for source in pack.sources}
        return tuple(
            SourceRef(
                source_id=each.source,
                title=titles[each.source].title,
                place=each.place,
                url=titles[each.source].url,
            )
            for each in card.sources
        )

    def _card(self, card_id: str | None) -> Card | None:
        return self._learning.card(card_id) if card_id else None


def _view(card: Card) -> CardView:
    return CardView(id=card.id, topic=card.topic, question=card.question, needed=card.needed)


def _steps(hint: Hint) -> tuple[str, str, str]:
    return hint.nudge, hint.pointer, hint.area
