"""Passwords, hashed by argon2id off the threads that serve requests: two at once, the rest wait, and not too many."""

import asyncio
import os
import sys
import threading
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from markscheme.domain.errors import PasswordsBusyError

if TYPE_CHECKING:
    from pwdlib import PasswordHash

Result = TypeVar("Result")
AT_ONCE = 2
# At 25 ms each on two cores, the last of these is checked after about three seconds.
MOST_WAITING = 256
# A hash that no password gives, made with the settings below: who is unknown costs as much as who is known.
NOBODYS = "$argon2id$v=19$m=19456,t=2,p=1$nl96YA9o9olVHHslOE+B1g$JxW/BnVSdV4rkTR/8OiDnm8oZIL9IWvuFTJFz+EO2Ck"


class Passwords:
    """Hashes and checks; at most AT_ONCE at a time, and PasswordsBusyError where MOST_WAITING wait already."""

    def __init__(self, most_waiting: int = MOST_WAITING) -> None:
        self._threads = ThreadPoolExecutor(AT_ONCE, "passwords", initializer=_stand_back)
        self._places = threading.BoundedSemaphore(AT_ONCE + most_waiting)

    async def hash(self, password: str) -> str:
        """The hash to store."""
        return await self._soon(lambda: argon2id().hash(_plain(password)))

    async def right(self, password: str, stored: str | None) -> bool:
        """Whether the password is the one stored; as much work where there is none."""
        return await self._soon(lambda: argon2id().verify(_plain(password), stored or NOBODYS))

    def close(self) -> None:
        """Give the threads back; what waits is let go."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _soon(self, work: Callable[[], Result]) -> Result:
        if not self._places.acquire(blocking=False):
            raise PasswordsBusyError
        try:
            future = self._threads.submit(work)
        except BaseException:
            self._places.release()
            raise
        # A place is free when the work has ended, not when its sender has gone.
        future.add_done_callback(lambda _: self._places.release())
        return await asyncio.wrap_future(future)


@cache
def argon2id() -> "PasswordHash":
    """OWASP's least setting (19 MiB, two passes, one lane): a bell's worth of sign-ins costs seconds, not a minute."""
    # Loaded with the first password: most servers have no accounts, and a start should not wait for it.
    from pwdlib import PasswordHash
    from pwdlib.hashers.argon2 import Argon2Hasher

    return PasswordHash((Argon2Hasher(time_cost=2, memory_cost=19_456, parallelism=1),))


def _plain(password: str) -> str:
    # The same keys on another keyboard may send another form of the same letter.
    return unicodedata.normalize("NFKC", password)


def _stand_back() -> None:
    # On Linux a thread has a priority of its own: marking goes before passwords.
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 10)
