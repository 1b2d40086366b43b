"""The rubric side: what its sentences teach."""

import numpy as np

from markscheme.marking.compiled import CompiledPack


def factor(ready: CompiledPack, factor_id: str) -> int:
    return [f.id for f in ready.pack.factors].index(factor_id)


def test_telling_words_speak_for_their_factor(ready: CompiledPack) -> None:
    refs = ready.references
    speaks = {
        "harvest": "agriculture_failure",
        "missile": "cuban_missile_crisis",
        "church": "religion_repression",
    }
    for word, factor_id in speaks.items():
        stem = refs.stems[ready.speller.stem(word)]
        assert refs.odds[stem].argmax() == factor(ready, factor_id)
        assert refs.profile[stem].argmax() == factor(ready, factor_id)


def test_grammar_words_weigh_nothing_and_rare_ones_most(ready: CompiledPack) -> None:
    refs = ready.references
    assert refs.weight("the") == 0
    assert refs.weight("people") < refs.weight("harvest") <= refs.weight("sovnarkhozy")


def test_vector_heads_tell_factors_apart_on_fresh_sentences(ready: CompiledPack) -> None:
    refs = ready.references
    fresh = {
        "agriculture_failure": "wheat crops failed and farms had too little rain",
        "religion_repression": "priests were arrested and monasteries closed",
        "science_space": "the first satellite and the first man in orbit",
        "sino_soviet_split": "peking quarrelled with moscow over doctrine",
    }
    vectors = ready.encoder.encode([ready.speller.words(text) for text in fresh.values()])
    scores = (vectors - refs.mean) @ refs.heads
    best = [ready.pack.factors[i].id for i in scores.argmax(axis=1)]
    assert best == list(fresh)


def test_every_evidence_point_has_a_column_of_its_factor(ready: CompiledPack) -> None:
    columns = ready.references.columns
    assert sum(map(len, columns)) == sum(len(f.points) for f in ready.pack.factors) == 272
    for index, own in enumerate(columns):
        assert {point for _, point in own} == {p.id for p in ready.pack.factors[index].points}


def test_likeness_is_beyond_the_shared_topic(ready: CompiledPack) -> None:
    vectors = ready.references.centred(ready.references.vectors)
    lengths = np.sqrt((vectors**2).sum(axis=1))
    assert np.all((lengths < 1e-6) | (np.abs(lengths - 1) < 1e-4))
