"""The matrix, rows "Cancel by the user" and "clock jump"."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from itertools import cycle

import pytest

from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.practice.service import Method
from tests.faults import matrix as m
from tests.faults.conftest import FaultBench, FaultClock, MakeFaultBench
from tests.faults.expecting import CLAIMS_UNSEALED, assert_saved, assert_sealed_once
from tests.faults.matrix import proves
from tests.support import fault_answers as answers
from tests.support.fault_acts import Act, Break, Instead, Moment, Passed


class JumpingClock(FaultClock):
    """The time of day leaps about by years; what is measured does not."""

    def __init__(self) -> None:
        super().__init__()
        self._jumps = cycle([timedelta(days=days) for days in (0, -4000, 4000, -1, 9000)])

    def now(self) -> datetime:
        return super().now() + next(self._jumps)


@proves(m.CANCEL, m.CREATE, m.UPLOAD)
@pytest.mark.parametrize(
    ("state", "times"),
    [
        (BatchState.SENDING, 1),
        (BatchState.SENDING, 3),
        (BatchState.SENT, 1),
        pytest.param(BatchState.SENT, 3),
    ],
)
async def test_stopping_before_accept_deletes_the_batch(
    make_bench: MakeFaultBench, state: BatchState, times: int
) -> None:
    bench = make_bench()
    batch = await bench.run_until(bench.order(), state, times=times)
    assert batch.state is BatchState.STOPPED
    assert "Nothing has been sealed" in batch.message
    assert bench.came(Method.ACCEPT) == []
    ledger = bench.practice.ledger
    assert [ledger.deleted(one) for one in bench.practice.batch_ids] == [1] * len(bench.practice.batch_ids)


@proves(m.CANCEL, m.CREATE)
@pytest.mark.parametrize("times", [1, 3])
async def test_a_batch_that_is_being_made_while_its_job_is_stopped_is_deleted(
    make_bench: MakeFaultBench, times: int
) -> None:
    """Without its number nobody could: the answer is waited for a moment."""
    bench, loop = make_bench(), asyncio.get_running_loop()
    job: asyncio.Task[Batch] = asyncio.ensure_future(bench.run())

    async def stop() -> None:
        for _ in range(times):
            job.cancel()
            await asyncio.sleep(0)

    def stop_at_create(passed: Passed) -> None:
        if "/CreateBatch/" in passed.target:
            asyncio.run_coroutine_threadsafe(stop(), loop).result()

    bench.proxy.watch = stop_at_create
    batch = await job
    assert (batch.state, batch.abandoned_ids) == (BatchState.STOPPED, ())
    assert len(bench.practice.batch_ids) == 1
    assert [bench.practice.ledger.deleted(one) for one in bench.practice.batch_ids] == [1]
    assert bench.came(Method.UPLOAD) == []


@proves(m.CANCEL, m.ACCEPT, m.STATUS, m.DOWNLOAD)
@pytest.mark.parametrize("state", [BatchState.ACCEPTING, BatchState.SEALING, BatchState.FETCHING])
@pytest.mark.parametrize("times", [1, 3])
async def test_stopping_after_accept_only_stops_waiting(
    make_bench: MakeFaultBench, state: BatchState, times: int
) -> None:
    """Too late: "stop waiting" only; resumed later, without a second order."""
    bench = make_bench()
    batch = await bench.run_until(bench.order(), state, times=times)
    assert (batch.state, batch.reason) == (BatchState.WAITING, Reason.STOPPED_WAITING)
    assert not CLAIMS_UNSEALED.search(batch.message)
    assert bench.came(Method.DELETE) == []
    assert bench.temporary_files() == []
    assert_sealed_once(bench, await bench.run(batch))
    assert len(bench.came(Method.ACCEPT)) == 1


@proves(m.CANCEL, m.ACCEPT, m.CREATE, m.STATUS)
@pytest.mark.parametrize("waits", [False, True])
@pytest.mark.parametrize(
    ("method", "act", "held_at"),
    [
        (Method.CREATE, Break(Moment.DONE), None),
        (Method.CREATE, Instead(answers.problem(429)), None),
        (Method.ACCEPT, Break(Moment.ANSWER), BatchState.ACCEPTING),
        (Method.ACCEPT, Break(Moment.DONE), BatchState.ACCEPTING),
        (Method.ACCEPT, Instead(answers.problem(404)), BatchState.ACCEPTING),
    ],
    ids=["create-broken", "create-busy", "accept-broken", "accept-unheard", "accept-not-this-way"],
)
async def test_a_stop_is_not_forgotten_where_what_travels_fails(
    make_bench: MakeFaultBench, method: Method, act: Act, held_at: BatchState | None, *, waits: bool
) -> None:
    """The call is brought to its end first; that it fails is no reason to go on after all."""
    bench, loop = make_bench(), asyncio.get_running_loop()
    bench.waits = waits
    bench.fail(method, act, times=None)
    job: asyncio.Task[Batch] = asyncio.ensure_future(bench.run())

    async def stop() -> None:
        job.cancel()
        await asyncio.sleep(0)

    def stop_at_it(passed: Passed) -> None:
        if passed in bench.came(method):
            asyncio.run_coroutine_threadsafe(stop(), loop).result()

    bench.proxy.watch = stop_at_it
    batch = await job
    assert len(bench.came(method)) == 1
    if held_at is None:
        assert batch.state is BatchState.STOPPED
        return
    assert (batch.state, batch.reason, batch.held_at) == (
        BatchState.WAITING,
        Reason.STOPPED_WAITING,
        held_at,
    )
    assert not CLAIMS_UNSEALED.search(batch.message)
    bench.proxy.heal()
    bench.proxy.watch = lambda _passed: None
    await bench.run(batch)
    assert bench.practice.ledger.accepted(bench.practice.batch_ids[-1]) <= 1


@proves(m.CANCEL, m.VERIFY, m.DELETE)
@pytest.mark.parametrize("state", [BatchState.CHECKING, BatchState.SAVED])
@pytest.mark.parametrize("times", [1, 3])
async def test_a_started_saving_is_finished_first(
    make_bench: MakeFaultBench, state: BatchState, times: int
) -> None:
    """Finish atomically; the server's copy is removed later."""
    bench = make_bench()
    batch = await bench.run_until(bench.order(), state, times=times)
    assert_saved(bench, batch)
    assert (batch.state, batch.held_at) == (BatchState.WAITING, BatchState.SAVED)
    assert "is saved" in batch.message
    assert_sealed_once(bench, await bench.run(batch))
    assert len(bench.came(Method.DOWNLOAD)) == 1


@proves(m.CLOCK_JUMP, m.PREPARE, m.CREATE, m.UPLOAD, m.ACCEPT, m.STATUS, m.DOWNLOAD, m.VERIFY, m.DELETE)
async def test_a_clock_that_jumps_changes_nothing(make_bench: MakeFaultBench) -> None:
    """None: pauses are measured monotonically, and the name comes from when the order was made."""
    steady = make_bench()
    done = await steady.run()
    jumping: FaultBench = make_bench()
    jumping.clock = JumpingClock()
    order = jumping.order()
    batch = await jumping.run(order)
    assert_sealed_once(jumping, batch)
    assert [round(one) for one in jumping.clock.slept_s] == [round(one) for one in steady.clock.slept_s]
    assert batch.saved_to is not None
    assert done.saved_to is not None
    assert batch.saved_to.name == done.saved_to.name  # the clock's first answer is the same
