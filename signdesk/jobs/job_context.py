"""One batch under way: its latest value, the partners its steps use, and how a step gives up."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from signdesk.domain.batch_summary import what_is_safe
from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.errors import (
    DiskFull,
    FolderGone,
    MountGone,
    Redirected,
    Refused,
    SavingProblem,
    ServerProblem,
    SignInRefused,
    TlsProblem,
    TooBusy,
)
from signdesk.domain.messages import join, msg, without
from signdesk.domain.moments import short_clock
from signdesk.domain.receipt_page import ENGLISH, PageLanguage
from signdesk.domain.reports import BatchReport
from signdesk.domain.retry_config import Clock, RetryConfig
from signdesk.jobs.journal import Journal
from signdesk.jobs.retry import GaveUpError, Policy, reading_policy, repeat
from signdesk.seal_api.breaker import HeldBack
from signdesk.seal_api.client import SealApi
from signdesk.seal_api.guard import GuardedClient, SignInPaused
from signdesk.seals.seal_checker import prepare
from signdesk.seals.worker.pool import Asks
from signdesk.storage.settings_guard import SettingsGuard

log = logging.getLogger(__name__)
T = TypeVar("T")
NOT_REACHED = msg("The server is not reached.")
_NOTHING_SENT = "Nothing was sent."
WHEN_BACK = msg("The batch goes on once that is connected again; you can also choose another folder.")
BY_ITSELF = msg("SignDesk tries again by itself; nothing is lost.")


@dataclass(frozen=True, slots=True)
class JobServices:
    """What every job of one server shares. `publish` is called on the loop's thread.

    `client` speaks the six methods; jobs get it behind the guard that they share (`guarded`).
    `transfers` bounds how many packages and results travel at once. `work` is a private folder for temporary
    copies, `quarantine` one for results that must not get a result's name. `waits`: whether a job waits for a
    server that is away (the window), or ends and says so (the command line). `page_language`: of receipts.
    `ca_file`: issuers of seals that are believed beside the system's. `guard`: what a line of the settings
    forbids that cannot be read. `worker`: looks at seals and compares pages; where None, each check has its
    own.
    """

    client: SealApi
    journal: Journal
    clock: Clock
    retry_config: RetryConfig
    publish: Callable[[Batch], None]
    quarantine: Path
    work: Path
    transfers: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(2))
    waits: bool = False
    page_language: PageLanguage = ENGLISH
    ca_file: Path | None = None
    guard: SettingsGuard = field(default_factory=SettingsGuard)
    worker: Asks | None = None
    guarded: GuardedClient = field(init=False)
    _is_prepared: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        """No job gets at the bare client, so none can forget the breaker."""
        guarded = GuardedClient(self.client, self.retry_config, self.clock)
        object.__setattr__(self, "client", guarded)
        object.__setattr__(self, "guarded", guarded)

    def prepare_looks(self) -> None:
        """While the first package travels, all that looks at seals need is imported."""
        if self.worker is not None and not self._is_prepared:
            object.__setattr__(self, "_is_prepared", True)
            prepare(self.worker)


class JobPaused(Exception):
    """The job ends here for now. Everything is kept; `state` is WAITING or NEEDS_YOU."""

    def __init__(self, reason: Reason, message: str, *, detail: str = "", decide: bool = False) -> None:
        super().__init__(message)
        self.state = BatchState.NEEDS_YOU if decide else BatchState.WAITING
        self.reason = reason
        self.message = message
        self.detail = detail


class JobContext:
    """The latest value of one batch and the only way to change it. Used on the loop's thread alone."""

    def __init__(self, batch: Batch, services: JobServices) -> None:
        self.batch = batch
        self.found_at = batch.state  # where the job began: what is noted of it may be older than the server's
        self.services = services
        self._loop = asyncio.get_running_loop()
        self._stop_is_due = False  # cancelled while something ran to its end, which then failed

    async def transition(self, state: BatchState, **facts: Any) -> None:
        """To the next state: noted in the journal first, shown second."""
        moved = self.batch.transition(state, **facts)
        await self._keep(moved.entered(state, self.services.clock.now()))
        log.info("batch %s, on the server %s: %s", moved.id, moved.server_id or "-", state)

    async def note(self, **facts: Any) -> None:
        """Same state, new facts, noted in the journal first."""
        await self._keep(self.batch.replace(**facts))

    async def hold(self, hold: JobPaused) -> None:
        """WAITING or NEEDS_YOU, noted."""
        await self._keep(self.batch.held(hold.state, hold.reason, hold.message, hold.detail))
        log.info("batch %s: %s, %s", self.batch.id, hold.state, hold.reason)

    def show(self, **facts: Any) -> None:
        """Facts that are worth drawing but not noting (progress, heard from the server)."""
        self.batch = self.batch.replace(**facts)
        self._publish()

    def show_from_thread(self, **facts: Any) -> None:
        """As `show`, from a worker thread, for as long as the state stays what it is."""
        self._loop.call_soon_threadsafe(self._show_late, self.batch.state, facts)

    def heard(self, **facts: Any) -> None:
        """The server has just answered about this batch."""
        self.show(heard_at=self.services.clock.now(), **facts)

    async def repeat(self, call: Callable[[], Awaitable[T]], policy: Policy) -> T:
        """`retry.repeat`, behind the breaker that all jobs of this server share.

        Raises the step's last error. Where the program waits (`JobServices.waits`), a step that gave up
        because of a sick server raises nothing: the batch is WAITING (noted), and the step begins anew once
        the server is well. What is held back is waited for, and not counted as tried.
        """
        rounds = 0
        while True:
            try:
                return await self._attempted(call, policy)
            except HeldBack as held:
                if not self.waits_for(held):
                    raise
                await self.wait_out(held)
            except GaveUpError as gave_up:
                rounds += 1
                if not (self.services.waits and gave_up.may_wait):
                    raise gave_up.error from None
                await self.wait_out(gave_up.error, rounds)

    async def attempt(self, call: Callable[[], Awaitable[T]], policy: Policy) -> T:
        """As `repeat`, for a step that waits by itself, or not at all: raises the step's last error."""
        try:
            return await self._attempted(call, policy)
        except GaveUpError as gave_up:
            raise gave_up.error from None

    async def look(self, *, own_connection: bool = False) -> BatchReport:
        """BatchStatus of this batch, repeated as a question may be. `own_connection`: where an accept, or a
        second one, depends on the answer (signdesk/README.md, P1), each attempt over a new connection.
        """
        batch, client = self.batch, self.services.client
        numbering, count = batch.server.numbering, len(batch.documents)
        ask = partial(client.batch_status, batch.server_id, numbering, documents=count)
        return await self.repeat(lambda: ask(own_connection=own_connection), reading_policy)

    async def wait_out(self, error: ServerProblem, rounds: int = 0) -> None:
        """WAITING until the server may be tried again, then back to the step where it was held, both noted.

        `rounds`: how often in a row the job's step has given up; 0 where it was only held back. Cancelled,
        the batch stands at its step again, so that "stop" means what it means there. No request depends on a
        note of the waiting: where it cannot be kept, the waiting goes on in memory.
        """
        self._stop_if_due()
        shown = self._is_worth_saying(error)
        if shown:
            await self.show_held(self._waiting(error))
        try:
            await self.services.guarded.until_let_through(rounds)
        except asyncio.CancelledError:
            self.batch = self.batch.resumed() if shown else self.batch
            raise
        if shown:
            await self.show_resumed()

    async def show_held(self, hold: JobPaused) -> None:
        """Held while the job waits by itself, until `show_resumed`. Noted where that is possible."""
        await self._keep_if_possible(self.batch.held(hold.state, hold.reason, hold.message, hold.detail))

    async def show_resumed(self) -> None:
        """Back at its step."""
        await self._keep_if_possible(self.batch.resumed())

    def waits_for(self, error: ServerProblem) -> bool:
        """Whether the job sits this out by itself; nothing of the step may have been sent.

        A program that does not wait still keeps a Retry-After that is short.
        """
        if isinstance(error, SignInPaused | TlsProblem) or self.batch.is_over:
            return False
        wait_s = error.wait_s if isinstance(error, HeldBack) else None
        return self.services.waits or (
            wait_s is not None and wait_s <= self.services.retry_config.step_limit_s
        )

    async def pause(self, delay_s: float) -> float:
        """Sleeps; how much of it counts as time in which the server could have answered, in seconds.

        Never more than was meant: a machine that slept meanwhile did not ask (and some clocks go on then).
        """
        self._stop_if_due()
        clock = self.services.clock
        began_s = clock.monotonic()
        await clock.sleep(delay_s)
        return min(delay_s, clock.monotonic() - began_s)

    async def uninterrupted(
        self,
        work: Coroutine[Any, Any, T],
        undo: Callable[[T], object] | None = None,
        *,
        patience_s: float | None = None,
    ) -> T:
        """Lets `work` end however often the job is cancelled meanwhile; then the cancellation goes on.

        What `work` raises is raised first, so that it can be dealt with; the cancellation goes on before
        the job's next call or pause. `undo` gets a result that nobody will take any more. `patience_s`:
        how long after the first cancellation it may take before it is cancelled, too.
        """
        task = asyncio.ensure_future(work)
        give_up: asyncio.TimerHandle | None = None
        cancelled = False
        while not task.done():
            try:
                await asyncio.wait([task])
            except asyncio.CancelledError:
                cancelled = True
                if patience_s is not None and give_up is None:
                    give_up = self._loop.call_later(patience_s, task.cancel)
        if give_up is not None:
            give_up.cancel()
        self._stop_is_due |= cancelled
        result = task.result()
        if cancelled:
            if undo is not None:
                undo(result)
            raise asyncio.CancelledError
        return result

    async def _attempted(self, call: Callable[[], Awaitable[T]], policy: Policy) -> T:
        """Raises HeldBack and GaveUpError; the breaker hears of the latter."""
        services = self.services
        self._stop_if_due()
        try:
            return await repeat(call, policy, services.retry_config, services.clock, self._stop_if_due)
        except GaveUpError as gave_up:
            if gave_up.is_sick:
                services.guarded.breaker.gave_up()
            raise

    def _stop_if_due(self) -> None:
        if self._stop_is_due:
            self._stop_is_due = False  # what ends the batch after that is not to be broken off again
            raise asyncio.CancelledError

    def _is_worth_saying(self, error: ServerProblem) -> bool:
        if not isinstance(error, HeldBack) or error.wait_s is None:
            return True
        return self.services.waits and error.wait_s > self.services.retry_config.quiet_wait_s

    def _waiting(self, error: ServerProblem) -> JobPaused:
        pause_s = error.retry_after_s if isinstance(error, TooBusy) else getattr(error, "wait_s", None)
        why = NOT_REACHED if isinstance(error, HeldBack) else of_the_batch(error)
        if pause_s is not None:
            until = self.services.clock.now() + timedelta(seconds=pause_s)
            why = msg("The server asked for a pause until {time}.", time=short_clock(until))
        return JobPaused(Reason.SERVER, join(why, BY_ITSELF), detail=error.detail)

    def _show_late(self, state: BatchState, facts: dict[str, Any]) -> None:
        if self.batch.state is state:
            self.show(**facts)

    async def _keep(self, batch: Batch) -> None:
        await self.services.journal.record(batch)
        self.batch = batch
        self._publish()

    async def _keep_if_possible(self, batch: Batch) -> None:
        try:
            await self._keep(batch)
        except SavingProblem:
            log.exception("batch %s: its waiting could not be noted", batch.id)
            self.batch = batch
            self._publish()

    def _publish(self) -> None:
        """A drawing that fails must not stop a job that costs money."""
        try:
            self.services.publish(self.batch)
        except Exception:
            log.exception("batch %s could not be shown", self.batch.id)


