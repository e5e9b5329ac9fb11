"""The matrix, rows of this machine's disk: no order without room, no DELETE without a durable file (P8)."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.errors import DiskFull, TargetUnavailable
from signdesk.jobs.accept_step import room_needed_bytes
from signdesk.practice.service import Method
from signdesk.storage.results import look_at_target
from tests.faults import matrix as m
from tests.faults.conftest import FaultBench, MakeFaultBench, Mount, remount
from tests.faults.expecting import assert_held, assert_sealed_once
from tests.faults.matrix import proves
from tests.support.fault_acts import Passed

PLENTY, LITTLE = "200m", "64k"
LONG_TEXT = b"A line that makes the result longer than the little room.\n" * 20_000


@proves(m.DISK_FULL, m.PREPARE)
def test_a_full_folder_is_told_when_documents_are_dropped(tmp_path: Path, mount: Mount) -> None:
    """Warn at drop: nothing is made or written. What the window does with it: tests/journeys."""
    mount(tmp_path / "disk", LITTLE)
    with pytest.raises(DiskFull, match="not enough room"):
        look_at_target(tmp_path / "disk" / "Sealed", room_needed_bytes(1000))
    assert list((tmp_path / "disk").iterdir()) == []
    look_at_target(tmp_path / "Sealed", room_needed_bytes(1000))
    assert not (tmp_path / "Sealed").exists()


@proves(m.TARGET_GONE, m.PREPARE)
def test_a_closed_folder_is_told_when_documents_are_dropped(tmp_path: Path, mount: Mount) -> None:
    """Warn at drop."""
    mount(tmp_path / "disk", PLENTY)
    remount(tmp_path / "disk", "ro")
    with pytest.raises(TargetUnavailable, match="can only be read"):
        look_at_target(tmp_path / "disk" / "Sealed", 1000)
    (tmp_path / "in the way").touch()
    with pytest.raises(TargetUnavailable, match="in the way"):
        look_at_target(tmp_path / "in the way" / "Sealed", 1000)


def order(bench: FaultBench) -> Batch:
    (bench.sources / "Letter.txt").write_bytes(LONG_TEXT)
    return bench.order("Letter.txt")


def target(bench: FaultBench) -> Path:
    assert bench.save_to is not None
    return bench.save_to


def assert_nothing_lost(bench: FaultBench) -> None:
    assert bench.came(Method.DELETE) == []
    assert len(bench.came(Method.ACCEPT)) <= 1


async def assert_goes_on(bench: FaultBench, batch: Batch) -> None:
    assert_sealed_once(bench, await bench.run(batch))
    assert len(bench.came(Method.CREATE)) == len(bench.came(Method.ACCEPT)) == 1


@proves(m.DISK_FULL, m.ACCEPT, m.DELETE)
async def test_sealing_is_not_started_without_room(make_bench: MakeFaultBench, mount: Mount) -> None:
    bench = make_bench()
    mount(target(bench), "3m")
    batch = await bench.run(order(bench))
    assert_held(bench, batch, Reason.DISK_FULL, BatchState.SENT, words="not enough room")
    assert "Nothing has been sealed" in batch.message
    assert bench.came(Method.ACCEPT) == []
    assert_nothing_lost(bench)
    assert bench.saved_zips() == []
    remount(target(bench), f"size={PLENTY}")
    await assert_goes_on(bench, batch)


@proves(m.DISK_FULL, m.DOWNLOAD, m.DELETE)
async def test_a_disk_that_fills_up_pauses_the_download(make_bench: MakeFaultBench, mount: Mount) -> None:
    """Pause, R when room."""
    bench = make_bench()
    mount(target(bench), PLENTY)
    bench.at[BatchState.FETCHING] = lambda: remount(target(bench), f"size={LITTLE}")
    batch = await bench.run(order(bench))
    assert_held(bench, batch, Reason.DISK_FULL, BatchState.FETCHING, words="no more room")
    assert_nothing_lost(bench)
    assert bench.saved_zips() == []
    remount(target(bench), f"size={PLENTY}")
    await assert_goes_on(bench, batch)


@proves(m.DISK_FULL, m.VERIFY, m.DELETE)
async def test_a_disk_that_is_full_while_checking_pauses(make_bench: MakeFaultBench, mount: Mount) -> None:
    """Delete temp, pause: the entries are unpacked on the disk with SignDesk's own data."""
    bench = make_bench()
    work = bench.folder / "data" / "work"
    mount(work, LITTLE)
    (bench.sources / "Plans.txt").write_bytes(LONG_TEXT * 8)  # 9 MB: too much to unpack in memory
    batch = await bench.run(bench.order("Plans.txt"))
    assert_held(bench, batch, Reason.DISK_FULL, BatchState.CHECKING, words="no more room")
    assert_nothing_lost(bench)
    assert bench.saved_zips() == []
    assert list(work.iterdir()) == []
    remount(work, f"size={PLENTY}")
    await assert_goes_on(bench, batch)


