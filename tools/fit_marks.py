"""Fits how the two ledgers join (levels.py) and what each quality weighs (qualities/detectors.py). Needs scipy.

    python tools/fit_marks.py PACK_FOLDER --gold FOLDER [--answers FOLDER…] [--weight 0.2]

Learns from the tuning half of the gold folder and, with a lower weight, from answers in which length and mark are
separated. Prints what it found, rounded; a person carries it over, so that the engine's constants stay readable.
"""

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from fit_calibration import answers
from markscheme.encoders.static import StaticEncoder
from markscheme.marking import engine
from markscheme.marking.next_steps import worth
from markscheme.marking.qualities.detectors import DETECTORS, assess
from markscheme.marking.rubric import Rubric
from markscheme.packs.loader import load_pack

Array = NDArray[np.float64]
QUALITIES = tuple(d.quality_id for d in DETECTORS if d.weight)
PRIOR = np.array([d.weight for d in DETECTORS if d.weight])
START = np.array([np.log(6.6), -0.3, 0.17])
PULL = 360.0


def ledgers(pack_folder: Path, rows: list[dict[str, object]]) -> tuple[Array, Array, Array]:
    """(summed credits, qualities, marks out of 25) of the answers that get a mark without a cap."""
    encoder = StaticEncoder.load(pack_folder.parent / "encoders" / "own256-1")
    pack = load_pack(pack_folder, pack_folder.parent)
    credits, qualities, marks = [], [], []
    for row in rows:
        rubric = Rubric.of(pack, str(row["question"]))
        weighing = engine.weigh(rubric, str(row["text"]), encoder)
        if weighing.settled:
            continue
        view = weighing.view(None)
        scores = {q.quality_id: q.score for q in assess(view)}
        credits.append(sum(worth(c) for c in view.credits))
        qualities.append([scores[q] for q in QUALITIES])
        marks.append(float(row["mark"]))  # type: ignore[arg-type]
    return np.array(credits), np.array(qualities), np.array(marks)


def standard(parameters: Array, credits: Array, qualities: Array) -> Array:
    """The 0..25 standard for each answer: parameters are quality weights, log scale, share in log odds, floor."""
    weights = np.maximum(parameters[: len(QUALITIES)], 0)
    scale, share, floor = parameters[len(QUALITIES) :]
    share = 1 / (1 + np.exp(-share))
    knowledge = 1 - np.exp(-credits / np.exp(scale))
    judgement = np.clip(floor, 0, 0.6) + (1 - np.clip(floor, 0, 0.6)) * (
        qualities @ (weights / max(1e-6, weights.sum()))
    )
    joined: Array = 25 * np.clip(knowledge, 1e-3, 1) ** share * np.clip(judgement, 1e-3, 1) ** (1 - share)
    return joined


def fit(credits: Array, qualities: Array, marks: Array, weight: Array) -> Array:
    """Least 1.5th powers of the errors, held near the weights in use."""
    start = np.concatenate([PRIOR / PRIOR.sum(), START])

    def cost(parameters: Array) -> float:
        weights = np.maximum(parameters[: len(QUALITIES)], 0)
        pull = PULL * ((weights / max(1e-6, weights.sum()) - PRIOR / PRIOR.sum()) ** 2).sum()
        drift = 2 * ((parameters[len(QUALITIES) :] - START) ** 2).sum()
        return float(
            (weight * np.abs(standard(parameters, credits, qualities) - marks) ** 1.5).sum() + pull + drift
        )

    found: Array = minimize(cost, start, method="Powell", options={"xtol": 1e-3, "ftol": 1e-4}).x
    return found


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", type=Path)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--answers", type=Path, default=None)
    parser.add_argument("--weight", type=float, default=0.2)
    options = parser.parse_args()
    pack = load_pack(options.pack, options.pack.parent)
    gold = ledgers(options.pack, list(answers(options.gold, None, pack, half=0)))
    parts = [gold]
    if options.answers:
        rows = [
            row for row in answers(options.gold, options.answers, pack, half=0) if row["kind"] == "separated"
        ]
        parts.append(ledgers(options.pack, rows))
    credits, qualities, marks = (np.concatenate(column) for column in zip(*parts, strict=True))
    weight = np.concatenate(
        [np.full(len(part[2]), 1.0 if n == 0 else options.weight) for n, part in enumerate(parts)]
    )
    found = fit(credits, qualities, marks, weight)
    weights = np.maximum(found[: len(QUALITIES)], 0)
    print("weights", dict(zip(QUALITIES, (weights / weights.sum()).round(2).tolist(), strict=True)))
    scale, share, floor = found[len(QUALITIES) :]
    print(f"scale {np.exp(scale):.1f}  share {1 / (1 + np.exp(-share)):.2f}  floor {floor:.2f}")
    print(f"mean error on the tuning half {np.abs(standard(found, *gold[:2]) - gold[2]).mean():.2f}")


if __name__ == "__main__":
    main()
