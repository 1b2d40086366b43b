"""Concept groups: all of an alternative's groups in one unit."""

from collections.abc import Callable

from markscheme.marking.compiled import CompiledPack
from markscheme.marking.documents import Document


def matched(ready: CompiledPack, document: Document, factor_id: str) -> float:
    table = ready.concepts.present(document, [document.sentence_of], len(document.sentences))
    counts, _ = ready.concepts.alternatives(table)
    return float(counts[:, [f.id for f in ready.pack.factors].index(factor_id)].max())


def test_all_groups_must_meet_in_one_sentence(
    ready: CompiledPack, reading: Callable[[str], Document]
) -> None:
    together = reading("The old guard never forgave the attack on Stalin.")
    apart = reading("The old guard sat down. Someone was angry about lunch.")
    assert matched(ready, together, "destal_backlash") >= 1
    assert matched(ready, apart, "destal_backlash") == 0


def test_misspelt_words_meet_too(ready: CompiledPack, reading: Callable[[str], Document]) -> None:
    assert matched(ready, reading("The old gaurd never forgave the atack on Stalin."), "destal_backlash") >= 1
