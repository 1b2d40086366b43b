"""Fits how the tutor's measures of likeness add up, on the examples of knowledge/tutor.yaml, each left out in turn.

    python tools/fit_tutor.py

Writes `weights:` at the end of tutor.yaml anew. Run it after a change to the examples; it needs the extra `bench`.
"""

from pathlib import Path

import numpy as np

from markscheme.bench.desk import Desk
from markscheme.marking.compiled import compiled
from markscheme.marking.intents import MEASURES
from markscheme.marking.understanding import table

KNOWLEDGE = Path(__file__).resolve().parents[1] / "knowledge"
# Strength of the pull towards no weight; from 0.1 to 10 were tried and differed by no more than noise.
PULL = 1.0
UNDERSTOOD_AT, COMMAND_AT = 0.4, 0.6
HEAD = "\n# Fitted by tools/fit_tutor.py; do not edit.\nweights:\n"


def main() -> None:
    """Fit and write."""
    from sklearn.linear_model import LogisticRegression

    desk = Desk.open(KNOWLEDGE)
    pack = desk.packs[0]
    assert pack.tutor is not None
    _, examples = table(pack.tutor, compiled(pack, desk.encoder))
    measures = np.array([examples.left_out(place) for place in range(len(examples.examples))])
    actions = np.array([example.action for example in examples.examples])
    right = np.arange(len(examples.actions)) == actions[:, None]
    flat = measures.reshape(-1, len(MEASURES))
    spread = flat.std(axis=0) + 1e-9
    model = LogisticRegression(C=1 / PULL, max_iter=5000).fit(flat / spread, right.ravel())
    weights = dict(zip(MEASURES, (model.coef_[0] / spread).round(4).tolist(), strict=True))
    _write(weights, round(float(model.intercept_[0]), 4))
    chances = model.predict_proba(flat / spread)[:, 1].reshape(right.shape)
    meant = actions < len(examples.actions)
    best, sure = chances.argmax(axis=1), chances.max(axis=1)
    print(f"likeliest is right: {(best == actions)[meant].mean():.3f} of {meant.sum()}")
    for at in (UNDERSTOOD_AT, COMMAND_AT):
        said = sure >= at
        print(
            f"from {at}: right {(said & (best == actions))[meant].mean():.3f}, "
            f"wrong {(said & (best != actions))[meant].mean():.3f}, of the others {said[~meant].mean():.3f}"
        )


def _write(weights: dict[str, float], intercept: float) -> None:
    path = KNOWLEDGE / "tutor.yaml"
    body = path.read_text(encoding="utf-8").split(HEAD)[0].rstrip("\n")
    lines = "".join(f"    {name}: {value}\n" for name, value in weights.items())
    path.write_text(
        f"{body}\n{HEAD}  understood_at: {UNDERSTOOD_AT}\n  command_at: {COMMAND_AT}\n"
        f"  intercept: {intercept}\n  weights:\n{lines}",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
