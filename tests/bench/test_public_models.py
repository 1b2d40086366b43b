import sys

import numpy as np
import pytest

from markscheme.bench.public_models import (
    LeakError,
    check_folds,
    folds,
    logistic,
    need_sklearn,
    out_of_fold,
    threshold,
)
from markscheme.bench.public_sets import PublicError


def test_folds_keep_groups_whole_whatever_the_order() -> None:
    groups = ["library", "market", "library", "harbour", "market"]
    fold = folds(groups, 3)
    check_folds(fold, groups)
    assert fold.tolist() == [1, 2, 1, 0, 2]
    assert folds(groups[::-1], 3).tolist() == fold.tolist()[::-1]


def test_a_leaking_fold_is_caught() -> None:
    groups = ["library", "market", "library"]
    leaking = np.array([0, 1, 1])
    with pytest.raises(LeakError, match="library lies in folds 0 and 1"):
        check_folds(leaking, groups)
    with pytest.raises(LeakError):
        out_of_fold(logistic, np.ones((3, 1)), np.array([0, 1, 0]), groups, leaking)


def test_a_model_never_sees_its_own_groups_rows() -> None:
    # Each group's rows carry the group's own number, which gives the label away to whoever saw the group.
    groups = np.repeat(np.arange(14), 20)
    labels = np.tile([0, 1], 140)
    rows = np.zeros((280, 28))
    rows[np.arange(280), groups * 2 + labels] = 1.0
    chances = out_of_fold(logistic, rows, labels, groups.tolist(), folds(groups.tolist()))[:, 1]
    assert len(set(chances.round(6).tolist())) <= 7
    told = logistic().fit(rows, labels).predict_proba(rows)[:, 1]
    assert (told[labels == 1] > told[labels == 0].max()).all()


def test_rows_whose_label_is_unknown_are_predicted_but_not_learnt_from() -> None:
    rows, labels = np.array([[0.0], [1.0]] * 20), np.array([0, 1] * 20)
    groups = [str(n // 10) for n in range(40)]
    known = np.ones(40, dtype=np.bool_)
    known[4] = False
    spoilt = labels.copy()
    spoilt[4] = -1
    chances = out_of_fold(logistic, rows, spoilt, groups, folds(groups), known)
    assert chances.shape == (40, 2)
    clean = out_of_fold(logistic, rows, labels, groups, folds(groups), known)
    assert np.array_equal(chances, clean)


def test_a_lucky_spike_does_not_set_the_threshold() -> None:
    chances = np.concatenate([np.linspace(0.0, 0.59, 60), np.linspace(0.6, 1.0, 60)])
    labels = (chances >= 0.6).astype(np.intp)
    assert threshold(chances, labels) == pytest.approx(0.6, abs=0.03)


def test_without_scikit_learn_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sklearn", None)
    with pytest.raises(PublicError, match=r"pip install 'markscheme\[bench\]'"):
        need_sklearn()
