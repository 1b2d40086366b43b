"""How long it takes to mark stored answers again after an edit of the rubric."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from markscheme.answers.pool import PooledMarker
from markscheme.answers.remarking import Remarking
from markscheme.answers.service import Answers, Draft
from markscheme.db.database import Database
from markscheme.db.migrate import upgrade
from markscheme.domain.base import Noun
from markscheme.domain.packs import Pack
from markscheme.domain.visitors import Visitor
from markscheme.packs.loader import load_all
from markscheme.questions.service import QuestionBank

from .desk import ENCODER
from .essays import Essays

ANSWERS = 1000
_MARK_SECONDS = 60.0


class RemarkTime(Noun):
    """From a rubric edit to the list of what changes, with the processes warm; nothing is stored."""

    answers: int
    processes: int
    seconds: float
    changed: int
    crossing: int


def remark_time(knowledge: Path, words: int, processes: int, count: int = ANSWERS) -> RemarkTime:
    """Store so many answers of that many words, all different, edit the rubric, and mark them again."""
    pack = load_all(knowledge)[0]
    encoder = knowledge / "encoders" / ENCODER
    with TemporaryDirectory() as folder:
        database = Database.open(f"sqlite:///{Path(folder) / 'answers.sqlite'}")
        with closing(database):
            upgrade(database)
            with _pool(encoder, pack, processes) as marker:
                _fill(database, marker, pack, words, count, processes)
            with _pool(encoder, edited(pack), processes) as marker:
                begun = perf_counter()
                result = Remarking(database, [q.id for q in pack.questions], marker, processes).run()
                seconds = perf_counter() - begun
    return RemarkTime(answers=result.answers, processes=processes, seconds=seconds, changed=len(result.changes),
                      crossing=result.crossing)  # fmt: skip


def edited(pack: Pack) -> Pack:
    """The pack with the first factor of each question weighing half of what it did."""
    questions = []
    for question in pack.questions:
        first = question.roles[0].model_copy(update={"weight": question.roles[0].weight / 2})
        questions.append(question.model_copy(update={"roles": (first, *question.roles[1:])}))
    # Made anew, since a copy would carry the old content hash along.
    return Pack(**{name: getattr(pack, name) for name in Pack.model_fields} | {"questions": tuple(questions)})


@contextmanager
def _pool(encoder: Path, pack: Pack, processes: int) -> Iterator[PooledMarker]:
    with closing(PooledMarker(encoder, processes, _MARK_SECONDS)) as marker:
        marker.feed([pack])
        # Every worker has started before the clock does.
        with ThreadPoolExecutor(processes) as threads:
            list(threads.map(lambda _: marker.report_json(pack.questions[0].id, "Warm."), range(processes)))
        yield marker


def _fill(
    database: Database, marker: PooledMarker, pack: Pack, words: int, count: int, processes: int
) -> None:
    answers, author = Answers(database, QuestionBank([pack]), marker), Visitor("bench")
    essays = {question.id: Essays(pack, question.id) for question in pack.questions}
    ids = list(essays)

    def send(number: int) -> None:
        question_id = ids[number % len(ids)]
        answers.submit(Draft(question_id, essays[question_id].of_words(words, number)), author)

    with ThreadPoolExecutor(processes) as threads:
        list(threads.map(send, range(count)))
