"""How much one document may cost in the document worker. Plain figures, and how the system holds to them.

Rule P23 of signdesk/README.md: what is up to 10 MB gets the least figures, more gets more in proportion.
And nothing is fetched for a document: pyHanko imports aiohttp with every look at a signature, for time stamp
servers and revocation lists. It takes a third of the time of all that a look imports, and reads the system's
certificate authorities.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

_FULL_BYTES = 10_000_000  # up to here the least figures hold
_LEAST_CPU_S, _MOST_CPU_S = 10, 120
_LEAST_MEMORY_BYTES, _MOST_MEMORY_BYTES = 300 << 20, 1 << 30
_WALL_FACTOR, _WALL_EXTRA_S = 4.0, 20.0  # on a busy computer, and for the start of the process
RETIRE_BYTES = 600 << 20  # address space beyond that of the start; a larger process is replaced when idle
_PAGE_FILE = Path("/proc/self/statm")


@dataclass(frozen=True, slots=True)
class Limits:
    """For one request. `memory_bytes`: growth of the address space. `wall_s` bounds what uses no CPU."""

    cpu_s: int
    memory_bytes: int
    wall_s: float


def limits_for(size_bytes: int, least_cpu_s: int | None = None) -> Limits:
    """For a document of that size. `least_cpu_s`: up to 10 MB; the usual where None."""
    times = max(1.0, size_bytes / _FULL_BYTES)
    cpu_s = int(min(_MOST_CPU_S, (least_cpu_s or _LEAST_CPU_S) * times))
    memory = int(min(_MOST_MEMORY_BYTES, _LEAST_MEMORY_BYTES * times))
    return Limits(cpu_s, memory, _WALL_FACTOR * cpu_s + _WALL_EXTRA_S)


def bound_for_good() -> None:
    """In the child, at its start: no files are written, no core is dumped; where the system can do that."""
    try:
        import resource
    except ImportError:  # Windows
        return
    _set(resource.RLIMIT_FSIZE, 0, hard=True)
    _set(resource.RLIMIT_CORE, 0, hard=True)


def bound_request(cpu_s: int, memory_bytes: int) -> None:
    """In the child, before each request: so much more CPU time and address space than is used by now."""
    try:
        import resource
    except ImportError:  # Windows
        return
    _set(resource.RLIMIT_CPU, int(time.process_time()) + 1 + cpu_s)
    if used := address_space_bytes():
        _set(resource.RLIMIT_AS, used + memory_bytes)


def has_cpu_limit() -> bool:
    """Whether the system ends a process for its CPU time; else the time on the wall is all there is."""
    return sys.platform != "win32"


def system_has_memory(memory_bytes: int) -> bool:
    """In the child, after a MemoryError: whether it was our limit that said no, and not the computer."""
    import mmap

    try:
        import resource

        _set(resource.RLIMIT_AS, address_space_bytes() + 2 * memory_bytes)
        mmap.mmap(-1, memory_bytes).close()
    except (ImportError, OSError, ValueError, MemoryError):
        return False
    return True


def address_space_bytes() -> int:
    """Of this process; 0 where the system does not tell (then it is not bounded either)."""
    try:
        return int(_PAGE_FILE.read_text("ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, AttributeError):
        return 0


def _set(what: int, most: int, *, hard: bool = False) -> None:
    import resource

    highest = resource.getrlimit(what)[1]
    soft = most if highest == resource.RLIM_INFINITY else min(most, highest)
    try:
        resource.setrlimit(what, (soft, soft if hard else highest))
    except (OSError, ValueError):  # macOS knows RLIMIT_AS, and refuses it
        return


_STAND_INS = {
    "pyhanko.sign.timestamps.aiohttp_client": "HTTPTimeStamper",
    "pyhanko_certvalidator.fetchers.aiohttp_fetchers": "AIOHttpFetcherBackend",
}


def keep_network_out() -> None:
    """For this process, before it imports pyHanko. What would fetch something is None from then on."""
    for module, client in _STAND_INS.items():
        stand_in = ModuleType(module, "SignDesk fetches nothing for a document.")
        vars(stand_in)[client] = None
        sys.modules.setdefault(module, stand_in)
