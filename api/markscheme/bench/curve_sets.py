"""The answers that the learning curve is drawn on: a public set with people's scores, and essays of our own kind."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from pathlib import Path

import numpy as np
import yaml

from markscheme.domain.keypoints import KeyPointModel
from markscheme.domain.schemes import MarkScheme
from markscheme.fitting.evidence import SHARED, Read
from markscheme.fitting.solver import SHIFTS, Array
from markscheme.marking.encoding import Encoder
from markscheme.marking.engine import ENGINE, weigh
from markscheme.marking.keypoints import KeyPoints
from markscheme.marking.levels import Reached

from .curve import CurveResult, curve
from .desk import Desk
from .gold import GoldError
from .public_sets import PublicError, PublicSet, Scored

Progress = Callable[[str], None]
_FULL = 25


def measure(sets: Mapping[str, PublicSet], folders: Sequence[Path], desk: Desk, model: KeyPointModel,
            progress: Progress) -> CurveResult:  # fmt: skip
    """The curves of the public set with people's scores and, where folders are given, of the marked essays in them; the
    desk marks out of 25. Raises PublicError and GoldError."""
    if "saf" not in sets:
        raise PublicError("there is no saf-train.jsonl.gz, the public set with people's scores")
    own = essays(folders, desk, progress) if folders else None
    scheme = desk.scheme(desk.question_ids[0])
    each, pooled = scored_sets(sets["saf"], scheme, desk.encoder, model, progress)
    curves = [curve("Short Answer Feedback, a question at a time", each, progress),
              curve("Short Answer Feedback, all questions in one", {"": pooled}, progress)]  # fmt: skip
    if own:
        curves.append(curve("Essays, all questions in one", {"": own}, progress))
    return CurveResult(
        engine=ENGINE, encoder=desk.encoder.name, data=sets["saf"].sha256, curves=tuple(curves)
    )


def scored_sets(public: PublicSet, scheme: MarkScheme, encoder: Encoder, model: KeyPointModel,
                progress: Progress) -> tuple[dict[str, Read], Read]:  # fmt: skip
    """Each question of Short Answer Feedback, then all in one. Its reference answer is the rubric: knowledge is the
    share of its sentences that the answer makes, judgement how likely the answer says the whole of it."""
    rows = [row for split in public.splits for row in public.answers(split) if isinstance(row, Scored)]
    rows.sort(key=lambda row: (row.question_id, row.question, row.references))
    marks: dict[str, list[int]] = {}
    reached: dict[str, list[list[Reached]]] = {}
    for (question, text, references), members in groupby(rows, _asked):
        progress(f"saf: question {len(marks) + 1}")
        answers = list(members)
        marks.setdefault(question, []).extend(round(_FULL * row.score) for row in answers)
        made = _reached(text, references, [row.answer for row in answers], encoder, model)
        reached.setdefault(question, []).extend(made)
    each = {question: Read.of(marks[question], scheme, reached[question]) for question in marks}
    together = Read.of(
        [m for q in marks for m in marks[q]], scheme, [row for q in marks for row in reached[q]]
    )
    return each, together


def _asked(row: Scored) -> tuple[str, str, tuple[str, ...]]:
    return row.question_id, row.question, row.references


def _reached(question: str, references: Sequence[str], answers: Sequence[str], encoder: Encoder,
             model: KeyPointModel) -> list[list[Reached]]:  # fmt: skip
    whole = KeyPoints(question, [list(references)], encoder)
    document = whole.read(references[0]).document
    parts = KeyPoints(question, [[document.text(part)] for part in document.sentences], encoder)
    weights = model.among if len(document.sentences) > 1 else model.alone
    wanted = _odds(np.array([weights.made_at]))
    reached = []
    for answer in answers:
        chances = np.array([point.probability for point in parts.find(answer, model)])
        said = whole.find(answer, model)[0].probability
        moved = _odds(chances)[None] + np.array(SHIFTS)[:, None]
        credits = np.where(moved >= wanted, 1 / (1 + np.exp(-moved)), 0.0).mean(axis=1)
        reached.append([Reached(float(credit), said) for credit in credits])
    return reached


def _odds(p: Array) -> Array:
    odds: Array = np.log(p + 1e-6) - np.log(1 - p + 1e-6)
    return odds


def essays(folders: Sequence[Path], desk: Desk, progress: Progress) -> Read:
    """Marked essays of these folders, all questions in one; those that a ceiling decides are left out. Raises GoldError."""
    marks: list[int] = []
    reached: list[list[Reached]] = []
    paths = [path for folder in folders for path in sorted(folder.rglob("*.yaml"))]
    if not paths:
        raise GoldError(
            f"{', '.join(map(str, folders))}: no marked answers there; give folders of YAML files"
        )
    rows = [_essay(path, desk) for path in paths]
    for number, row in enumerate(rows, start=1):
        progress(f"essays: {number} of {len(rows)}")
        weighing = weigh(desk.rubric(str(row["question"])), str(row["text"]), desk.encoder)
        if not weighing.settled:
            marks.append(int(str(row["mark"])))
            reached.append([weighing.reached(each) for each in SHARED])
    return Read.of(marks, desk.scheme(desk.question_ids[0]), reached)


def _essay(path: Path, desk: Desk) -> Mapping[str, object]:
    try:
        row = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise GoldError(f"{path} cannot be read: {' '.join(str(error).split())}") from None
    if not isinstance(row, dict) or not {"question", "mark", "text"} <= row.keys():
        raise GoldError(f"{path} needs question, mark and text")
    mark = row["mark"]
    whole = isinstance(mark, int) and not isinstance(mark, bool) and 0 <= mark <= _FULL
    if not whole or row["question"] not in desk.question_ids:
        raise GoldError(f"{path} needs a question of the packs and a whole mark from 0 to {_FULL}")
    return row
