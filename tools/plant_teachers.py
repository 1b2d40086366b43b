"""How often a calibration is accepted when the teacher is made up: decision 0020's table. No engine, no essays.

python tools/plant_teachers.py
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from markscheme.domain.schemes import MarkScheme
from markscheme.fitting.evidence import SHARED, Read
from markscheme.fitting.validation import cross_validated
from markscheme.marking.levels import Reached
from markscheme.packs.loader import load_all

Array = NDArray[np.float64]
Teacher = Callable[[Array, np.random.Generator], Array]
DRAWS = 100
TEACHERS: Mapping[str, Teacher] = {
    "marks at random, 0 to 25": lambda plain, chance: chance.integers(0, 26, len(plain)).astype(np.float64),
    "about 14 for everybody, sd 4": lambda plain, chance: chance.normal(14, 4, len(plain)),
    "the engine's own marks, sd 2.5": lambda plain, chance: plain + chance.normal(0, 2.5, len(plain)),
    "three marks more, sd 2.5": lambda plain, chance: plain + 3 + chance.normal(0, 2.5, len(plain)),
    "two marks fewer, sd 2.5": lambda plain, chance: plain - 2 + chance.normal(0, 2.5, len(plain)),
    "squeezed to 7 + 0.6 of it, sd 2": lambda plain, chance: (
        7 + 0.6 * plain + chance.normal(0, 2, len(plain))
    ),
}


def drawn(seed: int, count: int, teacher: Teacher, scheme: MarkScheme) -> Read:
    """Answers whose two ledgers go together as those of essays do, marked by this teacher."""
    chance = np.random.default_rng(seed)
    worth = chance.uniform(0.05, 1, count)
    sides = np.clip(worth[:, None] + chance.normal(0, [0.12, 0.15], (count, 2)), 0.01, 1).tolist()
    reached = [[Reached(knowledge, judgement)] * len(SHARED) for knowledge, judgement in sides]
    plain = Read.of([0] * count, scheme, reached).plain
    marks = np.clip(np.round(teacher(plain, chance)), 0, 25).astype(int).tolist()
    return Read.of(marks, scheme, reached)


def main() -> None:
    """Print the table."""
    scheme = next(s for s in load_all(Path("knowledge"))[0].schemes if s.max_mark == 25)
    print(f"| teacher ({DRAWS} draws) | accepted, n = 20 | 30 | 50 |\n|---|---:|---:|---:|")
    for name, teacher in TEACHERS.items():
        shares = []
        for count in (20, 30, 50):
            gains = [cross_validated(drawn(seed, count, teacher, scheme))[2] for seed in range(DRAWS)]
            shares.append(sum(gain.refusal is None for gain in gains) / DRAWS)
        print(f"| {name} | {' | '.join(f'{share:.0%}' for share in shares)} |", flush=True)


if __name__ == "__main__":
    main()
