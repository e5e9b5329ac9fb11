"""The matrix, rows of the source files: what was dropped is what is sealed (P9)."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.practice.service import Method
from signdesk.storage.intake import take_in
from tests.faults import matrix as m
from tests.faults.conftest import FaultBench, MakeFaultBench
from tests.faults.expecting import NEXT_STEP, SAFE, assert_no_result_here, assert_saved
from tests.faults.matrix import proves
from tests.storage.conftest import without_root
from tests.support.fault_acts import While

Change = Callable[[Path], object]
BIG_BYTES = 12_000_000  # more than the sockets on the way hold: the second file is not read yet


def same_size_and_time(path: Path) -> None:
    times = path.stat()
    path.write_bytes(path.read_bytes()[::-1])
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def exchanged(path: Path) -> None:
    other = path.with_suffix(".new")
    other.write_bytes(path.read_bytes().replace(b"L", b"M"))
    other.replace(path)


def turned_into_a_link(path: Path) -> None:
    path.rename(path.with_suffix(".away"))
    path.symlink_to(path.with_suffix(".away"))


def turned_into_a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def turned_into_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


CHANGES: dict[str, Change] = {
    "longer": lambda path: path.write_bytes(path.read_bytes() + b"!"),
    "shorter": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "empty": lambda path: path.write_bytes(b""),
    "same size and time": same_size_and_time,
    "exchanged": exchanged,
}
REMOVALS: dict[str, Change] = {
    "removed": lambda path: path.unlink(),
    "its folder": lambda path: path.parent.rename(path.parent.with_name("elsewhere")),
    "link": turned_into_a_link,
    "pipe": turned_into_a_pipe,
    "folder": turned_into_a_folder,
}
BOTH = {**CHANGES, **REMOVALS}


def assert_broken_off(bench: FaultBench, batch: Batch, name: str) -> None:
    """Never accepted, the document named, and no batch without it unless a person says so."""
    assert (batch.state, batch.reason) == (BatchState.NEEDS_YOU, Reason.SOURCE_CHANGED)
    assert f"“{name}”" in batch.message
    assert SAFE.search(batch.message)
    assert NEXT_STEP.search(batch.message)
    assert [bool(one.message) for one in batch.documents] == [
        one.document.name == name for one in batch.documents
    ]
    assert bench.came(Method.ACCEPT) == []
    assert len(bench.came(Method.CREATE)) == 1
    assert bench.ordered() == 0
    assert_no_result_here(bench)


@proves(m.CHANGED, m.UPLOAD, m.ACCEPT)
@proves(m.REMOVED, m.UPLOAD, m.ACCEPT)
@pytest.mark.parametrize("name", list(BOTH))
async def test_a_file_that_changed_while_it_waited_breaks_the_sending_off(
    make_bench: MakeFaultBench, name: str
) -> None:
    bench = make_bench()
    order = bench.order("Letter.txt", "List.txt")
    BOTH[name](bench.sources / "List.txt")
    batch = await bench.run(order)
    if name == "its folder":
        assert (batch.state, batch.reason) == (BatchState.NEEDS_YOU, Reason.SOURCE_CHANGED)
        assert bench.came(Method.ACCEPT) == []
    else:
        assert_broken_off(bench, batch, "List.txt")


@proves(m.CHANGED, m.UPLOAD, m.ACCEPT)
@proves(m.REMOVED, m.UPLOAD, m.ACCEPT)
@pytest.mark.parametrize("name", ["longer", "same size and time", "removed", "link"])
async def test_a_file_that_changes_while_another_travels_breaks_the_sending_off(
    make_bench: MakeFaultBench, name: str
) -> None:
    bench = make_bench()
    (bench.sources / "Plans.txt").write_bytes(b"SignDesk" * (BIG_BYTES // 8))
    order = bench.order("Plans.txt", "List.txt")
    bench.fail(Method.UPLOAD, While(100_000, lambda: BOTH[name](bench.sources / "List.txt")))
    assert_broken_off(bench, await bench.run(order), "List.txt")


@proves(m.CHANGED, m.UPLOAD)
@pytest.mark.parametrize("name", ["longer", "same size and time", "shorter"])
async def test_a_file_that_changes_while_it_is_being_read_breaks_the_sending_off(
    make_bench: MakeFaultBench, name: str
) -> None:
    bench = make_bench()
    (bench.sources / "Plans.txt").write_bytes(b"SignDesk" * (BIG_BYTES // 8))
    order = bench.order("Letter.txt", "Plans.txt")
    bench.fail(Method.UPLOAD, While(100_000, lambda: BOTH[name](bench.sources / "Plans.txt")))
    assert_broken_off(bench, await bench.run(order), "Plans.txt")


@proves(m.CHANGED, m.STATUS)
@proves(m.REMOVED, m.STATUS, m.VERIFY)
@pytest.mark.parametrize("state", [BatchState.ACCEPTING, BatchState.SEALING, BatchState.CHECKING])
@pytest.mark.parametrize("name", ["longer", "removed"])
async def test_what_happens_to_a_file_after_it_was_sent_does_not_matter(
    make_bench: MakeFaultBench, name: str, state: BatchState
) -> None:
    """ok."""
    bench = make_bench()
    order = bench.order("Letter.txt", "List.txt")
    bench.at[state] = lambda: BOTH[name](bench.sources / "List.txt")
    batch = await bench.run(order)
    assert batch.state is BatchState.DONE
    assert all(one.checked for one in batch.documents)
    assert_saved(bench, batch)


@proves(m.CHANGED, m.PREPARE)
def test_a_file_that_changes_while_it_is_taken_in_is_a_problem_of_its_own(tmp_path: Path) -> None:
    """H for this file."""
    good, growing = tmp_path / "Letter.txt", tmp_path / "Log.txt"
    good.write_text("good")
    growing.write_text("line\n")
    asked = 0

    def stop() -> bool:
        """Asked between the pieces of a file: somebody writes on meanwhile."""
        nonlocal asked
        asked += 1
        with growing.open("a") as file:
            file.write("one more line\n")
        return False

    taken = take_in([good, growing], stop=stop)
    assert [one.name for one in taken.documents] == ["Letter.txt"]
    assert [one.name for one in taken.problems] == ["Log.txt"]
    assert "changed right now" in taken.problems[0].reason
    assert asked


@proves(m.REMOVED, m.PREPARE)
@pytest.mark.parametrize("name", list(REMOVALS))
def test_a_file_that_cannot_be_read_is_a_problem_of_its_own(tmp_path: Path, name: str) -> None:
    """H for this file."""
    good, gone = tmp_path / "Letter.txt", tmp_path / "folder" / "List.txt"
    gone.parent.mkdir()
    for path in (good, gone):
        path.write_text("text")
    BOTH[name](gone)
    taken = take_in([good, gone])
    assert [one.name for one in taken.documents] == ["Letter.txt"]
    assert [one.name for one in taken.problems] == ["List.txt"]
    assert NEXT_STEP.search(taken.problems[0].reason)


@proves(m.REMOVED, m.PREPARE)
def test_a_file_that_may_not_be_read_is_a_problem_of_its_own() -> None:
    with tempfile.TemporaryDirectory() as folder:  # pytest's own folders are closed to others
        Path(folder).chmod(0o755)
        path = Path(folder) / "List.txt"
        path.write_text("text")
        path.chmod(0)
        with without_root():
            taken = take_in([path])
    assert [one.name for one in taken.problems] == ["List.txt"]
    assert "right to read" in taken.problems[0].reason
