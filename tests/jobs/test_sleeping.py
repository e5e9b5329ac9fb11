"""The machine's sleep is noticed, a set clock is none."""

from __future__ import annotations

import asyncio
import time

import pytest

from signdesk.jobs.clock import SleepWatch, since_boot_s
from tests.support.clock import SimulatedClock, simulated


class Machine:
    """`asleep_s`: how long it has slept since its start; the clock of the jobs stands still meanwhile."""

    def __init__(self, clock: SimulatedClock) -> None:
        self._clock = clock
        self.asleep_s = 0.0
        self.woken_s: list[float] = []

    def since_boot_s(self) -> float:
        return self._clock.monotonic() + self.asleep_s

    def woke(self) -> None:
        self.woken_s.append(self._clock.monotonic())


@pytest.mark.parametrize(("asleep_s", "noticed"), [(3600.0, 1), (31.0, 1), (29.0, 0), (0.0, 0)])
def test_a_gap_of_more_than_thirty_seconds_is_a_sleep(asleep_s: float, noticed: int) -> None:
    async def day(clock: SimulatedClock) -> None:
        machine = Machine(clock)
        watching = asyncio.ensure_future(SleepWatch(clock, machine.woke, machine.since_boot_s).run())
        await clock.sleep(60.5)
        machine.asleep_s += asleep_s
        await clock.sleep(600)
        assert len(machine.woken_s) == noticed
        assert all(60.5 <= at_s <= 62 for at_s in machine.woken_s)
        watching.cancel()

    simulated(day)


def test_every_sleep_is_noticed_on_its_own() -> None:
    async def day(clock: SimulatedClock) -> None:
        machine = Machine(clock)
        watching = asyncio.ensure_future(SleepWatch(clock, machine.woke, machine.since_boot_s).run())
        for _ in range(3):
            await clock.sleep(10)
            machine.asleep_s += 3600
        await clock.sleep(10)
        assert len(machine.woken_s) == 3
        watching.cancel()

    simulated(day)


def test_a_standstill_of_the_program_counts_as_a_sleep() -> None:
    """As on Windows, where the clock of the jobs goes on during sleep."""

    class Stalling(SimulatedClock):
        stall_s = 0.0

        async def sleep(self, delay_s: float) -> None:
            await super().sleep(delay_s + self.stall_s)

    async def day(clock: SimulatedClock) -> None:
        stalling = Stalling()
        machine = Machine(stalling)
        watching = asyncio.ensure_future(SleepWatch(stalling, machine.woke, machine.since_boot_s).run())
        await clock.sleep(5.5)
        assert machine.woken_s == []
        stalling.stall_s = 3600
        await clock.sleep(3700)
        assert len(machine.woken_s) == 1
        watching.cancel()

    simulated(day)


def test_the_clock_that_is_asked_goes_on_at_least_as_the_other() -> None:
    before = time.monotonic(), since_boot_s()
    after = time.monotonic(), since_boot_s()
    assert after[1] - before[1] >= 0
    assert since_boot_s() >= time.monotonic() - 0.1
