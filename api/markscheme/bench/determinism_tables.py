"""The tables that `bench determinism` prints."""

from collections.abc import Iterator

from .determinism import Determinism
from .tables import Cell, Sheet


def determinism_sheets(result: Determinism) -> Iterator[Sheet]:
    """Processes, then processors."""
    note = f"{result.answers} answers. Differing: reports that are not the first process's, byte for byte."
    columns = ["Python", "hash seed", "threads", "batch", "instructions", "differing"]
    rows: list[list[Cell]] = [
        [p.python, str(p.hash_seed), p.threads, p.batch, "oldest" if p.oldest else "all", p.differing]
        for p in result.processes
    ]
    yield Sheet("The same answers in one process after another", columns, rows, note)
    yield Sheet(
        "The same answers with vectors as another processor might have them",
        ["", "marks changed", "coverages changed", "reports changed"],
        [[shake.how, shake.marks, shake.coverages, shake.reports] for shake in result.shakes],
        "A report also holds credits and strengths to three or four places, in which such a difference may show.",
    )
