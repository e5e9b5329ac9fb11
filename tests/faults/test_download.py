"""The matrix, column Download: nothing short, foreign or half ever gets a result's name."""

from __future__ import annotations

import pytest

from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.practice.service import Method
from tests.faults import matrix as m
from tests.faults.conftest import PATIENT, FaultBench, MakeFaultBench
from tests.faults.expecting import assert_held, assert_no_result_here, assert_sealed_once
from tests.faults.kinds import BUSY_S, Kind, kinds, params
from tests.faults.matrix import proves

REPEATED = kinds(Method.DOWNLOAD, m.RESET_BEFORE, m.FAILED_500, m.GATEWAY, m.BUSY, m.NOT_FOUND)
DISCARDED = kinds(
    Method.DOWNLOAD, m.BROKEN_OFF, m.TIME_OUT, m.NOT_JSON, m.EMPTY_204, m.TRUNCATED, m.SLOW_DRIP
)
HELD = kinds(Method.DOWNLOAD, m.REFUSED, m.SIGN_IN, m.REDIRECT)
COPY_KEPT = "The sealed documents are still on the server"


def bench_for(make_bench: MakeFaultBench, kind: Kind, times: int | None) -> FaultBench:
    bench = make_bench()
    bench.limits = kind.limits or bench.limits
    bench.fail(Method.DOWNLOAD, kind.act, times=times)
    return bench


async def assert_goes_on(bench: FaultBench, batch: Batch) -> None:
    assert_no_result_here(bench)
    bench.proxy.heal()
    bench.limits = PATIENT
    assert_sealed_once(bench, await bench.run(batch))
    assert len(bench.came(Method.ACCEPT)) == 1


@proves(m.RESET_BEFORE, m.DOWNLOAD)
@proves(m.BROKEN_OFF, m.DOWNLOAD)
@proves(m.TIME_OUT, m.DOWNLOAD)
@proves(m.FAILED_500, m.DOWNLOAD)
@proves(m.GATEWAY, m.DOWNLOAD)
@proves(m.NOT_JSON, m.DOWNLOAD)
@proves(m.NOT_FOUND, m.DOWNLOAD)
@proves(m.BUSY, m.DOWNLOAD)
@proves(m.EMPTY_204, m.DOWNLOAD)
@proves(m.TRUNCATED, m.DOWNLOAD)
@proves(m.SLOW_DRIP, m.DOWNLOAD)
@pytest.mark.parametrize("kind", params([*REPEATED, *DISCARDED]))
async def test_a_download_that_failed_is_fetched_again(make_bench: MakeFaultBench, kind: Kind) -> None:
    """R and D: at most twice more, and the temporary file begins anew."""
    bench = bench_for(make_bench, kind, times=2)
    assert_sealed_once(bench, await bench.run())
    assert len(bench.came(Method.DOWNLOAD)) == 3
    assert (BUSY_S in bench.clock.slept_s) == (kind.row == m.BUSY)


@proves(m.RESET_BEFORE, m.DOWNLOAD)
@pytest.mark.parametrize("kind", params([*REPEATED, *DISCARDED]))
async def test_a_download_that_keeps_failing_is_held(make_bench: MakeFaultBench, kind: Kind) -> None:
    """R within its attempts, D three times; 404 leads to a person (R x5, then H)."""
    bench = bench_for(make_bench, kind, times=None)
    batch = await bench.run()
    if kind.row == m.NOT_FOUND:
        assert_held(bench, batch, Reason.LOST, BatchState.FETCHING, state=BatchState.NEEDS_YOU)
        assert batch.server_id in batch.message
    else:
        assert batch.reason in (Reason.SERVER, Reason.REFUSED)
        assert_held(bench, batch, batch.reason, BatchState.FETCHING, words=kind.told)
        assert COPY_KEPT in batch.message
    tries = len(bench.came(Method.DOWNLOAD))
    if kind in DISCARDED or kind.row == m.RESET_BEFORE:
        assert tries == bench.retry_config.downloads
    else:
        assert tries == bench.retry_config.attempts
    await assert_goes_on(bench, batch)


@proves(m.REFUSED, m.DOWNLOAD)
@proves(m.SIGN_IN, m.DOWNLOAD)
@proves(m.REDIRECT, m.DOWNLOAD)
@pytest.mark.parametrize("kind", params(HELD))
async def test_a_plain_no_is_held_at_once(make_bench: MakeFaultBench, kind: Kind) -> None:
    """H, and A for the sign-in."""
    bench = bench_for(make_bench, kind, times=None)
    batch = await bench.run()
    reason = {m.REFUSED: Reason.REFUSED, m.SIGN_IN: Reason.SIGN_IN, m.REDIRECT: Reason.SERVER}[kind.row]
    assert_held(bench, batch, reason, BatchState.FETCHING, words=kind.told)
    assert COPY_KEPT in batch.message
    assert len(bench.came(Method.DOWNLOAD)) == 1
    await assert_goes_on(bench, batch)
