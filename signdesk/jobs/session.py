"""One server at work: its client, the notes of its jobs, and everything a job shares with the others."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from signdesk.domain.batches import Batch
from signdesk.domain.errors import SavingProblem
from signdesk.domain.servers import AcceptForm, Credentials, Numbering, Server, origin
from signdesk.jobs.pacing import Clock, Pacing, SystemClock
from signdesk.jobs.run import Partners
from signdesk.jobs.signing import leave_batch, sign_batch, withdraw_batch
from signdesk.seal_api.client import SealClient
from signdesk.storage.folders import Folders
from signdesk.storage.memory import Memory, MemoryFile


class Notes:
    """The journal as it is today: what was learned of a server is kept across starts, batches only for as
    long as the program runs. The durable journal takes this class's place.
    """

    def __init__(self, server: Server, memory: MemoryFile) -> None:
        self._server = server
        self._memory = memory

    async def record(self, batch: Batch) -> None:
        """Nothing yet outlives the program."""

    async def learned(self, base_url: str, *, form: AcceptForm | None, numbering: Numbering | None) -> None:
        """Kept for the next batches of this server. Raises nothing: it is only a convenience."""
        if self._server.practice:
            return

        def with_it(memory: Memory) -> Memory:
            habits = memory.habits_of(origin(base_url))
            habits = replace(
                habits,
                accept_form=form or habits.accept_form,
                numbering=numbering or habits.numbering,
            )
            return memory.with_habits(origin(base_url), habits)

        with suppress(SavingProblem):
            await asyncio.to_thread(self._memory.change, with_it)


class Session:
    """Made on the loop's thread, for one server and one set of credentials.

    `server` is the address as named by a person; what was learned of it earlier is added where the person
    left it open.
    """

    def __init__(
        self,
        server: Server,
        credentials: Credentials,
        *,
        folders: Folders,
        memory: MemoryFile,
        publish: Callable[[Batch], None],
        pacing: Pacing | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._named = server
        self._memory = memory
        self.client = SealClient(server, credentials)
        self._partners = Partners(
            client=self.client,
            journal=Notes(server, memory),
            clock=clock or SystemClock(),
            pacing=pacing or Pacing(),
            publish=publish,
            quarantine=folders.quarantine,
            work=folders.work,
        )

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
        return await sign_batch(batch, self._partners)

    async def withdraw(self, batch: Batch, message: str) -> Batch:
        """Ends a held order whose sealing surely has not begun (`signing.withdraw_batch`)."""
        return await withdraw_batch(batch, self._partners, message)

    async def leave(self, batch: Batch, message: str) -> Batch:
        """Keeps a batch that needs a decision for later (`signing.leave_batch`)."""
        return await leave_batch(batch, self._partners, message)

    async def close(self) -> None:
        """Closes the connections. No job may be under way."""
        await self.client.aclose()
