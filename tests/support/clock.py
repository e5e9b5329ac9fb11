"""Clocks that do not wait: one that moves on by itself at every sleep, and one for many jobs at once."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

T = TypeVar("T")
START = datetime(2026, 11, 23, 14, 2, 0, tzinfo=UTC)


class InstantClock:
    """`slept_s`: every pause that was asked for, in seconds, in order."""

    def __init__(self) -> None:
        self.elapsed_s = 0.0
        self.slept_s: list[float] = []

    def monotonic(self) -> float:
        return self.elapsed_s

    def now(self) -> datetime:
        return START + timedelta(seconds=self.elapsed_s)

    async def sleep(self, delay_s: float) -> None:
        self.slept_s.append(delay_s)
        self.elapsed_s += delay_s
        await asyncio.sleep(0)

    def wake(self) -> None:
        """Nobody sleeps here."""


class SimulatedClock:
    """The time of a `simulated` loop, shared by all its tasks: everybody sleeps at the same time, and time
    goes on only when nobody has anything left to do.
    """

    def monotonic(self) -> float:
        return asyncio.get_running_loop().time()

    def now(self) -> datetime:
        return START + timedelta(seconds=self.monotonic())

    async def sleep(self, delay_s: float) -> None:
        await asyncio.sleep(delay_s)

    def wake(self) -> None:
        """Sleeps go on: time jumps to their end anyway."""


def simulated(main: Callable[[SimulatedClock], Coroutine[Any, Any, T]]) -> T:
    """Runs `main` on a loop whose time jumps to the next timer as soon as nothing else can happen.

    For code without threads and without sockets: their work would take no time, or come too late. Raises
    RuntimeError when everybody waits for ever.
    """
    with asyncio.Runner(loop_factory=_SimulatedLoop) as runner:
        return runner.run(main(SimulatedClock()))


class _JumpingSelector(selectors.DefaultSelector):
    elapsed_s = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        events: list[tuple[selectors.SelectorKey, int]] = super().select(0)
        if events:
            return events
        if timeout is None:
            raise RuntimeError("every task waits for ever")
        self.elapsed_s += timeout
        return []


class _SimulatedLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._jumping = _JumpingSelector()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.elapsed_s
