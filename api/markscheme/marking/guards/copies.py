"""Passages taken from a source or a marked example."""

import numpy as np
from numpy.typing import NDArray

from ..fingerprints import SURE
from .reading import Reading

_MOSTLY = 0.5
# One sentence in an answer of one's own is a quotation; so are more in quotation marks, while they stay the lesser part.
_ONE, _SEVERAL = 0.4, 0.25


def copies(reading: Reading) -> set[int]:
    """Sentences that stand in one of the works, but for honest quotations of up to a sentence."""
    _, owners = reading.written
    found = reading.works.among(reading.prints)
    if not found.any():
        return set()
    count = len(reading.document.sentences)
    taken = np.bincount(owners, weights=found, minlength=count)
    sizes = np.bincount(owners, minlength=count)
    mostly = (taken > 0) & (taken >= _MOSTLY * sizes)
    # A few words alone may be chance; next to a copied sentence they are not.
    beside = np.convolve(mostly, (1, 0, 1))[1:-1] > 0
    sure = mostly & ((taken >= SURE) | beside)
    # Too short to be told by itself, and between two that are copied.
    between = np.convolve(sure, (1, 0, 1))[1:-1] == 2
    copied = set(np.flatnonzero(sure | (between & (sizes < SURE))).tolist())
    return copied - _quotations(reading, copied, sizes)


def _quotations(reading: Reading, copied: set[int], sizes: NDArray[np.intp]) -> set[int]:
    share = float(sizes[sorted(copied)].sum() / sizes.sum()) if copied else 0.0
    if len(copied) == 1 and share <= _ONE:
        return copied
    alone = {number for number in copied if not {number - 1, number + 1} & copied}
    document = reading.document
    marked = {number for number in alone if '"' in document.text(document.sentences[number])}
    return marked if share <= _SEVERAL else set()
