"""Marks answers in a process of its own and prints a digest of each report: `python -m …bench.digests KNOWLEDGE BATCH`."""

import json
import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from markscheme.bench.desk import Desk

Job = tuple[str, str]


def digests(desk: Desk, jobs: Sequence[Job], batch: int) -> list[str]:
    """A digest of each report, in the order of the jobs. Each batch is marked from its end, so that what is remembered
    of other answers is never the same for two sizes of batch."""
    found: dict[int, str] = {}
    for place in _in_batches(len(jobs), batch):
        found[place] = sha256(desk.mark_unpublished(*jobs[place]).model_dump_json().encode()).hexdigest()
    return [found[place] for place in range(len(jobs))]


def _in_batches(count: int, batch: int) -> Iterator[int]:
    for first in range(0, count, batch):
        yield from reversed(range(first, min(first + batch, count)))


def main(knowledge: str, batch: str) -> None:
    """Jobs as JSON on standard input, digests as JSON on standard output."""
    jobs = [(question_id, text) for question_id, text in json.load(sys.stdin)]
    json.dump(digests(Desk.open(Path(knowledge)), jobs, int(batch)), sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
