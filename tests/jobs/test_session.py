"""A session at work: what waking up and a person's "now" do to its jobs."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

from signdesk.domain.batches import Batch, BatchState
from signdesk.domain.retry_config import RetryConfig
from signdesk.jobs.async_journal import AsyncJournal
from signdesk.jobs.session import Session
from signdesk.practice.service import Method
from signdesk.storage.folders import Folders
from signdesk.storage.memory import MemoryFile
from tests.jobs.conftest import Bench, MakeBench
from tests.support.response_profile import Answer, ServerFault, Steps
from tests.support.workers import WORKERS

NEVER_S = 3000.0  # a pause that no test waits for
SLOW = RetryConfig(poll_first_s=NEVER_S, poll_cap_s=NEVER_S, come_back_first_s=NEVER_S)


class Machine:
    """`slept_s`: how much of the time since its start the machine slept."""

    def __init__(self) -> None:
        self.slept_s = 0.0

    def since_boot_s(self) -> float:
        return asyncio.get_running_loop().time() + self.slept_s


class Desk:
    """A session with a real journal, and what it has published."""

    def __init__(self, bench: Bench, folder: Path, retry_config: RetryConfig) -> None:
        folders = Folders(folder / "data")
        memory = MemoryFile(folders.memory_file)
        self.machine = Machine()
        self.notes = AsyncJournal(folders.journal_file, memory)
        self.published: list[Batch] = []
        self.session = Session(
            replace(bench.practice.server, practice=False),
            bench.practice.credentials,
            folders=folders,
            memory=memory,
            journal=self.notes,
            publish=self.published.append,
            retry_config=retry_config,
            waits=True,
            since_boot=self.machine.since_boot_s,
            worker=WORKERS,
        )

    async def until(self, state: BatchState) -> None:
        while not any(one.state is state for one in self.published):  # noqa: ASYNC110 - a plain list
            await asyncio.sleep(0.001)

    async def close(self) -> None:
        await self.session.close()
        await self.notes.close()


async def test_after_a_sleep_the_server_is_asked_anew_at_once(make_bench: MakeBench, tmp_path: Path) -> None:
    """Its next look was due in 50 minutes."""
    bench = make_bench(steps=Steps.BY_POLL)
    desk = Desk(bench, tmp_path, SLOW)
    await desk.notes.open()
    job = asyncio.ensure_future(desk.session.sign(bench.order()))
    await asyncio.wait_for(desk.until(BatchState.SEALING), 20)
    woken_at = 0
    async with asyncio.timeout(60):
        while not job.done():
            if desk.published[-1].state is BatchState.SEALING and len(desk.published) > woken_at:
                woken_at = len(desk.published)  # each look is published, however long it takes
                desk.session.woke()  # one that this cuts off is made again by itself
            await asyncio.wait([job], timeout=0.01)
    assert job.result().state is BatchState.DONE
    assert bench.count(Method.ACCEPT) == 1
    await desk.close()


async def test_the_sleep_is_noticed_by_itself(make_bench: MakeBench, tmp_path: Path) -> None:
    bench = make_bench(faults=(ServerFault(Method.STATUS, Answer.HANG, skip=1, times=1),))
    desk = Desk(bench, tmp_path, replace(SLOW, poll_first_s=0.01, poll_cap_s=0.02))
    await desk.notes.open()
    job = asyncio.ensure_future(desk.session.sign(bench.order()))
    while bench.count(Method.STATUS) < 2:  # noqa: ASYNC110
        await asyncio.sleep(0.001)
    desk.machine.slept_s += 3600
    assert (await asyncio.wait_for(job, 20)).state is BatchState.DONE
    await desk.close()


async def test_try_now_ends_the_pause_of_a_job_that_waits_by_itself(
    make_bench: MakeBench, tmp_path: Path
) -> None:
    bench = make_bench(faults=(ServerFault(Method.CREATE, http_status=503, times=2),))
    desk = Desk(bench, tmp_path, replace(SLOW, poll_first_s=0.01, poll_cap_s=0.02, attempts=2))
    await desk.notes.open()
    job = asyncio.ensure_future(desk.session.sign(bench.order()))
    await asyncio.wait_for(desk.until(BatchState.WAITING), 20)
    desk.session.try_now()
    assert (await asyncio.wait_for(job, 20)).state is BatchState.DONE
    await desk.close()
