"""Where the program waits (the window): a job whose server is away goes on by itself when it is back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.jobs.job_context import BY_ITSELF
from signdesk.jobs.signing import sign_batch
from signdesk.practice.service import Method
from tests.faults.conftest import FaultBench, MakeFaultBench
from tests.faults.expecting import assert_sealed_once
from tests.faults.test_unreached import STEPS, assert_nothing_twice, shut
from tests.support import fault_answers as answers
from tests.support.fault_acts import Break, Gate, Instead, Moment

AN_HOUR_S = 3600.0


def back_after(bench: FaultBench, away_s: float = AN_HOUR_S) -> None:
    """The way to the server is free again once so much time has passed from the first failure on."""
    began_s: list[float] = []

    def look() -> None:
        began_s.append(bench.clock.elapsed_s)
        if bench.clock.elapsed_s - began_s[0] >= away_s:
            bench.proxy.heal()

    bench.clock.on_sleep = look


def states(bench: FaultBench) -> list[BatchState]:
    return [note.state for note in bench.journal.notes]


async def stop_when(bench: FaultBench, true: Callable[[Batch], bool]) -> Batch:
    """A person presses "stop" as soon as that is on the screen."""
    order = bench.order()
    client = bench.client(order)
    job = asyncio.ensure_future(sign_batch(order, bench.services(client)))
    while not (bench.published and true(bench.published[-1])):  # noqa: ASYNC110 - a plain list
        await asyncio.sleep(0)
    job.cancel()
    try:
        return await job
    finally:
        await client.aclose()


@pytest.mark.parametrize(("method", "after", "held_at"), STEPS)
async def test_a_server_that_is_away_for_an_hour_is_waited_for(
    make_bench: MakeFaultBench, method: Method, after: Method | None, held_at: BatchState
) -> None:
    bench = make_bench()
    bench.waits = True
    shut(bench, Gate.REFUSING, after)
    back_after(bench)
    assert_sealed_once(bench, await bench.run())
    assert_nothing_twice(bench)
    waiting = [one for one in bench.published if one.state is BatchState.WAITING]
    assert {(one.reason, one.held_at) for one in waiting} == {(Reason.SERVER, held_at)}
    assert all(one.message.endswith(BY_ITSELF) for one in waiting)
    assert not any("Nothing was sent" in one.message for one in bench.published)
    assert bench.clock.elapsed_s >= AN_HOUR_S


@pytest.mark.parametrize("status", [401, 403])
async def test_a_card_speaks_of_its_own_batch_when_a_sign_in_is_refused_later(
    make_bench: MakeFaultBench, status: int
) -> None:
    """There is one batch, it was sent, and the refusal is the first answer after an outage."""
    bench = make_bench()
    bench.waits = True
    bench.fail(Method.STATUS, Instead(answers.problem(503)), times=60)
    bench.fail(Method.STATUS, Instead(answers.problem(status)), times=None)
    batch = await bench.run()
    assert (batch.state, batch.reason) == (BatchState.WAITING, Reason.SIGN_IN)
    assert "another batch" not in batch.message
    assert "othing was sent" not in batch.message
    assert "did not accept the sign-in" in batch.message
    assert "Sealing was started and goes on at the server" in batch.message


async def test_while_it_waits_the_journal_says_that_nothing_was_ordered(make_bench: MakeFaultBench) -> None:
    """Killed while it waits, the batch must not come back as one whose accept is unclear."""
    bench = make_bench()
    bench.waits = True
    shut(bench, Gate.REFUSING, Method.UPLOAD)
    back_after(bench)
    await bench.run()
    noted = states(bench)
    ends = [at for at, state in enumerate(noted) if state is BatchState.ACCEPTING]
    assert len(ends) > 1
    for at in ends[:-1]:
        assert noted[at + 1] is BatchState.SENT
        assert noted[at + 2] in (BatchState.WAITING, BatchState.ACCEPTING)
    assert noted[ends[-1] + 1] is BatchState.SEALING


@pytest.mark.parametrize("after", [None, Method.CREATE, Method.UPLOAD])
async def test_stop_while_it_waits_before_accept_withdraws_the_order(
    make_bench: MakeFaultBench, after: Method | None
) -> None:
    bench = make_bench()
    bench.waits = True
    shut(bench, Gate.REFUSING, after)
    batch = await stop_when(bench, lambda one: one.state is BatchState.WAITING)
    assert batch.state is BatchState.STOPPED
    assert bench.ordered() == 0


async def test_stop_while_it_waits_after_accept_keeps_the_batch(make_bench: MakeFaultBench) -> None:
    bench = make_bench()
    bench.waits = True
    shut(bench, Gate.REFUSING, Method.ACCEPT)
    batch = await stop_when(bench, lambda one: one.state is BatchState.WAITING)
    assert (batch.state, batch.reason) == (BatchState.WAITING, Reason.STOPPED_WAITING)
    bench.proxy.heal()
    bench.waits = False
    assert_sealed_once(bench, await bench.run(batch))


async def test_an_outage_is_no_answer_to_the_question_whether_sealing_began(
    make_bench: MakeFaultBench,
) -> None:
    """After an unclear accept "not started" needs its looks and its time with the server in reach: an hour
    without it settles nothing, and an ambiguous answer does not go to a person because of it.
    """
    bench = make_bench()
    bench.waits = True
    bench.fail(Method.ACCEPT, Break(Moment.DONE))
    refusing = Instead(answers.problem(503))
    bench.fail(Method.STATUS, refusing, times=60)
    batch = await bench.run()
    assert_sealed_once(bench, batch)
    assert bench.clock.elapsed_s >= bench.retry_config.unclear_limit_s
    assert not any(one.state is BatchState.NEEDS_YOU for one in bench.published)


async def test_after_an_outage_not_started_still_needs_its_looks_and_its_minute(
    make_bench: MakeFaultBench,
) -> None:
    bench = make_bench()
    bench.waits = True
    bench.fail(Method.ACCEPT, Break(Moment.HEAD))
    bench.fail(Method.STATUS, Instead(answers.problem(503)), times=60)
    batch = await bench.run()
    assert (batch.state, batch.reason) == (BatchState.NEEDS_YOU, Reason.UNCLEAR)
    pause_s = bench.retry_config.settle_s / bench.retry_config.settle_looks
    assert bench.clock.slept_s.count(pause_s) >= bench.retry_config.settle_s / pause_s


async def test_an_outage_is_not_called_slow_sealing(make_bench: MakeFaultBench) -> None:
    bench = make_bench()
    bench.waits = True
    bench.fail(Method.STATUS, Instead(answers.problem(503)), skip=1, times=60)
    batch = await bench.run()
    assert_sealed_once(bench, batch)
    assert bench.clock.elapsed_s >= bench.retry_config.stall_notice_s
    assert not any("longer than usual" in one.message for one in bench.published)


async def test_nobody_waits_for_the_clean_up(make_bench: MakeFaultBench) -> None:
    bench = make_bench()
    bench.waits = True
    bench.fail(Method.DELETE, Instead(answers.problem(503)), times=None)
    batch = await bench.run()
    assert batch.state is BatchState.DONE
    assert len(batch.warnings) == 1


async def test_a_pause_that_the_server_asks_for_between_two_batches_is_waited_for(
    make_bench: MakeFaultBench,
) -> None:
    """Longer than a step may take: the job says so and goes on afterwards."""
    bench = make_bench()
    bench.waits = True
    bench.fail(Method.UPLOAD, Instead(answers.problem(429, Retry_After="1800")))
    batch = await bench.run()
    assert_sealed_once(bench, batch)
    assert bench.clock.elapsed_s >= 1800
    assert any("asked for a pause" in one.message for one in bench.published)
