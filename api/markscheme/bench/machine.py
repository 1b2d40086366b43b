"""What was measured on: the facts that figures of speed mean nothing without."""

import os
import platform
from pathlib import Path

import numpy as np

from markscheme.domain.base import Noun


class Machine(Noun):
    """This machine and what runs on it. `load` is the one-minute load average before measuring began."""

    cpu: str
    cores: int
    memory_mb: int | None
    system: str
    python: str
    numpy: str
    load: float | None


def this_machine() -> Machine:
    """The facts, as far as the system tells them."""
    memory = _field(Path("/proc/meminfo"), "MemTotal")
    return Machine(
        cpu=_field(Path("/proc/cpuinfo"), "model name") or platform.processor() or platform.machine(),
        cores=len(cores()), memory_mb=int(memory.split()[0]) // 1024 if memory else None,
        system=f"{platform.system()} {platform.release()}", python=platform.python_version(),
        numpy=np.__version__, load=round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
    )  # fmt: skip


def cores() -> list[int]:
    """The cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return sorted(os.sched_getaffinity(0))
    return list(range(os.cpu_count() or 1))


def resident_mb() -> tuple[float, float] | None:
    """Resident memory of this process now and at its highest, in MB; None where the system does not say."""
    status = Path("/proc/self/status")
    now, high = _field(status, "VmRSS"), _field(status, "VmHWM")
    return (int(now.split()[0]) / 1024, int(high.split()[0]) / 1024) if now and high else None


def _field(path: Path, name: str) -> str | None:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith(name)), None)
