"""How soon a next try may come after wrong ones: later and later, and never never."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from threading import Lock
from time import monotonic

from markscheme.domain.errors import ThrottledError

FREE_TRIES = 5
LONGEST_SECONDS = 60.0
FORGET_SECONDS = 15 * 60.0
MOST_KEYS = 10_000


@dataclass
class _Tries:
    count: int
    last: float
    next_at: float


class Throttle:
    """Counts tries for each key, such as a name from an address: five free, then one, two, four … seconds apart.

    In this process's memory: each replica of a server would count for itself. Nobody is locked out: another address
    has tries of its own, and a try that comes too soon is refused without lengthening the wait.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._tries: dict[tuple[str, ...], _Tries] = {}

    def take(self, *key: str) -> None:
        """Count a try before it is known to be wrong, so that many at once count too; raises ThrottledError."""
        with self._lock:
            now = self._clock()
            known = self._tries.pop(key, None)
            if known is None or now - known.last > FORGET_SECONDS:
                known = _Tries(0, now, now)
            # Put back last, so that the first key is always the one longest untouched.
            self._tries[key] = known
            if now < known.next_at:
                raise ThrottledError(timedelta(seconds=known.next_at - now))
            known.count += 1
            known.last = now
            if known.count >= FREE_TRIES:
                known.next_at = now + min(2.0 ** min(known.count - FREE_TRIES, 16), LONGEST_SECONDS)
            if len(self._tries) > MOST_KEYS:
                del self._tries[next(iter(self._tries))]

    def clear(self, *key: str) -> None:
        """Forget the tries: the last one was right."""
        with self._lock:
            self._tries.pop(key, None)
