"""A download that does not come to an end fills no disk: it stops where nothing that came could be a result,
and where it would take the last room.
"""

from __future__ import annotations

import sys
import threading

import pytest

from signdesk.domain.batches import BatchState, Reason
from signdesk.practice.service import Method
from signdesk.storage import result_bounds
from tests.faults.conftest import MakeFaultBench
from tests.faults.expecting import assert_held, assert_no_result_here, assert_sealed_once
from tests.support.fault_acts import Instead
from tests.support.fault_answers import answer

LONG = b"PK\x03\x04" + bytes(24 << 20)


@pytest.fixture
def small_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """The figures of a result without end, so that a test need not send it."""
    monkeypatch.setattr(result_bounds, "BESIDE_BYTES", 1 << 20)
    monkeypatch.setattr(result_bounds, "_PACKING_BYTES", 1 << 20)


@pytest.mark.usefixtures("small_bounds")
async def test_a_result_that_could_not_be_opened_anyway_is_not_fetched_to_its_end(
    make_bench: MakeFaultBench,
) -> None:
    bench = make_bench()
    bench.fail(Method.DOWNLOAD, Instead(answer(200, LONG)), times=None)
    batch = await bench.run()
    told = "did not come to an end"
    assert_held(bench, batch, Reason.RESULT, BatchState.FETCHING, words=told, state=BatchState.NEEDS_YOU)
    assert len(bench.came(Method.DOWNLOAD)) == 1
    assert_no_result_here(bench)
    bench.proxy.heal()
    assert_sealed_once(bench, await bench.run(batch))


async def test_a_result_larger_than_usual_leaves_room_on_the_disk(
    make_bench: MakeFaultBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = make_bench()
    bench.fail(Method.DOWNLOAD, Instead(answer(200, LONG)), times=None)
    monkeypatch.setattr(result_bounds.Allowance, "usual_bytes", 1 << 20)
    monkeypatch.setattr(result_bounds, "RESERVE_BYTES", 1 << 60)
    batch = await bench.run()
    assert_held(bench, batch, Reason.DISK_FULL, BatchState.FETCHING, words="larger than expected")
    assert_no_result_here(bench)


@pytest.mark.usefixtures("small_bounds")
async def test_what_came_of_it_is_removed_by_another_thread(make_bench: MakeFaultBench) -> None:
    """A file of a GiB, or one on a share that does not answer, would hold up the window."""
    bench = make_bench()
    bench.fail(Method.DOWNLOAD, Instead(answer(200, LONG)), times=None)
    removed_by: list[int] = []
    listening = True

    def happens(event: str, arguments: tuple[object, ...]) -> None:
        if listening and event == "os.remove" and str(arguments[0]).endswith(".part"):
            removed_by.append(threading.get_ident())

    sys.addaudithook(happens)  # for good, so it has to stop listening by itself
    await bench.run()
    listening = False
    assert removed_by
    assert threading.get_ident() not in removed_by
