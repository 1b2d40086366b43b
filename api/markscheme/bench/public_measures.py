"""The measures that papers on these sets report."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from .public_reading import UNDECIDED, Labels, Pairs

Scores = NDArray[np.float64]
Scorer = Callable[[Labels, Scores], float]
_BINS = 10


def auc(labels: Labels, scores: Scores) -> float:
    """Area under the ROC curve; half where there is only one class."""
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score(labels, scores)) if len(np.unique(labels)) > 1 else 0.5


def average_precision(labels: Labels, scores: Scores) -> float:
    """Average precision; 0 where nothing is positive."""
    from sklearn.metrics import average_precision_score

    return float(average_precision_score(labels, scores)) if labels.any() else 0.0


def macro_f1(labels: Labels, given: Labels) -> float:
    """Mean F1 of the classes of `labels`."""
    return float(np.mean(_f1s(labels, given)))


def weighted_f1(labels: Labels, given: Labels) -> float:
    """F1 of the classes, each weighted by how often it occurs."""
    _, counts = np.unique(labels, return_counts=True)
    return float(np.average(_f1s(labels, given), weights=counts))


def _f1s(labels: Labels, given: Labels) -> list[float]:
    scores = []
    for value in np.unique(labels):
        right = int(((labels == value) & (given == value)).sum())
        either = int((labels == value).sum() + (given == value).sum())
        scores.append(2 * right / either)
    return scores


def accuracy(labels: Labels, given: Labels) -> float:
    """Share given the right class."""
    return float((labels == given).mean())


def calibration_error(labels: Labels, chances: Scores) -> float:
    """Expected calibration error over ten equal bins."""
    bins = np.minimum((chances * _BINS).astype(np.intp), _BINS - 1)
    gaps = [
        abs(float(chances[bins == n].mean() - labels[bins == n].mean())) * float((bins == n).mean())
        for n in range(_BINS)
        if (bins == n).any()
    ]
    return sum(gaps)


def correlation(one: Scores, other: Scores) -> float:
    """Pearson's r."""
    return float(np.corrcoef(one, other)[0, 1])


def mean_per_group(groups: Sequence[object], score: Scorer, labels: Labels, scores: Scores) -> float:
    """A score for each group on its own, averaged."""
    names = np.array([str(group) for group in groups])
    return float(
        np.mean([score(labels[names == name], scores[names == name]) for name in sorted(set(names))])
    )


def standard_error(groups: Sequence[object], score: Callable[[Labels, Labels], float], labels: Labels,
                   given: Labels) -> float:  # fmt: skip
    """Of a score over all rows, by leaving out each question or topic in turn (the jackknife)."""
    names = np.array([str(group) for group in groups])
    every = sorted(set(names))
    if len(every) == 1:
        return float("nan")
    without = np.array([score(labels[names != name], given[names != name]) for name in every])
    return float(np.sqrt((len(every) - 1) * np.mean((without - without.mean()) ** 2)))


def shared_task_map(pairs: Pairs, scores: Scores, *, relaxed: bool) -> float:
    """The KPA-2021 shared task's mean average precision: each argument with its best key point, the surer half of
    each topic and stance; a pair that people left undecided counts as wrong, or as right when relaxed."""
    found: dict[tuple[str, str], list[tuple[float, int]]] = {}
    best: dict[int, int] = {}
    for row, argument in enumerate(pairs.arguments.tolist()):
        if argument not in best or scores[row] > scores[best[argument]]:
            best[argument] = row
    for row in best.values():
        label = int(pairs.match[row])
        value = int(relaxed) if label == UNDECIDED else label
        found.setdefault(pairs.debates[row], []).append((float(scores[row]), value))
    precisions = []
    for members in found.values():
        surer = sorted(members, key=lambda member: -member[0])[: len(members) // 2]
        labels = np.array([label for _, label in surer], dtype=np.intp)
        precisions.append(average_precision(labels, np.array([score for score, _ in surer])))
    return float(np.mean(precisions))
