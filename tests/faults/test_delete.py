"""The matrix, column Delete: the result is safe by then, so trouble is a warning unless a person can help."""

from __future__ import annotations

import pytest

from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.practice.service import Method
from tests.faults import matrix as m
from tests.faults.conftest import PATIENT, FaultBench, MakeFaultBench
from tests.faults.expecting import assert_saved, assert_sealed_once
from tests.faults.kinds import Kind, kinds, params
from tests.faults.matrix import proves
from tests.support.fault_acts import Break, Moment

REPEATED = kinds(Method.DELETE, m.RESET_BEFORE, m.BROKEN_OFF, m.TIME_OUT)
WARNED = kinds(Method.DELETE, m.FAILED_500, m.GATEWAY, m.REFUSED, m.BUSY, m.SLOW_DRIP)
PERSON = kinds(Method.DELETE, m.SIGN_IN, m.REDIRECT)


def bench_for(make_bench: MakeFaultBench, kind: Kind, times: int | None) -> FaultBench:
    bench = make_bench()
    bench.limits = kind.limits or bench.limits
    bench.fail(Method.DELETE, kind.act, times=times)
    return bench


def assert_warned(bench: FaultBench, batch: Batch) -> None:
    """W: finished, the file complete, the copy on the server named."""
    assert batch.state is BatchState.DONE
    assert_saved(bench, batch)
    assert batch.deleted_at is None
    assert len(batch.warnings) == 1
    assert batch.server_id in batch.warnings[0]
    assert "saved file is complete" in batch.warnings[0]
    assert bench.ordered() == 1


@proves(m.RESET_BEFORE, m.DELETE)
@proves(m.BROKEN_OFF, m.DELETE)
@proves(m.TIME_OUT, m.DELETE)
@pytest.mark.parametrize("kind", params(REPEATED))
async def test_a_delete_that_failed_is_repeated(make_bench: MakeFaultBench, kind: Kind) -> None:
    """R: a second delete of what is gone is answered with 404, which is as good."""
    bench = bench_for(make_bench, kind, times=1)
    batch = await bench.run()
    assert_sealed_once(bench, batch)
    assert batch.warnings == ()
    assert len(bench.came(Method.DELETE)) == 2
    assert bench.practice.ledger.deleted(batch.server_id) == 1


@proves(m.RESET_BEFORE, m.DELETE)
@proves(m.FAILED_500, m.DELETE)
@proves(m.GATEWAY, m.DELETE)
@proves(m.REFUSED, m.DELETE)
@proves(m.BUSY, m.DELETE)
@proves(m.SLOW_DRIP, m.DELETE)
@pytest.mark.parametrize("kind", params([*REPEATED, *WARNED]))
async def test_a_delete_that_keeps_failing_is_a_warning(make_bench: MakeFaultBench, kind: Kind) -> None:
    bench = bench_for(make_bench, kind, times=None)
    batch = await bench.run()
    assert len(bench.came(Method.DELETE)) <= bench.retry_config.attempts
    if isinstance(kind.act, Break) and kind.act.moment is Moment.ANSWER:
        assert_sealed_once(bench, batch)  # the second time a 404 comes, whose words alone are cut
    else:
        assert_warned(bench, batch)


@proves(m.NOT_JSON, m.DELETE)
@pytest.mark.parametrize("kind", params(kinds(Method.DELETE, m.NOT_JSON)))
async def test_a_page_in_the_place_of_an_answer_is_asked_about(
    make_bench: MakeFaultBench, kind: Kind
) -> None:
    """Q."""
    bench = bench_for(make_bench, kind, times=None)
    batch = await bench.run()
    targets = [one.target for one in bench.proxy.passed]
    assert "BatchStatus" in targets[-1]
    assert len(bench.came(Method.DELETE)) == 1
    if kind.done:
        assert_sealed_once(bench, batch)
        assert batch.warnings == ()
    else:
        assert_warned(bench, batch)


@proves(m.NOT_FOUND, m.DELETE)
@proves(m.EMPTY_204, m.DELETE)
@pytest.mark.parametrize("kind", params(kinds(Method.DELETE, m.NOT_FOUND, m.EMPTY_204)))
async def test_what_is_gone_is_gone(make_bench: MakeFaultBench, kind: Kind) -> None:
    """ok."""
    bench = bench_for(make_bench, kind, times=None)
    batch = await bench.run()
    assert_sealed_once(bench, batch)
    assert batch.warnings == ()
    assert len(bench.came(Method.DELETE)) == 1


@proves(m.SIGN_IN, m.DELETE)
@proves(m.REDIRECT, m.DELETE)
@pytest.mark.parametrize("kind", params(PERSON))
async def test_where_a_person_can_help_the_saved_batch_waits(make_bench: MakeFaultBench, kind: Kind) -> None:
    """A and H: the file is complete, and the copy is removed once the cause is mended. In the window; for the
    command line it is a warning.
    """
    bench = bench_for(make_bench, kind, times=None)
    bench.waits = True
    batch = await bench.run()
    assert (batch.state, batch.held_at) == (BatchState.WAITING, BatchState.SAVED)
    assert batch.reason is (Reason.SIGN_IN if kind.row == m.SIGN_IN else Reason.SERVER)
    assert_saved(bench, batch)
    assert len(bench.came(Method.DELETE)) == 1
    bench.proxy.heal()
    bench.limits = PATIENT
    assert_sealed_once(bench, await bench.run(batch))
