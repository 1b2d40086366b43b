"""Which factors a few words mean: a label in a list, the subject of a question."""

import numpy as np
from numpy.typing import NDArray

from .compiled import CompiledPack
from .documents import read
from .grid import COARSE, on_grid
from .lexis import Lexis
from .matching import match
from .signals import SignalReader

# What a cue of the factor alone says; shared between factors it says less.
_CUED = 0.5
# What words of the factor's own name say, and how near to them a word must lie to say anything.
_NAMED, _NEAR = 0.4, 0.5
# Words that tell more than this one are those of a name.
_TELLING = 0.3

Chances = NDArray[np.float64]


class Meant:
    """Reads labels by the words of a pack, whatever the question."""

    def __init__(self, compiled: CompiledPack) -> None:
        self._compiled = compiled
        self._signals = SignalReader(
            compiled.references, compiled.concepts, compiled.encoder, asked=frozenset()
        )
        self._lexis = Lexis(compiled.encoder)
        words = compiled.speller.words
        self._shared = {word for term in compiled.pack.manifest.subject_words for word in words(term)}
        names = [self._own(words(f"{f.id.replace('_', ' ')} {f.name}")) for f in compiled.pack.factors]
        self._starts = np.cumsum([0, *map(len, names)])[:-1]
        self._names = np.array([self._lexis.vectors[word] for name in names for word in name])

    def chances(self, text: str) -> Chances:
        """How likely each factor of the pack is meant, in pack order; zeros for a text without words."""
        pack = self._compiled
        document = read(text, pack.speller, pack.vocabulary)
        if not document.sentences:
            return np.zeros(len(pack.pack.factors))
        signals = self._signals.read(document)
        made = match(signals, pack.calibration.sentence).sentences.max(axis=0)
        cued = np.minimum(1.0, signals.sentences["cue"].max(axis=0)) * _CUED
        chances: Chances = np.maximum(np.maximum(made, cued), self._named(document.words))
        return chances

    def _own(self, words: tuple[str, ...]) -> list[str]:
        """The telling words of a name that its subject does not share; all of them where it shares every one."""
        telling = [word for word in dict.fromkeys(words) if self._lexis.weights[word] > _TELLING]
        return [word for word in telling if word not in self._shared] or telling or list(words)

    def _named(self, words: tuple[str, ...]) -> Chances:
        """How near the telling words lie to the nearest word of each factor's name."""
        own = [word for word in dict.fromkeys(words) if self._lexis.weights[word] > _TELLING]
        own = [word for word in own if word not in self._shared]
        if not own:
            return np.zeros(len(self._starts))
        likeness = on_grid(self._names @ np.array([self._lexis.vectors[word] for word in own]).T)
        weights = np.array([self._lexis.weights[word] for word in own])
        nearest = np.maximum.reduceat(likeness, self._starts, axis=0) @ weights / weights.sum()
        return on_grid(np.clip((nearest - _NEAR) / (1.0 - _NEAR), 0.0, 1.0) * _NAMED, COARSE)
