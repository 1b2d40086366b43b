"""Public answers read by the product's own matcher: a throw-away rubric per question, a row of measures per answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.keypoints import KeyPointModel
from markscheme.marking.encoding import Encoder
from markscheme.marking.keypoints import KeyPoints, Table

from .public_sets import Answer, Pair

Progress: TypeAlias = Callable[[str], None]
Labels: TypeAlias = NDArray[np.intp]
UNDECIDED = -1


@dataclass(frozen=True)
class Pairs:
    """ArgKP as measured: every argument against every key point of its topic and stance.

    `match` is 1, 0 or UNDECIDED; `arguments` numbers the argument of each row, `debates` its topic and stance.
    """

    rows: Table
    match: Labels
    topics: tuple[str, ...]
    debates: tuple[tuple[str, str], ...]
    arguments: Labels

    @property
    def labelled(self) -> NDArray[np.bool_]:
        """Which rows people agreed on."""
        labelled: NDArray[np.bool_] = self.match != UNDECIDED
        return labelled


@dataclass(frozen=True)
class Answers:
    """One split as measured: the best and the mean over the references, and what the ready-made matcher says."""

    rows: Table
    ready: NDArray[np.float64]
    questions: tuple[str, ...]


def read_pairs(pairs: Sequence[Pair], encoder: Encoder, progress: Progress) -> Pairs:
    """Measure every argument, one rubric of key points for each topic and stance."""
    debates: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs:
        debates.setdefault((pair.topic, pair.stance), []).append(pair)
    rows: list[Table] = []
    match: list[int] = []
    names: list[tuple[str, str]] = []
    arguments: list[int] = []
    count = 0
    for number, (debate, members) in enumerate(sorted(debates.items()), 1):
        progress(f"argkp: topic and stance {number} of {len(debates)}")
        points = sorted({pair.key_point_id: pair.key_point for pair in members}.items())
        rubric = KeyPoints(debate[0], [[text] for _, text in points], encoder)
        texts = {pair.argument_id: pair.argument for pair in members}
        known = {(pair.argument_id, pair.key_point_id): pair.match for pair in members}
        for argument, text in sorted(texts.items()):
            rows.append(rubric.table(rubric.read(text)))
            match.extend(known.get((argument, point), UNDECIDED) for point, _ in points)
            names.extend([debate] * len(points))
            arguments.extend([count] * len(points))
            count += 1
    return Pairs(
        np.vstack(rows),
        np.array(match),
        tuple(topic for topic, _ in names),
        tuple(names),
        np.array(arguments),
    )


def read_answers(
    answers: Sequence[Answer], encoder: Encoder, model: KeyPointModel, progress: Progress, name: str
) -> Answers:
    """Measure every answer against its question's references, which are taken as wordings of one point."""
    questions: dict[tuple[str, str, tuple[str, ...]], list[int]] = {}
    for place, answer in enumerate(answers):
        questions.setdefault((answer.question_id, answer.question, answer.references), []).append(place)
    rows: dict[int, Table] = {}
    ready = np.zeros(len(answers))
    for number, ((_, question, references), places) in enumerate(sorted(questions.items()), 1):
        progress(f"{name}: question {number} of {len(questions)}")
        rubric = KeyPoints(question, [references], encoder)
        for place in places:
            table = rubric.table(rubric.read(answers[place].answer))
            rows[place] = np.concatenate([table.max(axis=0), table.mean(axis=0)])
            ready[place] = rubric.likely(table, model.alone)[0]
    return Answers(
        np.array([rows[place] for place in range(len(answers))]), ready,
        tuple(answer.question_id for answer in answers),
    )  # fmt: skip
