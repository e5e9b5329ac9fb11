"""One server at work: its client, the notes of its jobs, and everything a job shares with the others."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

from signdesk.domain.batches import Batch
from signdesk.domain.servers import AcceptForm, Credentials, Numbering, Server
from signdesk.jobs.pacing import Clock, Pacing, SystemClock
from signdesk.jobs.run import Partners
from signdesk.jobs.signing import sign_batch
from signdesk.seal_api.client import SealClient
from signdesk.storage.folders import Folders
from signdesk.storage.memory import Memory


class Notes:
    """The journal as it is today: what was learned of a server is kept across starts, batches only for as
    long as the program runs. The durable journal takes this class's place.
    """

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    async def record(self, batch: Batch) -> None:
        """Nothing yet outlives the program."""

    async def learned(self, base_url: str, *, form: AcceptForm | None, numbering: Numbering | None) -> None:
        """Kept for the next batches of this server. Raises nothing: it is only a convenience."""
        await asyncio.to_thread(self._memory.learn, base_url, form, numbering)


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
        memory: Memory,
        publish: Callable[[Batch], None],
        pacing: Pacing | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._named = server
        self._memory = memory
        self.client = SealClient(server, credentials)
        self._partners = Partners(
            client=self.client,
            journal=Notes(memory),
            clock=clock or SystemClock(),
            pacing=pacing or Pacing(),
            publish=publish,
            quarantine=folders.quarantine,
            work=folders.work,
        )

    @property
    def server(self) -> Server:
        """The server with what is known of it by now, for the next batch."""
        form, numbering = self._memory.known(self._named.base_url)
        named = self._named
        if named.accept_form is AcceptForm.AUTO and form is AcceptForm.QUERY_AND_BODY:
            named = replace(named, accept_form=form)  # tried first; the other form still comes second
        if named.numbering is Numbering.UNKNOWN and numbering is not None:
            named = replace(named, numbering=numbering)
        return named

    async def sign(self, batch: Batch) -> Batch:
        """Brings the batch as far as it gets (`signing.sign_batch`)."""
        return await sign_batch(batch, self._partners)

    async def close(self) -> None:
        """Closes the connections. No job may be under way."""
        await self.client.aclose()
