"""An older note of a batch comes back (backup, copied data folder) after sealing was ordered: the server is
asked before anything is thrown away, and what it has sealed is fetched, not sealed again.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.servers import AcceptForm, Numbering
from signdesk.practice.service import Method
from tests.jobs.conftest import Bench, MakeBench
from tests.support.response_profile import ServerFault

SURE = {"accept_form": AcceptForm.PATH, "numbering": Numbering.NEWER}  # as learned from earlier batches


async def older_note(bench: Bench, state: BatchState, until: BatchState) -> Batch:
    """The batch as it was noted at `state`, while its server has got as far as `until`."""
    batch = bench.order()
    await bench.run_until(batch, until)
    noted = [one for one in bench.published if one.state is state and one.server_id]
    return noted[-1]


@pytest.mark.parametrize("learned", [{}, SURE], ids=["unknown dialect", "known dialect"])
@pytest.mark.parametrize("state", [BatchState.SENDING, BatchState.SENT])
async def test_what_was_ordered_since_is_fetched_and_not_ordered_again(
    make_bench: MakeBench, state: BatchState, learned: dict[str, object]
) -> None:
    bench = make_bench()
    older = await older_note(bench, state, BatchState.SEALING)
    server = replace(older.server, **learned)  # type: ignore[arg-type]
    ended = await bench.run(older.replace(server=server))
    assert ended.state is BatchState.DONE
    assert bench.count(Method.ACCEPT) == bench.count(Method.CREATE) == 1
    assert len(bench.saved_zips()) == 1


async def test_a_sending_that_was_broken_off_is_asked_about_before_it_is_left(make_bench: MakeBench) -> None:
    bench = make_bench()
    older = await older_note(bench, BatchState.SENDING, BatchState.SENT)
    away = make_bench(faults=(ServerFault(Method.STATUS, http_status=500),))
    bench.practice.profile = away.practice.profile
    held = await bench.run(older)
    assert (held.state, held.server_id, held.abandoned_ids) == (BatchState.WAITING, older.server_id, ())
    assert bench.count(Method.CREATE) == 1
    bench.practice.profile = make_bench().practice.profile
    assert (await bench.run(held)).state is BatchState.DONE
    assert bench.count(Method.ACCEPT) == 1


async def test_what_is_past_uploaded_is_never_deleted_unsaved(make_bench: MakeBench) -> None:
    """A batch that an older note calls unused."""
    bench = make_bench()
    older = await older_note(bench, BatchState.SENT, BatchState.SEALING)
    unused = older.replace(server_id="", abandoned_ids=(older.server_id,))
    ended = await bench.run(replace(unused, state=BatchState.READY))
    assert ended.state is BatchState.DONE
    assert bench.practice.ledger.deleted(older.server_id) == 0
    assert ended.abandoned_ids == (older.server_id,)


async def test_what_the_server_has_begun_is_not_withdrawn(make_bench: MakeBench) -> None:
    bench = make_bench()
    older = await older_note(bench, BatchState.SENT, BatchState.SEALING)
    held = older.held(BatchState.WAITING, Reason.SERVER, "The server is not reached.")
    left = await bench.withdraw(held)
    assert (left.state, left.maybe_started) == (BatchState.WAITING, True)
    assert bench.practice.ledger.deleted(older.server_id) == 0
    assert (await bench.run(left)).state is BatchState.DONE
    assert bench.count(Method.ACCEPT) == 1
