"""One batch under way: its latest value, the partners its steps use, and how a step gives up."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.errors import (
    DiskFull,
    NotReached,
    Redirected,
    Refused,
    SavingProblem,
    ServerProblem,
    SignInRefused,
    TlsProblem,
)
from signdesk.jobs.journal import Journal
from signdesk.jobs.pacing import Clock, Pacing
from signdesk.jobs.retrying import Policy, repeat
from signdesk.seal_api.client import SealClient

log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Partners:
    """What every job of one server shares. `publish` is called on the loop's thread.

    `transfers` bounds how many packages and results travel at once. `work` is a private folder for temporary
    copies, `quarantine` one for results that must not get a result's name.
    """

    client: SealClient
    journal: Journal
    clock: Clock
    pacing: Pacing
    publish: Callable[[Batch], None]
    quarantine: Path
    work: Path
    transfers: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(2))


class Hold(Exception):
    """The job ends here for now. Everything is kept; `state` is WAITING or NEEDS_YOU."""

    def __init__(self, reason: Reason, message: str, *, detail: str = "", decide: bool = False) -> None:
        super().__init__(message)
        self.state = BatchState.NEEDS_YOU if decide else BatchState.WAITING
        self.reason = reason
        self.message = message
        self.detail = detail


class Run:
    """The latest value of one batch and the only way to change it. Used on the loop's thread alone."""

    def __init__(self, batch: Batch, partners: Partners) -> None:
        self.batch = batch
        self.partners = partners
        self._loop = asyncio.get_running_loop()

    async def move(self, state: BatchState, **facts: Any) -> None:
        """To the next state: noted in the journal first, shown second."""
        await self._keep(self.batch.moved(state, **facts))

    async def note(self, **facts: Any) -> None:
        """Same state, new facts, noted in the journal first."""
        await self._keep(self.batch.noting(**facts))

    async def hold(self, hold: Hold) -> None:
        """WAITING or NEEDS_YOU, noted."""
        await self._keep(self.batch.held(hold.state, hold.reason, hold.message, hold.detail))

    def show(self, **facts: Any) -> None:
        """Facts that are worth drawing but not noting (progress, heard from the server)."""
        self.batch = self.batch.noting(**facts)
        self._publish()

    def show_from_thread(self, **facts: Any) -> None:
        """As `show`, from a worker thread, for as long as the state stays what it is."""
        self._loop.call_soon_threadsafe(self._show_late, self.batch.state, facts)

    def heard(self, **facts: Any) -> None:
        """The server has just answered about this batch."""
        self.show(heard_at=self.partners.clock.now(), **facts)

    async def repeat(self, call: Callable[[], Awaitable[T]], policy: Policy) -> T:
        """`retrying.repeat` with this job's clock and pacing."""
        return await repeat(call, policy, self.partners.pacing, self.partners.clock)

    async def uninterrupted(
        self, work: Coroutine[Any, Any, T], undo: Callable[[T], object] | None = None
    ) -> T:
        """Lets `work` end however often the job is cancelled meanwhile; then the cancellation goes on.

        What `work` raises is raised in its place. `undo` gets a result that nobody will take any more.
        """
        task = asyncio.ensure_future(work)
        cancelled = False
        while not task.done():
            try:
                await asyncio.wait([task])
            except asyncio.CancelledError:
                cancelled = True
        result = task.result()
        if cancelled:
            if undo is not None:
                undo(result)
            raise asyncio.CancelledError
        return result

    def _show_late(self, state: BatchState, facts: dict[str, Any]) -> None:
        if self.batch.state is state:
            self.show(**facts)

    async def _keep(self, batch: Batch) -> None:
        await self.partners.journal.record(batch)
        self.batch = batch
        self._publish()

    def _publish(self) -> None:
        """A drawing that fails must not stop a job that costs money."""
        try:
            self.partners.publish(self.batch)
        except Exception:
            log.exception("batch %s could not be shown", self.batch.id)


def hold_for(error: ServerProblem | SavingProblem, safe: str) -> Hold:
    """The Hold for an error that a step cannot mend. `safe`: the sentence that says what is safe."""
    if isinstance(error, SavingProblem):
        reason = Reason.DISK_FULL if isinstance(error, DiskFull) else Reason.TARGET
        return Hold(reason, f"{error} {safe}")
    reason = Reason.SERVER
    if isinstance(error, SignInRefused):
        reason = Reason.SIGN_IN
    elif isinstance(error, Refused) and (error.status or 500) < 500 and not isinstance(error, Redirected):
        reason = Reason.REFUSED
    advice = ""
    if isinstance(error, NotReached) and not isinstance(error, TlsProblem):
        advice = " Check the network, then try again."
    return Hold(reason, f"{error}{advice} {safe}", detail=error.detail)
