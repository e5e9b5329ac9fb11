"""Many jobs, one server, hours in an instant: the server's six methods in memory, on a simulated clock.

The outer edge is `SealApi.send`; everything behind it is the real thing.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar, cast

from signdesk.domain.batches import Batch, BatchState, new_batch
from signdesk.domain.documents import Document
from signdesk.domain.errors import NotReached, ServerProblem
from signdesk.domain.reports import AcceptReply, BatchReport, Status, StatusReading, UploadReply
from signdesk.domain.retry_config import Clock, RetryConfig
from signdesk.domain.servers import AcceptForm, Numbering, Process, Server
from signdesk.jobs.job_context import JobServices
from signdesk.jobs.signing import sign_batch
from signdesk.seal_api.api_request import ApiMethod, ApiRequest
from signdesk.seal_api.client import SealApi
from tests.support.clock import START
from tests.support.workers import WORKERS

T = TypeVar("T")
SERVER = Server("https://seal.example.com", numbering=Numbering.NEWER, accept_form=AcceptForm.PATH)
AT_WORK = BatchReport(StatusReading("IN_PROGRESS", frozenset([Status.IN_PROGRESS])))
MISSING = Path("no such folder")


def dead() -> ServerProblem:
    return NotReached("“seal.example.com” could not be reached. Nothing was sent.")


@dataclass
class Request:
    at_s: float
    method: str
    batch_id: str = ""


@dataclass
class MemoryServer(SealApi):
    """`trouble(method, batch id)` gives the error that a request gets instead of an answer."""

    clock: Clock
    trouble: Callable[[str, str], ServerProblem | None] = lambda method, batch_id: None
    answer_s: float = 0.02
    requests: list[Request] = field(default_factory=list)
    travelling: int = 0
    most_at_once: int = 0

    async def send(self, request: ApiRequest[T]) -> T:
        await self._answered(request.method, request.batch_id)
        replies = {
            ApiMethod.CREATE: str(len(self.requests)),
            ApiMethod.UPLOAD: UploadReply(True, 202),
            ApiMethod.ACCEPT: AcceptReply(True, 200),
            ApiMethod.STATUS: AT_WORK,
        }
        return cast(T, replies.get(request.method))

    def since(self, at_s: float) -> list[Request]:
        return [one for one in self.requests if one.at_s >= at_s]

    async def _answered(self, method: str, batch_id: str) -> None:
        self.requests.append(Request(self.clock.monotonic(), method, batch_id))
        self.travelling += 1
        self.most_at_once = max(self.most_at_once, self.travelling)
        try:
            await self.clock.sleep(self.answer_s)
        finally:
            self.travelling -= 1
        if error := self.trouble(method, batch_id):
            raise error


@dataclass
class Notes:
    """Every note of every job, in order."""

    kept: list[Batch] = field(default_factory=list)

    async def record(self, batch: Batch) -> None:
        self.kept.append(batch)

    async def learned(self, base_url: str, *, form: AcceptForm | None, numbering: Numbering | None) -> None:
        """Nothing to learn here."""

    def states(self, batch: Batch) -> list[BatchState]:
        return [one.state for one in self.kept if one.id == batch.id]


def services_of(
    server: MemoryServer, *, waits: bool = True, seed: int = 1, notes: Notes | None = None
) -> JobServices:
    return JobServices(
        client=server,
        journal=notes or Notes(),
        clock=server.clock,
        retry_config=RetryConfig(rng=random.Random(seed)),  # noqa: S311 - jitter that can be repeated
        publish=lambda batch: None,
        quarantine=MISSING,
        work=MISSING,
        waits=waits,
        worker=WORKERS,
    )


def notes_of(services: JobServices) -> Notes:
    assert isinstance(services.journal, Notes)
    return services.journal


def order() -> Batch:
    document = Document(MISSING / "Letter.pdf", "Letter.pdf", 10, 0, "0" * 64, 0)
    return new_batch([document], Process(1, "Seal"), SERVER, MISSING, START)


def sealing_batch(server_id: str = "7") -> Batch:
    return order().replace(state=BatchState.SEALING, server_id=server_id)


def start(batches: Sequence[Batch], services: JobServices) -> list[asyncio.Task[Batch]]:
    return [asyncio.ensure_future(sign_batch(batch, services)) for batch in batches]


async def stop(jobs: Sequence[asyncio.Task[Batch]]) -> list[Batch]:
    for job in jobs:
        job.cancel()
    return await asyncio.gather(*jobs)
