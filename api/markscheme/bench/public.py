"""Public sets of short answers: measured as papers measure them, beside the figures that papers give."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.base import Noun
from markscheme.domain.keypoints import KeyPointModel
from markscheme.marking.encoding import Encoder
from markscheme.marking.keypoints import AMONG
from markscheme.marking.likeness import MEASURES

from . import public_measures as score
from .public_models import Chances, blend, folds, logistic, need_sklearn, out_of_fold, threshold
from .public_reading import Answers, Labels, Pairs, Progress, read_answers, read_pairs
from .public_sets import SPLITS, PublicSet, Scored

TWO_WAY = ("incorrect", "correct")
THREE_WAY = ("contradictory", "incorrect", "correct")
VERDICTS = ("Incorrect", "Partially correct", "Correct")


class Figures(Noun):
    """What papers report; None where a measure does not fit the set. AUC and AP of ArgKP are means over topics.

    `macro_f1_error` is the standard error over questions or topics.
    """

    auc: float | None = None
    average_precision: float | None = None
    macro_f1: float | None = None
    macro_f1_error: float | None = None
    weighted_f1: float | None = None
    accuracy: float | None = None
    map_strict: float | None = None
    map_relaxed: float | None = None
    calibration_error: float | None = None
    correlation: float | None = None


class Measured(Noun):
    """One method on one split; `made_at` is the threshold it used, set on train alone."""

    set: str
    split: str
    method: str
    rows: int
    figures: Figures
    made_at: float | None = None


class PublicResult(Noun):
    """What `bench public` prints. `hashes` are the sha256 of each set's files."""

    encoder: str
    hashes: dict[str, str]
    measured: tuple[Measured, ...]


def measure(
    sets: Mapping[str, PublicSet], encoder: Encoder, model: KeyPointModel, progress: Progress
) -> PublicResult:
    """Measure every set that is there; raises PublicError without scikit-learn."""
    need_sklearn()
    measured: list[Measured] = []
    for name, each in sets.items():
        if name == "argkp":
            measured.extend(_argkp(read_pairs(each.pairs("train", "dev"), encoder, progress), progress))
            continue
        splits = {
            s: read_answers(each.answers(s), encoder, model, progress, f"{name} {s}") for s in SPLITS[name]
        }
        progress(f"{name}: training")
        measure_set = _saf if name == "saf" else _semeval
        measured.extend(measure_set(each, splits, model))
    return PublicResult(
        encoder=encoder.name,
        hashes={name: each.sha256 for name, each in sets.items()},
        measured=tuple(measured),
    )


def _argkp(pairs: Pairs, progress: Progress) -> Iterator[Measured]:
    """Topic-wise cross-validation of the coefficients that ship, without and with a point's rivals."""
    for method, names in (("point alone", MEASURES), ("among the topic's points", AMONG)):
        progress(f"argkp: cross-validating, {method}")
        yield argkp_row(pairs, method, pairs.rows[:, : len(names)])


def argkp_row(pairs: Pairs, method: str, rows: NDArray[np.float64]) -> Measured:
    """One method on topics that it has not seen; thresholds come from the other folds."""
    kept, fold = pairs.labelled, folds(pairs.topics)
    topics = [topic for topic, labelled in zip(pairs.topics, kept, strict=True) if labelled]
    labels = pairs.match[kept]
    every = out_of_fold(logistic, rows, pairs.match, pairs.topics, fold, kept)[:, 1]
    chances = every[kept]
    given = np.zeros(len(labels), dtype=np.intp)
    for number in np.unique(fold):
        here = fold[kept] == number
        given[here] = chances[here] >= threshold(chances[~here], labels[~here])
    figures = _figures(labels, given, topics).model_copy(update={
        "auc": score.mean_per_group(topics, score.auc, labels, chances),
        "average_precision": score.mean_per_group(topics, score.average_precision, labels, chances),
        "map_strict": score.shared_task_map(pairs, every, relaxed=False),
        "map_relaxed": score.shared_task_map(pairs, every, relaxed=True),
        "calibration_error": score.calibration_error(labels, chances),
    })  # fmt: skip
    split = f"{len(set(topics))} topics, unseen in turn"
    return Measured(set="argkp", split=split, method=method, rows=len(labels), figures=figures)


