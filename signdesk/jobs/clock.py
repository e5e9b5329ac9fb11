"""The system's clock, and noticing that the machine was asleep: then every socket is as good as dead, and
whatever was due is late.

The wall clock is not asked: a person or a time server may set it, and that must do nothing (fault matrix,
row "clock jump").
"""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime

from signdesk.domain.retry_config import Clock

LOOK_S = 1.0
GAP_S = 30.0
# time.monotonic stands still during sleep on Linux and macOS; on Windows it goes on
_WITH_SLEEP = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}
log = logging.getLogger(__name__)


def since_boot_s() -> float:
    """Seconds that go on while the machine sleeps, and never jump."""
    clock = getattr(time, _WITH_SLEEP.get(sys.platform, ""), None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


class SystemClock:
    """The real one. Used on the loop's thread alone."""

    def __init__(self) -> None:
        self._woken = asyncio.Event()

    def monotonic(self) -> float:
        """Seconds that never jump."""
        return time.monotonic()

    def now(self) -> datetime:
        """Aware, UTC."""
        return datetime.now(UTC)

    async def sleep(self, delay_s: float) -> None:
        """Wait without blocking the loop, or until `wake`."""
        with suppress(TimeoutError):
            async with asyncio.timeout(delay_s):
                await self._woken.wait()

    def wake(self) -> None:
        """Every sleep under way ends now: the machine itself was asleep, so all that is due long since."""
        self._woken.set()
        self._woken = asyncio.Event()


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
