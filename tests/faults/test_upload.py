"""The matrix, column Upload: an upload with an unclear moment is never accepted (P4)."""

from __future__ import annotations

import pytest

from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.servers import Numbering
from signdesk.practice.service import Method
from tests.faults import matrix as m
from tests.faults.conftest import PATIENT, FaultBench, MakeFaultBench
from tests.faults.expecting import assert_abandoned, assert_held, assert_no_result_here, assert_sealed_once
from tests.faults.kinds import BUSY_S, HASTY, Kind, kinds, params
from tests.faults.matrix import proves
from tests.support import fault_answers as answers
from tests.support.fault_acts import Act, Drip, Early, Instead

UNCLEAR = kinds(
    Method.UPLOAD, m.RESET_BEFORE, m.BROKEN_OFF, m.TIME_OUT, m.FAILED_500, m.GATEWAY, m.NOT_FOUND, m.SLOW_DRIP
)
ASKED = kinds(Method.UPLOAD, m.NOT_JSON, m.EMPTY_204, m.BUSY)
BIG_BYTES = 12_000_000  # more than the sockets on the way hold


def bench_for(make_bench: MakeFaultBench, kind: Kind, times: int | None = 1) -> FaultBench:
    bench = make_bench()
    bench.limits = kind.limits or bench.limits
    bench.fail(Method.UPLOAD, kind.act, times=times)
    return bench


