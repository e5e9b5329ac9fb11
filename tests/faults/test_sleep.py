"""The matrix, row "sleep and resume": every socket is as good as dead when the machine wakes up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.jobs.signing import sign_batch
from signdesk.practice.service import Method
from signdesk.seal_api.client import SealClient
from tests.faults import matrix as m
from tests.faults.conftest import FaultBench, MakeFaultBench
from tests.faults.expecting import (
    assert_abandoned,
    assert_asked_after_accept,
    assert_held,
    assert_sealed_once,
)
from tests.faults.matrix import proves
from tests.support.fault_acts import Break, Ending, Moment

MOMENTS = [Moment.HEAD, Moment.DONE]  # the server has nothing of the request; it has done its work


async def sleep_during(bench: FaultBench, method: Method, moment: Moment) -> Batch:
    """The first request of the method gets no further than `moment` when the machine falls asleep."""
    bench.fail(method, Break(moment, Ending.STALL))
    return await run_and_drop(bench, lambda: len(bench.came(method)) > 0)


async def run_and_drop(bench: FaultBench, when: Callable[[], bool]) -> Batch:
    order = bench.order()
    client: SealClient = bench.client(order)
    job = asyncio.ensure_future(sign_batch(order, bench.services(client)))
    while not when():  # noqa: ASYNC110 - what is waited for happens in the proxy's threads
        await asyncio.sleep(0.001)
    client.drop_connections()
    try:
        return await job
    finally:
        await client.aclose()


@proves(m.SLEEP, m.PREPARE)
async def test_before_anything_was_sent_nothing_is_lost(make_bench: MakeFaultBench) -> None:
    """C."""
    bench = make_bench()
    assert_sealed_once(bench, await run_and_drop(bench, lambda: True))


@proves(m.SLEEP, m.CREATE)
@pytest.mark.parametrize("moment", MOMENTS)
async def test_create_is_repeated_once(make_bench: MakeFaultBench, moment: Moment) -> None:
    """R1: where the server had heard it, an empty batch stays behind there, and is never accepted."""
    bench = make_bench()
    assert_sealed_once(bench, await sleep_during(bench, Method.CREATE, moment))
    assert len(bench.came(Method.CREATE)) == 2
    assert len(bench.practice.batch_ids) == (1 if moment is Moment.HEAD else 2)


@proves(m.SLEEP, m.UPLOAD)
@pytest.mark.parametrize("moment", [*MOMENTS, Moment.BODY])
async def test_an_upload_is_begun_anew_in_a_fresh_batch(make_bench: MakeFaultBench, moment: Moment) -> None:
    """N."""
    bench = make_bench()
    batch = await sleep_during(bench, Method.UPLOAD, moment)
    assert_sealed_once(bench, batch)
    first, second = bench.practice.batch_ids
    assert batch.server_id == second
    assert_abandoned(bench, [first], second)


@proves(m.SLEEP, m.ACCEPT)
async def test_an_accept_that_arrived_is_found_by_asking(make_bench: MakeFaultBench) -> None:
    """Q."""
    bench = make_bench()
    assert_sealed_once(bench, await sleep_during(bench, Method.ACCEPT, Moment.DONE))
    assert len(bench.came(Method.ACCEPT)) == 1
    assert_asked_after_accept(bench)


@proves(m.SLEEP, m.ACCEPT)
async def test_an_accept_that_may_have_arrived_is_never_repeated(make_bench: MakeFaultBench) -> None:
    """Q: it did not, but nobody here can know that."""
    bench = make_bench()
    batch = await sleep_during(bench, Method.ACCEPT, Moment.HEAD)
    assert_held(bench, batch, Reason.UNCLEAR, BatchState.ACCEPTING, state=BatchState.NEEDS_YOU)
    assert len(bench.came(Method.ACCEPT)) == 1
    assert_asked_after_accept(bench)
    assert_sealed_once(bench, await bench.run(batch.ordered_again()))


@proves(m.SLEEP, m.STATUS, m.DELETE)
@pytest.mark.parametrize("method", [Method.STATUS, Method.DELETE])
@pytest.mark.parametrize("moment", MOMENTS)
async def test_questions_and_the_clean_up_are_repeated(
    make_bench: MakeFaultBench, method: Method, moment: Moment
) -> None:
    """R."""
    bench = make_bench()
    batch = await sleep_during(bench, method, moment)
    assert_sealed_once(bench, batch)
    assert batch.warnings == ()
    assert batch.deleted_at is not None


@proves(m.SLEEP, m.DOWNLOAD)
@pytest.mark.parametrize("moment", [*MOMENTS, Moment.ANSWER])
async def test_a_download_is_begun_anew(make_bench: MakeFaultBench, moment: Moment) -> None:
    """D."""
    bench = make_bench()
    assert_sealed_once(bench, await sleep_during(bench, Method.DOWNLOAD, moment))
    assert len(bench.came(Method.DOWNLOAD)) == 2


@proves(m.SLEEP, m.VERIFY)
async def test_a_started_saving_needs_no_connection(make_bench: MakeFaultBench) -> None:
    """C."""
    bench = make_bench()
    checking = asyncio.Event()
    bench.at[BatchState.CHECKING] = checking.set
    assert_sealed_once(bench, await run_and_drop(bench, checking.is_set))
    assert len(bench.came(Method.DOWNLOAD)) == 1
