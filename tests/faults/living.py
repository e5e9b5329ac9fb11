"""A running SignDesk that can be killed: real session, jobs, journal file and lock files.

Whatever a job does to the world outside passes a gate: both ends of a note and of a call, and every pause.
The gates are counted, and what is to happen at a number happens there. A killed program's jobs never come out
of their next gate; what its threads were at is brought to an end first, as if the power had failed a moment
later.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.errors import SavingProblem
from signdesk.domain.retry_config import RetryConfig
from signdesk.domain.servers import AcceptForm, Credentials, Numbering, Server
from signdesk.jobs.async_journal import AsyncJournal
from signdesk.jobs.recovery import Next, next_for
from signdesk.jobs.server_cleanup import is_left_behind
from signdesk.jobs.session import Session
from signdesk.seal_api.api_request import ApiRequest
from signdesk.seal_api.calls import TimeLimits
from signdesk.seal_api.client import SealApi, SealClient
from signdesk.storage.batch_lock import BatchLock
from signdesk.storage.folders import Folders
from signdesk.storage.memory import MemoryFile
from tests.support.clock import InstantClock
from tests.support.workers import WORKERS

T = TypeVar("T")
PATIENT = TimeLimits(connect_s=20, pool_s=20, idle_s=20, answer_s=20)
LIMIT_S = 60.0
PATIENCE = (
    70  # pauses for each batch in one action until the person stops waiting; an unclear accept takes 31
)
BACK_AFTER = 7  # pauses until an unreachable server is there again


class Gates:
    """`blows`: what happens at which passage, counted since `arm`."""

    def __init__(self) -> None:
        self.dead = asyncio.Event()
        self.under_way = 0
        self._grave = asyncio.Event()
        self._blows: dict[int, list[Callable[[], object]]] = {}
        self._passed = 0

    def arm(self, blows: Iterable[tuple[int, Callable[[], object]]]) -> None:
        """From here on the passages are counted anew."""
        self._passed = 0
        self._blows = {}
        for at, blow in blows:
            self._blows.setdefault(at, []).append(blow)

    async def passage(self) -> None:
        """Never comes back once the program is dead."""
        if not self.dead.is_set():
            self._passed += 1
            for blow in self._blows.get(self._passed, ()):
                blow()
        if self.dead.is_set():
            await self._grave.wait()
            raise asyncio.CancelledError

    async def around(self, work: Callable[[], Awaitable[T]]) -> T:
        """`work` between two passages."""
        await self.passage()
        self.under_way += 1
        try:
            result = await work()
        except asyncio.CancelledError:
            self.under_way -= 1
            raise
        except Exception:
            self.under_way -= 1
            await self.passage()
            raise
        self.under_way -= 1
        await self.passage()
        return result

    def bury(self) -> None:
        """Lets the jobs of a dead program end, when nothing that they still do matters."""
        self._grave.set()


class _Journal:
    """`AsyncJournal` behind the gates."""

    def __init__(self, notes: AsyncJournal, gates: Gates) -> None:
        self._notes = notes
        self._gates = gates

    async def record(self, batch: Batch) -> None:
        await self._gates.around(lambda: self._notes.record(batch))

    async def learned(self, base_url: str, *, form: AcceptForm | None, numbering: Numbering | None) -> None:
        await self._gates.around(lambda: self._notes.learned(base_url, form=form, numbering=numbering))


class _Client(SealApi):
    """`SealClient` behind the gates."""

    def __init__(self, client: SealClient, gates: Gates) -> None:
        self._client = client
        self._gates = gates

    async def send(self, request: ApiRequest[T]) -> T:
        return await self._gates.around(lambda: self._client.send(request))


class _Clock:
    """The world's clock, which outlives programs; `paused` is called at every pause."""

    def __init__(self, clock: InstantClock, gates: Gates, paused: Callable[[], object]) -> None:
        self._clock = clock
        self._gates = gates
        self._paused = paused

    def monotonic(self) -> float:
        return self._clock.monotonic()

    def now(self) -> datetime:
        return self._clock.now()

    async def sleep(self, delay_s: float) -> None:
        await self._gates.passage()
        await self._clock.sleep(delay_s)
        self._paused()

    def wake(self) -> None:
        self._clock.wake()