def shares(bench: FaultBench) -> dict[str, tuple[Callable[[], object], Callable[[], object]]]:
    """How a target goes away, and how it comes back."""
    folder, aside = target(bench), bench.folder / "aside"

    def into_a_file() -> None:
        if folder.exists():
            folder.rename(aside)
        folder.write_text("in the way")

    def back() -> None:
        folder.unlink()

    return {
        "read-only": (lambda: remount(folder, "ro"), lambda: remount(folder, "rw")),
        "a file": (into_a_file, back),
    }


KINDS = ["read-only", "a file"]


def prepared(make_bench: MakeFaultBench, request: pytest.FixtureRequest, name: str) -> FaultBench:
    bench = make_bench()
    if name == "read-only":
        request.getfixturevalue("mount")(target(bench), PLENTY)
    return bench


@proves(m.TARGET_GONE, m.ACCEPT, m.DELETE)
@pytest.mark.parametrize("name", KINDS)
async def test_sealing_is_not_started_without_a_folder_to_save_to(
    make_bench: MakeFaultBench, request: pytest.FixtureRequest, name: str
) -> None:
    bench = prepared(make_bench, request, name)
    bench.at[BatchState.SENT] = shares(bench)[name][0]
    batch = await bench.run(order(bench))
    assert_held(bench, batch, Reason.TARGET, BatchState.SENT, words="Choose another folder")
    assert str(target(bench)) in batch.message
    assert bench.came(Method.ACCEPT) == []
    assert_nothing_lost(bench)
    shares(bench)[name][1]()
    await assert_goes_on(bench, batch)


@proves(m.TARGET_GONE, m.DOWNLOAD, m.DELETE)
@pytest.mark.parametrize("name", KINDS)
async def test_a_target_that_is_gone_when_the_result_comes_asks_for_another(
    make_bench: MakeFaultBench, request: pytest.FixtureRequest, name: str
) -> None:
    bench = prepared(make_bench, request, name)
    bench.at[BatchState.FETCHING] = shares(bench)[name][0]
    batch = await bench.run(order(bench))
    assert_held(bench, batch, Reason.TARGET, BatchState.FETCHING, words="Choose another folder")
    assert_nothing_lost(bench)
    await assert_saved_elsewhere(bench, batch)


@proves(m.TARGET_GONE, m.VERIFY, m.DELETE)
@pytest.mark.parametrize("name", KINDS)
async def test_a_target_that_goes_away_while_checking_asks_for_another(
    make_bench: MakeFaultBench, request: pytest.FixtureRequest, name: str
) -> None:
    bench = prepared(make_bench, request, name)
    bench.at[BatchState.CHECKING] = shares(bench)[name][0]
    batch = await bench.run(order(bench))
    assert_held(bench, batch, Reason.TARGET, BatchState.CHECKING, words="another folder")
    assert_nothing_lost(bench)
    await assert_saved_elsewhere(bench, batch)