@dataclass(frozen=True)
class _Test:
    """A test split: its labels and the question of each row."""

    set: str
    split: str
    labels: Labels
    questions: tuple[str, ...]

    def two_way(self, method: str, chances: Chances, at: float) -> Measured:
        """Two classes, cut at a threshold."""
        given = (chances >= at).astype(np.intp)
        figures = _figures(self.labels, given, self.questions).model_copy(
            update={"auc": score.auc(self.labels, chances)}
        )
        return self._measured(method, figures, at)

    def classes(self, method: str, chances: Chances, correlation: float | None = None) -> Measured:
        """Several classes, the likeliest given."""
        figures = _figures(self.labels, chances.argmax(axis=1), self.questions)
        return self._measured(method, figures.model_copy(update={"correlation": correlation}))

    def _measured(self, method: str, figures: Figures, at: float | None = None) -> Measured:
        return Measured(
            set=self.set, split=self.split, method=method, rows=len(self.labels), figures=figures, made_at=at
        )


def _figures(labels: Labels, given: Labels, groups: Sequence[str]) -> Figures:
    """The measures that need classes only; the error is over questions or topics."""
    return Figures(
        macro_f1=score.macro_f1(labels, given), weighted_f1=score.weighted_f1(labels, given),
        macro_f1_error=score.standard_error(groups, score.macro_f1, labels, given),
        accuracy=score.accuracy(labels, given),
    )  # fmt: skip


def _tests(
    each: PublicSet, splits: Mapping[str, Answers], names: Sequence[str], field: str
) -> dict[str, _Test]:
    return {
        split: _Test(
            each.name, split, np.array([names.index(getattr(row, field)) for row in each.answers(split)]),
            answers.questions,
        )
        for split, answers in splits.items()
    }  # fmt: skip


def _semeval(each: PublicSet, splits: Mapping[str, Answers], model: KeyPointModel) -> Iterator[Measured]:
    """Two-way and three-way labels on each test split."""
    two, three = _tests(each, splits, TWO_WAY, "label2"), _tests(each, splits, THREE_WAY, "label3")
    train, labels = splits["train"], two["train"].labels
    ready_at = threshold(train.ready, labels)
    seen = out_of_fold(blend, train.rows, labels, train.questions, folds(train.questions))[:, 1]
    made_at = threshold(seen, labels)
    learnt, finer = blend().fit(train.rows, labels), blend().fit(train.rows, three["train"].labels)
    for split, answers in splits.items():
        if split == "train":
            continue
        yield two[split].two_way("as shipped", answers.ready, model.alone.made_at)
        yield two[split].two_way("as shipped, strictness from train", answers.ready, ready_at)
        yield two[split].two_way("trained on train", learnt.predict_proba(answers.rows)[:, 1], made_at)
        yield three[split].classes("trained on train, three-way", finer.predict_proba(answers.rows))


def _saf(each: PublicSet, splits: Mapping[str, Answers], _: KeyPointModel) -> Iterator[Measured]:
    """Three verdicts, and the correlation of the expected verdict with the score that people gave."""
    tests, train = _tests(each, splits, VERDICTS, "label"), splits["train"]
    ready = logistic().fit(train.ready[:, None], tests["train"].labels)
    learnt = blend().fit(train.rows, tests["train"].labels)
    for split, answers in splits.items():
        if split == "train":
            continue
        people = np.array([row.score for row in each.answers(split) if isinstance(row, Scored)])
        for method, chances in (
            ("as shipped, two cuts from train", ready.predict_proba(answers.ready[:, None])),
            ("trained on train", learnt.predict_proba(answers.rows)),
        ):
            correlation = score.correlation(chances @ np.arange(len(VERDICTS)), people)
            yield tests[split].classes(method, chances, correlation)
