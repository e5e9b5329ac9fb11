"""A sick server is not beaten: one breaker for all jobs of one server (signdesk/README.md, Retry and P13).

Decides when nothing may be sent, and lets one waiting job probe for all. What is sent, and which errors
count, is the business of `guard` and of the jobs.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from enum import Enum, auto

from signdesk.domain.errors import NotReached
from signdesk.domain.messages import msg
from signdesk.domain.retry_config import Clock, RetryConfig

RESOLUTION_S = 0.001  # a timer may end this early
Probe = Callable[[], Awaitable[bool]]


class HeldBack(NotReached):
    """Nothing was sent, on purpose. `wait_s`: for how long at least; None where nobody can know."""

    def __init__(self, message: str, wait_s: float | None = None) -> None:
        super().__init__(message)
        self.wait_s = wait_s


class BreakerState(Enum):
    """What the breaker lets through."""

    CLOSED = auto()  # everything: as in an electric circuit, closed is well
    HALF_OPEN = auto()  # one waiting job, which tries for all
    OPEN = auto()  # nothing but probes


class Breaker:
    """Used on the loop's thread alone, by every job of one server.

    Opens after `RetryConfig.breaker_opens_after` steps that gave up with no success between them, closes
    after `breaker_closes_after` signs of life. Then one job goes first; its success lets all others go on,
    and if its step gives up too, the breaker is open again. There is no task behind it: whichever waiting
    job finds a probe due sends it, and the others see that it was sent.
    """

    def __init__(self, retry_config: RetryConfig, clock: Clock) -> None:
        self._retry_config = retry_config
        self._clock = clock
        self._door = BreakerState.CLOSED
        self._given_up = 0
        self._signs_of_life = 0
        self._next_probe_s = 0.0
        self._not_before_s = 0.0
        self._trial_until_s = 0.0
        self._on_trial = False
        self._news = asyncio.Event()

    @property
    def door(self) -> BreakerState:
        """Where it stands."""
        return self._door

    def check(self) -> None:
        """Before every call. Raises HeldBack where nothing may be sent now."""
        if self._door is BreakerState.OPEN:
            raise HeldBack(msg("The server is not reached, so nothing more was sent to it."))
        wait_s = self._not_before_s - self._clock.monotonic()
        if wait_s > RESOLUTION_S:
            raise HeldBack(msg("The server asked for a pause."), wait_s)

    def gave_up(self) -> None:
        """A step has used up its attempts against a server that is not reached or sick itself."""
        self._given_up += 1
        if self._door is BreakerState.HALF_OPEN or self._given_up >= self._retry_config.breaker_opens_after:
            self._open()

    def succeeded(self) -> None:
        """The server has answered a job's call properly (a no counts, too)."""
        self._given_up = 0
        if self._door is BreakerState.OPEN:
            self._probed(alive=True)
        elif self._door is BreakerState.HALF_OPEN:
            self._close()

    def hold_back(self, pause_s: float) -> None:
        """Retry-After, given to any job, holds for all. Counted from now."""
        self._not_before_s = max(self._not_before_s, self._clock.monotonic() + pause_s)

    def try_now(self) -> None:
        """A person asks for it, or the machine was asleep: the pauses end here, and one sign of life is
        enough. Retry-After is still kept.
        """
        self._next_probe_s = self._clock.monotonic()
        self._signs_of_life = max(self._signs_of_life, self._retry_config.breaker_closes_after - 1)
        self._tell_all()

    async def pause(self, delay_s: float) -> None:
        """Ends early at `try_now`, and when the breaker changes."""
        sleeping = asyncio.ensure_future(self._clock.sleep(delay_s))
        listening = asyncio.ensure_future(self._news.wait())
        try:
            await asyncio.wait((sleeping, listening), return_when=asyncio.FIRST_COMPLETED)
        finally:
            sleeping.cancel()
            listening.cancel()

    async def until_let_through(self, probe: Probe) -> None:
        """Returns when this job may send. `probe` tells whether the server is alive; it raises nothing."""
        waited = False
        while self._door is not BreakerState.CLOSED:
            if self._door is BreakerState.HALF_OPEN and not self._on_trial:
                self._on_trial = True
                self._trial_until_s = self._clock.monotonic() + self._retry_config.trial_s
                break
            waited = True
            await self._next_news(probe)
        else:
            if waited:  # not all at once
                await self._clock.sleep(self._retry_config.return_s())
        while (wait_s := self._not_before_s - self._clock.monotonic()) > 0:
            await self._clock.sleep(wait_s + self._retry_config.late_s())

    async def _next_news(self, probe: Probe) -> None:
        if self._door is BreakerState.OPEN:
            await self._probe_when_due(probe)
        elif self._door is BreakerState.HALF_OPEN and self._on_trial:
            left_s = self._trial_until_s - self._clock.monotonic()
            if left_s > 0:
                await self.pause(left_s)
            elif self._on_trial:  # a long call that has not failed: the server is alive
                self._close()

    async def _probe_when_due(self, probe: Probe) -> None:
        while self._door is BreakerState.OPEN and (left_s := self._until_probe_s()) > 0:
            await self.pause(left_s)
        if self._door is not BreakerState.OPEN:
            return
        self._next_probe_s = (
            self._clock.monotonic() + self._retry_config.probe_s()
        )  # before anybody else looks
        self._probed(alive=await probe())

    def _until_probe_s(self) -> float:
        return max(self._next_probe_s, self._not_before_s) - self._clock.monotonic()

    def _probed(self, *, alive: bool) -> None:
        if self._door is not BreakerState.OPEN:
            return
        self._signs_of_life = self._signs_of_life + 1 if alive else 0
        if self._signs_of_life >= self._retry_config.breaker_closes_after:
            self._door = BreakerState.HALF_OPEN
            self._on_trial = False
            self._tell_all()

    def _open(self) -> None:
        if self._door is BreakerState.OPEN:
            return
        self._door = BreakerState.OPEN
        self._signs_of_life = 0
        self._next_probe_s = self._clock.monotonic() + self._retry_config.probe_s()
        self._tell_all()

    def _close(self) -> None:
        self._door = BreakerState.CLOSED
        self._given_up = 0
        self._tell_all()

    def _tell_all(self) -> None:
        self._news.set()
        self._news = asyncio.Event()
