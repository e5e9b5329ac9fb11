"""The matrix, column Status: asking changes nothing, and sealing goes on at the server meanwhile."""

from __future__ import annotations

import pytest

from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.reports import Status
from signdesk.domain.servers import AcceptForm, Numbering
from signdesk.practice.service import Method
from tests.faults import matrix as m
from tests.faults.conftest import PATIENT, FaultBench, MakeFaultBench
from tests.faults.expecting import assert_held, assert_no_result_here, assert_sealed_once
from tests.faults.kinds import BUSY_S, Kind, kinds, params
from tests.faults.matrix import proves
from tests.support import fault_answers as answers
from tests.support.fault_acts import Break, Instead, Moment
from tests.support.response_profile import ResponseProfile, Steps, UploadAnswer

REPEATED = kinds(
    Method.STATUS,
    m.RESET_BEFORE,
    m.BROKEN_OFF,
    m.TIME_OUT,
    m.FAILED_500,
    m.GATEWAY,
    m.NOT_JSON,
    m.BUSY,
    m.EMPTY_204,
    m.SLOW_DRIP,
)
HELD = kinds(Method.STATUS, m.REFUSED, m.SIGN_IN, m.REDIRECT)
GOES_ON = "Sealing was started and goes on at the server"


def bench_for(make_bench: MakeFaultBench, kind: Kind, times: int | None) -> FaultBench:
    bench = make_bench()
    bench.limits = kind.limits or bench.limits
    bench.fail(Method.STATUS, kind.act, times=times)
    return bench


async def assert_goes_on(bench: FaultBench, batch: Batch) -> None:
    assert_no_result_here(bench)
    bench.proxy.heal()
    bench.limits = PATIENT
    assert_sealed_once(bench, await bench.run(batch))
    assert len(bench.came(Method.ACCEPT)) == 1


@proves(m.RESET_BEFORE, m.STATUS)
@proves(m.BROKEN_OFF, m.STATUS)
@proves(m.TIME_OUT, m.STATUS)
@proves(m.FAILED_500, m.STATUS)
@proves(m.GATEWAY, m.STATUS)
@proves(m.NOT_JSON, m.STATUS)
@proves(m.BUSY, m.STATUS)
@proves(m.EMPTY_204, m.STATUS)
@proves(m.SLOW_DRIP, m.STATUS)
@pytest.mark.parametrize("kind", params(REPEATED))
async def test_a_look_that_failed_is_repeated(make_bench: MakeFaultBench, kind: Kind) -> None:
    """R; after 429 as late as the server asked."""
    bench = bench_for(make_bench, kind, times=2)
    assert_sealed_once(bench, await bench.run())
    assert len(bench.came(Method.ACCEPT)) == 1
    if kind.row == m.BUSY:
        assert bench.clock.slept_s[:2] == [BUSY_S, BUSY_S]


@proves(m.FAILED_500, m.STATUS)
@pytest.mark.parametrize("kind", params(REPEATED))
async def test_a_server_that_cannot_say_is_waited_for(make_bench: MakeFaultBench, kind: Kind) -> None:
    """R, then H. Who asks again later (slow poll) is the session."""
    bench = bench_for(make_bench, kind, times=None)
    batch = await bench.run()
    reason = batch.reason
    assert reason in (Reason.SERVER, Reason.REFUSED)
    assert_held(bench, batch, reason, BatchState.SEALING, words=kind.told)
    assert GOES_ON in batch.message
    assert len(bench.came(Method.STATUS)) == bench.retry_config.attempts
    await assert_goes_on(bench, batch)


@proves(m.REFUSED, m.STATUS)
@proves(m.SIGN_IN, m.STATUS)
@proves(m.REDIRECT, m.STATUS)
@pytest.mark.parametrize("kind", params(HELD))
async def test_a_plain_no_is_held_at_once(make_bench: MakeFaultBench, kind: Kind) -> None:
    """H, and A for the sign-in."""
    bench = bench_for(make_bench, kind, times=None)
    batch = await bench.run()
    reason = {m.REFUSED: Reason.REFUSED, m.SIGN_IN: Reason.SIGN_IN, m.REDIRECT: Reason.SERVER}[kind.row]
    assert_held(bench, batch, reason, BatchState.SEALING, words=kind.told)
    assert GOES_ON in batch.message
    assert len(bench.came(Method.STATUS)) == 1
    await assert_goes_on(bench, batch)


@proves(m.NOT_FOUND, m.STATUS)
@pytest.mark.parametrize("skip", [0, 2])
async def test_a_batch_that_is_unknown_after_accept_is_a_persons_question(
    make_bench: MakeFaultBench, skip: int
) -> None:
    """H: never sealed again by itself."""
    bench = make_bench()
    bench.fail(Method.STATUS, Instead(answers.problem(404)), times=None, skip=skip)
    batch = await bench.run()
    assert_held(bench, batch, Reason.LOST, BatchState.SEALING, state=BatchState.NEEDS_YOU)
    assert batch.server_id in batch.message
    await assert_goes_on(bench, batch)


@proves(m.NOT_FOUND, m.STATUS)
async def test_a_batch_that_is_unknown_after_an_unclear_upload_is_dropped(make_bench: MakeFaultBench) -> None:
    """Before accept N."""
    bench = make_bench(upload_answer=UploadAnswer.EMPTY_204)
    bench.fail(Method.STATUS, Instead(answers.problem(404)))
    assert_sealed_once(bench, await bench.run())
    first, second = bench.practice.batch_ids
    assert [bench.practice.ledger.accepted(one) for one in (first, second)] == [0, 1]


