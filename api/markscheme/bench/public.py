"""Public sets of short answers: measured as papers measure them, beside the figures that papers give."""

from collections.abc import Iterator, Mapping, Sequence

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
    """What papers report; None where a measure does not fit the set. AUC and AP of ArgKP are means over topics."""

    auc: float | None = None
    average_precision: float | None = None
    macro_f1: float | None = None
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
    figures = Figures(
        auc=score.mean_per_group(topics, score.auc, labels, chances),
        average_precision=score.mean_per_group(topics, score.average_precision, labels, chances),
        macro_f1=score.macro_f1(labels, given), weighted_f1=score.weighted_f1(labels, given),
        accuracy=score.accuracy(labels, given),
        map_strict=score.shared_task_map(pairs, every, relaxed=False),
        map_relaxed=score.shared_task_map(pairs, every, relaxed=True),
        calibration_error=score.calibration_error(labels, chances),
    )  # fmt: skip
    split = f"{len(set(topics))} topics, unseen in turn"
    return Measured(set="argkp", split=split, method=method, rows=len(labels), figures=figures)


def _semeval(each: PublicSet, splits: Mapping[str, Answers], model: KeyPointModel) -> Iterator[Measured]:
    """Two-way and three-way labels on each test split."""
    two = {split: _labels(each, split, TWO_WAY, "label2") for split in splits}
    three = {split: _labels(each, split, THREE_WAY, "label3") for split in splits}
    train, tests = splits["train"], [split for split in splits if split != "train"]
    ready_at = threshold(train.ready, two["train"])
    seen = out_of_fold(blend, train.rows, two["train"], train.questions, folds(train.questions))[:, 1]
    made_at = threshold(seen, two["train"])
    learnt = blend().fit(train.rows, two["train"])
    finer = blend().fit(train.rows, three["train"])
    for split in tests:
        rows = splits[split].rows
        ready = splits[split].ready
        yield _two_way(each.name, split, "as shipped", two[split], ready, model.alone.made_at)
        yield _two_way(each.name, split, "as shipped, strictness from train", two[split], ready, ready_at)
        yield _two_way(
            each.name, split, "trained on train", two[split], learnt.predict_proba(rows)[:, 1], made_at
        )
        yield _classes(
            each.name, split, "trained on train, three-way", three[split], finer.predict_proba(rows)
        )


def _labels(each: PublicSet, split: str, names: Sequence[str], field: str) -> Labels:
    return np.array([names.index(getattr(row, field)) for row in each.answers(split)], dtype=np.intp)


def _two_way(name: str, split: str, method: str, labels: Labels, chances: Chances, at: float) -> Measured:
    given = (chances >= at).astype(np.intp)
    figures = Figures(
        auc=score.auc(labels, chances), macro_f1=score.macro_f1(labels, given),
        weighted_f1=score.weighted_f1(labels, given), accuracy=score.accuracy(labels, given),
    )  # fmt: skip
    return Measured(set=name, split=split, method=method, rows=len(labels), figures=figures, made_at=at)


def _classes(
    name: str, split: str, method: str, labels: Labels, chances: Chances, correlation: float | None = None
) -> Measured:
    given = chances.argmax(axis=1)
    figures = Figures(
        macro_f1=score.macro_f1(labels, given), weighted_f1=score.weighted_f1(labels, given),
        accuracy=score.accuracy(labels, given), correlation=correlation,
    )  # fmt: skip
    return Measured(set=name, split=split, method=method, rows=len(labels), figures=figures)


def _saf(each: PublicSet, splits: Mapping[str, Answers], _: KeyPointModel) -> Iterator[Measured]:
    """Three verdicts, and the correlation of the expected verdict with the score that people gave."""
    labels = {split: _labels(each, split, VERDICTS, "label") for split in splits}
    train = splits["train"]
    ready, learnt = logistic(), blend()
    ready.fit(train.ready[:, None], labels["train"])
    learnt.fit(train.rows, labels["train"])
    for split in (split for split in splits if split != "train"):
        people = np.array([row.score for row in each.answers(split) if isinstance(row, Scored)])
        for method, model, rows in (
            ("as shipped, two cuts from train", ready, splits[split].ready[:, None]),
            ("trained on train", learnt, splits[split].rows),
        ):
            chances = model.predict_proba(rows)
            r = score.correlation(chances @ np.arange(len(VERDICTS)), people)
            yield _classes(each.name, split, method, labels[split], chances, r)
