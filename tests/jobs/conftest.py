"""A job on its real partners: real HTTP to the practice server on loopback, real disk, a clock that does not
wait, and a journal that remembers the order of notes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from signdesk.domain.batches import Batch, BatchState, new_batch
from signdesk.domain.errors import SavingProblem
from signdesk.domain.retry_config import RetryConfig
from signdesk.domain.servers import AcceptForm, Credentials, Numbering, Process, ProcessKind
from signdesk.jobs.job_context import JobServices
from signdesk.jobs.signing import sign_batch, withdraw_batch
from signdesk.practice.service import Method
from signdesk.seal_api.calls import TimeLimits
from signdesk.seal_api.client import SealApi, SealClient
from signdesk.seals.worker.pool import Asks
from signdesk.storage.intake import take_in
from tests.support.clock import InstantClock
from tests.support.practice_runner import PracticeRun, running_practice
from tests.support.response_profile import ResponseProfile, Steps
from tests.support.samples import a_pdf
from tests.support.workers import WORKERS

SEAL = Process(1, "Practice seal")
VALIDATE = Process(2, "Practice check", ProcessKind.VALIDATE)


@dataclass
class NotedState:
    """One note of the journal, and how many requests of each method had been received by then."""

    state: BatchState
    server_id: str
    received: dict[Method, int]


@dataclass
class OrderedJournal:
    """Notes in order. `full` makes every note fail, as a full disk would."""

    practice: PracticeRun
    notes: list[NotedState] = field(default_factory=list)
    learned_facts: list[tuple[AcceptForm | None, Numbering | None]] = field(default_factory=list)
    full: bool = False
    full_at: BatchState | None = None

    async def record(self, batch: Batch) -> None:
        if self.full or batch.state is self.full_at:
            raise SavingProblem("The disk with SignDesk's notes is full.")
        counts = {method: self.practice.ledger.count(method) for method in Method}
        self.notes.append(NotedState(batch.state, batch.server_id, counts))

    async def learned(self, base_url: str, *, form: AcceptForm | None, numbering: Numbering | None) -> None:
        self.learned_facts.append((form, numbering))


@dataclass
class Bench:
    """One practice server and everything that a job needs to work with it."""

    practice: PracticeRun
    folder: Path
    sources: Path
    clock: InstantClock = field(default_factory=InstantClock)
    retry_config: RetryConfig = field(default_factory=RetryConfig)
    published: list[Batch] = field(default_factory=list)
    credentials: Credentials | None = None
    process: Process = SEAL
    numbering: Numbering = Numbering.UNKNOWN
    accept_form: AcceptForm = AcceptForm.AUTO
    base_url: str = ""
    save_to: Path | None = None
    limits: TimeLimits = field(default_factory=TimeLimits)
    waits: bool = False
    worker: Asks = WORKERS

    def __post_init__(self) -> None:
        self.journal = OrderedJournal(self.practice)
        self.save_to = self.save_to or self.folder / "Sealed"

    def order(self, *names: str) -> Batch:
        """A batch of new source files: PDFs where the name says so, text otherwise."""
        for name in names or ("Letter.pdf", "List.txt"):
            path = self.sources / name
            if not path.exists():
                path.write_bytes(a_pdf(name) if name.endswith(".pdf") else f"{name}\n".encode() * 50)
        taken = take_in([self.sources / name for name in names or ("Letter.pdf", "List.txt")])
        assert not taken.problems
        server = replace(
            self.practice.server,
            base_url=self.base_url or self.practice.server.base_url,
            numbering=self.numbering,
            accept_form=self.accept_form,
        )
        assert self.save_to is not None
        return new_batch(taken.documents, self.process, server, self.save_to, self.clock.now())

    def services(self, client: SealApi) -> JobServices:
        return JobServices(
            client=client,
            journal=self.journal,
            clock=self.clock,
            retry_config=self.retry_config,
            publish=self._publish,
            quarantine=self._made("quarantine"),
            work=self._made("work"),
            waits=self.waits,
            worker=self.worker,
        )

    async def run(self, batch: Batch | None = None) -> Batch:
        """The job from where the batch stands to where it ends or is held."""
        batch = batch or self.order()
        client = SealClient(batch.server, self.credentials or self.practice.credentials, limits=self.limits)
        try:
            return await sign_batch(batch, self.services(client))
        finally:
            await client.aclose()

    async def run_all(self, *batches: Batch) -> list[Batch]:
        """One job after the other, as one session runs them."""
        client = SealClient(batches[0].server, self.practice.credentials)
        services = self.services(client)
        try:
            return [await sign_batch(batch, services) for batch in batches]
        finally:
            await client.aclose()

    async def withdraw(self, batch: Batch) -> Batch:
        client = SealClient(batch.server, self.practice.credentials)
        try:
            return await withdraw_batch(batch, self.services(client), "Put back.")
        finally:
            await client.aclose()

    async def run_until(self, batch: Batch, state: BatchState, times: int = 1) -> Batch:
        """Cancels the job as soon as the state is published, and returns what the job then says."""
        return await self._run_while(batch, lambda one: one.state is not state, times)

    async def run_until_looked_at_twice(self, batch: Batch) -> Batch:
        """Cancels the job at its second look at the status while ACCEPTING."""
        return await self._run_while(
            batch, lambda one: not (one.state is BatchState.ACCEPTING and self.count(Method.STATUS) >= 3)
        )

    async def run_until_slow(self) -> Batch:
        """Cancels the job as soon as it says that this takes longer than usual."""
        return await self._run_while(self.order(), lambda one: "longer than usual" not in one.message)

    async def _run_while(self, batch: Batch, goes_on: Callable[[Batch], bool], times: int = 1) -> Batch:
        task: asyncio.Task[Batch] = asyncio.ensure_future(self.run(batch))
        loop = asyncio.get_running_loop()

        def stop(left: int = times) -> None:
            if left and not task.done():
                task.cancel()
                loop.call_soon(stop, left - 1)

        self.stop_when = (goes_on, stop)
        return await task

    stop_when: tuple[Callable[[Batch], bool], Callable[[], object]] | None = None

    def count(self, method: Method) -> int:
        return self.practice.ledger.count(method)

    def saved_zips(self) -> list[Path]:
        """Everything in the target folder; hidden and temporary files count, too."""
        assert self.save_to is not None
        return sorted(self.save_to.iterdir()) if self.save_to.exists() else []

    def quarantined(self) -> list[Path]:
        return sorted((self.folder / "data" / "quarantine").iterdir())

    def _publish(self, batch: Batch) -> None:
        self.published.append(batch)
        if self.stop_when and not self.stop_when[0](batch):
            stop, self.stop_when = self.stop_when[1], None
            stop()

    def _made(self, name: str) -> Path:
        path = self.folder / "data" / name
        path.mkdir(parents=True, exist_ok=True)
        return path


MakeBench = Callable[..., Bench]


@pytest.fixture
def make_bench(tmp_path: Path) -> Iterator[MakeBench]:
    """make_bench(profile fields..., bench=dict(...)): a job's bench on a practice server speaking so."""
    with ExitStack() as stack:

        def make(**profile: object) -> Bench:
            number = len(list(tmp_path.glob("bench*")))
            folder = tmp_path / f"bench{number}"
            sources = folder / "sources"
            sources.mkdir(parents=True)
            spoken = ResponseProfile(**{"steps": Steps.BY_POLL, **profile})  # type: ignore[arg-type]
            server_folder = folder / "server"
            server_folder.mkdir()
            practice = stack.enter_context(_running(server_folder, spoken))
            return Bench(practice, folder, sources)

        yield make


def _running(folder: Path, profile: ResponseProfile) -> AbstractContextManager[PracticeRun]:
    return running_practice(folder, profile=profile)
