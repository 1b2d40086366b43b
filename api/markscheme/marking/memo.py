"""Remembering the results of pure functions of one word, within bounds."""

from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")
# Far more words than the essays of a lesson have; a text of made-up words fills it once and is forgotten.
LIMIT = 20_000


class Memo(dict[K, V]):
    """A dictionary that forgets everything when it is full, so that no text can make it grow without end."""

    def __setitem__(self, key: K, value: V) -> None:
        if len(self) >= LIMIT:
            self.clear()
        super().__setitem__(key, value)
