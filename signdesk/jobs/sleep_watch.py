"""Has this machine been asleep? Then every socket is as good as dead, and whatever was due is late.

The wall clock is not asked: a person or a time server may set it, and that must do nothing (fault matrix,
row "clock jump").
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable

from signdesk.jobs.pacing import Clock

LOOK_S = 1.0
GAP_S = 30.0
# time.monotonic stands still during sleep on Linux and macOS; on Windows it goes on
_WITH_SLEEP = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}
log = logging.getLogger(__name__)


def since_boot_s() -> float:
    """Seconds that go on while the machine sleeps, and never jump."""
    clock = getattr(time, _WITH_SLEEP.get(sys.platform, ""), None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


class SleepWatch:
    """`woke` is called on the loop's thread after every sleep, and after every standstill, of more than 30 s.

    It should drop all connections and have everybody ask the server anew.
    """

    def __init__(
        self, clock: Clock, woke: Callable[[], object], since_boot: Callable[[], float] = since_boot_s
    ) -> None:
        self._clock = clock
        self._woke = woke
        self._since_boot = since_boot

    async def run(self) -> None:
        """For as long as the program runs: cancel it at the end."""
        while True:
            before_s = self._since_boot()
            await self._clock.sleep(LOOK_S)
            gap_s = self._since_boot() - before_s - LOOK_S
            if gap_s > GAP_S:
                log.info("this machine was asleep for %.0f s", gap_s)
                self._woke()