def big_order(bench: FaultBench, size_bytes: int = BIG_BYTES) -> Batch:
    (bench.sources / "Plans.txt").write_bytes(b"SignDesk" * (size_bytes // 8))
    return bench.order("Plans.txt", "List.txt")


async def assert_goes_on(bench: FaultBench, batch: Batch) -> None:
    """Once the cause is mended, a fresh batch takes the same documents."""
    assert_no_result_here_but_clean_up(bench)
    before = bench.practice.batch_ids
    bench.proxy.heal()
    bench.limits = PATIENT
    assert_sealed_once(bench, await bench.run(batch))
    assert [bench.practice.ledger.accepted(one) for one in before] == [0] * len(before)


def assert_no_result_here_but_clean_up(bench: FaultBench) -> None:
    assert bench.came(Method.ACCEPT) == []
    assert_no_result_here(bench)


@proves(m.RESET_BEFORE, m.UPLOAD)
@proves(m.BROKEN_OFF, m.UPLOAD)
@proves(m.TIME_OUT, m.UPLOAD)
@proves(m.FAILED_500, m.UPLOAD)
@proves(m.GATEWAY, m.UPLOAD)
@proves(m.NOT_FOUND, m.UPLOAD)
@proves(m.SLOW_DRIP, m.UPLOAD)
@pytest.mark.parametrize("kind", params(UNCLEAR))
async def test_an_unclear_upload_is_done_again_in_a_fresh_batch(
    make_bench: MakeFaultBench, kind: Kind
) -> None:
    """N."""
    bench = bench_for(make_bench, kind)
    batch = await bench.run()
    assert_sealed_once(bench, batch)
    first, second = bench.practice.batch_ids
    assert batch.server_id == second
    assert_abandoned(bench, [first], second)


@proves(m.RESET_BEFORE, m.UPLOAD)
@pytest.mark.parametrize("kind", params([*UNCLEAR, *ASKED]))
async def test_an_upload_that_never_gets_clear_is_held_after_two_fresh_batches(
    make_bench: MakeFaultBench, kind: Kind
) -> None:
    """N at most twice. An upload that arrived, as BatchStatus says, goes on."""
    bench = bench_for(make_bench, kind, times=None)
    batch = await bench.run()
    if kind in ASKED and kind.done:
        assert_sealed_once(bench, batch)
        return
    told = kind.told if kind not in ASKED or kind.row == m.BUSY else "did not confirm"
    assert_held(bench, batch, Reason.SERVER, BatchState.SENDING, words=told)
    assert "othing has been sealed" in batch.message
    assert len(bench.came(Method.UPLOAD)) == 3
    assert batch.abandoned_ids == bench.practice.batch_ids
    await assert_goes_on(bench, batch)


@proves(m.NOT_JSON, m.UPLOAD)
@proves(m.EMPTY_204, m.UPLOAD)
@proves(m.BUSY, m.UPLOAD)
@pytest.mark.parametrize("kind", params(ASKED))
async def test_an_answer_that_proves_nothing_is_asked_about(make_bench: MakeFaultBench, kind: Kind) -> None:
    """Q: UPLOADED goes on, NEW means a fresh batch."""
    bench = bench_for(make_bench, kind)
    assert_sealed_once(bench, await bench.run())
    methods = [one.target.split("/")[2] for one in bench.proxy.passed]
    assert methods[methods.index("upload") + 1] == "BatchStatus"
    if kind.done:
        assert len(bench.practice.batch_ids) == 1
        assert len(bench.came(Method.UPLOAD)) == 1
    else:
        first, second = bench.practice.batch_ids
        assert_abandoned(bench, [first], second)
        assert (BUSY_S in bench.clock.slept_s) == (kind.row == m.BUSY)


@proves(m.EMPTY_204, m.UPLOAD)
@pytest.mark.parametrize("kind", params(kinds(Method.UPLOAD, m.EMPTY_204)))
async def test_a_server_without_uploaded_proves_it_by_listing_documents(
    make_bench: MakeFaultBench, kind: Kind
) -> None:
    """The older numbering says NEW there (signdesk/README.md, row 15)."""
    bench = make_bench(numbering=Numbering.OLDER)
    bench.numbering = Numbering.OLDER
    bench.fail(Method.UPLOAD, kind.act)
    assert_sealed_once(bench, await bench.run())
    assert len(bench.practice.batch_ids) == (1 if kind.done else 2)


@proves(m.REFUSED, m.UPLOAD)
@pytest.mark.parametrize("kind", params(kinds(Method.UPLOAD, m.REFUSED)))
async def test_a_refused_package_is_held(make_bench: MakeFaultBench, kind: Kind) -> None:
    """H. The size limit is named where it is the cause (413), or may be (over 28 MB)."""
    bench = bench_for(make_bench, kind, times=None)
    batch = await bench.run()
    assert_held(bench, batch, Reason.REFUSED, BatchState.SENDING)
    assert ("size limit" in batch.message) == (kind.name == "413")
    assert len(bench.came(Method.UPLOAD)) == 1
    await assert_goes_on(bench, batch)


@proves(m.REFUSED, m.UPLOAD)
@proves(m.NOT_FOUND, m.UPLOAD)
@pytest.mark.parametrize("status", [400, 404, 413, 415])
async def test_the_size_limit_is_named_for_what_may_be_too_large(
    make_bench: MakeFaultBench, status: int
) -> None:
    """IIS answers 404 above 30,000,000 bytes (signdesk/README.md, Interface)."""
    bench = make_bench(largest_upload_bytes=1_000_000, too_large_status=status)
    batch = await bench.run(big_order(bench, 29_000_000))
    assert batch.state is BatchState.WAITING
    assert "may be over the server's size limit" in batch.message
    assert bench.came(Method.ACCEPT) == []


@proves(m.SIGN_IN, m.UPLOAD)
@pytest.mark.parametrize("kind", params(kinds(Method.UPLOAD, m.SIGN_IN)))
async def test_a_refused_sign_in_goes_on_in_a_fresh_batch(make_bench: MakeFaultBench, kind: Kind) -> None:
    """A then N."""
    bench = bench_for(make_bench, kind, times=None)
    batch = await bench.run()
    assert_held(bench, batch, Reason.SIGN_IN, BatchState.SENDING, words=kind.told)
    assert len(bench.came(Method.UPLOAD)) == 1
    await assert_goes_on(bench, batch)


@proves(m.REDIRECT, m.UPLOAD)
@pytest.mark.parametrize("kind", params(kinds(Method.UPLOAD, m.REDIRECT)))
async def test_a_redirected_upload_is_held(make_bench: MakeFaultBench, kind: Kind) -> None:
    """H."""
    bench = bench_for(make_bench, kind, times=None)
    batch = await bench.run()
    assert_held(bench, batch, Reason.SERVER, BatchState.SENDING, words=kind.told)
    assert len(bench.came(Method.UPLOAD)) == 1
    await assert_goes_on(bench, batch)


EARLY: dict[str, tuple[Act, str]] = {
    "200": (Early(answers.answer(200, b"{}")), m.BROKEN_OFF),
    "202": (Early(answers.answer(202, b'{"id": "1", "isZip": "true"}')), m.BROKEN_OFF),
    "500": (Early(answers.problem(500)), m.FAILED_500),
    "502": (Early(answers.page(502)), m.GATEWAY),
    "204": (Early(answers.answer(204)), m.BROKEN_OFF),
}


@proves(m.BROKEN_OFF, m.UPLOAD)
@proves(m.FAILED_500, m.UPLOAD)
@pytest.mark.parametrize("name", list(EARLY))
async def test_an_answer_before_the_whole_package_was_read_is_no_proof(
    make_bench: MakeFaultBench, name: str
) -> None:
    """N: an early 2xx must not be taken for an upload."""
    bench = make_bench()
    bench.fail(Method.UPLOAD, EARLY[name][0])
    batch = await bench.run(big_order(bench))
    assert_sealed_once(bench, batch)
    assert len(bench.came(Method.UPLOAD)) == 2
    assert len(bench.practice.batch_ids) == 2


@proves(m.REFUSED, m.UPLOAD)
async def test_an_early_413_is_heard_and_names_the_size_limit(make_bench: MakeFaultBench) -> None:
    """H: httpx loses it."""
    bench = make_bench()
    bench.fail(Method.UPLOAD, Early(answers.problem(413)), times=None)
    batch = await bench.run(big_order(bench))
    assert_held(bench, batch, Reason.REFUSED, BatchState.SENDING, words="size limit")
    assert len(bench.came(Method.UPLOAD)) == 1


@proves(m.SLOW_DRIP, m.UPLOAD)
async def test_a_package_that_only_trickles_away_is_given_up(make_bench: MakeFaultBench) -> None:
    """N: the minimum rate, not the silence of a moment, ends it."""
    bench = make_bench()
    bench.limits = HASTY
    bench.fail(Method.UPLOAD, Drip(tick_s=3, of_request=True))
    batch = await bench.run(big_order(bench))
    assert_sealed_once(bench, batch)
    assert len(bench.practice.batch_ids) == 2


async def test_a_documented_answer_for_another_batch_is_no_proof(make_bench: MakeFaultBench) -> None:
    bench = make_bench()
    bench.fail(Method.UPLOAD, Instead(answers.answer(202, b'{"id": "1", "batchId": 7, "isZip": "true"}')))
    assert_sealed_once(bench, await bench.run())
    assert len(bench.practice.batch_ids) == 2
