"""Create and upload under faults: everything before accept may be done again, in a fresh batch."""

from __future__ import annotations

import asyncio
import socket
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from signdesk.domain.batches import BatchState, Reason
from signdesk.practice.service import Method
from signdesk.seals.seal_checker import PREPARING
from signdesk.seals.worker.pool import DocumentWorkers
from tests.jobs.conftest import MakeBench
from tests.support.response_profile import Answer, ServerFault


@pytest.mark.parametrize("answer", [Answer.CUT, Answer.HTTP_STATUS])
async def test_an_unclear_create_is_repeated_once(make_bench: MakeBench, answer: Answer) -> None:
    """Fault matrix: R1."""
    bench = make_bench(faults=(ServerFault(Method.CREATE, answer, times=1, carried_out=True),))
    assert (await bench.run()).state is BatchState.DONE
    assert bench.count(Method.CREATE) == 2

    stubborn = make_bench(faults=(ServerFault(Method.CREATE, answer),))
    batch = await stubborn.run()
    assert (batch.state, batch.reason) == (BatchState.WAITING, Reason.SERVER)
    assert stubborn.count(Method.CREATE) == 2


async def test_html_in_the_place_of_a_batch_is_not_repeated(make_bench: MakeBench) -> None:
    bench = make_bench(faults=(ServerFault(Method.CREATE, Answer.HTML, http_status=200),))
    batch = await bench.run()
    assert (batch.state, batch.reason) == (BatchState.WAITING, Reason.SERVER)
    assert bench.count(Method.CREATE) == 1
    assert "Nothing has been sealed" in batch.message


async def test_a_busy_server_is_left_alone_for_as_long_as_it_asks(make_bench: MakeBench) -> None:
    """signdesk/README.md, row 18."""
    busy = ServerFault(Method.CREATE, http_status=429, headers=(("Retry-After", "7"),), times=2)
    bench = make_bench(faults=(busy,))
    assert (await bench.run()).state is BatchState.DONE
    assert bench.clock.slept_s[:2] == [7, 7]


async def test_a_server_that_asks_for_an_hour_is_not_waited_for_here(make_bench: MakeBench) -> None:
    bench = make_bench(
        faults=(ServerFault(Method.CREATE, http_status=429, headers=(("Retry-After", "3600"),)),)
    )
    batch = await bench.run()
    assert batch.state is BatchState.WAITING
    assert bench.clock.slept_s == []


@pytest.mark.parametrize(
    "lost",
    [
        ServerFault(Method.UPLOAD, Answer.CUT, times=1, carried_out=True),
        ServerFault(Method.UPLOAD, Answer.CUT, times=1),
        ServerFault(Method.UPLOAD, http_status=500, times=1, carried_out=True),
        ServerFault(Method.UPLOAD, Answer.HTML, http_status=502, times=1, carried_out=True),
        ServerFault(Method.UPLOAD, Answer.HTML, http_status=200, times=1),
        ServerFault(Method.UPLOAD, http_status=404, times=1),
    ],
    ids=lambda one: f"{one.answer}-{one.http_status}-{one.carried_out}",
)
async def test_an_unclear_upload_is_never_accepted(make_bench: MakeBench, lost: ServerFault) -> None:
    """P4: a fresh batch is used; the old one is deleted at the end, never accepted."""
    bench = make_bench(faults=(lost,))
    batch = await bench.run()
    assert batch.state is BatchState.DONE
    first, second = bench.practice.batch_ids
    ledger = bench.practice.ledger
    assert (ledger.accepted(first), ledger.accepted(second)) == (0, 1)
    assert batch.server_id == second
    assert ledger.deleted(first) == 1
    uploads = [one.batch_id for one in ledger.of(Method.UPLOAD)]
    assert sorted(uploads) == [first, second]


