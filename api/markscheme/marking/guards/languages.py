"""Is it English?"""

from ..cleaning import BLANK
from .reading import Reading

_LATIN = 0x24F


def other_script(answer: str) -> bool:
    """Are more than three in ten letters outside the Latin alphabet?"""
    if answer.isascii():
        return False
    letters = [char for char in answer if char.isalpha() and char not in BLANK]
    return sum(ord(char) > _LATIN for char in letters) > 0.3 * max(1, len(letters))


def not_english(reading: Reading) -> set[int]:
    """Sentences in another language, or in none."""
    return set(reading.foreign)
