"""The tables that `bench accuracy` prints."""

from collections.abc import Iterator, Mapping, Sequence

from .ablation import ablation_sheets
from .accuracy import AccuracyResult, Group, SplitScores
from .aims import accuracy_aims
from .disagreements import worst_sheets
from .mark_scores import KAPPA, MarkScores, marks_sheet
from .reliability_tables import reliability_sheets
from .robustness import ALLOWED_CHANGE, Trial
from .tables import Cell, Sheet, short
from .tallies import CLASSES, FEW, Tally

SPLIT_NAMES = {"A": "A (tuning half)", "B": "B (test half)", "all": "all"}


def accuracy_sheets(result: AccuracyResult) -> Iterator[Sheet]:
    """Every table, what is aimed at first."""
    splits = result.splits
    yield accuracy_aims(splits, SPLIT_NAMES)
    yield _overall(splits)
    yield _certainty(splits)
    title = "Marks out of 25, beside marks from the number of words alone"
    yield marks_sheet(title, _each(splits), _MARKS_NOTE)
    factors = {name: split.chances for name, split in splits.items()}
    yield from reliability_sheets(factors, {name: split.confidence for name, split in splits.items()})
    yield from worst_sheets({SPLIT_NAMES[name]: split.worst for name, split in splits.items()})
    for name in ("B", "A", "all"):
        yield from _of_split(SPLIT_NAMES[name], splits[name])
    yield _few_and_many(splits["all"])
    yield from _conduct(splits)
    yield _attacks(result)
    yield _trials("200 empty words added to answers of levels 1 and 2", "highest change", result.padding)
    condensed = {half: (trial,) for half, trial in result.condensing.items()}
    yield _trials("Answers of levels 4 and 5 said in 70 % of the words", "lowest change", condensed)
    yield from ablation_sheets(result.ablation, SPLIT_NAMES)


def _overall(splits: Mapping[str, SplitScores]) -> Sheet:
    rows = [_presence_row(SPLIT_NAMES[name], split.overall) for name, split in splits.items()]
    note = (
        "Presence over every answer and every factor of the pack; uncertain ones count as found. "
        f"Macro: factors that occur or were claimed; common: those that occur {FEW} times or more."
    )
    return Sheet("Factors found", ["split", *_PRESENCE], rows, note)


_PRESENCE = (
    "answers", "labels", "precision", "recall", "F1", "macro F1", "common F1", "three-class F1",
    "evidence right", "in top two", "of",
)  # fmt: skip


def _presence_row(name: str, group: Group) -> list[Cell]:
    p, e = group.presence, group.evidence
    return [
        name, p.answers, p.micro.positives, p.micro.precision, p.micro.recall, p.micro.f1, p.macro_f1,
        p.macro_f1_common, group.classes.macro_f1, e.strongest, e.top_two, e.found,
    ]  # fmt: skip


def _certainty(splits: Mapping[str, SplitScores]) -> Sheet:
    rows: list[list[Cell]] = []
    for name, split in splits.items():
        c = split.certainty
        rows.append([
            SPLIT_NAMES[name], c.found.tp + c.found.fp, c.found.tp, c.found.precision, c.found.recall,
            c.uncertain.shown, c.uncertain.there, c.uncertain.share, c.absent.shown, c.absent.there,
        ])  # fmt: skip
    columns = ["split", "shown as found", "right", "precision", "recall", "uncertain", "truly there", "share",
               "absent, worth a look", "truly there"]  # fmt: skip
    note = (
        "Uncertain: credited in part and shown as possible. Recall is of all that is there, shown as found."
    )
    return Sheet("Factors shown as found, and as possible", columns, rows, note)


def _each(splits: Mapping[str, SplitScores]) -> Iterator[tuple[str, MarkScores]]:
    return ((SPLIT_NAMES[name], split.overall.marks) for name, split in splits.items())


_MARKS_NOTE = (
    f"{KAPPA} Words only: the best rising curve from word count to mark, each half predicted by the curve "
    "fitted on the other half."
)


