"""The same again."""

from collections.abc import Mapping

from .reading import Reading

_NEAR_COPY = 0.85
_LONG_ENOUGH = 6


def repeats(reading: Reading) -> set[int]:
    """Sentences that say again what an earlier one said, word for word or nearly."""
    document = reading.document
    found: set[int] = set()
    exact: set[tuple[str, ...]] = set()
    alike: dict[str, list[frozenset[str]]] = {}
    for number, unit in enumerate(document.sentences):
        words = reading.sentences[number]
        stems = frozenset(document.stems[unit.first : unit.last])
        # Nearly equal sentences nearly always share their alphabetically first or last stem.
        keys = (min(stems), max(stems))
        if words in exact or (len(stems) >= _LONG_ENOUGH and _again(stems, keys, alike)):
            found.add(number)
            continue
        exact.add(words)
        for key in keys:
            alike.setdefault(key, []).append(stems)
    return found


def _again(stems: frozenset[str], keys: tuple[str, str], alike: Mapping[str, list[frozenset[str]]]) -> bool:
    """Has an earlier sentence with one of these keys nearly the same stems?"""
    size = len(stems)
    for key in keys:
        for other in alike.get(key, ()):
            # Sets of such unlike sizes cannot have that much in common.
            if size >= _NEAR_COPY * len(other) and len(other) >= _NEAR_COPY * size:
                shared = len(stems & other)
                if shared >= _NEAR_COPY * (size + len(other) - shared):
                    return True
    return False