def of_the_batch(error: ServerProblem) -> str:
    """The error's sentences without "Nothing was sent.", which is true of the last request alone. What is
    safe of everything that went before, `what_is_safe` says.
    """
    return without(str(error), _NOTHING_SENT)


def server_said(error: ServerProblem) -> str:
    """The server's own words about a refusal, as a sentence; or nothing."""
    _, _, words = error.detail.partition(": ")  # "HTTP 400: your quota is used up"
    return msg("The server said: “{words}”.", words=words[:200].rstrip(".")) if words else ""


def pause_for(batch: Batch, error: ServerProblem | SavingProblem) -> JobPaused:
    """The Hold for an error that a step cannot mend; it says what is safe of `batch` as it is now."""
    safe = what_is_safe(batch)
    if isinstance(error, SavingProblem):
        if isinstance(error, MountGone):
            return JobPaused(Reason.AWAY, join(str(error), safe, WHEN_BACK))
        reason = Reason.DISK_FULL if isinstance(error, DiskFull) else Reason.TARGET
        return JobPaused(reason, join(str(error), safe), decide=isinstance(error, FolderGone))
    reason = Reason.SERVER
    if isinstance(error, SignInRefused | SignInPaused):
        reason = Reason.SIGN_IN
    elif isinstance(error, Refused) and (error.status or 500) < 500 and not isinstance(error, Redirected):
        reason = Reason.REFUSED
    return JobPaused(reason, join(of_the_batch(error), safe), detail=error.detail)