async def test_an_upload_that_never_works_is_given_up_after_two_fresh_batches(make_bench: MakeBench) -> None:
    bench = make_bench(faults=(ServerFault(Method.UPLOAD, http_status=500),))
    batch = await bench.run()
    assert (batch.state, batch.reason) == (BatchState.WAITING, Reason.SERVER)
    assert bench.count(Method.UPLOAD) == 3
    assert bench.count(Method.ACCEPT) == 0
    assert len(batch.abandoned_ids) == 3


@pytest.mark.parametrize("status", [400, 413, 415])
async def test_a_refused_upload_is_held_and_names_what_may_be_wrong(
    make_bench: MakeBench, status: int
) -> None:
    bench = make_bench(faults=(ServerFault(Method.UPLOAD, http_status=status),))
    batch = await bench.run()
    assert (batch.state, batch.reason) == (BatchState.WAITING, Reason.REFUSED)
    assert bench.count(Method.UPLOAD) == 1
    assert ("size limit" in batch.message) == (status == 413)


async def test_an_upload_refused_for_its_key_goes_on_in_a_fresh_batch_with_the_new_one(
    make_bench: MakeBench,
) -> None:
    """Fault matrix: A then N."""
    bench = make_bench(faults=(ServerFault(Method.UPLOAD, http_status=403, times=1),))
    batch = await bench.run()
    assert (batch.state, batch.reason) == (BatchState.WAITING, Reason.SIGN_IN)
    assert (await bench.run(batch)).state is BatchState.DONE
    first, second = bench.practice.batch_ids
    assert bench.practice.ledger.accepted(first) == 0
    assert bench.practice.ledger.accepted(second) == 1


async def test_a_dead_server_is_tried_six_times_and_then_waited_for(make_bench: MakeBench) -> None:
    bench = make_bench()
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        bench.base_url = f"http://127.0.0.1:{unused.getsockname()[1]}"
        batch = await bench.run()
    assert (batch.state, batch.reason) == (BatchState.WAITING, Reason.SERVER)
    assert len(bench.clock.slept_s) == 5
    assert all(pause_s <= 30 for pause_s in bench.clock.slept_s)
    back = batch.replace(server=replace(batch.server, base_url=bench.practice.server.base_url))
    assert (await bench.run(back)).state is BatchState.DONE


async def test_a_busy_upload_waits_as_long_as_the_server_asks_before_the_fresh_batch(
    make_bench: MakeBench,
) -> None:
    """signdesk/README.md, row 18."""
    busy = ServerFault(Method.UPLOAD, http_status=429, headers=(("Retry-After", "7"),), times=1)
    bench = make_bench(faults=(busy,))
    assert (await bench.run()).state is BatchState.DONE
    assert 7 in bench.clock.slept_s


async def test_of_two_documents_with_one_name_only_the_changed_one_is_marked(make_bench: MakeBench) -> None:
    bench = make_bench()
    for folder in ("north", "south"):
        (bench.sources / folder).mkdir()
    order = bench.order("north/Letter.txt", "south/Letter.txt")
    (bench.sources / "north" / "Letter.txt").write_text("changed")
    batch = await bench.run(order)
    assert batch.reason is Reason.SOURCE_CHANGED
    assert [bool(one.message) for one in batch.documents] == [True, False]


async def test_what_looks_at_seals_need_is_imported_while_the_first_package_travels(
    make_bench: MakeBench,
) -> None:
    """Once for all batches of a session; here no package arrives, so nothing was ever looked at."""
    bench = make_bench(faults=(ServerFault(Method.UPLOAD, http_status=400),))
    with DocumentWorkers() as workers:
        bench.worker = workers
        order = bench.order("List.txt")
        assert not workers.pids
        await bench.run_all(order, bench.order("List.txt"))
        threads = [one for one in threading.enumerate() if one.name == PREPARING]
        for one in threads:
            await asyncio.to_thread(one.join)
        assert len(workers.pids) == 1
        (pid,) = workers.pids
        assert "lxml/etree" in _mapped_by(pid)


def _mapped_by(pid: int) -> str:
    """The compiled code that a process has loaded, among others (Linux)."""
    return Path(f"/proc/{pid}/maps").read_text()