def _of_split(name: str, split: SplitScores) -> Iterator[Sheet]:
    groups = {
        "question": split.by_question,
        "register": split.by_register,
        "level": split.by_level,
    }
    for kind, members in groups.items():
        rows = [_presence_row(member, group) for member, group in members.items()]
        yield Sheet(f"{name}: factors found, by {kind}", [kind, *_PRESENCE], rows)
    for kind, members in groups.items():
        marks = ((member, group.marks) for member, group in members.items())
        yield marks_sheet(f"{name}: marks, by {kind}", marks)
    yield _confusion(name, split.overall)


def _confusion(name: str, group: Group) -> Sheet:
    rows: list[list[Cell]] = [
        [gold, *cells, f1]
        for gold, cells, f1 in zip(CLASSES, group.classes.confusion, group.classes.f1, strict=True)
    ]
    return Sheet(f"{name}: coverage, a person's in rows, Markscheme's in columns", ["", *CLASSES, "F1"], rows)


def _few_and_many(split: SplitScores) -> Sheet:
    ordered = sorted(split.factors.items(), key=lambda item: (item[1].positives < FEW, item[0]))
    rows: list[list[Cell]] = [
        [factor, "few" if tally.positives < FEW else "", *_tally_cells(tally)] for factor, tally in ordered
    ]
    note = f"Factors with fewer than {FEW} positives stand last: their rates say little."
    return Sheet("Each factor, all answers", ["factor", "", *_TALLY], rows, note)


_TALLY = ("there", "right", "false", "missed", "precision", "recall", "F1")


def _tally_cells(tally: Tally) -> list[Cell]:
    return [tally.positives, tally.tp, tally.fp, tally.fn, tally.precision, tally.recall, tally.f1]


def _conduct(splits: Mapping[str, SplitScores]) -> Iterator[Sheet]:
    rows: list[list[Cell]] = []
    for name, split in splits.items():
        m, total = split.misconceptions, split.misconceptions.total
        flagged = f"{m.clean_answers_flagged} of {m.clean_answers}"
        rows.append(
            [
                SPLIT_NAMES[name],
                *_tally_cells(total),
                f"{m.quote_right} of {total.tp}",
                flagged,
                m.clean_flags,
            ]
        )
    columns = ["split", *_TALLY, "quote right", "clean answers flagged", "false flags on them"]
    yield Sheet("Misconceptions, by id", columns, rows)
    by_id = splits["all"].misconceptions.by_id
    yield Sheet(
        "Each misconception, all answers", ["id", *_TALLY], [[i, *_tally_cells(t)] for i, t in by_id.items()]
    )
    stances: list[list[Cell]] = []
    for name, split in splits.items():
        s = split.stance
        stances.append(
            [SPLIT_NAMES[name], s.argued_down, s.found, s.read_as_rejected,
             f"{s.wrongly_rejected} of {s.wrongly_out_of}"]
        )  # fmt: skip
    columns = ["split", "argued down", "found", "read as rejected", "wrongly rejected"]
    yield Sheet("Factors argued down", columns, stances)


def _attacks(result: AccuracyResult) -> Sheet:
    rows: list[list[Cell]] = [
        [a.id, a.kind, a.allowed, a.outcome if a.given is None else a.given, "ok" if a.ok else "BREACH"]
        for a in result.attacks
    ]
    breaches = sum(not a.ok for a in result.attacks)
    note = (
        f"{breaches} of {len(result.attacks)} above their allowance. No mark at all is within any allowance."
    )
    return Sheet("Attacks", ["id", "kind", "allowed", "given", ""], rows, note)


def _trials(title: str, worst: str, halves: Mapping[str, Sequence[Trial]]) -> Sheet:
    rows: list[list[Cell]] = []
    for half, trials in halves.items():
        for t in trials:
            counts = (len(t.changes) - t.withheld, t.withheld, t.freed)
            rows.append([SPLIT_NAMES[half], t.sort, t.place, *counts, short(t.mean), t.worst, t.too_far])
    columns = ["split", "sort", "place", "n", "withheld", "mark by it", "mean change", worst]
    note = "Withheld: no mark before or after. Mark by it: none before, one after."
    return Sheet(title, [*columns, f"beyond {ALLOWED_CHANGE}"], rows, note)
