"""The matrix, column Create: nothing exists yet, so at worst an empty batch stays behind."""

from __future__ import annotations

import pytest

from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.practice.service import Method
from tests.faults import matrix as m
from tests.faults.conftest import FaultBench, MakeFaultBench
from tests.faults.expecting import assert_held, assert_no_result_here, assert_sealed_once
from tests.faults.kinds import BUSY_S, Kind, kinds, params
from tests.faults.matrix import proves

REPEATED_ONCE = kinds(
    Method.CREATE, m.RESET_BEFORE, m.BROKEN_OFF, m.TIME_OUT, m.FAILED_500, m.GATEWAY, m.SLOW_DRIP
)
HELD = kinds(Method.CREATE, m.NOT_JSON, m.REFUSED, m.NOT_FOUND, m.REDIRECT, m.EMPTY_204)


def bench_for(make_bench: MakeFaultBench, kind: Kind, times: int | None = 1) -> FaultBench:
    bench = make_bench()
    bench.limits = kind.limits or bench.limits
    bench.fail(Method.CREATE, kind.act, times=times)
    return bench


@proves(m.RESET_BEFORE, m.CREATE)
@proves(m.BROKEN_OFF, m.CREATE)
@proves(m.TIME_OUT, m.CREATE)
@proves(m.FAILED_500, m.CREATE)
@proves(m.GATEWAY, m.CREATE)
@proves(m.SLOW_DRIP, m.CREATE)
@pytest.mark.parametrize("kind", params(REPEATED_ONCE))
async def test_an_unclear_create_is_repeated_once(make_bench: MakeFaultBench, kind: Kind) -> None:
    """R1: an orphan batch may stay behind, empty and never accepted."""
    bench = bench_for(make_bench, kind)
    batch = await bench.run()
    assert_sealed_once(bench, batch)
    assert len(bench.came(Method.CREATE)) == 2
    assert len(bench.practice.batch_ids) == 1 + kind.done
    assert batch.server_id == bench.practice.batch_ids[-1]
    assert len(bench.came(Method.UPLOAD)) == 1


@proves(m.RESET_BEFORE, m.CREATE)
@pytest.mark.parametrize("kind", params(REPEATED_ONCE))
async def test_a_create_that_stays_unclear_is_held_after_the_second(
    make_bench: MakeFaultBench, kind: Kind
) -> None:
    bench = bench_for(make_bench, kind, times=None)
    batch = await bench.run()
    assert_held(bench, batch, Reason.SERVER, BatchState.SENDING, words=kind.told)
    assert len(bench.came(Method.CREATE)) == 2
    await assert_goes_on(bench, batch)


@proves(m.NOT_JSON, m.CREATE)
@proves(m.REFUSED, m.CREATE)
@proves(m.NOT_FOUND, m.CREATE)
@proves(m.REDIRECT, m.CREATE)
@proves(m.EMPTY_204, m.CREATE)
@pytest.mark.parametrize("kind", params(HELD))
async def test_an_answer_that_no_repeat_can_mend_is_held_at_once(
    make_bench: MakeFaultBench, kind: Kind
) -> None:
    """H."""
    bench = bench_for(make_bench, kind, times=None)
    batch = await bench.run()
    reason = Reason.SERVER
    if kind.row == m.NOT_FOUND or kind.name == "400":
        reason = Reason.PROCESS
    elif kind.row == m.REFUSED:
        reason = Reason.REFUSED
    assert_held(bench, batch, reason, BatchState.SENDING, words=kind.told)
    assert "othing has been sealed" in batch.message
    assert (reason is Reason.PROCESS) == ("Practice seal" in batch.message)
    assert ("address" in batch.message) or kind.row != m.NOT_FOUND
    assert len(bench.came(Method.CREATE)) == 1
    await assert_goes_on(bench, batch)


@proves(m.SIGN_IN, m.CREATE)
@pytest.mark.parametrize("kind", params(kinds(Method.CREATE, m.SIGN_IN)))
async def test_a_refused_sign_in_is_asked_about_after_one_try(make_bench: MakeFaultBench, kind: Kind) -> None:
    """A."""
    bench = bench_for(make_bench, kind, times=None)
    batch = await bench.run()
    assert_held(bench, batch, Reason.SIGN_IN, BatchState.SENDING, words=kind.told)
    assert len(bench.came(Method.CREATE)) == 1
    await assert_goes_on(bench, batch)


@proves(m.BUSY, m.CREATE)
@pytest.mark.parametrize("kind", params(kinds(Method.CREATE, m.BUSY)))
async def test_a_busy_server_is_asked_again_when_it_said(make_bench: MakeFaultBench, kind: Kind) -> None:
    """R after the wait."""
    bench = bench_for(make_bench, kind, times=2)
    assert_sealed_once(bench, await bench.run())
    assert bench.clock.slept_s[:2] == [BUSY_S, BUSY_S]

    stubborn = bench_for(make_bench, kind, times=None)
    batch = await stubborn.run()
    reason = batch.reason
    assert reason in (Reason.SERVER, Reason.REFUSED)
    assert_held(stubborn, batch, reason, BatchState.SENDING, words=kind.told)
    assert len(stubborn.came(Method.CREATE)) == stubborn.retry_config.attempts
    await assert_goes_on(stubborn, batch)


async def assert_goes_on(bench: FaultBench, batch: Batch) -> None:
    """Nothing was kept from the person: once the cause is mended, the same batch ends well."""

    assert_no_result_here(bench)
    assert bench.came(Method.ACCEPT) == []
    bench.proxy.heal()
    assert_sealed_once(bench, await bench.run(batch))
