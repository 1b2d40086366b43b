"""When a request may be tried again, and after how long."""

from collections.abc import Mapping
from email.utils import parsedate_to_datetime

from .model import ModelFailedError

_TOO_MANY = 429
_FIRST_WAIT = 0.5


def refusal(status: int, headers: Mapping[str, str]) -> ModelFailedError:
    """What an HTTP status other than 200 means."""
    why = f"its server answers {status}"
    if status == _TOO_MANY:
        return ModelFailedError("throttled", why, retry_after(headers))
    if status >= 500 or status == 408:
        return ModelFailedError("dead", why, retry_after(headers))
    return ModelFailedError("refused", why)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds by the Retry-After header; a date counts from the server's own Date. None without one that can be read."""
    told = headers.get("retry-after", "")
    try:
        if told.strip().isascii() and told.strip().isdigit():
            return float(told)
        gap = parsedate_to_datetime(told) - parsedate_to_datetime(headers.get("date", ""))
        return max(0.0, gap.total_seconds())
    except (ValueError, TypeError, OverflowError):
        return None


def wait_before(attempt: int, failed: ModelFailedError, left: float, chance: float) -> float | None:
    """Seconds before the next try, or None where it would be of no use. `chance` (0..1) spreads the waits."""
    if failed.kind not in ("dead", "throttled"):
        return None
    wait = max(failed.retry_after or 0.0, chance * _FIRST_WAIT * 2**attempt)
    return wait if wait < left else None
