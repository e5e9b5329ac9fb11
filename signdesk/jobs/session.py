"""One server at work: its client, and everything that the jobs of its batches share."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

from signdesk.domain.batches import Batch
from signdesk.domain.connections import Access
from signdesk.domain.receipt_page import ENGLISH, PageLanguage
from signdesk.domain.retry_config import Clock, RetryConfig
from signdesk.domain.servers import AcceptForm, Credentials, Numbering, Server, origin
from signdesk.jobs.clock import SleepWatch, SystemClock, since_boot_s
from signdesk.jobs.job_context import JobServices
from signdesk.jobs.journal import Journal
from signdesk.jobs.signing import (
    clean_up_batch,
    keep_server_copy,
    leave_batch,
    sign_batch,
    withdraw_batch,
)
from signdesk.seal_api.client import SealClient
from signdesk.seals.worker.pool import Asks, DocumentWorkers
from signdesk.storage.folders import Folders
from signdesk.storage.memory import MemoryFile
from signdesk.storage.settings_guard import SettingsGuard


class Session:
    """Made on the loop's thread, for one server and one set of credentials.

    `server` is the address as named by a person; what was learned of it earlier is added where the person
    left it open. `waits`: whether its jobs wait for a server that is away, or end and say so. `since_boot`:
    seconds that go on while the machine sleeps. `page_language`: of receipts. `guard` as in `JobServices`.
    `worker`: reads documents, and is closed by whoever made it; its own one where None.
    Raises InputProblem for a secret that no header can carry.
    """

    def __init__(
        self,
        server: Server,
        credentials: Credentials,
        access: Access = Access(),  # noqa: B008 - a frozen value
        *,
        folders: Folders,
        memory: MemoryFile,
        journal: Journal,
        publish: Callable[[Batch], None],
        retry_config: RetryConfig | None = None,
        clock: Clock | None = None,
        waits: bool = False,
        since_boot: Callable[[], float] = since_boot_s,
        page_language: PageLanguage = ENGLISH,
        guard: SettingsGuard | None = None,
        worker: Asks | None = None,
    ) -> None:
        self._named = server
        self.credentials = credentials
        self._memory = memory
        self.is_closing = False
        self.client = SealClient(server, credentials, access)
        self._clock = clock or SystemClock()
        self._sleep_watch = SleepWatch(self._clock, self.woke, since_boot)
        self._watching: asyncio.Task[None] | None = None
        self._own_worker = DocumentWorkers() if worker is None else None  # started when a document needs one
        self._services = JobServices(
            client=self.client,
            journal=_Practising(journal) if server.practice else journal,
            clock=self._clock,
            retry_config=retry_config or RetryConfig(),
            publish=publish,
            quarantine=folders.quarantine,
            work=folders.work,
            waits=waits,
            page_language=page_language,
            ca_file=access.transport.ca_file,
            guard=guard or SettingsGuard(),
            worker=worker or self._own_worker,
        )

    @property
    def base_url(self) -> str:
        """The server's address, as named by a person."""
        return self._named.base_url

    @property
    def server(self) -> Server:
        """The server with what is known of it by now, for the next batch."""
        named = self._named
        habits = self._memory.load().habits_of(origin(named.base_url))
        if named.accept_form is AcceptForm.AUTO and habits.accept_form is AcceptForm.QUERY_AND_BODY:
            named = replace(named, accept_form=habits.accept_form)  # tried first; the other comes second
        if named.numbering is Numbering.UNKNOWN:
            named = replace(named, numbering=habits.numbering)
        return named

    async def sign(self, batch: Batch) -> Batch:
        """Brings the batch as far as it gets (`signing.sign_batch`)."""
        if self._watching is None:
            self._watching = asyncio.ensure_future(self._sleep_watch.run())
        return await sign_batch(batch, self._services, lambda: self.is_closing)

    def try_now(self) -> None:
        """A person asks for it: pauses after failures end, and a refused sign-in gets one more try."""
        self._services.guarded.breaker.try_now()
        self._services.guarded.sign_in.try_again()

    def woke(self) -> None:
        """The machine was asleep: no connection is believed in, and the server is asked anew at once."""
        self.client.drop_connections()
        self._services.guarded.breaker.try_now()
        self._clock.wake()

    async def withdraw(self, batch: Batch, message: str) -> Batch:
        """Ends a held order whose sealing surely has not begun (`signing.withdraw_batch`)."""
        return await withdraw_batch(batch, self._services, message)

    async def leave(self, batch: Batch, message: str) -> Batch:
        """Keeps a batch that needs a decision for later (`signing.leave_batch`)."""
        return await leave_batch(batch, self._services, message)

    async def keep_copy(self, batch: Batch) -> Batch:
        """Ends a saved batch whose copy on the server cannot be deleted (`signing.keep_server_copy`)."""
        return await keep_server_copy(batch, self._services)

    async def clean_up(self, batch: Batch) -> Batch:
        """Tries once to remove what a batch left on the server (`signing.clean_up_batch`)."""
        return await clean_up_batch(batch, self._services)

    async def close(self) -> None:
        """Closes the connections. No job may be under way."""
        if self._watching is not None:
            self._watching.cancel()
        if self._own_worker is not None:
            self._own_worker.close()
        await self.client.aclose()


class _Practising:
    """Batches are noted like any others; a practice server's address and ways mean nothing tomorrow."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    async def record(self, batch: Batch) -> None:
        """As the journal does."""
        await self._journal.record(batch)

    async def learned(self, base_url: str, *, form: AcceptForm | None, numbering: Numbering | None) -> None:
        """Nothing."""
