"""Fits how the two ledgers add up (levels.py) and what each quality weighs (qualities/detectors.py). Needs scipy.

    python tools/fit_marks.py PACK_FOLDER --gold FOLDER [--answers FOLDER…] [--weight 2.5]

Learns from the tuning half of the gold folder, whose answers count `weight` each, and from further marked answers, and
prints what it found beside the mean error on answers left out in turn. A person carries it over, rounded, so that the
engine's constants stay readable.
"""

import argparse
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from fit_calibration import further, tuning
from markscheme.bench.accuracy import question_ids
from markscheme.bench.gold import GoldAnswer
from markscheme.domain.schemes import TOP
from markscheme.encoders.static import StaticEncoder
from markscheme.marking import levels
from markscheme.marking.engine import weigh
from markscheme.marking.next_steps import worth
from markscheme.marking.qualities.detectors import ACCURACY, DETECTORS, ERRORS_COST, assess
from markscheme.marking.rubric import Rubric
from markscheme.packs.loader import load_pack

Array = NDArray[np.float64]
JUDGING = tuple(d for d in DETECTORS if d.weight)
START = np.array(
    [
        *(d.weight * levels.JUDGEMENT_MARKS for d in JUDGING),
        levels.KNOWLEDGE_SCALE,
        levels.KNOWLEDGE_MARKS,
        levels.ENTRY_MARKS,
    ]
)
# How hard each parameter is held where it is.
HOLD = np.array([*(2.0 for _ in JUDGING), 0.6, 0.6, 10.0])
FOLDS = 4


def read(pack_folder: Path, answers: Iterable[tuple[GoldAnswer, float]]) -> tuple[Array, Array, Array, Array]:
    """(summed credits, qualities less what errors cost, marks out of 25, weights) of answers marked without a ceiling."""
    encoder = StaticEncoder.load(pack_folder.parent / "encoders" / "own256-1")
    pack = load_pack(pack_folder, pack_folder.parent)
    ids = question_ids(pack)
    found = []
    for answer, weight in answers:
        read = weigh(Rubric.of(pack, ids[answer.question]), answer.text, encoder)
        if read.settled:
            continue
        view = read.view(None)
        scores = {q.quality_id: q.score for q in assess(view)}
        kept = 1.0 - ERRORS_COST * (1.0 - scores[ACCURACY])
        found.append((sum(worth(c) for c in view.credits), [scores[d.quality_id] * kept for d in JUDGING],
                      float(answer.mark), weight))  # fmt: skip
    credits, qualities, marks, weights = zip(*found, strict=True)
    return np.array(credits), np.array(qualities), np.array(marks), np.array(weights)


def standard(parameters: Array, credits: Array, qualities: Array) -> Array:
    """The 0..25 standard of each answer: parameters are the qualities' marks, the scale, knowledge's marks, the entry's."""
    judging, (scale, knowledge, entry) = np.abs(parameters[:-3]), parameters[-3:]
    begun = np.minimum(1.0, 2 * credits)
    joined: Array = knowledge * (1 - np.exp(-credits / scale)) + begun * (entry + qualities @ judging)
    return np.clip(joined, 0, TOP)


def fit(credits: Array, qualities: Array, marks: Array, weights: Array) -> Array:
    """Least 1.5th powers of the errors, held near the values in use."""

    def cost(parameters: Array) -> float:
        error = np.abs(standard(parameters, credits, qualities) - marks) ** 1.5
        return float((weights * error).sum() + (HOLD * (parameters - START) ** 2).sum())

    found: Array = minimize(cost, START, method="Powell", options={"xtol": 1e-3, "ftol": 1e-4}).x
    return found


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", type=Path)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--answers", type=Path, nargs="*", default=())
    parser.add_argument("--weight", type=float, default=2.5)
    options = parser.parse_args()
    weighed = [(answer, options.weight) for answer in tuning(options.gold)]
    data = read(options.pack, [*weighed, *((answer, 1.0) for answer in further(options.answers))])
    found = fit(*data)
    total = np.abs(found[:-3]).sum()
    print(
        "weights",
        {d.quality_id: round(float(abs(w) / total), 2) for d, w in zip(JUDGING, found, strict=False)},
    )
    print("judgement {:.1f}  scale {:.1f}  knowledge {:.1f}  entry {:.1f}".format(total, *found[-3:]))
    errors = []
    for fold in range(FOLDS):
        held = np.arange(len(data[2])) % FOLDS == fold
        left = fit(*(column[~held] for column in data))
        errors.append(standard(left, data[0][held], data[1][held]) - data[2][held])
    print(f"mean error left out {np.abs(np.concatenate(errors)).mean():.2f}; "
          f"as in use {np.abs(standard(START, data[0], data[1]) - data[2]).mean():.2f}")  # fmt: skip


if __name__ == "__main__":
    main()
