"""What stays on the server after a batch, and what is done about it later."""

from __future__ import annotations

import pytest

from signdesk.domain.batches import BatchState, Delivery, IllegalMove
from signdesk.jobs.server_cleanup import is_left_behind
from signdesk.jobs.signing import clean_up_batch, keep_server_copy
from signdesk.practice.service import Method
from signdesk.seal_api.client import SealClient
from signdesk.storage.receipts import read_receipt
from tests.jobs.conftest import Bench, MakeBench
from tests.support.response_profile import Answer, ServerFault


def client_of(bench: Bench) -> SealClient:
    return SealClient(bench.practice.server, bench.practice.credentials)


@pytest.mark.parametrize("moved", [False, True])
async def test_the_receipt_says_so_when_the_copy_is_deleted_later(make_bench: MakeBench, moved: bool) -> None:
    bench = make_bench(faults=(ServerFault(Method.DELETE, http_status=500, times=6),))
    batch = await bench.run(bench.order("Letter.pdf").replace(delivery=Delivery(receipt=True)))
    as_json = batch.receipts[-1]
    assert read_receipt(as_json)["result"]["deleted_from_server_at"] is None
    if moved:
        as_json.unlink()
    client = client_of(bench)
    later = await clean_up_batch(batch, bench.services(client))
    await client.aclose()

    assert later.deleted_at is not None
    assert later.receipts == batch.receipts
    assert as_json.exists() is not moved
    if not moved:
        receipt = read_receipt(as_json)
        assert receipt["result"]["deleted_from_server_at"] is not None
        assert receipt["batch"]["warnings"] == []


async def test_a_copy_that_stayed_is_deleted_at_a_later_start(make_bench: MakeBench) -> None:
    bench = make_bench(faults=(ServerFault(Method.DELETE, http_status=500, times=6),))
    batch = await bench.run()
    assert batch.state is BatchState.DONE
    assert (is_left_behind(batch), len(batch.warnings)) == (True, 1)
    client = client_of(bench)
    later = await clean_up_batch(batch, bench.services(client))
    await client.aclose()
    assert later.deleted_at is not None
    assert (is_left_behind(later), later.warnings) == (False, ())
    assert bench.practice.ledger.deleted(batch.server_id) == 1
    assert bench.journal.notes[-1].state is BatchState.DONE


async def test_what_still_cannot_be_deleted_stays_a_warning(make_bench: MakeBench) -> None:
    bench = make_bench(faults=(ServerFault(Method.DELETE, http_status=403),))
    bench.waits = True
    held = await bench.run()
    client = client_of(bench)
    batch = await keep_server_copy(held, bench.services(client))
    notes = len(bench.journal.notes)
    later = await clean_up_batch(batch, bench.services(client))
    await client.aclose()
    assert later == batch
    assert len(later.warnings) == 1
    assert is_left_behind(later)
    assert len(bench.journal.notes) == notes  # nothing new to note


async def test_unused_batches_are_deleted_later_and_their_warning_goes(make_bench: MakeBench) -> None:
    bench = make_bench(
        faults=(
            ServerFault(Method.UPLOAD, Answer.CUT, times=1),
            ServerFault(Method.DELETE, http_status=500, times=7),  # the copy six times, the unused batch once
        )
    )
    batch = await bench.run()
    assert batch.state is BatchState.DONE
    assert len(batch.abandoned_ids) == 1
    assert len(batch.warnings) == 2
    client = client_of(bench)
    later = await clean_up_batch(batch, bench.services(client))
    await client.aclose()
    assert (later.abandoned_ids, later.warnings) == ((), ())


async def test_a_person_need_not_wait_for_the_clean_up(make_bench: MakeBench) -> None:
    bench = make_bench(faults=(ServerFault(Method.DELETE, http_status=401),))
    bench.waits = True
    held = await bench.run()
    assert (held.state, held.held_at) == (BatchState.WAITING, BatchState.SAVED)
    client = client_of(bench)
    asked = bench.count(Method.DELETE)
    batch = await keep_server_copy(held, bench.services(client))
    await client.aclose()
    assert batch.state is BatchState.DONE
    assert held.server_id in batch.warnings[0]
    assert bench.count(Method.DELETE) == asked


async def test_no_other_batch_is_ended_that_way(make_bench: MakeBench) -> None:
    bench = make_bench()
    client = client_of(bench)
    with pytest.raises(IllegalMove):
        await keep_server_copy(bench.order(), bench.services(client))
    await client.aclose()


async def test_a_copy_that_is_to_stay_is_left_without_a_word(make_bench: MakeBench) -> None:
    bench = make_bench()
    batch = await bench.run(bench.order().replace(delivery=Delivery(keep_copy=True)))
    assert (batch.state, batch.deleted_at, batch.warnings) == (BatchState.DONE, None, ())
    assert not is_left_behind(batch)
    assert bench.count(Method.DELETE) == 0


async def test_the_moment_of_each_state_is_noted(make_bench: MakeBench) -> None:
    bench = make_bench()
    batch = await bench.run()
    states = [state for state, _ in batch.reached]
    assert states[0] is BatchState.SENDING
    assert {BatchState.SENT, BatchState.SEALING, BatchState.SAVED} < set(states)
    moments = [moment for _, moment in batch.reached]
    assert moments == sorted(moments)
    assert batch.ended_at == moments[-1]
