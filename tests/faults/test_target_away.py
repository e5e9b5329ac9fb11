"""A share that goes away after the order, and a folder that is removed: nothing is saved out of sight."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.platform.files import mount_of
from signdesk.practice.service import Method
from tests.faults import matrix as m
from tests.faults.conftest import FaultBench, MakeFaultBench, Mount
from tests.faults.expecting import assert_held, assert_sealed_once
from tests.faults.matrix import proves

STATES = [BatchState.SENT, BatchState.FETCHING, BatchState.CHECKING]


class Share:
    """A folder that can be mounted at `point` and taken away again, with what is in it."""

    def __init__(self, folder: Path, point: Path) -> None:
        self.folder, self.point = folder, point
        for path in (folder, point):
            path.mkdir(parents=True, exist_ok=True)
        self.attach()

    def attach(self) -> None:
        subprocess.run(
            ["mount", "--bind", str(self.folder), str(self.point)], check=True, capture_output=True
        )

    def detach(self) -> None:
        subprocess.run(["umount", "-l", str(self.point)], check=True, capture_output=True)


@pytest.fixture
def make_share(mount: Mount, tmp_path: Path) -> Iterator[Callable[[Path], Share]]:
    """make_share(point). Skipped, as `mount` is, where nothing can be mounted."""
    mount(tmp_path / "may it be mounted", "1m")
    made: list[Share] = []

    def make(point: Path) -> Share:
        made.append(Share(tmp_path / f"share{len(made)}", point))
        return made[-1]

    yield make
    for one in made:
        with suppress(subprocess.CalledProcessError):
            one.detach()


def place(bench: FaultBench, mounted: str) -> Path:
    """Where the share is mounted: the target itself, or a folder above it."""
    assert bench.save_to is not None
    if mounted == "above":
        bench.save_to = bench.folder / "mnt" / "Team" / "Sealed"
        return bench.folder / "mnt"
    return bench.save_to


def files_in(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


def what_a_program_would_do_next(bench: FaultBench, state: BatchState) -> BatchState:
    """A download that was under way when the share went is done again."""
    return BatchState.FETCHING if state is BatchState.CHECKING else state


@proves(m.TARGET_GONE, m.ACCEPT, m.DOWNLOAD, m.VERIFY, m.DELETE)
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("mounted", ["itself", "above"])
async def test_a_share_that_is_away_is_waited_for(
    make_bench: MakeFaultBench, make_share: Callable[[Path], Share], state: BatchState, mounted: str
) -> None:
    bench = make_bench()
    share = make_share(place(bench, mounted))
    batch = bench.order()
    batch.save_to.mkdir(parents=True, exist_ok=True)
    batch = batch.replace(mount=mount_of(batch.save_to))
    bench.at[state] = share.detach
    held = await bench.run(batch)
    at = what_a_program_would_do_next(bench, state)
    assert_held(bench, held, Reason.AWAY, at, words="is not connected")
    assert files_in(share.point) == []
    assert bench.came(Method.DELETE) == []
    assert len(bench.came(Method.ACCEPT)) == (state is not BatchState.SENT)
    again = await bench.run(held)  # as `resume` does while it is still away
    assert (again.state, again.reason) == (BatchState.WAITING, Reason.AWAY)
    assert files_in(share.point) == []
    share.attach()
    done = await bench.run(again)
    assert_sealed_once(bench, done)
    assert done.saved_to is not None
    share.detach()
    assert not done.saved_to.exists()
    assert [one.name for one in files_in(share.folder) if one.is_file()] == [done.saved_to.name]


@pytest.mark.parametrize("state", STATES)
async def test_the_window_goes_on_by_itself_when_the_share_is_back(
    make_bench: MakeFaultBench, make_share: Callable[[Path], Share], state: BatchState
) -> None:
    bench = make_bench()
    bench.waits = True
    share = make_share(place(bench, "itself"))
    bench.at[state] = share.detach
    bench.at[BatchState.WAITING] = share.attach
    batch = bench.order()
    done = await bench.run(batch.replace(mount=mount_of(batch.save_to)))
    assert_sealed_once(bench, done)
    waited = [one for one in bench.published if one.state is BatchState.WAITING]
    assert [one.reason for one in waited] == [Reason.AWAY]
    assert done.mount == waited[0].mount


async def test_another_share_in_its_place_is_not_the_one_that_was_chosen(
    make_bench: MakeFaultBench, mount: Mount, make_share: Callable[[Path], Share]
) -> None:
    bench = make_bench()
    share = make_share(place(bench, "itself"))

    def swap() -> None:
        share.detach()
        mount(share.point, "20m")

    bench.at[BatchState.FETCHING] = swap
    held = await bench.run()
    assert held.reason is Reason.AWAY
    assert files_in(share.point) == []
    assert bench.came(Method.DELETE) == []


@proves(m.TARGET_GONE, m.ACCEPT, m.DOWNLOAD, m.VERIFY, m.DELETE)
@pytest.mark.parametrize("waits", [False, True])
@pytest.mark.parametrize("state", STATES)
async def test_a_folder_that_was_removed_is_for_a_person(
    make_bench: MakeFaultBench, state: BatchState, waits: bool
) -> None:
    bench = make_bench()
    bench.waits = waits
    batch = bench.order()
    batch.save_to.mkdir()
    batch = batch.replace(mount=mount_of(batch.save_to))
    bench.at[state] = lambda: shutil.rmtree(batch.save_to)
    held = await bench.run(batch)
    words = "is not there any more"
    assert_held(bench, held, Reason.TARGET, state, words=words, state=BatchState.NEEDS_YOU)
    assert not batch.save_to.exists()
    assert (await bench.run(held)).state is BatchState.NEEDS_YOU
    assert not batch.save_to.exists()
    assert bench.came(Method.DELETE) == []
    await assert_goes_on(bench, held)


async def assert_goes_on(bench: FaultBench, held: Batch) -> None:
    """Once the person has made it again."""
    held.save_to.mkdir()
    assert_sealed_once(bench, await bench.run(held))
