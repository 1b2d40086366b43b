"""Which factors a few words mean: a label in a list, the subject of a question."""

import numpy as np
from numpy.typing import NDArray

from .compiled import CompiledPack
from .documents import read
from .matching import match
from .signals import SignalReader

# A name of the factor alone says this much; shared between factors it says less.
_NAMED = 0.5


class Meant:
    """Reads labels by the words of a pack, whatever the question."""

    def __init__(self, compiled: CompiledPack) -> None:
        self._compiled = compiled
        self._signals = SignalReader(
            compiled.references, compiled.concepts, compiled.encoder, asked=frozenset()
        )

    def chances(self, text: str) -> NDArray[np.float64]:
        """How likely each factor of the pack is meant, in pack order; zeros for a text without words."""
        pack = self._compiled
        document = read(text, pack.speller, pack.vocabulary)
        if not document.sentences:
            return np.zeros(len(pack.pack.factors))
        signals = self._signals.read(document)
        made = match(signals, pack.calibration.sentence).sentences.max(axis=0)
        named: NDArray[np.float64] = np.minimum(1.0, signals.sentences["cue"].max(axis=0)) * _NAMED
        chances: NDArray[np.float64] = np.maximum(made, named)
        return chances
