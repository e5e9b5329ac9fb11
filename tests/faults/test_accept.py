"""The matrix, column Accept: sent once, and asked about after every unclear answer (P1 to P3)."""

from __future__ import annotations

import pytest

from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.servers import AcceptForm, Numbering
from signdesk.practice.service import Method
from tests.faults import matrix as m
from tests.faults.conftest import PATIENT, FaultBench, MakeFaultBench
from tests.faults.expecting import (
    CLAIMS_UNSEALED,
    assert_asked_after_accept,
    assert_held,
    assert_no_result_here,
    assert_sealed_once,
    assert_told,
)
from tests.faults.kinds import Kind, kinds, params
from tests.faults.matrix import proves
from tests.support import fault_answers as answers
from tests.support.fault_acts import Break, Doubled, Ending, Instead, Moment

UNCLEAR = kinds(
    Method.ACCEPT,
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
OTHER_FORM = kinds(Method.ACCEPT, m.REFUSED, m.NOT_FOUND)


def bench_for(make_bench: MakeFaultBench, kind: Kind, times: int | None = 1) -> FaultBench:
    bench = make_bench()
    bench.limits = kind.limits or bench.limits
    bench.fail(Method.ACCEPT, kind.act, times=times)
    return bench


@proves(m.RESET_BEFORE, m.ACCEPT)
@proves(m.BROKEN_OFF, m.ACCEPT)
@proves(m.TIME_OUT, m.ACCEPT)
@proves(m.FAILED_500, m.ACCEPT)
@proves(m.GATEWAY, m.ACCEPT)
@proves(m.NOT_JSON, m.ACCEPT)
@proves(m.BUSY, m.ACCEPT)
@proves(m.EMPTY_204, m.ACCEPT)
@proves(m.SLOW_DRIP, m.ACCEPT)
@pytest.mark.parametrize("kind", params(UNCLEAR))
@pytest.mark.parametrize("times", [1, None])
async def test_an_unclear_accept_is_asked_about_and_never_repeated(
    make_bench: MakeFaultBench, kind: Kind, times: int | None
) -> None:
    """Q. Where it did not arrive, a person decides, and that order is a second one."""
    bench = bench_for(make_bench, kind, times)
    batch = await bench.run()
    assert_asked_after_accept(bench)
    assert len(bench.came(Method.ACCEPT)) == 1
    assert bench.ordered() == kind.done
    if kind.done:
        assert_sealed_once(bench, batch)
        return
    assert_held(bench, batch, Reason.UNCLEAR, BatchState.ACCEPTING, state=BatchState.NEEDS_YOU)
    assert "not known whether sealing began" in batch.message
    assert len(bench.came(Method.STATUS)) >= bench.retry_config.settle_looks
    assert bench.retry_config.settle_s <= bench.clock.elapsed_s < 4 * bench.retry_config.settle_s
    assert_no_result_here(bench)
    bench.proxy.heal()
    bench.limits = PATIENT
    assert_sealed_once(bench, await bench.run(batch.ordered_again()))
    assert len(bench.came(Method.ACCEPT)) == 2


@proves(m.BROKEN_OFF, m.ACCEPT)
@pytest.mark.parametrize("at", [0, 4, -1])
@pytest.mark.parametrize("ending", [Ending.RESET, Ending.CLOSE])
async def test_an_accept_that_broke_off_in_its_own_body(
    make_bench: MakeFaultBench, at: int, ending: Ending
) -> None:
    """Q: the server has the number by the address, so even half a body may have started it."""
    bench = make_bench()
    bench.accept_form = AcceptForm.BODY
    bench.fail(Method.ACCEPT, Break(Moment.BODY, ending, at))
    batch = await bench.run()
    assert_asked_after_accept(bench)
    assert len(bench.came(Method.ACCEPT)) == 1
    assert batch.reason is Reason.UNCLEAR
    assert_told(bench, batch, "not known whether sealing began")


@proves(m.REFUSED, m.ACCEPT)
@proves(m.NOT_FOUND, m.ACCEPT)
@pytest.mark.parametrize("kind", params(OTHER_FORM))
@pytest.mark.parametrize("numbering", [Numbering.UNKNOWN, Numbering.NEWER])
async def test_a_refused_form_is_asked_about_before_the_other_is_tried(
    make_bench: MakeFaultBench, kind: Kind, numbering: Numbering
) -> None:
    """Q, other form."""
    bench = bench_for(make_bench, kind)
    bench.accept_form, bench.numbering = AcceptForm.AUTO, numbering
    batch = await bench.run()
    assert_sealed_once(bench, batch)
    assert_asked_after_accept(bench)
    assert len(bench.came(Method.ACCEPT)) == (1 if kind.done else 2)


@proves(m.REFUSED, m.ACCEPT)
@proves(m.NOT_FOUND, m.ACCEPT)
@pytest.mark.parametrize("status", [400, 404, 405, 415])
@pytest.mark.parametrize("method", [Method.STATUS, Method.UPLOAD, Method.CREATE])
@pytest.mark.parametrize("numbering", [Numbering.UNKNOWN, Numbering.NEWER])
async def test_an_answer_that_came_twice_orders_nothing_twice(
    make_bench: MakeFaultBench, numbering: Numbering, method: Method, status: int
) -> None:
    """The second copy lies on the connection where the next answer is looked for."""
    bench = make_bench()
    bench.accept_form, bench.numbering = AcceptForm.AUTO, numbering
    bench.fail(method, Doubled(), times=None)
    bench.fail(Method.ACCEPT, Instead(answers.problem(status), done=True))
    batch = await bench.run()
    assert_sealed_once(bench, batch)
    assert len(bench.came(Method.ACCEPT)) == 1


@proves(m.NOT_FOUND, m.ACCEPT)
@pytest.mark.parametrize("form", [AcceptForm.AUTO, AcceptForm.PATH])
async def test_every_look_that_decides_about_an_accept_has_a_connection_of_its_own(
    make_bench: MakeFaultBench, form: AcceptForm
) -> None:
    """Two equal ones, with a pause between them, come before another accept."""
    bench = make_bench()
    bench.accept_form, bench.numbering = form, Numbering.UNKNOWN
    paused: list[int] = []
    bench.clock.on_sleep = lambda: paused.append(len(bench.proxy.passed))
    bench.fail(Method.ACCEPT, Instead(answers.problem(404)), times=1)
    await bench.run()
    first, *_ = bench.came(Method.ACCEPT)
    at = bench.proxy.passed.index(first)
    looks = bench.proxy.passed[at + 1 : at + 3]
    assert [one.verb for one in looks] == ["GET", "GET"]
    assert at + 2 in paused
    others = [one.connection for one in bench.proxy.passed if one not in looks]
    assert len({one.connection for one in looks}) == 2
    assert not {one.connection for one in looks} & set(others)


@proves(m.REFUSED, m.ACCEPT)
@proves(m.NOT_FOUND, m.ACCEPT)
@pytest.mark.parametrize("kind", params([one for one in OTHER_FORM if not one.done]))
@pytest.mark.parametrize(("form", "tries"), [(AcceptForm.AUTO, 2), (AcceptForm.PATH, 1)])
async def test_an_order_that_no_form_gets_across_is_held(
    make_bench: MakeFaultBench, kind: Kind, form: AcceptForm, tries: int
) -> None:
    """H: asked each time, so that it is sure that nothing began."""
    bench = bench_for(make_bench, kind, times=None)
    bench.accept_form = form
    batch = await bench.run()
    assert_asked_after_accept(bench)
    assert_held(bench, batch, Reason.REFUSED, BatchState.SENT, words="refused to start sealing")
    assert len(bench.came(Method.ACCEPT)) == tries
    assert bench.ordered() == 0
    assert_no_result_here(bench)
    bench.proxy.heal()
    assert_sealed_once(bench, await bench.run(batch))


@proves(m.SIGN_IN, m.ACCEPT)
@proves(m.REDIRECT, m.ACCEPT)
@pytest.mark.parametrize("kind", params(kinds(Method.ACCEPT, m.SIGN_IN, m.REDIRECT)))
async def test_a_refused_sign_in_or_a_redirect_is_held_and_asked_about_first(
    make_bench: MakeFaultBench, kind: Kind
) -> None:
    """A then Q, and H: whoever answers so may have passed the order on."""
    bench = bench_for(make_bench, kind, times=None)
    batch = await bench.run()
    reason = Reason.SIGN_IN if kind.row == m.SIGN_IN else Reason.SERVER
    assert_held(bench, batch, reason, BatchState.ACCEPTING, words=kind.told)
    assert len(bench.came(Method.ACCEPT)) == 1
    assert_no_result_here(bench)
    bench.proxy.heal()
    seen = len(bench.proxy.passed)
    later = await bench.run(batch)
    assert "BatchStatus" in bench.proxy.passed[seen].target
    assert len(bench.came(Method.ACCEPT)) == 1
    if kind.done:
        assert_sealed_once(bench, later)
    else:
        assert later.reason is Reason.UNCLEAR


EVERY_STATUS_FAULT = kinds(
    Method.STATUS,
    m.RESET_BEFORE,
    m.FAILED_500,
    m.GATEWAY,
    m.NOT_JSON,
    m.REFUSED,
    m.SIGN_IN,
    m.NOT_FOUND,
    m.BUSY,
    m.REDIRECT,
    m.EMPTY_204,
)


@pytest.mark.parametrize("done", [False, True])
@pytest.mark.parametrize("kind", params(EVERY_STATUS_FAULT))
async def test_a_question_without_an_answer_leads_to_no_second_order(
    make_bench: MakeFaultBench, kind: Kind, done: bool
) -> None:
    """The accept's answer is lost, and BatchStatus fails as well, for as long as it is asked."""
    bench = make_bench()
    bench.fail(Method.ACCEPT, Break(Moment.DONE if done else Moment.HEAD))
    bench.fail(Method.STATUS, kind.act, times=None)
    batch = await bench.run()
    lost = kind.row == m.NOT_FOUND
    assert batch.held_at is BatchState.ACCEPTING
    assert batch.state is (BatchState.NEEDS_YOU if lost else BatchState.WAITING)
    assert (batch.reason is Reason.LOST) == lost
    assert (batch.reason is Reason.SIGN_IN) == (kind.row == m.SIGN_IN)
    assert_told(bench, batch, kind.told)
    await assert_settled_later(bench, batch, done)


@pytest.mark.parametrize("done", [False, True])
async def test_an_answer_about_another_batch_does_not_count(make_bench: MakeFaultBench, done: bool) -> None:
    """A mixed-up cache: a CLOSED batch of somebody else must not pass for ours, nor a NEW one."""
    bench = make_bench()
    bench.fail(Method.ACCEPT, Break(Moment.DONE if done else Moment.HEAD))
    for status in ("CLOSED", "NEW"):
        other = answers.answer(200, b'{"id": 7, "status": "%s", "documents": []}' % status.encode())
        bench.fail(Method.STATUS, Instead(other), times=3)
    batch = await bench.run()
    assert len(bench.came(Method.ACCEPT)) == 1
    await assert_settled_later(bench, batch, done)


async def assert_settled_later(bench: FaultBench, batch: Batch, done: bool) -> None:
    assert not CLAIMS_UNSEALED.search(batch.message)
    assert len(bench.came(Method.ACCEPT)) == 1
    assert_no_result_here(bench)
    bench.proxy.heal()
    later = await bench.run(batch)
    assert len(bench.came(Method.ACCEPT)) == 1
    if done:
        assert_sealed_once(bench, later)
    else:
        assert later.reason is Reason.UNCLEAR
        assert bench.ordered() == 0
