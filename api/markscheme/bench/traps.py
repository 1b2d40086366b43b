"""What must not move a mark: the number of words, the register, the writer's name."""

from markscheme.domain.base import Noun
from markscheme.domain.packs import Pack

from .accuracy import question_ids
from .desk import Marker
from .gold import Gold, GoldError
from .lengths import LengthScores, is_trap, length_scores
from .names import NameScores, name_scores
from .twins import TwinScores, is_twin, twin_scores


class TrapsResult(Noun):
    """What `bench traps` prints; a part that no answer is meant for is None."""

    engine: str
    encoder: str
    packs: dict[str, str]
    lengths: LengthScores | None
    twins: TwinScores | None
    names: NameScores


def measure(gold: Gold, pack: Pack, marker: Marker) -> TrapsResult:
    """Mark every answer, then each with names on it; raises GoldError."""
    ids = question_ids(pack)
    strange = sorted({answer.question for answer in gold.answers} - set(ids))
    if strange or not gold.answers:
        raise GoldError(
            f"no question of the pack is called {', '.join(strange)}" if strange else "no answers"
        )
    pairs = [(answer, marker(ids[answer.question], answer.text)) for answer in gold.answers]
    traps = [pair for pair in pairs if is_trap(pair[0])]
    twins = [pair for pair in pairs if is_twin(pair[0])]
    provenance = pairs[0][1].provenance
    return TrapsResult(
        engine=provenance.engine, encoder=provenance.encoder,
        packs={pack.manifest.id: pack.manifest.version},
        lengths=length_scores(traps) if traps else None, twins=twin_scores(twins) if twins else None,
        names=name_scores(pairs, marker),
    )  # fmt: skip
