"""What is trained on a public set's train split, folds, and thresholds; nothing here ever sees a test split."""

from collections.abc import Callable, Sequence
from typing import Protocol, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.keypoints import KeyPointModel, PointWeights
from markscheme.marking.encoding import Encoder
from markscheme.marking.keypoints import AMONG, Table
from markscheme.marking.likeness import MEASURES

from .public_reading import Labels, Pairs
from .public_sets import PublicError

Chances: TypeAlias = NDArray[np.float64]


class Learner(Protocol):
    """What scikit-learn's classifiers are to us."""

    def fit(self, rows: Table, labels: Labels) -> Self:
        """Learn."""

    def predict_proba(self, rows: Table) -> Chances:
        """A probability per row and class."""


Learn: TypeAlias = Callable[[], Learner]
FOLDS = 7
# Chosen by cross-validation over ArgKP's topics; values from 20 to 1000 differ by 0.002 in AUC.
RIDGE = 300.0
# Thresholds that are tried, and how many neighbours each is averaged with, so that one lucky spike does not win.
_GRID = np.arange(0.05, 0.951, 0.01)
_NEIGHBOURS = 5


class LeakError(AssertionError):
    """Rows of one group lie on both sides of a fold."""


def need_sklearn() -> None:
    """Raise PublicError when scikit-learn, which only this command needs, is not installed."""
    try:
        import sklearn  # noqa: F401
    except ImportError as error:
        raise PublicError("bench public needs scikit-learn; cure: pip install 'markscheme[bench]'") from error


def folds(groups: Sequence[object], count: int = FOLDS) -> Labels:
    """The fold of each row: whole groups, dealt out in sorted order."""
    order = {group: place for place, group in enumerate(sorted(set(groups), key=str))}
    return np.array([order[group] % count for group in groups])


def check_folds(fold: Labels, groups: Sequence[object]) -> None:
    """Raise LeakError when a group lies in two folds."""
    home: dict[object, int] = {}
    for number, group in zip(fold.tolist(), groups, strict=True):
        if home.setdefault(group, number) != number:
            raise LeakError(f"{group} lies in folds {home[group]} and {number}")


def logistic() -> Learner:
    """Ridge logistic regression on standardised measures: the form that ships."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    learner: Learner = make_pipeline(StandardScaler(), LogisticRegression(C=1.0 / RIDGE, max_iter=2000))
    return learner


def blend() -> Learner:
    """The mean of a logistic regression, boosted trees and extremely random trees."""
    from sklearn.ensemble import ExtraTreesClassifier, HistGradientBoostingClassifier, VotingClassifier

    boosted = HistGradientBoostingClassifier(
        max_iter=150,
        learning_rate=0.05,
        max_leaf_nodes=8,
        min_samples_leaf=60,
        l2_regularization=5,
        random_state=0,
    )
    random = ExtraTreesClassifier(300, min_samples_leaf=4, max_features=0.3, random_state=0)
    members = [("line", logistic()), ("boosted", boosted), ("random", random)]
    learner: Learner = VotingClassifier(members, voting="soft")
    return learner


def out_of_fold(
    learn: Learn, rows: Table, labels: Labels, groups: Sequence[object], fold: Labels,
    known: NDArray[np.bool_] | None = None,
) -> Chances:  # fmt: skip
    """Probability of each class for each row, by a model that saw no row of its group; learns from rows that are
    `known` (all of them when not given). Raises LeakError."""
    check_folds(fold, groups)
    usable = np.ones(len(labels), dtype=np.bool_) if known is None else known
    chances = np.zeros((len(labels), len(np.unique(labels[usable]))))
    for number in np.unique(fold):
        here = fold == number
        learnt = learn().fit(rows[usable & ~here], labels[usable & ~here])
        chances[here] = learnt.predict_proba(rows[here])
    return chances


def threshold(chances: Chances, labels: Labels) -> float:
    """The threshold of best macro-F1, after averaging over neighbouring thresholds; for train figures only."""
    from .public_measures import macro_f1

    scores = np.array([macro_f1(labels, (chances >= at).astype(np.intp)) for at in _GRID])
    padded = np.pad(scores, _NEIGHBOURS, mode="edge")
    width = 2 * _NEIGHBOURS + 1
    smooth = np.convolve(padded, np.full(width, 1 / width), mode="valid")
    return float(round(_GRID[int(smooth.argmax())], 2))


def fit_shipped(pairs: Pairs, data_sha256: str, encoder: Encoder) -> KeyPointModel:
    """The coefficients that ship: fitted on every labelled pair, thresholds from out-of-fold probabilities."""
    return KeyPointModel(
        encoder=encoder.name, fitted_on="ArgKP-2021, train and dev", data_sha256=data_sha256,
        pairs=int(pairs.labelled.sum()), ridge=RIDGE,
        alone=_fitted(pairs, MEASURES), among=_fitted(pairs, AMONG),
    )  # fmt: skip


def _fitted(pairs: Pairs, names: Sequence[str]) -> PointWeights:
    kept = pairs.labelled
    rows, labels = pairs.rows[kept][:, : len(names)], pairs.match[kept]
    topics = [topic for topic, labelled in zip(pairs.topics, kept, strict=True) if labelled]
    chances = out_of_fold(logistic, rows, labels, topics, folds(topics))[:, 1]
    weights, intercept = _line(rows, labels)
    return PointWeights(
        weights={name: round(float(weight), 5) for name, weight in zip(names, weights, strict=True)},
        intercept=round(intercept, 5), made_at=threshold(chances, labels),
    )  # fmt: skip


def _line(rows: Table, labels: Labels) -> tuple[NDArray[np.float64], float]:
    """(weight per measure, intercept) of the logistic regression, for measures as they are."""
    from sklearn.pipeline import Pipeline

    line = logistic().fit(rows, labels)
    assert isinstance(line, Pipeline)
    scaler, model = line[0], line[1]
    weights: NDArray[np.float64] = model.coef_[0] / scaler.scale_
    return weights, float(model.intercept_[0] - weights @ scaler.mean_)