class Program:
    """One run of the program, from `open` to `close` or `kill`. `complain` gets what must never happen."""

    def __init__(
        self,
        data: Path,
        clock: InstantClock,
        *,
        waits: bool,
        reachable: Callable[[], object],
        complain: Callable[[str], object],
    ) -> None:
        self.gates = Gates()
        self.is_over = False
        self.recovers = True  # once
        self._reachable = reachable
        self._complain = complain
        self._waits = waits
        self._clock = _Clock(clock, self.gates, self._paused)
        self._folders = Folders(data)
        self._memory = MemoryFile(self._folders.memory_file)
        self.notes = AsyncJournal(self._folders.journal_file, self._memory, self._folders.order_mark)
        self._batch_lock = BatchLock(self._folders.owners, "the SignDesk window")
        self._jobs: dict[str, asyncio.Task[Batch]] = {}
        self._pauses = 0
        self.session: Session

    async def open(self, server: Server, credentials: Credentials) -> None:
        """With everything that a program opens; nothing goes on by itself."""
        set_aside = await self.notes.open()
        if set_aside is not None:
            self._complain("the journal was found broken")
        self.session = Session(
            server,
            credentials,
            folders=self._folders,
            memory=self._memory,
            journal=_Journal(self.notes, self.gates),
            publish=self._published,
            retry_config=RetryConfig(rng=Random(7)),  # noqa: S311 - jitter
            waits=self._waits,
            worker=WORKERS,
        )
        self.session.client = SealClient(server, credentials, limits=PATIENT)
        # The session itself keeps the system's clock, by which it looks whether the machine was asleep.
        self.session._services = replace(
            self.session._services, client=_Client(self.session.client, self.gates), clock=self._clock
        )

    def arm(self, blows: Iterable[tuple[int, Callable[[], object]]]) -> None:
        """For the next action."""
        self._pauses = 0
        self.gates.arm(blows)

    def begin(self, batch: Batch, work: Coroutine[Any, Any, Batch]) -> None:
        """A job, owned as the window's jobs are."""
        if not self._batch_lock.acquire(batch.id):
            self._complain(f"batch {batch.id} belongs to a program that is dead")
        task = asyncio.ensure_future(work)
        task.add_done_callback(lambda _: self._batch_lock.release(batch.id) if not self.is_over else None)
        self._jobs[batch.id] = task

    def is_running(self, batch_id: str) -> bool:
        task = self._jobs.get(batch_id)
        return task is not None and not task.done()

    async def go_on(self, batch_id: str, change: Callable[[Batch], Batch] = lambda one: one) -> None:
        """From the journal, with what a person decided."""
        batch = await self.notes.latest(batch_id)
        if batch is None or batch.is_over or self.is_running(batch_id):
            return
        self.session.try_now()
        self.begin(batch, self.session.sign(change(batch)))

    async def recover(self) -> None:
        """What the window does at its start: every batch that waits for nothing else goes on."""
        self.recovers = False
        loaded = await self.notes.load()
        for sentence in loaded.set_aside:
            self._complain(f"a batch was put aside: {sentence}")
        for batch in loaded.batches:
            if is_left_behind(batch):
                self.begin(batch, self._clean_up(batch))
            if batch.is_over or batch.reason is Reason.STOPPED_WAITING:
                continue
            if next_for(batch, self.session.credentials) is Next.GO_ON:
                await self.go_on(batch.id)

    async def _clean_up(self, batch: Batch) -> Batch:
        try:
            return await self.session.clean_up(batch)
        except SavingProblem:  # as it may
            return batch

    def stop(self) -> None:
        """A person stops every batch that is under way."""
        for task in self._jobs.values():
            if not task.done() and not task.cancelling():
                task.cancel()

    def close_soon(self) -> None:
        """A person closes the window: the jobs end as they are."""
        self.session.is_closing = True
        self.stop()

    def wake(self) -> None:
        """The machine was asleep."""
        self.session.woke()

    def die(self) -> None:
        """The power fails."""
        self.gates.dead.set()

    async def until_quiet(self) -> None:
        """Every job has ended, or the program is closed or dead (`is_over`)."""
        died = asyncio.ensure_future(self.gates.dead.wait())
        try:
            while not died.done() and (live := [one for one in self._jobs.values() if not one.done()]):
                async with asyncio.timeout(LIMIT_S):
                    await asyncio.wait([died, *live], return_when=asyncio.FIRST_COMPLETED)
        finally:
            died.cancel()
        if self.gates.dead.is_set():
            await self._freeze()
            return
        self._look_at_endings()
        if self.session.is_closing:
            await self.close()

    async def has_stopped(self, batch_id: str) -> bool:
        """Waits for the batch's job; False where it did not end as STOPPED, or the program died before."""
        job = self._jobs[batch_id]
        died = asyncio.ensure_future(self.gates.dead.wait())
        try:
            async with asyncio.timeout(LIMIT_S):
                await asyncio.wait([died, job], return_when=asyncio.FIRST_COMPLETED)
        finally:
            died.cancel()
        ended = job.done() and not job.cancelled() and job.exception() is None and not self.session.is_closing
        return ended and job.result().state is BatchState.STOPPED

    async def close(self) -> None:
        """In order; no job may be under way."""
        self.session.is_closing = True
        self.is_over = True
        await self._let_go()
        self._batch_lock.release_all()

    async def bury(self) -> None:
        """Ends what is left of a dead program's jobs, whose last acts must not matter any more."""
        self.gates.bury()
        while left := [one for one in self._jobs.values() if not one.done()]:
            for task in left:
                task.cancel()
            await asyncio.wait(left, timeout=0.2)
        for task in self._jobs.values():
            if not task.cancelled():
                task.exception()

    async def _freeze(self) -> None:
        """What threads were at ends; then the system closes a dead process's files."""
        self.session.is_closing = True
        self.is_over = True
        for _ in range(10):
            while self.gates.under_way:  # noqa: ASYNC110 - threads, which set no event
                await asyncio.sleep(0.001)
            await asyncio.to_thread(int)
            await asyncio.sleep(0)
        await self._let_go()
        for descriptor in (*self._batch_lock._held.values(), self._batch_lock._life):
            if descriptor is not None:
                os.close(descriptor)

    async def _let_go(self) -> None:
        await self.session.close()
        await self.notes.close()

    def _look_at_endings(self) -> None:
        for batch_id, task in self._jobs.items():
            error = None if task.cancelled() else task.exception()
            if error is not None:
                self._complain(f"the job of batch {batch_id} raised {error!r}")
        self._jobs.clear()

    def _paused(self) -> None:
        self._pauses += 1
        if self._pauses % BACK_AFTER == 0:
            self._reachable()
        if self._pauses % (PATIENCE * max(1, len(self._jobs))) == 0:
            self.stop()

    def _published(self, batch: Batch) -> None:
        if batch.reason is Reason.FAULT:
            self._complain(f"batch {batch.id}: a fault of our own, held at {batch.held_at}")


def run_in_one_thread(main: Coroutine[Any, Any, T]) -> T:
    """As asyncio.run, with one thread for what blocks, so that it can be waited for."""

    async def within() -> T:
        loop = asyncio.get_running_loop()
        with ThreadPoolExecutor(1, thread_name_prefix="history") as pool:
            loop.set_default_executor(pool)
            return await main

    return asyncio.run(within())
