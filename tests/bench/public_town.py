"""Public sets in miniature, in words of our own: a town's debates and its school's questions."""

import gzip
import json
from collections.abc import Iterable, Mapping
from itertools import product
from pathlib import Path

Record = Mapping[str, object]
PLACES = ("library", "harbour", "market", "tramway", "museum", "bakery", "theatre", "hospital")
# A point and two ways in which people of the town put it.
POINTS = (
    ("The {} costs the council too much money", "we cannot afford to pay for the {}", "it is far too expensive to keep"),
    ("The {} brings visitors to the town", "tourists come here for the {}", "it attracts many travellers from abroad"),
    ("The {} gives young people work", "teenagers find a first job at the {}", "without it the young would be unemployed"),
)  # fmt: skip
TASKS = (
    ("How did the miller grind corn?", "The river turned a wheel that moved the stones.",
     ("the water made a wheel turn and it moved the stones", "the river pushed a wheel, which drove the grinding stones"),
     ("he bought flour at the market", "the wind blew hard on the hill")),
    ("Why did the bridge fall?", "The flood washed the mud from under its pillars.",
     ("the mud under the pillars was washed away by the flood", "flood water took the ground beneath the pillars"),
     ("a ship was painted blue that day", "nobody had paid the toll for years")),
    ("Why does bread rise?", "Yeast makes gas and the gas swells the dough.",
     ("the yeast gives off gas that makes the dough swell", "gas from yeast blows the dough up"),
     ("the oven door is shut", "salt tastes good in it")),
    ("Why is the sea salty?", "Rivers carry salt from rocks and it stays when water evaporates.",
     ("salt comes from rocks in rivers and is left when the water evaporates", "rivers bring salt, and it stays behind"),
     ("fish swim in it all day", "the moon pulls it up and down")),
)  # fmt: skip


def argkp() -> Iterable[Record]:
    """Each argument makes one point of its topic and not the two others."""
    for (n, place), stance in product(enumerate(PLACES), ("1", "-1")):
        for (made, words), (p, point), way in product(enumerate(POINTS), enumerate(POINTS), (1, 2)):
            yield {
                "topic": f"The town should keep its {place}", "stance": stance,
                "key_point_id": f"kp_{n}_{stance}_{p}", "key_point": point[0].format(place),
                "argument_id": f"arg_{n}_{stance}_{made}_{way}", "argument": words[way].format(place),
                "match": int(made == p),
            }  # fmt: skip


def graded(*, scored: bool = False) -> Iterable[Record]:
    """Right and wrong answers to four questions; with scores and verdicts where `scored`."""
    openings = ("", "I think ", "well, ", "perhaps ", "as we learnt, ", "in short, ")
    for (n, (question, reference, right, wrong)), opening in product(enumerate(TASKS), openings):
        for answer, good in [*((a, True) for a in right), *((a, False) for a in wrong)]:
            row = {
                "question_id": f"q{n}",
                "question": question,
                "references": [reference],
                "answer": opening + answer,
            }
            if scored:
                yield row | {"score": float(good), "label": "Correct" if good else "Incorrect"}
            else:
                label = "correct" if good else "incorrect"
                third = "contradictory" if not good and answer == wrong[0] else label
                yield row | {"label2": label, "label3": third}
    if scored:
        for question, _, right, _ in TASKS:
            row = {
                "question_id": "q9",
                "question": question,
                "references": [TASKS[0][1]],
                "answer": right[0].split(" ")[0],
            }
            yield row | {"score": 0.5, "label": "Partially correct"}


def write(folder: Path, name: str, split: str, records: Iterable[Record]) -> Path:
    """One file of a set."""
    path = folder / f"{name}-{split}.jsonl.gz"
    path.write_bytes(
        gzip.compress("".join(json.dumps(record) + "\n" for record in records).encode(), mtime=0)
    )
    return path


def write_all(folder: Path) -> Path:
    """All four sets."""
    debates = list(argkp())
    middle = len(debates) * 3 // 4
    write(folder, "argkp", "train", debates[:middle])
    write(folder, "argkp", "dev", debates[middle:])
    for name, splits in {
        "scientsbank": ("ua", "uq", "ud"),
        "beetle": ("ua", "uq"),
        "saf": ("ua", "uq"),
    }.items():
        for split in ("train", *splits):
            write(folder, name, split, graded(scored=name == "saf"))
    return folder
