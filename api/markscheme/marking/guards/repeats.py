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
        stems = frozenset(token.stem for token in document.tokens[unit.first : unit.last])
        # Nearly equal sentences nearly always share their alphabetically first or last stem.
        keys = (min(stems), max(stems))
        near = len(stems) >= _LONG_ENOUGH and any(
            len(stems & other) >= _NEAR_COPY * len(stems | other)
            for key in keys
            for other in alike.get(key, ())
        )
        if near or words in exact:
            found.add(number)
            continue
        exact.add(words)
        for key in keys:
            alike.setdefault(key, []).append(stems)
    return found