@proves(m.NOT_FOUND, m.STATUS)
async def test_a_batch_that_is_unknown_just_before_accept_is_dropped(make_bench: MakeFaultBench) -> None:
    """Before accept N, where the look at the status before accept says so."""
    bench = make_bench()
    bench.accept_form, bench.numbering = AcceptForm.AUTO, Numbering.UNKNOWN
    bench.fail(Method.STATUS, Instead(answers.problem(404)))
    assert_sealed_once(bench, await bench.run())
    first, second = bench.practice.batch_ids
    assert [bench.practice.ledger.accepted(one) for one in (first, second)] == [0, 1]


@proves(m.WRONG_CONTENT, m.STATUS)
@pytest.mark.parametrize("status", ["CLOSED", "NEW", "DELETED"])
async def test_an_answer_about_another_batch_is_not_believed(make_bench: MakeFaultBench, status: str) -> None:
    """H: neither its end nor its loss is ours."""
    bench = make_bench()
    other = b'{"id": 7, "status": "%s", "documents": []}' % status.encode()
    bench.fail(Method.STATUS, Instead(answers.answer(200, other)), times=None)
    batch = await bench.run()
    assert_held(bench, batch, Reason.SERVER, BatchState.SEALING, words="about batch 7")
    assert bench.came(Method.DOWNLOAD) == []
    await assert_goes_on(bench, batch)


@proves(m.NEVER_CHANGES, m.STATUS)
@pytest.mark.parametrize("stuck", [Status.ACCEPTED, Status.READY, Status.IN_PROGRESS, Status.FINISHING])
async def test_a_status_that_never_changes_is_said_and_asked_about_slowly(
    make_bench: MakeFaultBench, stuck: Status
) -> None:
    """Stall notice, slow poll, no end by itself."""
    bench = make_bench(stuck_at=stuck)
    batch = await bench.run_until_slow()
    assert (batch.state, batch.reason, batch.held_at) == (
        BatchState.WAITING,
        Reason.STOPPED_WAITING,
        BatchState.SEALING,
    )
    assert any("nothing is lost" in one.message for one in bench.published)
    assert bench.clock.elapsed_s >= bench.retry_config.stall_notice_s
    assert bench.clock.slept_s[-1] >= 0.9 * bench.retry_config.poll_cap_s
    assert_no_result_here(bench)
    assert len(bench.came(Method.ACCEPT)) == 1
    bench.practice.profile = ResponseProfile(steps=Steps.BY_POLL)


async def test_a_batch_that_was_removed_just_before_accept_is_sent_afresh(make_bench: MakeFaultBench) -> None:
    """As where it is unknown: DELETED is later than ACCEPTED, but nothing was ordered."""
    bench = make_bench()
    bench.accept_form, bench.numbering = AcceptForm.AUTO, Numbering.UNKNOWN
    removed = b'{"id": 2123, "status": "DELETED", "documents": []}'
    bench.fail(Method.STATUS, Instead(answers.answer(200, removed)))
    assert_sealed_once(bench, await bench.run())
    first, second = bench.practice.batch_ids
    assert [bench.practice.ledger.accepted(one) for one in (first, second)] == [0, 1]


async def test_a_package_that_the_server_confirmed_and_lost_is_sent_again(make_bench: MakeFaultBench) -> None:
    """Accept is refused, and the batch is empty: asking the same one again would never help."""
    bench = make_bench(uploads_lost=1)
    assert_sealed_once(bench, await bench.run())
    first, second = bench.practice.batch_ids
    assert [bench.practice.ledger.accepted(one) for one in (first, second)] == [0, 1]


async def test_a_server_that_loses_every_package_is_not_asked_for_ever(make_bench: MakeFaultBench) -> None:
    bench = make_bench(uploads_lost=100)
    batch = await bench.run()
    assert_held(bench, batch, Reason.SERVER, BatchState.SENDING, words="each time in a fresh batch")
    assert bench.ordered() == 0
    assert len(bench.practice.batch_ids) == 3


async def test_a_number_that_may_mean_removed_is_followed_to_its_end(make_bench: MakeFaultBench) -> None:
    """6 is CLOSED in one numbering and DELETED in the other; a result would tell, and none comes."""
    bench = make_bench()
    bench.numbering = Numbering.UNKNOWN
    bench.fail(Method.STATUS, Instead(answers.answer(200, b'{"id": 2123, "status": 6}')), skip=1, times=None)
    bench.fail(Method.DOWNLOAD, Instead(answers.problem(404)), times=None)
    batch = await bench.run()
    assert_held(
        bench,
        batch,
        Reason.LOST,
        BatchState.FETCHING,
        words="does not hand out the result",
        state=BatchState.NEEDS_YOU,
    )
    assert bench.clock.elapsed_s > 300


async def test_a_removed_batch_after_an_unclear_accept_is_a_question(make_bench: MakeFaultBench) -> None:
    bench = make_bench()
    bench.fail(Method.ACCEPT, Break(Moment.HEAD))
    removed = b'{"id": 2123, "status": "DELETED", "documents": []}'
    bench.fail(Method.STATUS, Instead(answers.answer(200, removed)), times=None)
    batch = await bench.run()
    assert_held(bench, batch, Reason.LOST, BatchState.ACCEPTING, state=BatchState.NEEDS_YOU)
    assert bench.ordered() == 0
