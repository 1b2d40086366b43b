"""Remembering the results of pure functions of one word, within bounds."""

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")
# Far more words than the essays of a lesson have; a text of made-up words fills it once and is forgotten.
LIMIT = 20_000


class Memo(dict[K, V]):
    """Results by argument, made when first asked for; it forgets everything when full, so no text can make it grow
    without end. A dictionary, so that known words are looked up without a call."""

    def __init__(self, make: Callable[[K], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> V:
        value = self._make(key)
        if len(self) >= LIMIT:
            self.clear()
        self[key] = value
        return value
