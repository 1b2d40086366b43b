"""How often one address may ask for a mark: a token bucket each, in memory."""

import re
from collections.abc import Callable
from datetime import timedelta
from ipaddress import ip_address
from threading import Lock
from time import monotonic

from markscheme.domain.errors import RateLimitedError

SECONDS = {"second": 1.0, "minute": 60.0, "hour": 3600.0}
MOST_ADDRESSES = 10_000


class RateLimit:
    """`count` requests in `period` seconds for each address; a full burst first, then evenly."""

    def __init__(self, count: int, period: float, *, spare_loopback: bool = False,
                 clock: Callable[[], float] = monotonic) -> None:  # fmt: skip
        self._step = period / count
        self._period = period
        self._spare_loopback = spare_loopback
        self._clock = clock
        self._lock = Lock()
        # Per address the moment at which its bucket is full again (generic cell rate algorithm).
        self._full_at: dict[str, float] = {}

    @classmethod
    def parse(cls, text: str, *, spare_loopback: bool = False) -> "RateLimit | None":
        """Read "120/minute"; "off" means no limit. Raises ValueError on anything else."""
        if text.strip().lower() == "off":
            return None
        found = re.fullmatch(r"([1-9]\d{0,8})\s*/\s*(second|minute|hour)", text.strip().lower())
        if found is None:
            raise ValueError(f"a rate is a number / second, minute or hour, or off; got {text!r}")
        return cls(int(found[1]), SECONDS[found[2]], spare_loopback=spare_loopback)

    def take(self, address: str) -> None:
        """Count one request; raises RateLimitedError when the address has none left."""
        if self._spare_loopback and _is_loopback(address):
            return
        with self._lock:
            now = self._clock()
            full_at = max(self._full_at.get(address, now), now) + self._step
            if full_at - now > self._period + 1e-9:
                raise RateLimitedError(timedelta(seconds=full_at - now - self._period))
            self._full_at[address] = full_at
            if len(self._full_at) > MOST_ADDRESSES:
                self._full_at = {each: at for each, at in self._full_at.items() if at > now}


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