async def assert_saved_elsewhere(bench: FaultBench, batch: Batch) -> None:
    bench.save_to = bench.folder / "Other"
    await assert_goes_on(bench, batch.replace(save_to=bench.save_to, mount=None))


@proves(m.DISK_FULL, m.DOWNLOAD, m.VERIFY, m.DELETE)
async def test_wherever_the_room_ends_the_result_comes_when_there_is_more(
    make_bench: MakeFaultBench, mount: Mount
) -> None:
    """One page more each time, until the result finds its place."""
    held: list[BatchState] = []
    for pages in range(1, 100):
        bench = make_bench()
        mount(target(bench), PLENTY)
        bench.at[BatchState.FETCHING] = partial(remount, target(bench), f"size={pages * 4}k")
        (bench.sources / "Letter.txt").write_bytes(LONG_TEXT[:60_000])
        batch = await bench.run(bench.order())
        if batch.state is BatchState.DONE:
            assert_sealed_once(bench, batch)
            assert len(held) > 10
            assert set(held) == {BatchState.FETCHING, BatchState.CHECKING}
            return
        assert batch.held_at is not None
        held.append(batch.held_at)
        assert_held(bench, batch, Reason.DISK_FULL, batch.held_at, words="no more room")
        assert_nothing_lost(bench)
        assert bench.saved_zips() == []
        remount(target(bench), f"size={PLENTY}")
        await assert_goes_on(bench, batch)
    pytest.fail("never enough room")


class Failing:
    """The `at`-th such call on the folder fails once it is armed; a file that cannot be closed is closed."""

    def __init__(self, folder: Path, at: int) -> None:
        self.left = at
        self.armed = False
        self._folder = str(folder)

    def arm(self, armed: bool) -> None:
        self.armed = armed

    def open(self, path: str | Path, flags: int, *more: Any, **options: Any) -> int:
        if not flags & os.O_CREAT and str(path).startswith(self._folder):
            self._count()
        return OPEN(path, flags, *more, **options)

    def close(self, descriptor: int) -> None:
        path = os.readlink(f"/proc/self/fd/{descriptor}")  # noqa: PTH115
        CLOSE(descriptor)
        if path.startswith(self._folder):
            self._count()

    def _count(self) -> None:
        self.left -= self.armed
        if self.armed and self.left == 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))


OPEN, CLOSE = os.open, os.close


@pytest.mark.parametrize("call", ["open", "close"])
async def test_whatever_cannot_be_opened_again_or_closed_the_servers_copy_stays(
    make_bench: MakeFaultBench, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """P8, for the calls that make no file: the folder to be flushed, the file to be checked."""
    held = 0
    for at in range(1, 50):
        bench = make_bench()
        faults = Failing(target(bench), at)
        bench.at[BatchState.FETCHING] = partial(faults.arm, True)
        bench.at[BatchState.SAVED] = partial(faults.arm, False)
        with monkeypatch.context() as patch:
            patch.setattr(os, call, getattr(faults, call))
            batch = await bench.run()
        if faults.left > 0:
            assert at > 3
            assert held > 1
            return
        if batch.state is not BatchState.DONE:
            held += 1
            assert batch.held_at is not None
            assert_held(bench, batch, Reason.TARGET, batch.held_at, words="Input/output error")
            assert_nothing_lost(bench)
            assert bench.saved_zips() == []
            await assert_goes_on(bench, batch)
        else:
            assert_sealed_once(bench, batch)
    pytest.fail("the faults never end")


async def test_a_stop_survives_a_full_journal(make_bench: MakeFaultBench) -> None:
    """Stopped and noted so; then the notes' disk is full while the server's copy is deleted."""
    bench = make_bench()

    def fill_up(passed: Passed) -> None:
        bench.journal.full |= passed.verb == "DELETE"

    bench.proxy.watch = fill_up
    batch = await bench.run_until(bench.order(), BatchState.SENT)
    assert batch.state is BatchState.STOPPED
    assert len(bench.came(Method.DELETE)) == 1
