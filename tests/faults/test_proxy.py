"""The proxy itself: what it lets through is what came, and HTTP/1.1 goes on working through it."""

from __future__ import annotations

import pytest

from signdesk.practice.service import Method
from tests.faults.conftest import MakeFaultBench
from tests.faults.expecting import assert_sealed_once
from tests.support.fault_acts import Instead
from tests.support.fault_answers import problem


@pytest.mark.parametrize("secure", [False, True])
@pytest.mark.parametrize("chunked", [False, True])
async def test_an_untroubled_job_keeps_one_connection_alive_and_orders_over_another(
    make_bench: MakeFaultBench, secure: bool, chunked: bool
) -> None:
    bench = make_bench(secure=secure, download_length=not chunked)
    assert_sealed_once(bench, await bench.run())
    assert {one.connection for one in bench.proxy.passed} == {0, 1}
    assert [one.connection for one in bench.came(Method.ACCEPT)] == [1]
    assert len(bench.came(Method.UPLOAD)) == 1


async def test_the_proxy_notes_what_the_server_got_and_what_the_client_met(
    make_bench: MakeFaultBench,
) -> None:
    bench = make_bench()
    act = Instead(problem(500), done=False)
    bench.fail(Method.CREATE, act)
    await bench.run()
    first, second = bench.came(Method.CREATE)
    assert (first.act, first.status) == (act, 0)
    assert (second.act, second.status) == (None, 201)
    assert bench.count(Method.CREATE) == 1
    assert len(bench.practice.ledger.received) == len(bench.proxy.passed) - 1


async def test_rules_spare_the_first_and_end_after_their_times(make_bench: MakeFaultBench) -> None:
    bench = make_bench()
    bench.fail(Method.STATUS, Instead(problem(500)), skip=1, times=2)
    assert_sealed_once(bench, await bench.run())
    assert [bool(one.act) for one in bench.came(Method.STATUS)][:5] == [False, True, True, False, False]
