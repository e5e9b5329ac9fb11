"""A result that is unpacked as well: what is safe when that fails, is stopped, or was done before."""

from __future__ import annotations

import asyncio
import shutil
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from signdesk.domain.batches import Batch, BatchState, Delivery, Reason
from signdesk.jobs.signing import keep_server_copy
from signdesk.jobs.unpack_step import NOT_UNPACKED
from signdesk.practice.service import Method
from signdesk.seal_api.client import SealClient
from signdesk.storage.results import unpacking_folder
from signdesk.storage.unpacking import Unpacking
from tests.jobs.conftest import VALIDATE, Bench, MakeBench
from tests.support.response_profile import ServerFault

UNPACK = Delivery(unpack=True)


def order(bench: Bench, *names: str) -> Batch:
    return bench.order(*names).replace(delivery=UNPACK)


def names_in(folder: Path | None) -> list[str]:
    assert folder is not None
    return sorted(path.name for path in folder.iterdir())


async def test_the_folder_stands_beside_the_zip_and_holds_what_it_holds(make_bench: MakeBench) -> None:
    bench = make_bench()
    batch = await bench.run(order(bench))
    assert (batch.state, batch.warnings) == (BatchState.DONE, ())
    assert batch.saved_to is not None
    assert batch.unpacked_to == batch.saved_to.with_suffix("")
    assert bench.saved_zips() == [batch.unpacked_to, batch.saved_to]
    assert names_in(batch.unpacked_to) == ["Letter.pdf", "List.txt", "List.txt.p7s"]
    assert (batch.unpacked_to / "List.txt").read_bytes() == (bench.sources / "List.txt").read_bytes()
    assert bench.practice.ledger.deleted(batch.server_id) == 1


async def test_documents_have_their_own_names_again(make_bench: MakeBench) -> None:
    bench = make_bench()
    batch = await bench.run(order(bench, "Offer: “a|b”?.txt", "Letter.pdf"))
    own = "Offer: “a|b”?.txt"
    assert names_in(batch.unpacked_to) == ["Letter.pdf", own, f"{own}.p7s"]


async def test_it_is_done_before_the_servers_copy_goes(make_bench: MakeBench) -> None:
    bench = make_bench()
    there: list[tuple[bool, int]] = []

    def look(batch: Batch) -> bool:
        if batch.unpacked_to is not None:
            there.append((batch.unpacked_to.is_dir(), bench.count(Method.DELETE)))
        return True

    bench.stop_when = (look, lambda: None)
    await bench.run(order(bench))
    assert there[0] == (True, 0)


async def test_nothing_is_unpacked_unasked(make_bench: MakeBench) -> None:
    bench = make_bench()
    batch = await bench.run()
    assert batch.unpacked_to is None
    assert bench.saved_zips() == [batch.saved_to]


async def test_reports_of_a_checking_process_are_unpacked_too(make_bench: MakeBench) -> None:
    bench = make_bench()
    bench.process = VALIDATE
    batch = await bench.run(order(bench))
    assert batch.state is BatchState.DONE
    results = {name for one in batch.documents for name in one.results} | set(batch.extra_results)
    assert set(names_in(batch.unpacked_to)) == results


@pytest.mark.parametrize("trouble", ["taken away", "changed"])
async def test_a_zip_that_is_not_the_checked_one_any_more_is_not_unpacked(
    make_bench: MakeBench, trouble: str
) -> None:
    bench = make_bench()

    def meddle(batch: Batch) -> bool:
        if batch.state is BatchState.SAVED and batch.saved_to is not None and not batch.warnings:
            if trouble == "changed":
                with zipfile.ZipFile(batch.saved_to, "w") as other:
                    other.writestr("Letter.pdf", b"another one")
            else:
                batch.saved_to.rename(bench.folder / "elsewhere.zip")
        return True

    bench.stop_when = (meddle, lambda: None)
    batch = await bench.run(order(bench))
    assert batch.state is BatchState.DONE
    assert batch.unpacked_to is None
    assert batch.warnings == (f"{NOT_UNPACKED}: it was moved or changed after it was checked.",)
    assert [path for path in bench.saved_zips() if path != batch.saved_to] == []


def held_at_clean_up(make_bench: MakeBench, times: int) -> Bench:
    bench = make_bench(faults=(ServerFault(Method.DELETE, http_status=401, times=times),))
    bench.waits = True
    return bench


