"""The word table gives a text the same vector whatever it is encoded with."""

import numpy as np

from markscheme.encoders import static
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.grid import on_grid

TEXTS = [("the", "harvest", "failed"), (), ("qqxyzzy",), ("khrushchev", "fell"), ("bread",)]


def test_a_text_has_the_same_vector_in_every_block(encoder: StaticEncoder) -> None:
    many = TEXTS * (static._BLOCK // 2)
    together = on_grid(encoder.encode(many))
    alone = [on_grid(encoder.encode([text])[0]) for text in TEXTS]
    assert len(together) == len(many) > static._BLOCK
    for number, vector in enumerate(together):
        assert np.array_equal(vector, alone[number % len(TEXTS)])


def test_no_texts_give_no_rows(encoder: StaticEncoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.encode(TEXTS).shape[1])
