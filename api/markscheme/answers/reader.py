"""What is read out of a text besides a mark: a table from task to the function of the core that does it."""

from collections.abc import Callable, Mapping, Sequence

from markscheme.domain.base import Noun
from markscheme.domain.packs import Pack
from markscheme.domain.readings import Task
from markscheme.marking.encoding import Encoder
from markscheme.marking.rubric import Rubric


class Reader:
    """Reads by the packs' questions and cards; what a task needs is made when it is first asked for, and kept."""

    def __init__(self, packs: Sequence[Pack], rubrics: Mapping[str, Rubric], encoder: Encoder) -> None:
        self._packs = packs
        self._rubrics = rubrics
        self._encoder = encoder
        self._tasks: Mapping[Task, Callable[[str, str], Noun]] = {}

    def read(self, task: Task, subject: str, text: str) -> Noun:
        """The task's noun; raises KeyError for a task or subject that is not known."""
        return self._tasks[task](subject, text)