async def test_it_is_unpacked_once_however_often_the_clean_up_is_tried(make_bench: MakeBench) -> None:
    bench = held_at_clean_up(make_bench, 1)
    held = await bench.run(order(bench))
    assert (held.state, held.reason, held.held_at) == (BatchState.WAITING, Reason.SIGN_IN, BatchState.SAVED)
    assert held.unpacked_to is not None
    done = await bench.run(held)
    assert done.state is BatchState.DONE
    assert bench.saved_zips() == [done.unpacked_to, done.saved_to]


async def test_what_failed_is_tried_again_with_the_clean_up_and_its_warning_goes(
    make_bench: MakeBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = held_at_clean_up(make_bench, 2)
    monkeypatch.setattr("shutil.disk_usage", _no_room_beside(bench))
    held = await bench.run(order(bench))
    assert held.held_at is BatchState.SAVED
    assert held.warnings == (
        f"{NOT_UNPACKED}: there is not enough room in “{bench.save_to}”. "
        "It is complete, and any program for ZIP files can unpack it.",
    )
    again = await bench.run(held)
    assert again.warnings == held.warnings
    monkeypatch.undo()
    done = await bench.run(again)
    assert (done.state, done.warnings) == (BatchState.DONE, ())
    assert names_in(done.unpacked_to)


async def test_a_person_who_does_not_wait_for_the_clean_up_gets_the_folder(
    make_bench: MakeBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = held_at_clean_up(make_bench, 1)
    monkeypatch.setattr("shutil.disk_usage", _no_room_beside(bench))
    held = await bench.run(order(bench))
    monkeypatch.undo()
    client = SealClient(bench.practice.server, bench.practice.credentials)
    done = await keep_server_copy(held, bench.services(client))
    await client.aclose()
    assert done.state is BatchState.DONE
    assert names_in(done.unpacked_to)


async def test_what_was_done_but_not_noted_is_not_done_twice(make_bench: MakeBench) -> None:
    bench = make_bench()
    bench.journal.full_at = BatchState.SAVED
    failed = await bench.run(order(bench))
    assert failed.reason is Reason.JOURNAL
    bench.journal.full_at = None
    notes: list[Batch] = []
    record = bench.journal.record

    async def full_when_unpacked(batch: Batch) -> None:
        notes.append(batch)
        bench.journal.full = batch.unpacked_to is not None and len(bench.saved_zips()) == 2
        await record(batch)

    bench.journal.record = full_when_unpacked  # type: ignore[method-assign]
    unnoted = await bench.run(failed)
    assert (unnoted.reason, unnoted.unpacked_to) == (Reason.JOURNAL, None)
    bench.journal.record = record  # type: ignore[method-assign]
    bench.journal.full = False
    done = await bench.run(unnoted)
    assert done.state is BatchState.DONE
    assert bench.saved_zips() == [done.unpacked_to, done.saved_to]


async def test_stopped_in_the_middle_it_leaves_nothing_and_goes_on_later(
    make_bench: MakeBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = make_bench()
    bench.waits = True
    loop = asyncio.get_running_loop()
    begun: list[Path] = []
    run = Unpacking.run

    def stopped_while_running(one: Unpacking) -> Path:
        loop.call_soon_threadsafe(job.cancel)
        while not one.stop():
            pass
        begun.append(one.temporary)
        return run(one)

    monkeypatch.setattr(Unpacking, "run", stopped_while_running)
    job = asyncio.ensure_future(bench.run(order(bench)))
    held = await job
    monkeypatch.undo()
    assert begun == [unpacking_folder(bench.save_to or Path(), held.id)]
    assert (held.reason, held.held_at) == (Reason.STOPPED_WAITING, BatchState.SAVED)
    assert bench.saved_zips() == [held.saved_to]
    done = await bench.run(held)
    assert done.state is BatchState.DONE
    assert names_in(done.unpacked_to)


def _no_room_beside(bench: Bench) -> object:
    """Room for everything but what is unpacked: the ZIP is there by then."""
    usage = shutil.disk_usage

    def told(folder: Path) -> object:
        full = bench.save_to is not None and any(bench.save_to.glob("*.zip"))
        return SimpleNamespace(free=0) if full else usage(folder)

    return told
