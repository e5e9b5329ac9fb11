"""A job's bench whose way to the practice server leads through the fault proxy."""

from __future__ import annotations

import hashlib
import os
import shutil
import ssl
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TypeVar
from urllib.parse import urlsplit

import pytest
import trustme

from signdesk.domain.batches import Batch, BatchState
from signdesk.domain.retry_config import RetryConfig
from signdesk.domain.servers import AcceptForm, Numbering
from signdesk.jobs.signing import sign_batch
from signdesk.practice.service import Method
from signdesk.seal_api.api_request import ApiMethod, ApiRequest
from signdesk.seal_api.calls import TimeLimits
from signdesk.seal_api.client import SealApi, SealClient
from tests.jobs.conftest import Bench
from tests.support.clock import InstantClock
from tests.support.fault_acts import Act, Passed, Rule
from tests.support.fault_proxy import FaultProxy
from tests.support.practice_runner import running_practice
from tests.support.response_profile import ResponseProfile, Steps

ADDRESSES = {
    Method.CREATE: ("POST", "/api/CreateBatch"),
    Method.UPLOAD: ("POST", "/api/upload/"),
    Method.ACCEPT: ("POST", "/api/AcceptBatch"),
    Method.STATUS: ("GET", "/api/BatchStatus/"),
    Method.DOWNLOAD: ("GET", "/api/batchfile/"),
    Method.DELETE: ("DELETE", "/api/BatchDeleteCache/"),
}
CALLS = {
    ApiMethod.CREATE: Method.CREATE,
    ApiMethod.UPLOAD: Method.UPLOAD,
    ApiMethod.ACCEPT: Method.ACCEPT,
    ApiMethod.STATUS: Method.STATUS,
    ApiMethod.DOWNLOAD: Method.DOWNLOAD,
    ApiMethod.DELETE: Method.DELETE,
}
T = TypeVar("T")
# Generous to a loaded machine, except where a test waits for a limit.
PATIENT = TimeLimits(connect_s=5, pool_s=5, idle_s=5, answer_s=5)
SOURCES = ("Letter.txt",)


class FaultClock(InstantClock):
    """Does not wait; `on_sleep` is what happens in the world while a job pauses."""

    def __init__(self) -> None:
        super().__init__()
        self.on_sleep: Callable[[], object] = lambda: None

    async def sleep(self, delay_s: float) -> None:
        self.on_sleep()
        await super().sleep(delay_s)


