"""The matrix, row of the disk that holds SignDesk's own notes: without a note, no step that needs one."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.errors import DiskFull
from signdesk.practice.service import Method
from tests.faults import matrix as m
from tests.faults.conftest import FaultBench, MakeFaultBench, Mount
from tests.faults.expecting import (
    assert_asked_after_accept,
    assert_no_result_here,
    assert_noted_before_asked,
    assert_saved,
    assert_sealed_once,
)
from tests.faults.matrix import proves
from tests.jobs.simulation import MemoryServer, Notes, dead, sealing_batch, services_of, start, stop
from tests.support.clock import SimulatedClock, simulated
from tests.support.fault_acts import While
from tests.support.kept_journal import Arrival, JournalNotes, KeptJournal, on_disk, watch_arrivals

FULL = "no more room on the disk that holds SignDesk's list of batches"
AGAIN = ["try again", "next start"]


@dataclass
class Desk:
    """A bench whose notes are on a small disk of their own."""

    bench: FaultBench
    path: Path
    journal: KeptJournal
    arrivals: list[Arrival]

    def fill(self) -> None:
        """Not one page is left."""
        with (self.path.parent / "filler").open("wb", buffering=0) as filler:
            try:
                while filler.write(bytes(4096)):
                    pass
            except OSError:
                return

    def make_room(self) -> None:
        (self.path.parent / "filler").unlink()

    def fill_before(self, state: BatchState, *, server_id: bool = False) -> None:
        """At the first note of the state; `server_id`: of those that name the batch at the server."""

        def look(batch: Batch) -> None:
            if batch.state is state and (batch.server_id or not server_id):
                self.journal.before = lambda batch: None
                self.fill()

        self.journal.before = look

    def row(self) -> Batch | None:
        """What the next start would find."""
        return next(iter(on_disk(self.path)), None)

    async def again(self, way: str, batch: Batch) -> Batch:
        """With room: from what the program still has in memory, or from what the next start finds."""
        self.make_room()
        if way == "next start":
            assert self.journal.file is not None
            await self.journal.file.close()
            self.journal.file = JournalNotes(self.path)
            await self.journal.file.open()
            batch = await self.journal.file.latest(batch.id) or batch
        return await self.bench.run(batch)


@pytest.fixture
async def desk(make_bench: MakeFaultBench, mount: Mount) -> AsyncIterator[Desk]:
    bench = make_bench()
    path = bench.folder / "notes" / "journal.sqlite"
    mount(path.parent, "256k")
    async with AsyncExitStack() as stack:
        notes = JournalNotes(path)
        await notes.open()
        journal = KeptJournal(bench.practice, file=notes)
        stack.push_async_callback(lambda: journal.file.close() if journal.file else notes.close())
        bench.journal = journal
        yield Desk(bench, path, journal, watch_arrivals(bench.practice, path))


def assert_kept(desk: Desk, batch: Batch, at: BatchState, safe: str, row: BatchState | None) -> None:
    """Held, told (cause, `safe`, what next), and the disk holds the last note that found room."""
    bench = desk.bench
    assert (batch.state, batch.reason, batch.held_at) == (BatchState.WAITING, Reason.JOURNAL, at)
    assert bench.published[-1] == batch
    for said in (FULL, str(desk.path.parent), "Make room there", safe):
        assert said in batch.message
    assert batch.message.endswith(".")
    found = desk.row()
    assert (found.state if found else None) == row
    assert_noted_before_asked(bench)
    assert all(one.is_noted for one in desk.arrivals)
    assert bench.untouched_sources()


async def assert_ends_well(desk: Desk, way: str, batch: Batch) -> Batch:
    done = await desk.again(way, batch)
    assert_sealed_once(desk.bench, done)
    assert all(one.is_noted for one in desk.arrivals)
    assert desk.row() == done.replace(progress=None)
    return done


@proves(m.JOURNAL_FULL, m.PREPARE)
@pytest.mark.parametrize("way", AGAIN)
async def test_nothing_is_posted_without_room_for_the_first_note(desk: Desk, way: str) -> None:
    desk.fill()
    batch = await desk.bench.run()
    assert_kept(desk, batch, BatchState.READY, "Nothing has been sealed.", None)
    assert desk.bench.proxy.passed == []
    assert_no_result_here(desk.bench)
    await assert_ends_well(desk, way, batch)


@proves(m.JOURNAL_FULL, m.CREATE)
@pytest.mark.parametrize("way", AGAIN)
async def test_a_batch_whose_number_cannot_be_noted_gets_no_documents(desk: Desk, way: str) -> None:
    desk.fill_before(BatchState.SENDING, server_id=True)
    batch = await desk.bench.run()
    assert_kept(desk, batch, BatchState.SENDING, "Nothing has been sealed.", BatchState.SENDING)
    assert len(desk.bench.came(Method.CREATE)) == 1
    assert desk.bench.came(Method.UPLOAD) == desk.bench.came(Method.ACCEPT) == []
    assert_no_result_here(desk.bench)
    await assert_ends_well(desk, way, batch)


@proves(m.JOURNAL_FULL, m.UPLOAD)
@pytest.mark.parametrize("way", AGAIN)
async def test_what_is_being_sent_is_sent_to_its_end_and_not_accepted(desk: Desk, way: str) -> None:
    bench = desk.bench
    bench.fail(Method.UPLOAD, While(0, desk.fill))
    batch = await bench.run()
    assert_kept(desk, batch, BatchState.SENDING, "Nothing has been sealed.", BatchState.SENDING)
    assert [one.status for one in bench.came(Method.UPLOAD)] == [202]
    assert bench.came(Method.ACCEPT) == []
    assert_no_result_here(bench)
    done = await assert_ends_well(desk, way, batch)
    unused = next(one for one in bench.practice.batch_ids if one != done.server_id)
    assert (bench.practice.ledger.accepted(unused), bench.practice.ledger.deleted(unused)) == (0, 1)


@proves(m.JOURNAL_FULL, m.ACCEPT)
@pytest.mark.parametrize("way", AGAIN)
async def test_sealing_is_not_started_without_room_for_its_note(desk: Desk, way: str) -> None:
    bench = desk.bench
    bench.at[BatchState.SENT] = desk.fill
    batch = await bench.run()
    assert_kept(desk, batch, BatchState.SENT, "Nothing has been sealed.", BatchState.SENT)
    assert bench.came(Method.ACCEPT) == []
    assert_no_result_here(bench)
    await assert_ends_well(desk, way, batch)
    assert len(bench.came(Method.CREATE)) == len(bench.came(Method.UPLOAD)) == 1


@proves(m.JOURNAL_FULL, m.ACCEPT)
@pytest.mark.parametrize("way", AGAIN)
async def test_an_accept_whose_answer_cannot_be_noted_is_asked_about(desk: Desk, way: str) -> None:
    bench = desk.bench
    bench.at[BatchState.ACCEPTING] = desk.fill
    batch = await bench.run()
    assert_kept(desk, batch, BatchState.ACCEPTING, "not start it twice", BatchState.ACCEPTING)
    assert_no_result_here(bench)
    await assert_ends_well(desk, way, batch)
    assert_asked_after_accept(bench)


@proves(m.JOURNAL_FULL, m.STATUS)
async def test_the_server_is_asked_on_while_nothing_can_be_noted(desk: Desk) -> None:
    """Poll on in memory; whoever makes room in time hears nothing of it."""
    bench = desk.bench
    bench.at[BatchState.SEALING] = desk.fill
    looks: list[int] = []

    def at_a_pause() -> None:
        row = desk.row()
        assert row is not None
        if row.state is BatchState.SEALING:
            looks.append(len(bench.came(Method.STATUS)))
            if len(looks) == 2:
                desk.make_room()

    bench.clock.on_sleep = at_a_pause
    batch = await bench.run()
    assert len(looks) >= 2
    assert looks[0] < looks[-1]
    assert_sealed_once(bench, batch)
    assert all(one.is_noted for one in desk.arrivals)


@proves(m.JOURNAL_FULL, m.STATUS)
@pytest.mark.parametrize("way", AGAIN)
async def test_a_batch_that_is_finished_meanwhile_waits_for_room(desk: Desk, way: str) -> None:
    bench = desk.bench
    bench.at[BatchState.SEALING] = desk.fill
    batch = await bench.run()
    assert_kept(desk, batch, BatchState.SEALING, "SignDesk keeps the batch", BatchState.SEALING)
    assert len(bench.came(Method.STATUS)) > 1
    assert bench.came(Method.DOWNLOAD) == []
    assert_no_result_here(bench)
    await assert_ends_well(desk, way, batch)


@proves(m.JOURNAL_FULL, m.DOWNLOAD)
@pytest.mark.parametrize("way", AGAIN)
async def test_a_download_pauses_where_its_end_cannot_be_noted(desk: Desk, way: str) -> None:
    bench = desk.bench
    bench.at[BatchState.FETCHING] = desk.fill
    batch = await bench.run()
    assert_kept(desk, batch, BatchState.FETCHING, "still on the server", BatchState.FETCHING)
    assert len(bench.came(Method.DOWNLOAD)) == 1
    assert_no_result_here(bench)
    await assert_ends_well(desk, way, batch)


@proves(m.JOURNAL_FULL, m.VERIFY, m.DELETE)
@pytest.mark.parametrize("way", AGAIN)
async def test_a_result_that_cannot_be_noted_is_not_saved(desk: Desk, way: str) -> None:
    bench = desk.bench
    bench.at[BatchState.CHECKING] = desk.fill
    batch = await bench.run()
    assert_kept(desk, batch, BatchState.CHECKING, "still on the server", BatchState.CHECKING)
    assert_no_result_here(bench)
    await assert_ends_well(desk, way, batch)


@proves(m.JOURNAL_FULL, m.VERIFY, m.DELETE)
@pytest.mark.parametrize("way", AGAIN)
async def test_nothing_is_deleted_where_the_saving_cannot_be_noted(desk: Desk, way: str) -> None:
    """The file has its name already: it is found again and not saved twice."""
    bench = desk.bench
    desk.fill_before(BatchState.SAVED)
    batch = await bench.run()
    assert_kept(desk, batch, BatchState.CHECKING, "still on the server", BatchState.CHECKING)
    (saved,) = bench.saved_zips()
    row = desk.row()
    assert row is not None
    assert hashlib.sha256(saved.read_bytes()).hexdigest() == row.result_sha256
    assert bench.came(Method.DELETE) == []
    done = await assert_ends_well(desk, way, batch)
    assert done.saved_to == saved
    assert len(bench.came(Method.DOWNLOAD)) == 1


@proves(m.JOURNAL_FULL, m.DELETE)
@pytest.mark.parametrize("way", AGAIN)
async def test_a_deletion_that_cannot_be_noted_is_known_the_next_time(desk: Desk, way: str) -> None:
    """Its note of the saving was durable before it, so nothing can be lost."""
    bench = desk.bench
    bench.at[BatchState.SAVED] = desk.fill
    batch = await bench.run()
    assert_kept(desk, batch, BatchState.SAVED, "Your saved file is complete.", BatchState.SAVED)
    assert "still on the server" not in batch.message
    assert_saved(bench, batch)
    done = await assert_ends_well(desk, way, batch)
    assert done.warnings == ()


@dataclass
class FullNotes(Notes):
    """While `full`, no note is kept."""

    full: bool = False

    async def record(self, batch: Batch) -> None:
        if self.full:
            raise DiskFull("There is no more room.")
        await super().record(batch)


def test_a_server_that_is_away_while_nothing_can_be_noted_is_asked_on_as_well() -> None:
    async def away(clock: SimulatedClock) -> None:
        server = MemoryServer(clock, lambda *_: dead() if 60 < clock.monotonic() < 600 else None)
        notes = FullNotes(full=True)
        jobs = start([sealing_batch()], services_of(server, notes=notes))
        await clock.sleep(300)
        notes.full = False
        await clock.sleep(900)
        assert server.since(700)
        (batch,) = await stop(jobs)
        assert batch.reason is Reason.STOPPED_WAITING

    simulated(away)
