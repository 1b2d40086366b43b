"""The same again."""

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
        near = len(stems) >= _LONG_ENOUGH and any(
            _nearly(stems, other) for key in keys for other in alike.get(key, ())
        )
        if near or words in exact:
            found.add(number)
            continue
        exact.add(words)
        for key in keys:
            alike.setdefault(key, []).append(stems)
    return found


def _nearly(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter, longer = sorted((len(one), len(other)))
    # Sets of such unlike sizes cannot have that much in common.
    return shorter >= _NEAR_COPY * longer and len(one & other) >= _NEAR_COPY * len(one | other)
