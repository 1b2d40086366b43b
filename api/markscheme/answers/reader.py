"""What is read out of a text besides a mark: a table from task to the function of the core that does it."""

from collections.abc import Callable, Mapping, Sequence

from markscheme.domain.base import Noun
from markscheme.domain.cards import CardReading
from markscheme.domain.keypoints import KeyPointModel
from markscheme.domain.packs import Pack
from markscheme.domain.readings import Task, TopicFound, Understood
from markscheme.marking.cards import read_card
from markscheme.marking.compiled import compiled
from markscheme.marking.encoding import Encoder
from markscheme.marking.ideas import Ideas
from markscheme.marking.memo import Memo
from markscheme.marking.paragraphs import Paragraphs
from markscheme.marking.rubric import Rubric
from markscheme.marking.topics import Topics
from markscheme.marking.understanding import Understanding


class Reader:
    """Reads by the packs' questions and cards; what a task needs is made when it is first asked for, and kept."""

    def __init__(
        self,
        packs: Sequence[Pack],
        rubrics: Mapping[str, Rubric],
        encoder: Encoder,
        points: KeyPointModel | None,
    ) -> None:
        self._packs = packs
        self._rubrics = rubrics
        self._encoder = encoder
        self._tasks: Mapping[Task, Callable[[str, str], Noun]] = {
            "understand": self._understand,
            "card": self._card,
            "ideas": lambda question_id, text: self._ideas[question_id].read(text),
            "paragraph": lambda question_id, text: self._paragraphs[question_id].read(text),
            "topic": self._topic,
        }
        self._points = points
        self._cards = {card.id: (pack, card) for pack in packs for card in pack.cards}
        self._understandings: Memo[int, Understanding] = Memo(
            lambda n: Understanding(compiled(packs[n], encoder))
        )
        self._ideas: Memo[str, Ideas] = Memo(lambda question_id: Ideas(rubrics[question_id], encoder))
        self._paragraphs: Memo[str, Paragraphs] = Memo(
            lambda question_id: Paragraphs(rubrics[question_id], encoder)
        )
        self._topics: Memo[int, Topics] = Memo(lambda n: Topics(compiled(packs[n], encoder)))

    def warm(self) -> None:
        """Make what any message needs, so that forked workers share it."""
        if all(pack.tutor for pack in self._packs):
            self.read("understand", "", "Warm.")
            self.read("topic", "", "Warm.")

    def read(self, task: Task, subject: str, text: str) -> Noun:
        """The task's noun; raises KeyError for a task or subject that is not known."""
        return self._tasks[task](subject, text)

    def _card(self, card_id: str, text: str) -> CardReading:
        """By the pack of the card."""
        if self._points is None:
            raise LookupError("no coefficients for key points were given")
        return read_card(*self._cards[card_id], text, self._encoder, self._points)

    def _understand(self, question_id: str, text: str) -> Understood:
        """By the pack of the question; without one by every pack, the surest first."""
        read = [self._understandings[number].read(text) for number in self._places(question_id)]
        return max(read, key=lambda understood: understood.confidence)

    def _topic(self, question_id: str, text: str) -> TopicFound:
        """From the pack of the question; without one from the first that has an answer, or keeps it to itself."""
        found = [self._topics[number].find(text) for number in self._places(question_id)]
        return min(found, key=lambda each: (each.text is None, each.outside, each.unknown))

    def _places(self, question_id: str) -> range | tuple[int]:
        """The places of the packs meant: the question's, or all of them without one."""
        if not question_id:
            return range(len(self._packs))
        pack = self._rubrics[question_id].pack
        return (next(place for place, each in enumerate(self._packs) if each is pack),)
