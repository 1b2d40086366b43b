"""Agreement with marked answers: every measure of docs/accuracy.md, over the halves and the whole."""

from collections.abc import Callable, Mapping, Sequence

from markscheme.domain.base import Noun
from markscheme.domain.packs import Pack
from markscheme.domain.reports import MarkReport

from .agreement import MarkAgreement, agreement
from .baseline import words_only_marks
from .desk import Marker
from .findings import (
    EvidenceShown,
    MisconceptionsShown,
    PossibleShown,
    StanceShown,
    evidence_shown,
    misconceptions_shown,
    possible_shown,
    stance_shown,
)
from .gold import Gold, GoldAnswer, GoldError
from .robustness import AttackOutcome, Trial, attack_outcome, condensing, padding
from .tallies import Marked, Presence, Tally, ThreeClass, by_factor, presence, three_class

SPLITS = ("A", "B", "all")
WEAK, STRONG = (1, 2), (4, 5)
Pair = tuple[GoldAnswer, MarkReport]


class MarkScores(Noun):
    """Marks given beside what the number of words alone would give, on the same answers."""

    markscheme: MarkAgreement
    words_only: MarkAgreement
    withheld: int


class Group(Noun):
    """The measures that a question, a register, a level or the whole split each get."""

    presence: Presence
    classes: ThreeClass
    evidence: EvidenceShown
    marks: MarkScores


class SplitScores(Noun):
    """Everything measured on one half or on the whole."""

    answers: int
    overall: Group
    by_question: dict[str, Group]
    by_register: dict[str, Group]
    by_level: dict[str, Group]
    factors: dict[str, Tally]
    possible: PossibleShown
    stance: StanceShown
    misconceptions: MisconceptionsShown


class AccuracyResult(Noun):
    """What `bench accuracy` prints; A is the tuning half, B the test half."""

    engine: str
    encoder: str
    packs: dict[str, str]
    factors: int
    splits: dict[str, SplitScores]
    attacks: tuple[AttackOutcome, ...]
    padding: dict[str, tuple[Trial, ...]]
    condensing: dict[str, Trial]


def pack_for(gold: Gold, packs: Sequence[Pack]) -> Pack:
    """The first pack that has every factor the gold answers name; raises GoldError."""
    named = {factor for answer in gold.answers for factor in answer.factors}
    lacking = {pack.manifest.id: sorted(named - {factor.id for factor in pack.factors}) for pack in packs}
    for pack in packs:
        if not lacking[pack.manifest.id]:
            return pack
    gaps = "; ".join(f"{pack} lacks {', '.join(ids)}" for pack, ids in lacking.items())
    raise GoldError(f"no pack has every factor that labels.json names: {gaps}")


def measure(gold: Gold, pack: Pack, marker: Marker) -> AccuracyResult:
    """Mark every answer and compare; the pack's questions carry the letters that the gold answers name."""
    ids = {question.letter: question.id for question in pack.questions}
    texts = {question.id: question.text for question in pack.questions}
    factors = [factor.id for factor in pack.factors]
    _check(gold, ids)
    pairs = [(answer, marker(ids[answer.question], answer.text)) for answer in gold.answers]
    words_only = words_only_marks(gold.answers)
    halves = {name: [p for p in pairs if name in ("all", p[0].half)] for name in SPLITS}
    return AccuracyResult(
        engine=pairs[0][1].provenance.engine, encoder=pairs[0][1].provenance.encoder,
        packs={pack.manifest.id: pack.manifest.version}, factors=len(factors),
        splits={name: _split(half, factors, words_only) for name, half in halves.items()},
        attacks=tuple(attack_outcome(a, ids[a.question], marker) for a in gold.attacks),
        padding={name: padding(_of_level(halves[name], WEAK), marker, texts) for name in ("A", "B")},
        condensing={name: condensing(_of_level(halves[name], STRONG), marker) for name in ("A", "B")},
    )  # fmt: skip


def _check(gold: Gold, ids: Mapping[str, str]) -> None:
    if not gold.answers:
        raise GoldError("labels.json holds no answers")
    named = {a.question for a in gold.answers} | {a.question for a in gold.attacks}
    letters = sorted(named - set(ids))
    if letters:
        raise GoldError(
            f"no question of the pack has the letter {', '.join(letters)}; it has {', '.join(ids)}"
        )


def _of_level(pairs: Sequence[Pair], levels: Sequence[int]) -> list[Pair]:
    return [pair for pair in pairs if pair[0].level in levels]


def _split(pairs: Sequence[Pair], factors: Sequence[str], words_only: Mapping[str, int]) -> SplitScores:
    def groups(key: Callable[[GoldAnswer], str]) -> dict[str, Group]:
        names = sorted({key(gold) for gold, _ in pairs})
        return {name: _group([p for p in pairs if key(p[0]) == name], factors, words_only) for name in names}

    return SplitScores(
        answers=len(pairs), overall=_group(pairs, factors, words_only),
        by_question=groups(lambda gold: gold.question), by_register=groups(lambda gold: gold.register),
        by_level=groups(lambda gold: str(gold.level)), factors=by_factor(_marked(pairs, factors), factors),
        possible=possible_shown(pairs), stance=stance_shown(pairs),
        misconceptions=misconceptions_shown(pairs),
    )  # fmt: skip


def _group(pairs: Sequence[Pair], factors: Sequence[str], words_only: Mapping[str, int]) -> Group:
    marked = _marked(pairs, factors)
    return Group(
        presence=presence(marked, factors), classes=three_class(marked, factors),
        evidence=evidence_shown(pairs), marks=_marks(pairs, words_only),
    )  # fmt: skip


def _marked(pairs: Sequence[Pair], factors: Sequence[str]) -> list[tuple[GoldAnswer, Marked]]:
    return [(gold, Marked.of(report, factors)) for gold, report in pairs]


def _marks(pairs: Sequence[Pair], words_only: Mapping[str, int]) -> MarkScores:
    known = [(gold, report.mark) for gold, report in pairs if report.mark is not None]
    beside = [gold for gold, _ in known if gold.id in words_only]
    return MarkScores(
        markscheme=agreement([gold.mark for gold, _ in known], [mark for _, mark in known]),
        words_only=agreement([gold.mark for gold in beside], [words_only[gold.id] for gold in beside]),
        withheld=len(pairs) - len(known),
    )