@dataclass(kw_only=True)
class FaultBench(Bench):
    """`at`: what happens in the world when a state is first published, before the step's request leaves."""

    proxy: FaultProxy
    trusting: ssl.SSLContext | None = None
    clock: FaultClock = field(default_factory=FaultClock)
    at: dict[BatchState, Callable[[], object]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.base_url = self.proxy.url
        self.accept_form = AcceptForm.PATH  # learned already: no look before accept
        self.numbering = Numbering.NEWER
        self.limits = PATIENT
        self.retry_config = RetryConfig(rng=Random(7))  # noqa: S311 - jitter
        self.sources_before: dict[Path, tuple[str, int, int]] = {}

    def fail(
        self, method: Method, act: Act, *, times: int | None = 1, skip: int = 0, words: bytes = b""
    ) -> None:
        """The next `times` requests of the method (None: all) meet the act."""
        self.proxy.rules.append(Rule(act, *ADDRESSES[method], skip=skip, times=times, words=words))

    def came(self, method: Method) -> list[Passed]:
        """The requests that reached the proxy."""
        return self.proxy.requests(*ADDRESSES[method])

    def order(self, *names: str) -> Batch:
        batch = super().order(*(names or SOURCES))
        self.sources_before = {path: _fingerprint(path) for path in self.sources.rglob("*") if path.is_file()}
        return batch

    def untouched_sources(self) -> bool:
        return {path: _fingerprint(path) for path in self.sources_before} == self.sources_before

    async def run(self, batch: Batch | None = None) -> Batch:
        batch = batch or self.order()
        client = WhereDue(self, batch)
        try:
            return await sign_batch(batch, self.services(client))
        finally:
            await client.aclose()

    def client(self, batch: Batch, limits: TimeLimits | None = None) -> SealClient:
        """To be closed by the caller."""
        return SealClient(
            batch.server,
            self.credentials or self.practice.credentials,
            limits=limits or self.limits,
            ssl_context=self.trusting,
        )

    def ordered(self) -> int:
        """Accepts that the server carried out, over all batches."""
        return sum(self.practice.ledger.accepted(one) for one in self.practice.batch_ids)

    def temporary_files(self) -> list[Path]:
        """What must not stay: in the target folder anything but results, in the work folder anything."""
        work = self.folder / "data" / "work"
        found = [path for path in self.saved_zips() if path.suffix != ".zip"]
        return found + (list(work.iterdir()) if work.exists() else [])

    def _publish(self, batch: Batch) -> None:
        happens = self.at.pop(batch.state, None)
        if happens is not None:
            happens()
        super()._publish(batch)


class WhereDue(SealApi):
    """A client with the bench's limits for the calls that the proxy lets fail, and a patient one for all that
    go well: on a loaded machine they take what they need.
    """

    def __init__(self, bench: FaultBench, batch: Batch) -> None:
        self._bench = bench
        self._patient = bench.client(batch, PATIENT)
        self._limited = bench.client(batch) if bench.limits != PATIENT else self._patient

    async def send(self, request: ApiRequest[T]) -> T:
        due = self._bench.proxy.is_due(*ADDRESSES[CALLS[request.method]])
        return await (self._limited if due else self._patient).send(request)

    async def aclose(self) -> None:
        """Both."""
        await self._patient.aclose()
        if self._limited is not self._patient:
            await self._limited.aclose()


def _fingerprint(path: Path) -> tuple[str, int, int]:
    status = path.stat()
    return hashlib.sha256(path.read_bytes()).hexdigest(), status.st_mtime_ns, status.st_mode


MakeFaultBench = Callable[..., FaultBench]


@pytest.fixture(scope="session")
def certificates() -> tuple[ssl.SSLContext, ssl.SSLContext, ssl.SSLContext]:
    """A server's, a strange server's, and a client that trusts the first alone."""
    authority = trustme.CA()
    contexts = []
    for one in (authority, trustme.CA()):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        one.issue_cert("localhost").configure_cert(context)
        contexts.append(context)
    trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    authority.configure_trust(trusting)
    return contexts[0], contexts[1], trusting


@pytest.fixture
def make_bench(
    tmp_path: Path, certificates: tuple[ssl.SSLContext, ssl.SSLContext, ssl.SSLContext]
) -> Iterator[MakeFaultBench]:
    """make_bench(secure=False, profile fields...): a bench on a practice server behind a fault proxy."""
    trusted, strange, trusting = certificates
    with ExitStack() as stack:

        def make(*, secure: bool = False, **profile: object) -> FaultBench:
            folder = tmp_path / f"bench{len(list(tmp_path.glob('bench*')))}"
            for name in ("sources", "server"):
                (folder / name).mkdir(parents=True)
            spoken = ResponseProfile(**{"steps": Steps.BY_POLL, **profile})  # type: ignore[arg-type]
            practice = stack.enter_context(running_practice(folder / "server", profile=spoken))
            address = urlsplit(practice.server.base_url)
            upstream = (address.hostname or "", address.port or 0)
            proxy = stack.enter_context(
                FaultProxy(upstream, trusted=trusted, strange=strange) if secure else FaultProxy(upstream)
            )
            return FaultBench(
                practice, folder, folder / "sources", proxy=proxy, trusting=trusting if secure else None
            )

        yield make


Mount = Callable[[Path, str], None]


def remount(folder: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", str(folder)], check=True, capture_output=True)


@pytest.fixture
def mount() -> Iterator[Mount]:
    """mount(folder, size): a disk of its own there, for the length of the test."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("mounting a small disk needs root")
    with ExitStack() as stack:

        def make(folder: Path, size: str) -> None:
            folder.mkdir(parents=True, exist_ok=True)
            command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
            if subprocess.run(command, check=False, capture_output=True).returncode:
                pytest.skip("mounting is not allowed here")
            stack.callback(subprocess.run, ["umount", "-l", str(folder)], check=False, capture_output=True)

        yield make
