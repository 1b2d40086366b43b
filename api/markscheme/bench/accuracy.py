"""Agreement with marked answers: every measure of docs/accuracy.md, over the halves and the whole."""

from collections.abc import Callable, Mapping, Sequence

from markscheme.domain.base import Noun
from markscheme.domain.packs import Pack

from .ablation import Ablated
from .baseline import words_only_marks
from .desk import Chances, Marker
from .disagreements import Disagreement, worst
from .findings import (
    Certainty,
    EvidenceShown,
    MisconceptionsShown,
    StanceShown,
    certainty,
    evidence_shown,
    misconceptions_shown,
    stance_shown,
)
from .gold import Gold, GoldAnswer, GoldError, Pair
from .mark_scores import MarkScores, mark_scores
from .reliability import ConfidenceShown, Reliability, confidence_shown, reliability
from .robustness import AttackOutcome, Trial, attack_outcome, condensing, padding
from .tallies import Marked, Presence, Tally, ThreeClass, by_factor, presence, three_class

SPLITS = ("A", "B", "all")
WEAK, STRONG = (1, 2), (4, 5)


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
    certainty: Certainty
    stance: StanceShown
    misconceptions: MisconceptionsShown
    chances: Reliability
    confidence: ConfidenceShown
    worst: tuple[Disagreement, ...]


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
    ablation: tuple[Ablated, ...] = ()


def pack_for(gold: Gold, packs: Sequence[Pack]) -> Pack:
    """The first pack that has every factor the gold answers name; raises GoldError."""
    named = {factor for answer in gold.answers for factor in answer.factors}
    lacking = {pack.manifest.id: sorted(named - {factor.id for factor in pack.factors}) for pack in packs}
    for pack in packs:
        if not lacking[pack.manifest.id]:
            return pack
    gaps = "; ".join(f"{pack} lacks {', '.join(ids)}" for pack, ids in lacking.items())
    raise GoldError(f"no pack has every factor that labels.json names: {gaps}")


def question_ids(pack: Pack) -> dict[str, str]:
    """The id of each question by what gold answers may call it: its letter or its id."""
    return {name: question.id for question in pack.questions for name in (question.letter, question.id)}


def halves(answers: Sequence[GoldAnswer]) -> dict[str, list[GoldAnswer]]:
    """The answers of each half and all of them."""
    return {name: [a for a in answers if name in ("all", a.half)] for name in SPLITS}


def measure(gold: Gold, pack: Pack, marker: Marker, chances: Chances) -> AccuracyResult:
    """Mark every answer and compare; `chances` tells how likely each factor is."""
    ids = question_ids(pack)
    texts = {question.id: question.text for question in pack.questions}
    factors = [factor.id for factor in pack.factors]
    _check(gold, pack)
    reports = {answer.id: marker(ids[answer.question], answer.text) for answer in gold.answers}
    likely = {answer.id: chances(ids[answer.question], answer.text) for answer in gold.answers}
    words_only = words_only_marks(gold.answers)
    pairs = {name: [(a, reports[a.id]) for a in half] for name, half in halves(gold.answers).items()}

    def split(half: Sequence[Pair]) -> SplitScores:
        said = reliability([(likely[a.id].get(f, 0.0), f in a.factors) for a, _ in half for f in factors])
        return _split(half, pairs["all"], factors, words_only, said)

    provenance = reports[gold.answers[0].id].provenance
    return AccuracyResult(
        engine=provenance.engine, encoder=provenance.encoder,
        packs={pack.manifest.id: pack.manifest.version}, factors=len(factors),
        splits={name: split(half) for name, half in pairs.items()},
        attacks=tuple(attack_outcome(a, ids[a.question], marker) for a in gold.attacks),
        padding={name: padding(_of_level(pairs[name], WEAK), marker, texts) for name in ("A", "B")},
        condensing={name: condensing(_of_level(pairs[name], STRONG), marker) for name in ("A", "B")},
    )  # fmt: skip


def _check(gold: Gold, pack: Pack) -> None:
    if not gold.answers:
        raise GoldError("labels.json holds no answers")
    named = {a.question for a in gold.answers} | {a.question for a in gold.attacks}
    strange = sorted(named - set(question_ids(pack)))
    if strange:
        letters = ", ".join(question.letter for question in pack.questions)
        raise GoldError(f"no question of the pack has the letter {', '.join(strange)}; it has {letters}")


def _of_level(pairs: Sequence[Pair], levels: Sequence[int]) -> list[Pair]:
    return [pair for pair in pairs if pair[0].level in levels]


def _split(pairs: Sequence[Pair], everyone: Sequence[Pair], factors: Sequence[str],
           words_only: Mapping[str, int], chances: Reliability) -> SplitScores:  # fmt: skip
    def groups(key: Callable[[GoldAnswer], str]) -> dict[str, Group]:
        names = sorted({key(gold) for gold, _ in pairs})
        return {name: _group([p for p in pairs if key(p[0]) == name], factors, words_only) for name in names}

    return SplitScores(
        answers=len(pairs), overall=_group(pairs, factors, words_only),
        by_question=groups(lambda gold: gold.question), by_register=groups(lambda gold: gold.register),
        by_level=groups(lambda gold: str(gold.level)), factors=by_factor(_marked(pairs, factors), factors),
        certainty=certainty(pairs), stance=stance_shown(pairs), misconceptions=misconceptions_shown(pairs),
        chances=chances, confidence=confidence_shown(pairs), worst=worst(pairs, everyone),
    )  # fmt: skip


def _group(pairs: Sequence[Pair], factors: Sequence[str], words_only: Mapping[str, int]) -> Group:
    marked = _marked(pairs, factors)
    return Group(
        presence=presence(marked, factors), classes=three_class(marked, factors),
        evidence=evidence_shown(pairs), marks=mark_scores(pairs, words_only),
    )  # fmt: skip


def _marked(pairs: Sequence[Pair], factors: Sequence[str]) -> list[tuple[GoldAnswer, Marked]]:
    return [(gold, Marked.of(report, factors)) for gold, report in pairs]
